"""The nouns: what a catalogue says, once its words are read (language 4)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any

from .guards import ALWAYS, Guard, OneOf, Scenarios
from .registry import PUBLIC, Criterion, Data, Department, Link
from .working_days import Year

APPROVAL_LIKE = frozenset(
    {"review", "approve", "countersign", "consult", "inspect", "expert-review"}
)


Shares = Mapping[str, Fraction]
"""Of a fact: how many cases have which option."""


def fact_of(alternatives: tuple[str, ...]) -> str:
    """Which alternative an applicant has is a fact: its id is the ids sorted and joined by |."""
    return "|".join(sorted(alternatives))


def has_option(alternatives: tuple[str, ...], *options: str) -> Guard:
    """The fact is one of these; what has no alternatives is what it is."""
    if len(alternatives) < 2:
        return ALWAYS
    return OneOf(fact_of(alternatives), frozenset(options))


@dataclass(frozen=True, slots=True)
class Material:
    """What the applicant is asked for.

    `path`: the calls on the way to where it is written; `reach`: the same, until materials are
    joined.
    """

    key: str
    written_in: str
    name: str | None
    alternatives: tuple[str, ...]
    guard: Guard = ALWAYS
    handling: str = "submitted"
    basis: tuple[str, ...] = ()
    is_waived: bool = False
    shares: Shares | None = None
    path: str = ""
    reach: str = ""

    @property
    def subject(self) -> str:
        """Its data id, alternatives joined by | as written; without data its name."""
        return "|".join(self.alternatives) or str(self.name)


@dataclass(frozen=True, slots=True)
class NeedEntry:
    """One entry of `needs`, as written."""

    alternatives: tuple[str, ...]
    fields: frozenset[str] | None = None
    max_age: str | None = None
    guard: Guard = ALWAYS
    shares: Shares | None = None

    @property
    def is_single(self) -> bool:
        return len(self.alternatives) == 1


@dataclass(frozen=True, slots=True)
class Step:
    """A step, or (with `calls`) a call; `after` is always filled in, `days` None: no `time`.

    `checks` are those that a mend has left, `written_checks` all; `has_joined`: it is no
    application (no window) of its own, 1.11.
    """

    id: str
    written_in: str
    after: frozenset[str]
    kind: str = ""
    calls: str | None = None
    department: str | None = None
    guard: Guard = ALWAYS
    checks: tuple[str, ...] = ()
    written_checks: tuple[str, ...] = ()
    promised: frozenset[str] = frozenset()
    entries: tuple[NeedEntry, ...] = ()
    produces: frozenset[str] = frozenset()
    changes: frozenset[str] = frozenset()
    days: Fraction | None = None
    is_excluded: bool = False
    visit: int = 0
    visit_basis: tuple[str, ...] = ()
    channels: frozenset[str] = frozenset()
    basis: tuple[str, ...] = ()
    has_ended_basis: bool = False
    order_basis: tuple[str, ...] = ()
    has_joined: bool = False
    is_independent: bool = False
    power: str | None = None
    partners: tuple[str, ...] = ()
    entry: Mapping[str, Any] = field(default_factory=dict, compare=False, repr=False)
    """As it stands in its document: rules of their own files read there what no other asks."""

    @property
    def is_approval_like(self) -> bool:
        """Does it hold the case up to judge it? (language 4.4)"""
        return self.kind in APPROVAL_LIKE

    @property
    def is_decision(self) -> bool:
        """*Decision step*: a step with power `decision`, not `apply`."""
        return self.power == "decision" and self.kind != "apply"

    @property
    def reach(self) -> str:
        """The calls on the way to where it is written, as they stand before its id."""
        return self.id[: self.id.rfind("/") + 1]

    @property
    def is_unassigned(self) -> bool:
        """It should have a department and has none."""
        return self.department is None and self.calls is None and self.kind != "apply"

    @property
    def alters(self) -> frozenset[str]:
        """changes ∪ produces."""
        return self.changes | self.produces


@dataclass(frozen=True, slots=True)
class Matter:
    """A matter as written; of optional materials it only counts that they are recorded."""

    id: str
    lead: str | None
    steps: tuple[Step, ...]
    type: str = "other"
    applicant: str | None = None
    basis: tuple[str, ...] = ()
    has_ended_basis: bool = False
    materials: tuple[Material, ...] = ()
    optional: tuple[Material, ...] = ()
    facts: dict[str, dict[str, Fraction | None]] = field(default_factory=dict)
    volume: int | None = None
    joined: frozenset[str] = frozenset()
    complete: frozenset[str] = frozenset()
    entry: Mapping[str, Any] = field(default_factory=dict, compare=False, repr=False)
    """Its document."""

    def with_alternatives(self) -> Iterator[Material | NeedEntry]:
        """What has alternatives: its materials, then the needs of its steps in list order."""
        yield from (held for held in self.materials if len(held.alternatives) > 1)
        for step in self.steps:
            yield from (entry for entry in step.entries if not entry.is_single)


@dataclass(frozen=True)
class Catalogue:
    """Everything that was read, and the date it is judged at."""

    departments: dict[str, Department]
    data: dict[str, Data]
    criteria: dict[str, Criterion]
    links: tuple[Link, ...]
    matters: dict[str, Matter]
    date: date
    scenarios: Scenarios
    calendar: Mapping[int, Year]
    registries: Sequence[Mapping[str, Any]] = ()
    """The documents of the registries as they stand: what no other asks is read there."""
    mechanisms: tuple[Mapping[str, Any], ...] = ()
    """The entries of `collaborations`, as they stand in their documents."""

    def above(self, department: str | None) -> list[str]:
        """The department and those it is below: E is reached from D by `parent`."""
        reached: list[str] = []
        while department is not None:
            reached.append(department)
            department = self.departments[department].parent
        return reached

    def is_within(self, department: str | None, other: str | None) -> bool:
        """*within E*: E or below it."""
        return other in self.above(department)

    def is_public(self, department: str | None) -> bool:
        """*Public* department: kind `government` or `public-institution`."""
        return department in self.departments and self.departments[department].kind in PUBLIC

    def is_external(self, department: str | None) -> bool:
        """Of kind `external`: outside the administration."""
        return department in self.departments and self.departments[department].kind == "external"

    def uses(self, criterion: str) -> tuple[str, ...]:
        """The data a criterion rests on."""
        return self.criteria[criterion].uses

    def disturbs(self, step: Step, criterion: str) -> bool:
        """*m disturbs c* iff (changes(m) ∪ produces(m)) ∩ uses(c) ≠ ∅."""
        return any(data in step.alters for data in self.uses(criterion))

    def written_producers(self, data: str) -> list[Step]:
        """The steps that produce it, counted where they are written (1.11)."""
        return [
            step for matter in self.matters.values() for step in matter.steps
            if data in step.produces
        ]  # fmt: skip
