"""Runs the rules over a catalogue: hits in, ranked findings with benefits out.

A rule that crashes becomes a finding of its own and the run goes on.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from govchain.analysis.rule import Rule
from govchain.analysis.running.at_large import judged_at_large
from govchain.analysis.running.bundles import (
    FORESEEN_NOTHING,
    Bundle,
    Foreseen,
    Judge,
    Judged,
    bundles_of,
)
from govchain.analysis.running.faults import FAULT, fault
from govchain.analysis.running.inheritance import standing_in_callers
from govchain.analysis.running.limits import limits_met
from govchain.analysis.running.proofs import declare, told_apart
from govchain.analysis.running.ranking import ranked
from govchain.analysis.running.relations import related
from govchain.analysis.running.silencing import UNUSED_ALLOW
from govchain.analysis.running.totals import Total
from govchain.compiler.catalogue import Catalogue
from govchain.findings import Finding
from govchain.model.settings import Allow


@dataclass(frozen=True, slots=True)
class Analysis:
    """All findings in the order they are told, and what mending them would bring together."""

    findings: tuple[Finding, ...]
    total: Total
    silenced: tuple[Finding, ...] = ()
    is_whole: bool = True
    """All could be read and judged, whatever of it is told: what is not found is not there."""
    by_fingerprint: Mapping[str, Finding] = field(init=False, repr=False, compare=False)
    """The findings that are told, by what they are known by."""

    def __post_init__(self) -> None:
        known = {finding.fingerprint: finding for finding in self.findings}
        object.__setattr__(self, "by_fingerprint", known)

    @property
    def faults(self) -> tuple[Finding, ...]:
        """What failed by our fault: rules, among the findings, so that more may be found; or the
        sum, if somebody asked for it."""
        of_rules = tuple(finding for finding in self.findings if finding.rule == FAULT)
        failure = self.total.failure
        return (*of_rules, fault("total benefit", None, failure)) if failure else of_rules


class Scope(NamedTuple):
    """Where all stands that somebody may want to be told."""

    matters: Set[str] | None = None
    """In these; None: in any."""
    registry: bool = True
    """Or in none: in the registry."""


EVERYWHERE = Scope()

JudgedAll: TypeAlias = "Callable[[Judge, Sequence[Bundle]], list[Judged]]"


def one_after_another(judge: Judge, bundles: Sequence[Bundle]) -> list[Judged]:
    """What is found on the chains of each bundle."""
    return [judge.judged(bundle) for bundle in bundles]


def run_rules(
    rules: Sequence[Rule],
    catalogue: Catalogue,
    enabled: Callable[[Rule], bool],
    is_wanted: Callable[[Finding], bool] = lambda finding: True,
    foreseen: Foreseen = FORESEEN_NOTHING,
    scope: Scope = EVERYWHERE,
    judged_in_turn: JudgedAll = one_after_another,
) -> Analysis:
    """The findings of the enabled rules; of those only the wanted ones get a benefit and stay.

    All rules see the whole catalogue: what is wanted narrows only what is told. What is `foreseen`
    to be asked of the chains afterwards is asked while they know all that it rests on. `scope`
    is where all stands that can be wanted: the rest need not be judged. Bundles are judged one
    after another, unless somebody else sees to it.
    """
    judge = Judge.of([rule for rule in rules if enabled(rule)], catalogue, is_wanted, foreseen)
    bundles = bundles_of(catalogue)
    if (matters := scope.matters) is not None:
        bundles = [bundle for bundle in bundles if not matters.isdisjoint(bundle)]
    of_chains = judged_in_turn(judge, bundles)
    unjudged = frozenset(matter for part in of_chains for matter in part.unjudged)
    parts = [*of_chains, judged_at_large(judge, unjudged, with_registry=scope.registry)]
    told, quiet = _reader_findings(judge)
    used = judge.silencing.all_allowing(quiet).union(*(part.allowing for part in parts))
    crashed = frozenset[str]().union(*(part.crashed for part in parts))
    told += _unused_allows(rules, judge, crashed, used)
    told += limits_met(catalogue, rules, unjudged, judge.alone.missed, judge.together.missed)
    unset = catalogue.settings.stand_at
    of_reader = (f for f in told if unset(f.place) or f.is_lost_file or is_wanted(f))
    of_rules = (finding for part in parts for finding in (*part.told, *part.faults))
    is_whole = not unjudged and not any(finding.is_loss for finding in catalogue.findings)
    return Analysis(
        findings=related(ranked([*of_rules, *of_reader]), (part.relations for part in parts)),
        total=Total(
            catalogue,
            rules,
            {matter: asked for part in parts for matter, asked in part.to_mend.items()},
            {matter: gain for part in parts for matter, gain in part.gains.items()},
            {matter: gain for part in parts for matter, gain in part.lawful.items()},
        ),
        silenced=(*ranked(f for part in parts for f in part.silenced), *quiet),
        is_whole=is_whole,
    )


def _reader_findings(judge: Judge) -> tuple[list[Finding], list[Finding]]:
    """What the reader found under enabled rules: what is told, and what a comment silences.

    What is wrong with the settings is found whatever they enable.
    """
    catalogue, is_silenced = judge.catalogue, judge.silencing.is_silenced
    ids = {rule.id for rule in judge.rules}
    unset = catalogue.settings.stand_at
    found = [
        standing_in_callers(finding, catalogue)
        for finding in catalogue.findings
        if finding.rule in ids or unset(finding.place)
    ]
    quiet = [finding for finding in found if is_silenced(finding)]
    told = [finding for finding in found if not is_silenced(finding)]
    return told, quiet


def _unused_allows(
    rules: Iterable[Rule], judge: Judge, crashed: Collection[str], used: Collection[Allow]
) -> list[Finding]:
    """The comments that allow nothing of what was found, where their rule ran to its end."""
    complete = {rule.id: rule for rule in judge.rules if rule.id not in crashed}
    said_by = complete.get(UNUSED_ALLOW)
    if said_by is None:
        return []
    troubles = judge.silencing.unused(used, {rule.id for rule in rules}, complete.keys())
    severities, matters = judge.catalogue.settings.severity, judge.catalogue.matters
    return told_apart(declare(trouble, said_by, severities, matters) for trouble in troubles)
