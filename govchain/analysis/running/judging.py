"""Runs the rules over a catalogue: hits in, ranked findings with benefits out.

A rule that crashes becomes a finding of its own and the run goes on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from govchain.analysis.hits.naming import matter_named
from govchain.analysis.rule import Hit, Rule
from govchain.analysis.running.effects import consequence_of
from govchain.analysis.running.inheritance import standing_in_callers, told_once
from govchain.analysis.running.limits import Mending, judged, limits_met, unjudged
from govchain.analysis.running.proofs import Proof, declare, fingerprint, prove, told_apart
from govchain.analysis.running.ranking import ranked
from govchain.analysis.running.relations import related
from govchain.analysis.running.silencing import UNUSED_ALLOW, Silencing
from govchain.analysis.running.totals import Total
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.findings import Facts, Finding, Lever, Place, Severity
from govchain.mends import RunInParallel

FAULT = "internal-fault"
"""Stands for a rule that crashed: our mistake, never the user's."""


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
        return (*of_rules, _fault("total benefit", None, failure)) if failure else of_rules


def run_rules(
    rules: Sequence[Rule],
    catalogue: Catalogue,
    enabled: Callable[[Rule], bool],
    is_wanted: Callable[[Finding], bool] = lambda finding: True,
) -> Analysis:
    """The findings of the enabled rules; of those only the wanted ones get a benefit and stay.

    All rules see the whole catalogue: what is wanted narrows only what is told.
    """
    chosen = [rule for rule in rules if enabled(rule)]
    proofs, faults = collect(chosen, catalogue)
    proofs = judged(proofs, unjudged(catalogue))
    telling = told_once(proofs)
    said = [_standing(proof, catalogue) for proof in telling.said]
    spoken = [proof for proof in said if is_wanted(proof.finding)]
    silencing = Silencing(catalogue.allows)
    hushed = [proof.finding for proof in spoken if silencing.is_silenced(proof.finding)]
    loud = [proof for proof in spoken if not silencing.is_silenced(proof.finding)]
    told, quiet = _reader_findings(chosen, catalogue, silencing)
    crashed = {fault.subject for fault in faults}
    complete = [rule for rule in chosen if rule.id not in crashed]
    found = (*(proof.finding for proof in proofs), *quiet)
    told += _unused_allows(rules, complete, catalogue, silencing, found)
    alone, together = Mending.of(catalogue), Mending.of(catalogue)
    valued = [_with_benefit(proof, alone, faults) for proof in loud]
    given_up = unjudged(catalogue)
    valued = judged(valued, given_up)
    total = Total(valued, telling.unsaid, catalogue, together)
    told += limits_met(catalogue, rules, given_up, alone.missed, together.missed)
    unset = catalogue.settings.stand_at
    of_reader = (f for f in told if unset(f.place) or f.is_lost_file or is_wanted(f))
    findings = [*(p.finding for p in valued), *of_reader, *faults]
    is_whole = not given_up and not any(finding.is_loss for finding in catalogue.findings)
    return Analysis(related(ranked(findings), valued), total, (*hushed, *quiet), is_whole)


def _standing(proof: Proof, catalogue: Catalogue) -> Proof:
    """The proof with where it stands: in callers too, or in this caller alone."""
    finding = proof.finding
    if proof.chain is None:
        return replace(proof, finding=standing_in_callers(finding, catalogue))
    called = proof.chain.expansion.calls.get(proof.way.removesuffix("/"))
    if called is None:
        return proof
    within: Facts = {
        "within": matter_named(proof.chain.matter),
        "by_itself": matter_named(catalogue.matters[called]),
    }
    return replace(proof, finding=replace(finding, facts={**finding.facts, **within}))


def _reader_findings(
    chosen: Iterable[Rule], catalogue: Catalogue, silencing: Silencing
) -> tuple[list[Finding], list[Finding]]:
    """What the reader found under enabled rules: what is told, and what a comment silences.

    What is wrong with the settings is found whatever they enable.
    """
    ids = {rule.id for rule in chosen}
    unset = catalogue.settings.stand_at
    found = [
        standing_in_callers(finding, catalogue)
        for finding in catalogue.findings
        if finding.rule in ids or unset(finding.place)
    ]
    quiet = [finding for finding in found if silencing.is_silenced(finding)]
    told = [finding for finding in found if not silencing.is_silenced(finding)]
    return told, quiet


def _unused_allows(
    rules: Iterable[Rule],
    complete: Iterable[Rule],
    catalogue: Catalogue,
    silencing: Silencing,
    found: Iterable[Finding],
) -> list[Finding]:
    """The comments that allow nothing of what was found, where their rule ran to its end."""
    by_id = {rule.id: rule for rule in complete}
    judge = by_id.get(UNUSED_ALLOW)
    if judge is None:
        return []
    troubles = silencing.unused(found, {rule.id for rule in rules}, by_id.keys())
    severities, matters = catalogue.settings.severity, catalogue.matters
    return told_apart(declare(trouble, judge, severities, matters) for trouble in troubles)


def collect(rules: Iterable[Rule], catalogue: Catalogue) -> tuple[list[Proof], list[Finding]]:
    """Every proof of the rules, said or not, and the rules that crashed."""
    proofs: list[Proof] = []
    faults: list[Finding] = []
    for rule in rules:
        if rule.judge_catalogue is not None:
            ask = partial(rule.judge_catalogue, catalogue)
            _judge(rule, ask, catalogue, None, proofs, faults)
        if rule.judge_chain is not None:
            for chain in catalogue.chains.values():
                ask = partial(rule.judge_chain, chain, catalogue)
                _judge(rule, ask, catalogue, chain, proofs, faults)
    return proofs, faults


def _judge(
    rule: Rule,
    ask: Callable[[], Iterable[Hit]],
    catalogue: Catalogue,
    chain: Chain | None,
    proofs: list[Proof],
    faults: list[Finding],
) -> None:
    try:
        proofs.extend([prove(rule, hit, catalogue, chain) for hit in ask()])
    except Exception as error:  # noqa: BLE001  our crash must not cost the user the rest
        faults.append(_fault(rule.id, chain, error))


def _fault(what: str, chain: Chain | None, error: Exception) -> Finding:
    matter = chain.matter if chain else None
    return Finding(
        rule=FAULT,
        family="internal",
        severity=Severity.ERROR,
        matter=matter.id if matter else None,
        step=None,
        subject=what,
        place=matter.place if matter else Place("", 1, 1),
        message='"{rule}" failed here ({error}); this is a fault of govchain',
        facts={"rule": what, "error": f"{type(error).__name__}: {error}"},
        lever=Lever.CLARIFY,
        remedy="please report it with the definition that it happened on",
        fingerprint=fingerprint(FAULT, matter.id if matter else None, None, what),
    )


def _with_benefit(proof: Proof, mending: Mending, faults: list[Finding]) -> Proof:
    chain, mend = proof.chain, proof.mend
    if mend is None or chain is None:
        return proof
    is_known = chain.has_answered(consequence_of, mend) or isinstance(mend, RunInParallel)
    if not is_known and not mending.may_mend(chain, mend):
        return proof
    try:
        consequence = chain.once(consequence_of, mend)
    except Exception as error:  # noqa: BLE001  the finding stands without its benefit
        faults.append(_fault(proof.rule.id, chain, error))
        return proof
    finding = replace(proof.finding, benefit=consequence.benefit)
    if finding.lever is Lever.SHARE and consequence.still_asked:
        finding = replace(finding, facts={**finding.facts, "still_asked": consequence.still_asked})
    return replace(proof, finding=finding)
