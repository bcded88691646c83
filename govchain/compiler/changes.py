"""What a mend changed of an expanded matter; answers of its chain that rest on the rest hold."""

from __future__ import annotations

from dataclasses import dataclass

from govchain.compiler.expansion import ChainStep, Expansion
from govchain.mends import NeedKey


@dataclass(frozen=True, slots=True)
class Change:
    """The steps that are gone; those whose checks are not the same, the gone ones included; the
    data of the papers that came or went; what flows or is promised on one side only."""

    gone: tuple[ChainStep, ...]
    rechecked: frozenset[str]
    papers: frozenset[str]
    flowing: frozenset[str]
    promised: frozenset[NeedKey]
    moves: bool
    """The order as written is another."""

    @property
    def takes_products(self) -> bool:
        """A step is gone that produced something."""
        return any(step.written.produces for step in self.gone)


def change_between(old: Expansion, new: Expansion) -> Change:
    """What a mend changed, by comparing what stands in both places: it leaves the rest as it is."""
    gone, rechecked = _changed_steps(old, new)
    papers = set() if old.materials is new.materials else {*old.materials} ^ {*new.materials}
    return Change(
        gone,
        rechecked,
        frozenset(data for paper in papers for data in paper.alternatives),
        old.flowing ^ new.flowing,
        old.promised ^ new.promised,
        moves=new.items is not old.items,
    )


def _changed_steps(old: Expansion, new: Expansion) -> tuple[tuple[ChainStep, ...], frozenset[str]]:
    """The steps that are gone, and those that are or whose checks are not the same."""
    if old.steps is new.steps:
        return (), frozenset()
    left = new.steps
    edited = [step for id, step in old.steps.items() if left.get(id) is not step]
    gone = tuple(step for step in edited if step.id not in left)
    rechecked = (s.id for s in edited if s.id not in left or left[s.id].checks != s.checks)
    return gone, frozenset(rechecked)
