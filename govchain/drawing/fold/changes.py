"""Two versions of a matter, part by part: what went, what stayed, what flows now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial

from govchain.compiler.chain import Chain
from govchain.compiler.supply import SupplyState
from govchain.drawing.chart.phrases import short_name_of
from govchain.drawing.chart.words import Words
from govchain.drawing.fold.parts import Asked, Folded, FoldedPaper, FoldedPart
from govchain.model.figures import circled


class Fate(StrEnum):
    """What became of a paper."""

    GONE = "gone"
    KEPT = "kept"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class PaperChange:
    """A paper, and what became of it; `flows` names who shares what it said, where nobody did, and
    `handed_in` says where it is still handed in, once for several parts."""

    paper: FoldedPaper
    fate: Fate
    flows: str = ""
    handed_in: str = ""


@dataclass(frozen=True, slots=True)
class PartChange:
    """A part before and after; one of the two may not be. `gone` are steps that went."""

    before: FoldedPart | None
    after: FoldedPart | None
    gone: frozenset[str]
    papers: tuple[PaperChange, ...]

    @property
    def known(self) -> FoldedPart:
        """The part by which people know it."""
        found = self.before or self.after
        assert found is not None, "there is one of the two"
        return found


def changes_between(before: Folded, after: Folded) -> tuple[PartChange, ...]:
    """The parts of both: pairs of those that call the same matter (or are the same step), as the
    first version has them, and those of the other one alone before what they come before."""
    later = {key: part for part, key in _keyed(after)}
    pairs = [(part, later.get(key)) for part, key in _keyed(before)]
    known = {id(new) for _, new in pairs}
    found = [_change(old, new, after) for old, new in pairs]
    for place, part in enumerate(after.parts):
        if id(part) not in known:
            found.insert(_place(found, after.parts[place + 1 :]), _change(None, part, after))
    return tuple(_joined(found, after.words))


def _joined(changes: Sequence[PartChange], words: Words) -> Iterator[PartChange]:
    """The same; of papers that went it is told where another part still asks for them."""
    asked = {
        paper.data: words("handed-in-at").format(sign=circled(change.before.number))
        if change.before
        else words("handed-in-once")
        for change in reversed(changes)
        for paper in (change.after.papers if change.after else ())
    }
    for change in changes:
        papers = tuple(
            replace(paper, handed_in=asked.get(paper.paper.data, ""))
            if change.after and paper.fate is Fate.GONE and not paper.flows
            else paper
            for paper in change.papers
        )
        yield replace(change, papers=papers)


def _keyed(folded: Folded) -> Iterator[tuple[FoldedPart, tuple[str, int]]]:
    """Each part by its matter and which of those that call it it is; steps by their ids."""
    met: Counter[str] = Counter()
    for part in folded.parts:
        known = part.key if folded.are_steps or not part.key else part.matter
        yield part, (known, met[known])
        met[known] += 1


def _place(found: list[PartChange], later: Iterable[FoldedPart]) -> int:
    """Before the first part that comes after it; else at the end."""
    coming = {id(part) for part in later}
    places = (n for n, change in enumerate(found) if id(change.after) in coming)
    return next(places, len(found))


def _change(old: FoldedPart | None, new: FoldedPart | None, after: Folded) -> PartChange:
    stayed = {_own_id(id, new) for id in new.step_ids} if new else set()
    steps = old.step_ids if old else ()
    gone = frozenset(id for id in steps if old and _own_id(id, old) not in stayed)
    return PartChange(old, new, gone, tuple(_papers(old, new, after)))


def _own_id(step: str, part: FoldedPart) -> str:
    """What the step is called in its own matter."""
    return step.removeprefix(f"{part.key}/")


def _papers(old: FoldedPart | None, new: FoldedPart | None, after: Folded) -> Iterator[PaperChange]:
    asked = {paper.data for paper in new.papers} if new else set()
    flowing = _flowing(new.step_ids if new else (), after.chain, after.words)
    known = set()
    for paper in old.papers if old else ():
        known.add(paper.data)
        if paper.data in asked:
            yield PaperChange(paper, Fate.KEPT)
        else:
            flows = _flows(paper, flowing) if paper.asked is Asked.SHAREABLE else ""
            yield PaperChange(paper, Fate.GONE, flows)
    for paper in new.papers if new else ():
        if paper.data not in known:
            yield PaperChange(paper, Fate.NEW)


def _flows(paper: FoldedPaper, flowing: Mapping[str, str]) -> str:
    found = (flowing[data] for data in paper.data.split("/") if data in flowing)
    return next(found, "")


def _flowing(steps: Iterable[str], chain: Chain, words: Words) -> dict[str, str]:
    """The data that these steps get by sharing, and from whom."""
    say = partial(short_name_of, known=chain.registry.departments)
    return {
        need.data: words.enumeration(supply.sources, say)
        for step in steps
        for need in chain.needs(step)
        if (supply := chain.supply_of(need)).state is SupplyState.SHARED
    }
