"""A matter is folded: its chain and the findings on it become parts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from govchain.compiler.parts import call_of, parts_of
from govchain.compiler.timetable import timetable_of
from govchain.drawing.chart.subject import Fold, Version
from govchain.drawing.chart.words import Words
from govchain.drawing.fold.maker import PartMaker
from govchain.drawing.fold.parts import Folded, FoldedPart
from govchain.drawing.fold.waits import Pair, pairs_of_calls, pairs_of_steps, waits_of


def folded(version: Version, words: Words, fold: Fold = Fold.AUTO) -> Folded:
    """The matter by the matters that it calls; where it calls none, or nothing is to be folded, by
    its steps."""
    chain = version.chain
    if fold is Fold.NONE or not chain.expansion.calls:
        return _of(version, words, by_steps(version, words), pairs_of_steps(chain), are_steps=True)
    return _of(version, words, _by_calls(version, words), pairs_of_calls(chain), are_steps=False)


def by_steps(version: Version, words: Words, call: str = "") -> list[FoldedPart]:
    """Each step told like a part; of one call its steps alone."""
    chain, maker = version.chain, PartMaker(version, words, are_steps=True)
    steps = enumerate(chain.steps, 1)
    return [maker.of_step(n, s) for n, s in steps if not call or call_of(s.id, chain) == call]


def _by_calls(version: Version, words: Words) -> list[FoldedPart]:
    """The called matters, and the steps of its own as one, as their first steps stand."""
    chain = version.chain
    maker = PartMaker(version, words, are_steps=False)
    parts = [maker.of_part(part) for part in chain.once(parts_of)]
    positions = {step.id: n for n, step in enumerate(chain.steps)}
    begins = [min((positions[id] for id in part.step_ids), default=None) for part in parts]
    own = begins[0]
    if own and parts[0].key == "":  # what begins with others is told behind what comes before it
        before = sum(n is not None and n < own for n in begins[1:])
        parts.insert(before, parts.pop(0))
    absent = [part for part in parts if not part.is_there and not part.step_ids]
    return _with_absent([part for part in parts if part not in absent], absent)


def _with_absent(parts: list[FoldedPart], absent: Sequence[FoldedPart]) -> list[FoldedPart]:
    """What takes place in cases that are not drawn stands before what is numbered behind it."""
    for part in absent:
        behind = (n for n, known in enumerate(parts) if known.key and known.number > part.number)
        parts.insert(next(behind, len(parts)), part)
    return parts


def _of(
    version: Version,
    words: Words,
    parts: list[FoldedPart],
    pairs: Iterable[Pair],
    *,
    are_steps: bool,
) -> Folded:
    chain = version.chain
    maker = PartMaker(version, words, are_steps=are_steps)
    steps = (
        [(step,) for step in chain.steps]
        if are_steps
        else [part.steps for part in chain.once(parts_of)]
    )
    places = {part.key: place for place, part in enumerate(parts)}
    if "" in places:
        own = (step.id for step in chain.steps if not call_of(step.id, chain))
        places.update(dict.fromkeys(own, places[""]))
    return Folded(
        chain,
        words,
        tuple(parts),
        waits_of(pairs, places, version.marks),
        chain.once(timetable_of).ends,
        maker.case(steps),
        are_steps,
        tuple(sorted(version.marks, key=lambda mark: mark.number)),
        maker.marks_on_whole(places),
    )
