"""Which findings exclude one another: two ways to go, of which a reform takes one.

semantics.md section 3, "One thing is told once": the mend of one acts only at steps that the mend
of the other removes, both take the time of one step, one doubts the step whose time the other
takes or whose check it relies on, or one lets run beside a step the check that the other relies on.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from govchain.analysis.running.effects import STEP, Pair, Remedy
from govchain.findings import Finding, Named, Topic
from govchain.mends import (
    DecideAtOnce,
    DropCheck,
    DropStep,
    Mend,
    RunInParallel,
    ShareData,
    TakeWord,
    parts_of,
)


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
        places = _places_of(remedy)
        rivals = [removers.get(step, []) for step in places]
        for rival in rivals[0] if rivals else ():
            if rival is not remedy and all(rival in others for others in rivals[1:]):
                yield remedy.rank, rival.rank


def _places_of(remedy: Remedy) -> dict[str, None]:
    """The steps that the mend acts at: it is idle once all of them are gone. A visit goes with its
    step, whoever takes that: there are no two ways.

    Data that flows does so for the step of the finding; that others gain too is no place of it.
    """
    places: list[str] = []
    for part in _parts_of(remedy):
        match part:
            case DropStep(step) | DropCheck(step, _):
                places.append(step)
            case DecideAtOnce(steps):
                places += steps
            case ShareData():
                places.append(remedy.finding.step or "")
            case TakeWord(_, needs):
                places += (step for step, *_ in needs)
    return dict.fromkeys(places)


def _parts_of(remedy: Remedy) -> Iterator[Mend]:
    return parts_of(remedy.mend) if remedy.mend else iter(())


def _taking_one_time(remedies: list[Remedy]) -> Iterator[Pair]:
    """One decides a step at once by a program, the other on a promise, or doubts the step."""
    taking: dict[str, list[Remedy]] = {}
    for remedy in remedies:
        for step in _decided_at_once(remedy):
            taking.setdefault(step, []).append(remedy)
    for remedy in remedies:
        if remedy.finding.topic is Topic.DOUBTED_STEP:
            for rival in taking.get(remedy.finding.step or "", ()):
                yield remedy.rank, rival.rank
    for rivals in taking.values():
        for one in rivals:
            for other in rivals:
                if one.rank < other.rank and one.finding.lever is not other.finding.lever:
                    yield one.rank, other.rank


def _decided_at_once(remedy: Remedy) -> list[str]:
    """The steps whose time the mend takes."""
    at_once = (part for part in _parts_of(remedy) if isinstance(part, DecideAtOnce))
    return [step for part in at_once for step in part.steps]


def _relying_on_what_goes(remedies: list[Remedy]) -> Iterator[Pair]:
    """One relies on a check that would run beside the step, if the other were mended, or that may
    be made by nobody's right."""
    parallel = [remedy for remedy in remedies if isinstance(remedy.mend, RunInParallel)]
    doubted = {
        remedy.finding.step: (remedy,)
        for remedy in remedies
        if remedy.finding.topic is Topic.DOUBTED_STEP
    }
    for remedy in remedies if parallel or doubted else ():
        step = remedy.finding.step or ""
        for keeper in _relied_on(remedy.finding):
            beside = (other for other in parallel if _parts(other.mend, keeper, step))
            yield from ((remedy.rank, rival.rank) for rival in (*beside, *doubted.get(keeper, ())))


def _relied_on(finding: Finding) -> list[str]:
    """The steps whose checks make those superfluous that the finding speaks of."""
    if finding.topic not in (Topic.REDUNDANT_STEP, Topic.REPEATED_CHECK):
        return []
    checks = finding.facts.get("checks", (finding.facts,))
    proofs = checks if isinstance(checks, tuple) else ()
    keepers = [proof.get("keeper") for proof in proofs if isinstance(proof, Mapping)]
    return [keeper.id for keeper in keepers if isinstance(keeper, Named)]


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
