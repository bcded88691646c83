"""The picture of data sharing: how needs are supplied today, and who owes whom which data."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from govchain.analysis.hits.numbering import without_number
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.compiler.supply import SupplyState
from govchain.findings import Fact, Finding, Named, Severity, Topic
from govchain.reporting.report import Report


@dataclass(frozen=True, slots=True)
class Debt:
    """Data that its holders could share with the consumers but do not.

    `visits` and `papers` are what people are spared a year once it flows to all of them, `cases`
    the cases a year of the matters that need it; None where no volume is known.
    """

    holders: tuple[str, ...]
    data: tuple[str, ...]
    consumers: tuple[str, ...]
    matters: int
    visits: float | None
    papers: float | None
    cases: int | None


def supplies_of(report: Report) -> dict[SupplyState, int]:
    """How many needs are supplied in which way; each counts in the matter it is written in.

    What is written with alternatives is one need, supplied as the worst of them: some applicants
    have only that one.
    """
    counted = Counter(
        state
        for matter in report.told_matters
        for state in report.catalogue.contribution(worst_states, matter.id)
    )
    return {state: counted[state] for state in SupplyState}


def worst_states(chain: Chain, catalogue: Catalogue) -> tuple[SupplyState, ...]:
    """How each need that is written in the chain's own matter is supplied."""
    states: dict[object, SupplyState] = {}
    for need in chain.all_needs:
        if chain.step(need.step).matter.id == chain.matter.id:
            written = need if need.is_single else (need.step, need.alternatives, need.place)
            known, state = states.get(written), chain.supply_of(need).state
            states[written] = state if known is None or state.rank > known.rank else known
    return tuple(states.values())


def debts_of(report: Report) -> list[Debt]:
    """Which data is owed to whom; what spares people most visits a year, then papers, first.

    Where no volume is written, what most matters and then most departments wait for comes first.
    Needs that a mend of another finding makes superfluous owe nothing.
    """
    debts = [_debt(found, report) for found in _owing(report) if not _is_advice(found)]
    return sorted(
        debts,
        key=lambda debt: (
            *(-(known or 0) for known in (debt.visits, debt.papers, debt.cases)),
            -debt.matters,
            -len(debt.consumers),
            debt.data,
        ),
    )


def advised_data(report: Report) -> list[str]:
    """Data that does not flow and is no debt: only what can go, or papers shown or given back,
    wait for it."""
    names = {
        name
        for found in _owing(report)
        if _is_advice(found)
        for name in _names(found[0].facts["data"])
    }
    return sorted(names)


def _owing(report: Report) -> list[list[Finding]]:
    """The findings that data is not shared, those of one data together; advice only by itself."""
    groups: dict[str, list[Finding]] = {}
    for finding in report.findings:
        if finding.topic is Topic.NOT_SHARED and finding.facts["holders"]:
            groups.setdefault(without_number(finding.subject), []).append(finding)
    return [[f for f in found if not _is_advice([f])] or found for found in groups.values()]


def _is_advice(found: list[Finding]) -> bool:
    return all(finding.severity is Severity.ADVICE for finding in found)


def _debt(found: list[Finding], report: Report) -> Debt:
    """All findings of one data together. In each chain its mend is the same: it counts once."""
    by_matter = {finding.matter: finding for finding in found if finding.matter is not None}
    volumes = [report.catalogue.matters[matter].volume for matter in by_matter]
    gains = [f.benefit.per_year for f in by_matter.values() if f.benefit and f.benefit.per_year]
    return Debt(
        holders=_all_names(found, "holders"),
        data=_names(found[0].facts["data"]),
        consumers=_all_names(found, "consumer"),
        matters=len(by_matter),
        visits=sum(gain["visits"] for gain in gains) if gains else None,
        papers=sum(gain["materials"] for gain in gains) if gains else None,
        cases=sum(volume for volume in volumes if volume is not None) if any(volumes) else None,
    )


def _all_names(found: list[Finding], fact: str) -> tuple[str, ...]:
    """The names in this fact of all findings, each once, in order of the findings."""
    return tuple(dict.fromkeys(name for finding in found for name in _names(finding.facts[fact])))


def _names(fact: Fact) -> tuple[str, ...]:
    parts = fact if isinstance(fact, tuple) else (fact,)
    return tuple(part.name for part in parts if isinstance(part, Named))
