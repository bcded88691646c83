"""A report: what was found in a catalogue, ready to be told in any language and format."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from govchain.analysis.running.entries import Entry, entries_of
from govchain.analysis.running.judging import Analysis
from govchain.analysis.running.standing import standing_on
from govchain.analysis.running.totals import cost_at_worst, costs_of
from govchain.analysis.running.unjudged import missing_keys
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.compiler.metrics import FIGURE_NAMES, Figures
from govchain.findings import Benefit, Fact, Finding, Named, Severity
from govchain.model.characters import name_as_text
from govchain.model.figures import rounded
from govchain.model.nouns import Matter, Theme
from govchain.reporting.baseline import Comparison
from govchain.reporting.bounds import LONGEST_FACT, MOST_VALUES, shortened
from govchain.reporting.concerns import with_called
from govchain.reporting.sentences import sentence

if TYPE_CHECKING:
    from pandas import DataFrame

SCHEMA = "govchain.report/1"


@dataclass(frozen=True)  # without slots: what is asked again and again is kept
class Report:
    """What is told of a catalogue.

    `matters` are the ids of the matters that are told of, None: all; `departments` those for whose
    part in them it was asked, none: nobody's; `themes` those by which they were chosen, none: the
    themes were not asked after; `named` the matters that were asked for by their names, `paths`
    the files and folders. `baseline` says which of the findings were known before, None: no
    baseline was given.
    """

    catalogue: Catalogue
    analysis: Analysis
    version: str
    """The version of govchain that found it."""
    matters: frozenset[str] | None = None
    departments: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()
    baseline: Comparison | None = None
    is_narrowed: bool = False
    """Not all that was found was asked for."""
    keeps_law: bool = False
    """Only that was asked for which needs no amendment of a law."""
    is_sifted: bool = False
    """Of the matters that are told of, not all that was found was asked for."""
    folder: str = "."
    """The folder of the workspace, as seen from the root of its repository."""

    shown_by: ClassVar[Callable[[Report], str] | None] = None
    """Who writes it for a notebook: the pipeline says so."""

    @property
    def is_whole(self) -> bool:
        """All rules ran, and all that they found is told: what is not told was not found."""
        settings = self.catalogue.settings
        return not (self.is_sifted or settings.select or settings.ignore)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings in the order they are told: errors first, then by what mending saves."""
        return self.analysis.findings

    @cached_property
    def by_matter(self) -> Mapping[str, Sequence[Finding]]:
        """The findings that stand on the chain of each matter, in their order."""
        found: dict[str, list[Finding]] = {}
        for finding in self.findings:
            for matter in finding.matters:
                found.setdefault(matter, []).append(finding)
        return found

    @property
    def told_matters(self) -> list[Matter]:
        """The matters that are told of, by id."""
        known = self.catalogue.matters
        return [known[id] for id in sorted(known) if self.tells(id)]

    def tells(self, matter: str) -> bool:
        """The matter is one of those that are told of."""
        known = self.catalogue.matters
        return matter in known and (self.matters is None or matter in self.matters)

    @property
    def told_themes(self) -> list[Theme]:
        """The themes that are told of: those asked for, else all that name a matter told of, and
        where all matters are told of those that name none too."""
        only = self.matters
        return [t for t in self.themes_asked if only is None or not only.isdisjoint(t.matters)]

    @property
    def themes_asked(self) -> list[Theme]:
        """Those asked for, else all."""
        known = self.catalogue.registry.themes
        return [known[id] for id in self.themes] if self.themes else [*known.values()]

    @property
    def written_steps(self) -> int:
        """The steps written in the matters that are told of, calls not counted."""
        return sum(len(matter.own_steps) for matter in self.told_matters)

    @property
    def asked_for(self) -> Sequence[str]:
        """The matters asked for by their names, else by themes."""
        themes = self.catalogue.registry.themes
        return self.named or [id for theme in self.themes for id in themes[theme].matters]

    @cached_property
    def reckoned_matters(self) -> list[Matter]:
        """The matters of which sums take a case each: all that are told of, but those that are
        included in one that was asked for, by its name or by its theme: its case holds theirs."""
        held = held_by(filter(self.tells, self.asked_for), self.catalogue)
        return [matter for matter in self.told_matters if matter.id not in held]

    @property
    def before(self) -> Benefit:
        """What one case of each matter reckoned with costs at worst: what is spared is of this.

        Where a case may go several ways, each figure is that of the way that costs most of it.
        """
        contribution = self.catalogue.contribution
        return costs_of(contribution(cost_at_worst, matter.id) for matter in self.reckoned_matters)

    @property
    def benefit(self) -> Benefit:
        """What mending what is told would spare of it, together; without what a law has to be
        amended for, where only the rest was asked for."""
        reckoned = (matter.id for matter in self.reckoned_matters)
        return self.analysis.total.benefit_of(reckoned, within_law=self.keeps_law)

    def gains_of(self, matters: Iterable[str]) -> Mapping[str, Benefit]:
        """What mending what is told would spare of each, where that could be worked out."""
        return self.analysis.total.gains_of(matters, within_law=self.keeps_law)

    @cached_property
    def entries(self) -> list[Entry]:
        """The findings as they are told: what one remedy mends is one entry."""
        return entries_of(self.findings)

    @property
    def fresh(self) -> list[Finding]:
        """The findings that no baseline knows."""
        return [finding for finding in self.findings if not self.is_known(finding)]

    @property
    def untold_losses(self) -> int:
        """How many files could not be read of which nothing is told: whoever asked ignores that."""
        told = {finding.fingerprint for finding in (*self.findings, *self.analysis.silenced)}
        return sum(
            finding.is_lost_file and finding.fingerprint not in told
            for finding in self.catalogue.findings
        )

    def count(self, severity: Severity) -> int:
        """How many findings have that severity."""
        return sum(finding.severity is severity for finding in self.findings)

    def is_known(self, finding: Finding) -> bool:
        """The baseline holds it."""
        return self.baseline is not None and finding.fingerprint in self.baseline.known

    def known_as(self, finding: Finding) -> Severity | None:
        """How grave a new finding was that the baseline knows as less grave."""
        return self.baseline.graver.get(finding.fingerprint) if self.baseline else None

    def mark_of(self, finding: Finding, matter: str = "") -> str:
        """What it is known by: its number in its matter, or another on whose chain it stands (that
        which alone was asked for by its name), as pictures and `show` have it, and the beginning of
        its fingerprint."""
        alone = self.named[0] if len(self.named) == 1 else ""
        stands_in = alone if alone in finding.matters else finding.matter
        where = "" if self.is_sifted else matter or stands_in or ""
        signs = self._signs_in(where) if where else {}
        return f"{signs.get(finding.fingerprint, '')} {finding.known_by}".lstrip()

    def _signs_in(self, matter: str) -> Mapping[str, str]:
        """The numbers of what stands on the chain of the matter, by fingerprint."""
        if matter not in self._signs:
            chain = self.catalogue.chains.get(matter)
            standing = standing_on(chain, self.by_matter.get(matter, ())) if chain else ()
            self._signs[matter] = {spot.finding.fingerprint: spot.sign for spot in standing}
        return self._signs[matter]

    @cached_property
    def _signs(self) -> dict[str, Mapping[str, str]]:
        """Those asked for so far, by matter."""
        return {}

    def _repr_html_(self) -> str | None:
        """What a notebook shows of it."""
        shown = type(self).shown_by
        return shown(self) if shown is not None else None

    def to_frame(self, language: str = "en") -> DataFrame:
        """The findings as a table of pandas, a row each, with the keys of the JSON; what a finding
        saves stands in columns of its own (`benefit.visits`, `benefit.per_year.visits`).

        ModuleNotFoundError where pandas is not installed: `pip install "govchain[frame]"`.
        """
        from pandas import json_normalize

        return json_normalize([self._finding(f, language) for f in self.findings], max_level=2)

    def to_dict(self, language: str = "en") -> dict[str, Any]:
        """The report as JSON knows it (`report.schema.json`), messages in the language."""
        told = self.in_parts(language)
        return {key: [*part] if isinstance(part, Iterator) else part for key, part in told.items()}

    def in_parts(self, language: str = "en") -> dict[str, Any]:
        """The same, its matters and findings made one by one: whoever writes it needs no two."""
        return {
            "schema": SCHEMA,
            "version": self.version,
            "date": self.catalogue.date.isoformat(),
            "summary": self._summary(),
            "matters": (
                self.catalogue.contribution(_matter, matter.id) for matter in self.told_matters
            ),
            "findings": (self._finding(finding, language) for finding in self.findings),
        }

    def _summary(self) -> dict[str, Any]:
        benefit = self.benefit
        summary: dict[str, Any] = {
            "matters": len(self.told_matters),
            "steps": self.written_steps,
            "findings": {severity.value: self.count(severity) for severity in Severity},
            "entries": len(self.entries),
            "benefit": _case_as_json(benefit),
            "before": _case_as_json(self.before),
        }
        if self.untold_losses:
            summary["unreadable"] = self.untold_losses
        if self.baseline is not None:
            summary["baseline"] = self.baseline.counts(self.findings)
        return summary

    def _finding(self, finding: Finding, language: str) -> dict[str, Any]:
        told: dict[str, Any] = {
            "rule": finding.rule,
            "family": finding.family,
            "severity": finding.severity.value,
            "matter": finding.matter,
            "step": finding.step,
            "subject": finding.subject,
            "file": name_as_text(finding.place.file),
            "line": finding.place.line,
            "column": finding.place.column,
            "message": sentence(finding, language),
            "witness": as_json(finding.facts),
            "benefit": benefit_as_json(finding.benefit),
            "lever": finding.lever.value,
            "amend": texts_as_json(finding.amend),
            "with": list(finding.with_),
            "instead-of": list(finding.instead_of),
            "fingerprint": finding.fingerprint,
        }
        if self.baseline is not None:
            told["baseline"] = "known" if self.is_known(finding) else "new"
        return told


def held_by(matters: Iterable[str], catalogue: Catalogue) -> frozenset[str]:
    """The matters that these call, at any depth, and that are none of them."""
    asked = frozenset(matters)
    return frozenset(with_called(asked, catalogue)) - asked


def as_json(fact: Fact) -> Any:
    """A fact for programs: of what is named the id."""
    if isinstance(fact, Named):
        fact = fact.id
    if isinstance(fact, str):
        return shortened(fact, LONGEST_FACT)
    if isinstance(fact, tuple):
        return [as_json(value) for value in fact[:MOST_VALUES]]
    if isinstance(fact, float):
        return rounded(fact)
    if isinstance(fact, Mapping):
        told = {key: as_json(value) for key, value in fact.items()}
        if more := _more_in(fact):
            told["more"] = more
        return told
    return fact


def _more_in(facts: Mapping[str, Fact]) -> dict[str, int]:
    """How many more values there are of each fact that is not repeated whole."""
    return {
        key: len(fact) - MOST_VALUES
        for key, fact in facts.items()
        if isinstance(fact, tuple) and len(fact) > MOST_VALUES
    }


def texts_as_json(texts: tuple[str, ...]) -> list[str]:
    return [shortened(text, LONGEST_FACT) for text in texts]


def benefit_as_json(benefit: Benefit | None) -> dict[str, Any] | None:
    """The four figures of a benefit, and the same by year where the volume is known."""
    if benefit is None:
        return None
    per_year = benefit.per_year
    return {
        **_case_as_json(benefit),
        "per_year": None if per_year is None else {k: rounded(v) for k, v in per_year.items()},
    }


def _case_as_json(benefit: Benefit) -> dict[str, float]:
    return {
        "days": rounded(benefit.days),
        "visits": benefit.visits,
        "materials": benefit.materials,
        "steps": benefit.steps,
    }


def _matter(chain: Chain, catalogue: Catalogue) -> dict[str, Any]:
    metrics = chain.metrics()
    return {
        "id": chain.matter.id,
        "name": chain.matter.name,
        "department": chain.matter.department,
        "collaborators": list(chain.collaborators),
        "metrics": {
            "worst": _figures(metrics.worst),
            "mean": _figures(metrics.mean),
            "bound": metrics.bound,
        },
        "unjudged": list(missing_keys(chain, catalogue)),
    }


CONTRIBUTIONS = (cost_at_worst, _matter)
"""What a report asks of the chain of each matter that is told of."""


def _figures(figures: Figures) -> dict[str, float]:
    return {name: rounded(getattr(figures, name)) for name in FIGURE_NAMES}
