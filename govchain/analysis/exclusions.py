"""Which findings exclude one another: two ways to go, of which a reform takes one.

semantics.md section 3, "One thing is told once": the mend of one acts only at steps that the mend
of the other removes, both take the time of one step, one doubts the step whose time the other
takes, or one takes the check that the other relies on or runs beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from govchain.analysis.effects import CHECK, STEP, Pair, Remedy
from govchain.compiler.mends import (
    DecideAtOnce,
    DropCheck,
    DropStep,
    DropVisit,
    Mend,
    RunInParallel,
    ShareData,
    TakeWord,
    Together,
)
from govchain.findings import Named

_PROVED_TOGETHER = frozenset({"redundant-approval", "repeated-check", "attested-check"})
"""Rules that were proved one after another, each on what the others leave: all may be mended."""


def excluding_pairs(remedies: list[Remedy]) -> Iterator[Pair]:
    """Among the findings of one chain, pairs of ranks in either order."""
    yield from _at_removed_steps(remedies)
    yield from _taking_one_time(remedies)
    yield from _relying_on_what_goes(remedies)


def _at_removed_steps(remedies: list[Remedy]) -> Iterator[Pair]:
    """One acts where the other leaves nothing to act at."""
    removers: dict[str, list[Remedy]] = {}
    for remedy in remedies:
        for piece in remedy.effect:
            if piece[0] == STEP:
                removers.setdefault(str(piece[1]), []).append(remedy)
    for remedy in remedies if removers else ():
        places = _places_of(remedy.mend, remedy)
        rivals = [removers.get(step, []) for step in places]
        for rival in rivals[0] if rivals else ():
            if rival is not remedy and all(rival in others for others in rivals[1:]):
                yield remedy.rank, rival.rank


def _places_of(mend: Mend | None, remedy: Remedy) -> tuple[str, ...]:
    """The steps that the mend acts at: it is idle once all of them are gone.

    Data that flows does so for the step of the finding; that others gain too is no place of it.
    """
    match mend:
        case DropStep(step) | DropCheck(step, _) | DropVisit(step):
            return (step,)
        case DecideAtOnce(steps):
            return steps
        case ShareData():
            return (remedy.finding.step or "",)
        case TakeWord(_, needs):
            return tuple(dict.fromkeys(step for step, *_ in needs))
        case Together(mends):
            return tuple(step for part in mends for step in _places_of(part, remedy))
        case _:
            return ()


def _taking_one_time(remedies: list[Remedy]) -> Iterator[Pair]:
    """One decides a step at once by a program, the other on a promise, or doubts the step."""
    taking: dict[str, list[Remedy]] = {}
    for remedy in remedies:
        for step in _decided_at_once(remedy.mend):
            taking.setdefault(step, []).append(remedy)
    for remedy in remedies:
        if remedy.finding.rule == "baseless-approval":
            for rival in taking.get(remedy.finding.step or "", ()):
                yield remedy.rank, rival.rank
    for rivals in taking.values():
        for one in rivals:
            for other in rivals:
                if one.rank < other.rank and one.finding.lever is not other.finding.lever:
                    yield one.rank, other.rank


def _decided_at_once(mend: Mend | None) -> tuple[str, ...]:
    match mend:
        case DecideAtOnce(steps):
            return steps
        case Together(mends):
            return tuple(step for part in mends for step in _decided_at_once(part))
        case _:
            return ()


def _relying_on_what_goes(remedies: list[Remedy]) -> Iterator[Pair]:
    """One relies on a check that the other takes, or that would run beside the step."""
    taking: dict[tuple[str, str], list[Remedy]] = {}
    for remedy in remedies:
        for piece in remedy.effect:
            if piece[0] == CHECK and remedy.finding.rule not in _PROVED_TOGETHER:
                taking.setdefault((str(piece[1]), str(piece[2])), []).append(remedy)
    parallel = [remedy for remedy in remedies if isinstance(remedy.mend, RunInParallel)]
    for remedy in remedies:
        for keeper, criterion in _relied_on(remedy):
            rivals = taking.get((keeper, criterion), [])
            step = remedy.finding.step or ""
            beside = [other for other in parallel if _parts(other.mend, keeper, step)]
            yield from ((remedy.rank, rival.rank) for rival in (*rivals, *beside))


def _relied_on(remedy: Remedy) -> Iterable[tuple[str, str]]:
    """The checks that make others superfluous, by step and criterion."""
    if remedy.finding.rule not in _PROVED_TOGETHER:
        return ()
    checks = remedy.finding.facts.get("checks", (remedy.finding.facts,))
    parts = checks if isinstance(checks, tuple) else ()
    proofs = [part for part in parts if isinstance(part, Mapping)]
    found = ((proof.get("keeper"), proof.get("criterion")) for proof in proofs)
    return [(k.id, c.id) for k, c in found if isinstance(k, Named) and isinstance(c, Named)]


def _parts(mend: Mend | None, one: str, other: str) -> bool:
    """The mend lets the two steps, or the calls they stand in, run side by side."""
    if not isinstance(mend, RunInParallel):
        return False
    first, second = mend.first, mend.second
    return (_stands_in(one, first) and _stands_in(other, second)) or (
        _stands_in(other, first) and _stands_in(one, second)
    )


def _stands_in(step: str, item: str) -> bool:
    return step == item or step.startswith(f"{item}/")
