"""One thing is told once (semantics 3): which findings include and which exclude one another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import combinations, permutations

from .catalogue import has_option
from .chain import Chain, Need
from .claims import Claims
from .finding import ERROR, SEVERITIES, Found, Judged
from .supply import LACKING

Key = tuple[str, str | None, str | None, str]
"""Rule, matter (None for links and data), step, subject."""
Piece = tuple[str | Need, ...]
"""One thing that goes, is supplied, takes no time, or is joined."""
Pairs = set[tuple[Key, Key]]

TIMED = ("automatic-approval", "promise-candidate")
PROMISING = ("instant-candidate", "proactive-candidate")
"""Rules whose mend shortens what is promised."""
JOINING = ("several-applications", "several-windows", "repeated-material")
AT_ITS_STEP = (
    "redundant-approval", "repeated-check", "attested-check", *TIMED, "missing-link", "unfit-link",
)  # fmt: skip
"""Rules whose mend takes the step or a check of it, or lets data flow to it."""
RANKED_BY = ("visits", "materials", "days", "steps")
MOST_OF_ONE_EFFECT = 20


@dataclass(frozen=True)
class Shown:
    """A finding that is shown; its effect is empty where it has no mend."""

    key: Key
    found: Found
    judged: Judged
    effect: frozenset[Piece]

    @property
    def rank(self) -> tuple[object, ...]:
        """Errors first, then benefit a year, then severity, then id."""
        rule, matter, step, subject = self.key
        per_year = self.judged.per_year or {}
        saved = [-float(per_year.get(name, 0)) for name in RANKED_BY]
        severity = SEVERITIES.index(self.found.severity)
        where = (matter or "", step or "", subject)
        return (self.found.severity != ERROR, saved, severity, rule, *where)

    @property
    def has_mend(self) -> bool:
        return self.found.mend is not None

    @property
    def timed(self) -> set[str | None]:
        """The steps whose time its mend takes."""
        return {self.found.step} if self.found.rule in TIMED else set(self.found.at_once)

    @property
    def acts_at(self) -> set[str | None]:
        if self.found.rule in AT_ITS_STEP:
            return {self.found.step} if self.has_mend else set()
        if self.found.rule in PROMISING:
            return {*self.found.at_once, *self.found.dropped}
        return {need.step for need in self.found.word_for}

    def gone(self, word: str) -> set[str | Need]:
        """What of a kind goes by its mend."""
        return {piece[1] for piece in self.effect if piece[0] == word}


def effect_of(found: Found, before: Chain, after: Chain) -> frozenset[Piece]:
    """What the mend does, with what that makes superfluous."""
    pieces = [*of_steps(before, after), *of_papers(before, after)]
    if found.rule == "serial-approval":
        pieces.append(("edge", found.subject, found.step or ""))
    if found.rule in JOINING:
        pieces.append(("joined", found.rule))
    if found.rule in PROMISING:
        pieces.append(("promise", before.matter.id))
    return frozenset(pieces)


def of_steps(before: Chain, after: Chain) -> Iterator[Piece]:
    """Steps that go, with all that is at them; what goes of those that stay."""
    for step in before.steps:
        left = after.by_id.get(step.id)
        if left is None:
            yield "step", step.id
        if left is None or left.days != step.days:
            yield "time", step.id
        if step.visit and (left is None or not left.visit):
            yield "visit", step.id
        yield from (("check", step.id, c) for c in step.checks if not left or c not in left.checks)
        for need in before.needs[step.id]:
            if left is None or (lacks(before, need) and not lacks(after, need)):
                yield "need", need


def lacks(chain: Chain, need: Need) -> bool:
    """It is a need of the chain, and carried or missing."""
    return chain.supplies.get(need) in LACKING


def of_papers(before: Chain, after: Chain) -> Iterator[Piece]:
    """Papers that go, with each of their alternatives, and alternatives that go of others."""
    left = {material.key: material for material in after.materials}
    for material in before.materials:
        still = left.get(material.key)
        if still is None:
            yield "paper", material.key
        if len(material.alternatives) > 1:
            for x in material.alternatives:
                option = has_option(material.alternatives, x)
                if still is None or not before.scenarios.satisfiable(still.guard, option):
                    yield "alternative", material.key, x


def excluding(shown: Sequence[Shown], claims: Claims) -> Pairs:
    """Both ways, of one chain: A and B exclude one another."""
    pairs = {(a.key, b.key) for a, b in permutations(shown, 2) if excludes(a, b, claims)}
    return pairs | {(b, a) for a, b in pairs}


def excludes(a: Shown, b: Shown, claims: Claims) -> bool:
    if b.acts_at and b.acts_at <= a.gone("step"):
        return True
    if a.timed & b.timed and a.found.lever != b.found.lever:
        return True
    if a.found.rule == "baseless-approval":
        return a.found.step in b.timed | keepers(b.found, claims)
    return a.found.rule == "serial-approval" and any(
        are_beside(a.found, keeper, b.found.step or "") for keeper in keepers(b.found, claims)
    )


def keepers(found: Found, claims: Claims) -> set[str]:
    """The steps that keep the checks on which it relies."""
    return {
        keeper
        for step, criterion, keeper in claims.kept
        if step == found.step
        and (
            found.rule == "redundant-approval"
            or (found.rule == "repeated-check" and found.subject == criterion)
        )
    }


def are_beside(serial: Found, one: str, other: str) -> bool:
    """The two steps, or calls they stand in, would run side by side."""
    first, second = serial.subject, serial.step or ""
    return (stands_in(one, first) and stands_in(other, second)) or (
        stands_in(one, second) and stands_in(other, first)
    )


def stands_in(step: str, item: str) -> bool:
    return step == item or step.startswith(item + "/")


def including(shown: Sequence[Shown], excluded: Pairs) -> Pairs:
    """Of one chain: A includes B."""
    speaking = {one.key for one in shown if speaks(one, shown)}
    return {
        (a.key, b.key)
        for a, b in permutations(shown, 2)
        if (a.key, b.key) not in excluded and includes(a, b, speaking)
    }


def speaks(one: Shown, shown: Sequence[Shown]) -> bool:
    """Of more than 20 findings of one effect only the first does."""
    alike = [other for other in shown if other.effect == one.effect]
    return len(alike) <= MOST_OF_ONE_EFFECT or one.rank == min(other.rank for other in alike)


def includes(a: Shown, b: Shown, speaking: Set[Key]) -> bool:
    is_first = a.rank < b.rank
    if b.effect and b.effect <= a.effect:
        if b.effect == a.effect:
            return a.key in speaking and is_first
        return {a.key, b.key} <= speaking
    papers = {piece for piece in a.effect if piece[0] in ("paper", "alternative")} | paper_of(a)
    return not b.has_mend and bool(paper_of(b) & papers) and (a.has_mend or is_first)


def paper_of(shown: Shown) -> set[Piece]:
    """The material, or the alternative of it, that the finding is of."""
    paper = shown.found.paper
    if paper is None:
        return set()
    if paper.alternative is None:
        return {("paper", paper.material.key)}
    return {("alternative", paper.material.key, paper.alternative)}


def of_one_link(of_links: Sequence[Shown], unfit: Sequence[tuple[Shown, set[str]]]) -> Pairs:
    """Two findings of one link, or one of a link and an unfit-link in which it fails.

    The first in rank includes the other; `unfit` has the subjects of the links that fail.
    """
    pairs = [pair for pair in combinations(of_links, 2) if pair[0].key[3] == pair[1].key[3]]
    pairs += [(of, one) for one, failing in unfit for of in of_links if of.key[3] in failing]
    ranked = [sorted(pair, key=lambda shown: shown.rank) for pair in pairs]
    return {(first.key, second.key) for first, second in ranked}
