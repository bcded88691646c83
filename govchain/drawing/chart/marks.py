"""What the picture is told of findings: the finding, its number, its rule's name, its sentence."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from govchain.analysis.hits.papers import asking_step
from govchain.analysis.running.standing import Standing, first_step_of
from govchain.compiler.chain import Chain
from govchain.compiler.expansion import ChainMaterial
from govchain.compiler.needs import Need
from govchain.findings import About, Finding, Topic


@dataclass(frozen=True, slots=True)
class Mark:
    """A finding as it stands in a picture: its sign where it speaks of, and in the strip below.

    `spots` are where it stands in the chain: several, where the chain calls its matter again.
    Rule name, sentence, remedy and benefit are made elsewhere, in the language of the picture;
    drawing makes none.
    """

    number: int
    finding: Finding
    rule_name: str
    sentence: str
    spots: tuple[Standing, ...]
    remedy: str = ""
    benefit: str = ""
    is_pale: bool = False
    """Others are to stand out."""

    @property
    def label(self) -> str:
        """What programs know it by: 3-2."""
        return self.spots[0].label

    @property
    def sign(self) -> str:
        """What people know it by: ③-2."""
        return self.spots[0].sign

    @property
    def known_by(self) -> str:
        """The beginning of its fingerprint."""
        return self.finding.known_by

    @property
    def summary(self) -> str:
        """Sign, rule and fingerprint."""
        return " ".join(part for part in (self.sign, self.rule_name, self.known_by) if part)

    @property
    def is_redundancy(self) -> bool:
        """It says that the step is a redundant approval."""
        return self.finding.topic is Topic.REDUNDANT_STEP

    @property
    def is_lack_of_sharing(self) -> bool:
        """It says that data does not flow to where it is needed."""
        return self.finding.topic is Topic.NOT_SHARED

    @property
    def spares_paper(self) -> bool:
        """It says that the paper need not be asked for."""
        return self.finding.topic is Topic.NEEDLESS_PAPER


def highlighted(marks: Sequence[Mark], names: Collection[str]) -> tuple[Mark, ...]:
    """The marks, pale but for those whose rule or family is named; none pale where none is."""
    if not names:
        return tuple(marks)
    return tuple(
        replace(m, is_pale=not {m.finding.rule, m.finding.family} & {*names}) for m in marks
    )


def signs_of(marks: Iterable[Mark]) -> list[str]:
    """What people know them by."""
    return [mark.sign for mark in marks]


class MarkBoard:
    """Which marks stand where in the picture of a chain, each at what it speaks of."""

    def __init__(self, marks: Iterable[Mark], chain: Chain) -> None:
        self._on: dict[object, dict[int, Mark]] = {}
        self._spared: dict[ChainMaterial, set[str]] = {}
        for mark in marks:
            for spot in mark.spots:
                self._on.setdefault(_place_of(spot, chain), {}).setdefault(mark.number, mark)
                if spot.paper is not None and mark.spares_paper:
                    self._spared.setdefault(spot.paper, set()).add(spot.alternative)

    def on_whole(self) -> tuple[Mark, ...]:
        """Those that speak of no element of the picture."""
        return self._at(None)

    def on_step(self, step: str) -> tuple[Mark, ...]:
        return self._at(step)

    def on_order(self, step: str) -> tuple[Mark, ...]:
        """Those that speak of what the step waits for."""
        return self._at((About.ORDER, step))

    def on_need(self, need: Need) -> tuple[Mark, ...]:
        return self._at(need)

    def spares(self, paper: ChainMaterial) -> bool:
        """The paper need not be asked for, or none of its alternatives."""
        spared = self._spared.get(paper, set())
        return "" in spared or (bool(spared) and spared.issuperset(paper.alternatives))

    def on_paper(self, paper: ChainMaterial) -> tuple[Mark, ...]:
        return self._at(paper)

    def _at(self, place: object) -> tuple[Mark, ...]:
        return tuple(self._on.get(place, {}).values())


def _place_of(spot: Standing, chain: Chain) -> object:
    if spot.need is not None:
        return spot.need
    if spot.paper is not None:
        return spot.paper
    step = first_step_of(spot.step, chain)
    is_of_order = spot.finding.about is About.ORDER and step is not None
    return (About.ORDER, step) if is_of_order else step


def papers_by_step(chain: Chain) -> dict[str | None, list[ChainMaterial]]:
    """The papers asked for at each step; at None those of matters with no step in the chain."""
    found: dict[str | None, list[ChainMaterial]] = {}
    for paper in chain.materials:
        found.setdefault(asking_step(paper, chain), []).append(paper)
    return found
