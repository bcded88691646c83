"""Which checks are repeated or attested, which approvals are redundant (semantics 2)."""

from dataclasses import dataclass

from .attestation import Chains, attests
from .catalogue import Step
from .chain import Chain
from .registry import APPLICANT
from .supply import DECLARED, MISSING

Kept = tuple[str, str, str]
"""Step, criterion, and the step that keeps the check."""


@dataclass(frozen=True, slots=True)
class Claims:
    """What is superfluous in a chain; checks as (step, criterion).

    `kept`: (step, criterion, keeper) of those that another step's check makes so.
    """

    redundant: frozenset[str] = frozenset()
    repeated: frozenset[tuple[str, str]] = frozenset()
    attested: frozenset[tuple[str, str]] = frozenset()
    kept: frozenset[Kept] = frozenset()

    def covers(self, step: str, criterion: str) -> bool:
        """Is the check found repeated or attested at its step?"""
        return self.rule_of(step, criterion) is not None

    def rule_of(self, step: str, criterion: str) -> str | None:
        """repeated-check, else attested-check."""
        if (step, criterion) in self.repeated:
            return "repeated-check"
        return "attested-check" if (step, criterion) in self.attested else None


def claims_of(chains: Chains, chain: Chain) -> Claims:
    """Redundant steps one by one in chain order, then the checks of those that are left.

    Nothing is claimed in a chain that is not described.
    """
    if not chain.is_described:
        return Claims()
    left, kept = steps_left(chains, chain)
    ids = {step.id for step in left}
    checks = [(step, criterion) for step in left for criterion in step.checks]
    repeated = {(s.id, c) for s, c in checks if is_repeated(chain, s, c, left)}
    attested = {
        (s.id, c)
        for s, c in checks
        if is_attested(chains, chain, s, c, [t for t in left if t == s or chain.is_ancestor(t, s)])
    }
    gone = frozenset(step.id for step in chain.steps if step.id not in ids)
    kept += [kept_by(chain, s, c, left) for s, c in checks if (s.id, c) in repeated]
    return Claims(gone, frozenset(repeated), frozenset(attested), frozenset(kept))


def steps_left(chains: Chains, chain: Chain) -> tuple[list[Step], list[Kept]]:
    """A step found redundant is gone for the rest (as b, as s, as t, as decision step)."""
    left = list(chain.ordered)
    kept = []
    for step in chain.ordered:
        if is_redundant(chains, chain, step, left):
            kept += [
                kept_by(chain, step, c, left)
                for c in step.checks
                if is_repeated(chain, step, c, left)
            ]
            left.remove(step)
    return left, kept


def kept_by(chain: Chain, step: Step, criterion: str, left: list[Step]) -> Kept:
    """Of several that keep the check the first in chain order."""
    keeper = next(other for other in left if repeats(chain, step, other, criterion, left))
    return step.id, criterion, keeper.id


def is_redundant(chains: Chains, chain: Chain, step: Step, left: list[Step]) -> bool:
    """An approval-like s with checks that produces and changes nothing, followed by some step.

    Not the last decision step left in the chain among those written in its matter; each of its
    checks is repeated at s or attested at t ∈ anc(s).
    """
    if not step.is_approval_like or not step.checks or step.alters:
        return False
    if not any(chain.is_ancestor(step, other) for other in chain.steps):
        return False
    decisions = [s for s in deciding(left) if s.written_in == step.written_in]
    if decisions == [step]:
        return False
    before = [t for t in left if chain.is_ancestor(t, step)]
    return all(
        is_repeated(chain, step, c, left) or is_attested(chains, chain, step, c, before)
        for c in step.checks
    )


def is_repeated(chain: Chain, step: Step, criterion: str, left: list[Step]) -> bool:
    """Is c repeated at the step by an earlier or by a later one?"""
    is_its_own = step.is_independent or chain.catalogue.is_external(step.department)
    return not is_its_own and any(repeats(chain, step, other, criterion, left) for other in left)


def repeats(chain: Chain, step: Step, other: Step, criterion: str, left: list[Step]) -> bool:
    """Is c repeated at the step by the other, be it earlier or later?"""
    return is_repeated_by_earlier(chain, other, step, criterion, left) or is_repeated_by_later(
        chain, step, other, criterion, left
    )


def is_repeated_by_earlier(chain: Chain, b: Step, s: Step, c: str, left: list[Step]) -> bool:
    """c is *repeated at s* (by b) iff b keeps c and no m that disturbs c can come between."""
    return (
        are_two_looks_at_one(chain, b, s, c)
        and who_keeps(chain, b, s, c, left) == b
        and c not in b.promised
        and chain.catalogue.is_public(b.department)
        and not any(
            chain.catalogue.disturbs(m, c) and chain.can_come_between(m, b, s) for m in chain.steps
        )
    )


def is_repeated_by_later(chain: Chain, b: Step, s: Step, c: str, left: list[Step]) -> bool:
    """c is *repeated at b* (by s) iff s keeps c, guard(b) ⇒ guard(s), and nothing is decided.

    No m that can come between b and s (b itself counts) produces or changes anything. Nothing
    is claimed in favour of a later one that is independent.
    """
    return (
        are_two_looks_at_one(chain, b, s, c)
        and who_keeps(chain, b, s, c, left) == s
        and chain.catalogue.is_public(s.department)
        and not s.is_independent
        and c not in s.promised
        and chain.scenarios.implies(b.guard, s.guard)
        and not any(m.alters and chain.can_come_between(m, b, s) for m in chain.steps)
    )


def are_two_looks_at_one(chain: Chain, b: Step, s: Step, c: str) -> bool:
    """b and s approval-like, b always before s, both check c, and the two are comparable.

    Not (of one department, exactly one of them a decision step), and not exactly one of them an
    `inspect` (paper and place are two looks).
    """
    return (
        b.is_approval_like
        and s.is_approval_like
        and not (b.is_unassigned or s.is_unassigned)
        and c in b.checks
        and c in s.checks
        and chain.is_always_before(b, s)
        and not (b.department == s.department and b.is_decision != s.is_decision)
        and (b.kind == "inspect") == (s.kind == "inspect")
    )


def who_keeps(chain: Chain, b: Step, s: Step, c: str, left: list[Step]) -> Step | None:
    """The one that owns it, where exactly one does; else by who answers for the decision.

    Where c uses data and neither owns it, only where both are of one department, or stand in one
    matter (and one call of it) and one of them answers.
    """
    if owns(chain, s, c) != owns(chain, b, c):
        return s if owns(chain, s, c) else b
    later, earlier = answers_for(s, c, left), answers_for(b, c, left)
    is_blind = bool(chain.catalogue.uses(c)) and not owns(chain, s, c)
    in_one_matter = b.reach == s.reach and (later or earlier)
    if is_blind and b.department != s.department and not in_one_matter:
        return None
    return s if later and not earlier else b


def answers_for(t: Step, c: str, left: list[Step]) -> bool:
    """A decision step of its department, written in its matter, checks c."""
    return any(
        d.department == t.department and d.written_in == t.written_in and c in d.checks
        for d in deciding(left)
    )


def deciding(left: list[Step]) -> list[Step]:
    """The decision steps of somebody."""
    return [step for step in left if step.is_decision and not step.is_unassigned]


def owns(chain: Chain, t: Step, c: str) -> bool:
    """t *owns* c iff uses(c) ≠ ∅ and department(t) is within the holder of every data in it."""
    catalogue = chain.catalogue
    uses = catalogue.uses(c)
    return bool(uses) and all(
        catalogue.is_within(t.department, catalogue.data[x].holder) for x in uses
    )


def is_attested(chains: Chains, chain: Chain, s: Step, c: str, places: list[Step]) -> bool:
    """Is c ∈ checks(s) *attested* by some data that is needed at one of these places?"""
    catalogue = chain.catalogue
    if not s.is_approval_like or s.is_unassigned or s.is_independent:
        return False
    if catalogue.is_external(s.department):
        return False
    if is_disturbed(chain, s, c):
        return False
    return any(
        c in attests(chains, chain, e)
        and e not in catalogue.uses(c)
        and not any(e in step.produces for step in chain.steps)
        and not catalogue.is_within(s.department, catalogue.data[e].holder)
        and any(is_seen(chain, s, t, e) for t in places)
        for e in catalogue.data
    )


def is_disturbed(chain: Chain, s: Step, c: str) -> bool:
    """Some m ≠ s, m ∉ desc(s) with guard(m) ∧ guard(s) satisfiable disturbs c."""
    return any(
        chain.catalogue.disturbs(m, c)
        and m.id != s.id
        and not chain.is_ancestor(s, m)
        and chain.scenarios.satisfiable(m.guard, s.guard)
        for m in chain.steps
    )


def is_seen(chain: Chain, s: Step, t: Step, e: str) -> bool:
    """A single need of e at t is supplied, by more than a promise, and guard(s) ⇒ guard(t) ∧ g."""
    return not t.is_unassigned and any(
        need.is_single
        and need.data == e
        and chain.supplies[need] != MISSING
        and (chain.supplies[need] != DECLARED or chain.catalogue.data[e].holder == APPLICANT)
        and chain.scenarios.implies(s.guard, chain.arises(need))
        for need in chain.needs[t.id]
    )
