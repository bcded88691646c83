"""Which matter of one catalogue is which of the other: by its id, else by its code (实施编码)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from govchain.model.nouns import Matter


@dataclass(frozen=True, slots=True)
class Pair:
    """A matter before and after; None where it does not stand there."""

    old: Matter | None
    new: Matter | None

    @property
    def matter(self) -> Matter:
        """As it stands now, else as it stood."""
        matter = self.new or self.old
        assert matter is not None, "of a pair one is there"
        return matter

    @property
    def ids(self) -> frozenset[str]:
        """What it is called before and after."""
        return frozenset(m.id for m in (self.old, self.new) if m is not None)

    @property
    def is_compared(self) -> bool:
        return self.old is not None and self.new is not None

    @property
    def is_of_other_volume(self) -> bool:
        """It has other cases a year now than before."""
        return self.old is not None and self.new is not None and self.old.volume != self.new.volume

    @property
    def is_renamed(self) -> bool:
        """It has another id now: it was known by its code."""
        return self.old is not None and self.new is not None and self.old.id != self.new.id


def pairs_of(old: Mapping[str, Matter], new: Mapping[str, Matter]) -> tuple[Pair, ...]:
    """All matters of both, each in one pair, by id.

    What has no partner by id has one by its code, where that names one such matter on either side;
    whatever is left stands alone: it ended, began, was split or merged, and nobody guesses which.
    """
    same = [Pair(old[id], new[id]) for id in old.keys() & new.keys()]
    ended = [matter for id, matter in old.items() if id not in new]
    begun = [matter for id, matter in new.items() if id not in old]
    codes, others = _by_code(ended), _by_code(begun)
    renamed = [Pair(codes[code], others[code]) for code in codes.keys() & others.keys()]
    known = {id for pair in renamed for id in pair.ids}
    alone = [
        *(Pair(matter, None) for matter in ended if matter.id not in known),
        *(Pair(None, matter) for matter in begun if matter.id not in known),
    ]
    return tuple(sorted((*same, *renamed, *alone), key=lambda pair: sorted(pair.ids)))


def _by_code(matters: Iterable[Matter]) -> dict[str, Matter]:
    """The matters whose code none other of them has."""
    sharing: dict[str, list[Matter]] = {}
    for matter in matters:
        if matter.code:
            sharing.setdefault(matter.code, []).append(matter)
    return {code: found[0] for code, found in sharing.items() if len(found) == 1}
