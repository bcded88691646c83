"""A matter with its calls taken out: steps, materials, facts, and the order as written.

The order is kept as a tree of items (a step, or a call with the items of the called matter),
because mends change it there; `wiring` makes the flat order of it, `calls` the tree itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from govchain.compiler.conditions import Condition
from govchain.findings import Place
from govchain.mends import NeedKey
from govchain.model.duration import Duration
from govchain.model.nouns import CaseFact, Material, Matter, Step


@dataclass(frozen=True, slots=True, eq=False)
class ChainStep:
    """A step in a chain: as written, where it was written, and what holds of it here.

    `checks`, `time` and `visit` begin as written; a mend may change them.
    """

    id: str
    written: Step
    matter: Matter
    department: str | None
    guard: Condition
    checks: tuple[str, ...]
    time: Duration | None
    visit: int
    alters: frozenset[str]
    """The data it produces or changes."""
    is_joined: bool = False
    """One application (acceptance) with an earlier one: none of its own."""

    @property
    def reach(self) -> str:
        """The calls on the way to where it is written, each followed by a slash."""
        return self.id[: self.id.rfind("/") + 1]

    @property
    def kind(self) -> str:
        return self.written.kind

    @property
    def name(self) -> str:
        """As written; empty where it is not."""
        return self.written.name

    def called(self, language: str) -> str:
        """What people call it: its name, else the word for its kind in the language."""
        return self.written.called(language)

    @property
    def place(self) -> Place:
        return self.written.place

    def is_separate(self, kind: str) -> bool:
        """It is a step of the kind (`apply`, `accept`) that joins none."""
        return self.kind == kind and not self.is_joined

    @property
    def is_unassigned(self) -> bool:
        """Nobody is responsible for it, though somebody should be."""
        return self.department is None and self.kind != "apply"

    @property
    def is_of_lead(self) -> bool:
        """The lead of its matter does it; where none is named, whoever does it may be that."""
        return self.matter.department in (self.department, None)

    @property
    def is_approval(self) -> bool:
        """It holds the case up to judge it."""
        return self.written.is_approval

    @property
    def is_decision(self) -> bool:
        return self.written.is_decision

    @property
    def ticks(self) -> int:
        """Its time in sevenths of a minute."""
        return self.time.ticks if self.time else 0

    def place_of_check(self, criterion: str) -> Place:
        """Where the criterion stands among its checks."""
        places = zip(self.written.checks, self.written.check_places, strict=False)
        return next((place for written, place in places if written == criterion), self.place)


@dataclass(frozen=True, slots=True, eq=False)
class ChainMaterial:
    """A material in a chain: as written, the matter it was written in, and when it is asked for.

    `number` tells materials of one chain apart, even those that read the same. `origin` are the
    calls on the way to where it is written, each followed by a slash; `reach` those within which
    it is at hand, fewer where papers are joined.
    """

    number: int
    written: Material
    matter: str
    guard: Condition
    origin: str = ""
    reach: str = ""

    @property
    def subject(self) -> str:
        return self.written.subject

    @property
    def alternatives(self) -> tuple[str, ...]:
        return self.written.alternatives

    @property
    def is_submitted(self) -> bool:
        """It is handed in and kept; others are only shown, or handed in to be cancelled."""
        return self.written.handling == "submitted"

    @property
    def is_shown(self) -> bool:
        """It is looked at and given back."""
        return self.written.handling == "shown"

    @property
    def place(self) -> Place:
        return self.written.place


@dataclass(frozen=True, slots=True)
class Item:
    """A step or a call as it stands in its matter: its id in the chain, and what it follows.

    `name` is empty for a step without one. `order_basis` is the law that fixes this order. `inner`
    are the items of the called matter; a step has none.
    """

    id: str
    name: str
    after: tuple[str, ...]
    place: Place
    order_basis: tuple[str, ...] = ()
    inner: tuple[Item, ...] | None = None


@dataclass(frozen=True, slots=True)
class Expansion:
    """A matter with its calls taken out, ready to be compiled.

    `steps` holds the steps that take part, in list order; an item that is not in it is passed
    through. `flowing` is data that a mend lets flow to every need of it, `promised` what a mend
    lets the applicant's word stand for: needs by their keys.
    """

    matter: Matter
    items: tuple[Item, ...]
    steps: Mapping[str, ChainStep]
    materials: tuple[ChainMaterial, ...]
    facts: Mapping[str, CaseFact]
    flowing: frozenset[str] = frozenset()
    promised: frozenset[NeedKey] = frozenset()
    doubtful: bool = False
    """Something of the matter, or of one it calls, could not be read."""
    is_described: bool = True
    """The steps of the matter, and of all that it calls, are written."""
    calls: Mapping[str, str] = field(default_factory=dict)
    """Call id in the chain -> the matter it calls."""
    call_names: Mapping[str, str] = field(default_factory=dict)
    """Call of the matter itself -> what it calls it, else what the called matter is called."""
    left_out: Mapping[str, ChainStep] = field(default_factory=dict)
    """Steps that calls brought and of which joining left nothing: in the order of what is joined
    they still have their place."""
    scenario: Mapping[str, str] = field(default_factory=dict)
    """Facts of which the chain has only the cases with one option, and that option."""

    @property
    def parts(self) -> int:
        """How many steps and materials it has."""
        return len(self.steps) + len(self.materials)


def levels_of(items: tuple[Item, ...]) -> Iterator[tuple[Item, ...]]:
    """The items of the matter, then those of each call in it, at every depth."""
    waiting = [items]
    while waiting:
        level = waiting.pop()
        yield level
        waiting.extend(item.inner for item in reversed(level) if item.inner is not None)


def steps_of(item: Item) -> Iterator[str]:
    """The ids of the steps that an item stands for, in list order."""
    waiting = [item]
    while waiting:
        current = waiting.pop()
        if current.inner is None:
            yield current.id
        else:
            waiting.extend(reversed(current.inner))


def are_within_reach(one: str, other: str) -> bool:
    """Of two reaches one begins with the other: what is at hand in one is in the other."""
    return one.startswith(other) or other.startswith(one)
