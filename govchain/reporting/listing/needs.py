"""Needs for data that a holder could share and does not, as lists tell them: who waits for what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from govchain.analysis.hits.naming import matter_named
from govchain.analysis.hits.numbering import without_number
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.findings import Finding, Named, Severity, Topic, named_in
from govchain.model.nouns import UPDATES
from govchain.reporting.listing.figures import cases_a_year
from govchain.reporting.report import Report

OUTSIDE = "outside"
"""The variant of a finding whose receiver is no public department: nothing is opened to it."""


@dataclass(frozen=True, slots=True)
class Wanting:
    """A department that needs data which its holders could share, with all findings of that."""

    consumer: Named
    data: Named
    holders: tuple[Named, ...]
    findings: tuple[Finding, ...]

    @property
    def supplies(self) -> tuple[str, ...]:
        """How the data arrives today, the worst last."""
        return tuple(sorted({str(finding.facts["supply"]) for finding in self.findings}))

    @property
    def steps(self) -> tuple[Named, ...]:
        """The steps that need it, each known by its matter and its own id."""
        steps = (
            Named(f"{finding.matter}/{step.id}", step.name, step.kind)
            for finding in self.findings
            for step in named_in(finding.facts["step"])
        )
        return tuple(dict.fromkeys(steps))

    @property
    def papers(self) -> tuple[str, ...]:
        """What people are asked for instead."""
        return texts_told(self.findings, "papers")

    @property
    def laws(self) -> tuple[str, ...]:
        """The provisions that ask for these papers."""
        return texts_told(self.findings, "demanded_by")


def wanting_in(report: Report) -> list[Wanting]:
    """Who waits for what: what spares people most a year first, as the findings are ranked."""
    groups: dict[tuple[Named, Named, tuple[Named, ...]], list[Finding]] = {}
    for finding in report.findings:
        if finding.topic is not Topic.NOT_SHARED or not finding.facts["holders"]:
            continue  # what no holder could share, nobody can be asked for
        facts = finding.facts
        [consumer], [data], holders = map(
            named_in, (facts["consumer"], facts["data"], facts["holders"])
        )
        groups.setdefault((consumer, data, holders), []).append(finding)
    waiting = (Wanting(*key, tuple(found)) for key, found in groups.items())
    return sorted(waiting, key=_rank)


def _rank(wanting: Wanting) -> tuple[object, ...]:
    visits, papers = spared(wanting.findings)
    ids = wanting.consumer.id, wanting.data.id, tuple(holder.id for holder in wanting.holders)
    return -(visits or 0), -(papers or 0), ids


def spared(findings: Iterable[Finding]) -> tuple[float | None, float | None]:
    """The visits and papers that people are spared a year once all this data flows.

    In each chain the mend for some data is the same: it counts once. What goes before it flows
    (advice) counts nothing; None where no volume is known.
    """
    mends = {
        (finding.matter, without_number(finding.subject)): finding.benefit.per_year
        for finding in findings
        if finding.severity is not Severity.ADVICE and finding.benefit is not None
    }
    gains = [gain for gain in mends.values() if gain is not None]
    if not gains:
        return None, None
    return sum(gain["visits"] for gain in gains), sum(gain["materials"] for gain in gains)


def cases_of(findings: Iterable[Finding], report: Report) -> int | None:
    """The cases a year of the matters in which something was found; None where none is known."""
    found = (finding.matter for finding in findings if finding.matter is not None)
    return cases_a_year(found, report.catalogue)


def matters_of(findings: Iterable[Finding], report: Report) -> tuple[Named, ...]:
    """The matters in which something was found."""
    known = report.catalogue.matters
    found = dict.fromkeys(finding.matter for finding in findings if finding.matter is not None)
    return tuple(matter_named(known[matter]) for matter in found)


class NeedInDetail(NamedTuple):
    """What of its data a step needs: no fields, all of them; no update, however old."""

    fields: tuple[str, ...]
    update: str | None


def needs_in_detail(
    chain: Chain, catalogue: Catalogue
) -> Mapping[tuple[str, str], list[NeedInDetail]]:
    """What the steps of the chain need of data that the applicant carries or nobody brings."""
    found: dict[tuple[str, str], list[NeedInDetail]] = {}
    for need in chain.all_needs:
        if chain.supply_of(need).state.burdens_applicant:
            detail = NeedInDetail(tuple(sorted(need.demand.fields)), need.demand.max_age)
            found.setdefault((need.step, need.data), []).append(detail)
    return found


def fields_wanted(wanting: Wanting, report: Report) -> tuple[str, ...]:
    """The fields that are needed; none where a step needs the data whole."""
    details = _details(wanting, report)
    if not all(detail.fields for detail in details):
        return ()
    return tuple(dict.fromkeys(name for detail in details for name in detail.fields))


def freshness_wanted(wanting: Wanting, report: Report) -> str | None:
    """How often the data has to be renewed for the strictest of its steps."""
    ages = {detail.update for detail in _details(wanting, report)}
    return next((age for age in UPDATES if age in ages), None)


def _details(wanting: Wanting, report: Report) -> list[NeedInDetail]:
    contribution = report.catalogue.contribution
    return [
        detail
        for finding in wanting.findings
        if finding.matter is not None and finding.step is not None
        for detail in contribution(needs_in_detail, finding.matter).get(
            (finding.step, wanting.data.id), ()
        )
    ]


def texts_told(findings: Iterable[Finding], name: str) -> tuple[str, ...]:
    """The texts in this fact of the findings, each once."""
    facts = (finding.facts.get(name) for finding in findings)
    texts = (text for fact in facts if isinstance(fact, tuple) for text in fact)
    return tuple(dict.fromkeys(str(text) for text in texts))
