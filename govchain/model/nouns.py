"""The nouns of a civil servant, as written in the definitions, each with its place.

Every value is frozen and may stand in a set: mappings in it are compared, but do not count for its
hash. Ids stand for what they name; the reader has resolved them: an id that names nothing was
reported and left out, and what it was left out of is marked `doubtful`, so that no rule claims
anything from its absence.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TypeAlias

from govchain.findings import Place
from govchain.language.fixed_words import kind_in
from govchain.language.registry import THEME
from govchain.model.answers import Answer, Answers, Asked
from govchain.model.duration import Duration

APPLICANT = "applicant"
ALL = "all"

_GOALS = THEME.keyword("goals")

APPROVAL_KINDS = frozenset(
    {"review", "approve", "countersign", "consult", "inspect", "expert-review"}
)
"""Kinds of steps that hold a case up to judge it."""

PUBLIC_KINDS = frozenset({"government", "public-institution"})

GIVING_TYPES = frozenset({"payment", "service", "reward"})
"""Types of matters that give people something."""

UPDATES = ("realtime", "daily", "weekly", "monthly", "quarterly", "yearly")
"""How often data is renewed, the most frequent first."""

POWERS = {
    "approve": "decision",
    "issue": "execution",
    "fee": "execution",
    "deliver": "execution",
}
"""The power a step exercises by its kind, where it names none (三权). To look on the spot before a
decision is part of examining; that it supervises what was decided is written."""


class Provision(str):
    """What a `basis` names: the text of a provision, and how long it was in force.

    `until` is the last day, None where it has no end; `repealed_by` is what ended it.
    """

    __slots__ = ("repealed_by", "until")

    until: datetime.date | None
    repealed_by: str | None

    def __new__(
        cls, text: str, until: datetime.date | None = None, repealed_by: str | None = None
    ) -> Provision:
        provision = super().__new__(cls, text)
        provision.until = until
        provision.repealed_by = repealed_by
        return provision


Provisions: TypeAlias = tuple[str, ...]
"""Plain texts, or a `Provision` where an end is written."""

Extra: TypeAlias = "str | tuple[Extra, ...] | Mapping[str, Extra]"
"""What is kept and judged by no rule: as written, scalars as text."""


@dataclass(frozen=True, slots=True)
class Department:
    """A department, institution or other body that takes part in a service."""

    id: str
    name: str
    place: Place
    kind: str = "government"
    short: str = ""
    level: str | None = None
    parent: str | None = None
    extra: Mapping[str, Extra] = field(default_factory=dict, hash=False)
    doubtful: bool = False
    """Its parent or kind could not be read."""

    @property
    def short_name(self) -> str:
        """What it is called where room is scarce."""
        return self.short or self.name

    @property
    def is_public(self) -> bool:
        return self.kind in PUBLIC_KINDS

    @property
    def is_external(self) -> bool:
        """It is outside the administration: army, court, foreign authority."""
        return self.kind == "external"

    @property
    def is_platform(self) -> bool:
        return self.kind == "platform"


@dataclass(frozen=True, slots=True)
class Data:
    """An entry of the data catalogue (数据目录): what it is and who holds it (一数一源)."""

    id: str
    name: str
    place: Place
    holder: str | None = None
    stored_by: tuple[str, ...] = ()
    stored_as: str | None = None
    base: str | None = None
    fields: tuple[str, ...] = ()
    update: str | None = None
    sharing: str | None = None
    basis: Provisions = ()
    ended: Provisions = ()
    """Of its basis what is no longer in force on the catalogue's date."""
    personal: bool = False
    attests: tuple[str, ...] = ()
    banned: str | None = None
    system: str | None = None
    extra: Mapping[str, Extra] = field(default_factory=dict, hash=False)
    doubtful: bool = False
    """Its holder or one of its links could not be read: nothing is claimed of its sharing."""

    @property
    def is_declared(self) -> bool:
        """Only the applicant knows it."""
        return self.holder == APPLICANT

    @property
    def office(self) -> str | None:
        """The holder, where that is not the applicant."""
        return None if self.is_declared else self.holder

    @property
    def is_barred(self) -> bool:
        """A law forbids sharing it."""
        return self.sharing == "restricted" and bool(self.basis)


@dataclass(frozen=True, slots=True)
class Criterion:
    """What an approval judges, and the data it rests on."""

    id: str
    name: str
    place: Place
    basis: Provisions = ()
    ended: Provisions = ()
    """Of its basis what is no longer in force on the catalogue's date."""
    uses: tuple[str, ...] = ()
    decidable: bool = False
    verify: str = "before"
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A flow of data between departments (共享链路), as written."""

    data: str
    source: str
    to: tuple[str, ...]
    place: Place
    via: str | None = None
    fields: tuple[str, ...] = ()
    update: str | None = None
    channel: str = "api"
    status: str = "active"
    applied: datetime.date | None = None
    agreed: datetime.date | None = None
    since: datetime.date | None = None
    until: datetime.date | None = None
    extended: bool = False
    purpose: str | None = None
    duty: str | None = None

    def __hash__(self) -> int:
        return hash(self.place)  # no two stand in one place, and it is asked for again and again

    @property
    def waits_since(self) -> datetime.date | None:
        """When it was applied for, or agreed to, where nothing has come of that yet."""
        return {"applied": self.applied, "agreed": self.agreed}.get(self.status)

    @property
    def subject(self) -> str:
        """`data:from->to` as written, `via` in between, several `to` joined by commas."""
        middle = f"{self.via}->" if self.via else ""
        return f"{self.data}:{self.source}->{middle}{','.join(self.to)}"


@dataclass(frozen=True, slots=True)
class Collaboration:
    """An agreed working mechanism between departments."""

    between: tuple[str, ...]
    place: Place
    matters: tuple[str, ...] = ()
    answer_within: Duration | None = None
    basis: Provisions = ()
    contact: str | None = None


@dataclass(frozen=True, slots=True)
class Goal:
    """A measurable goal of a theme."""

    place: Place
    by: datetime.date | None = None
    stage: str | None = None
    where: str | None = None
    visits: int | None = None
    materials: int | None = None
    days: Duration | None = None
    satisfaction: Fraction | None = None

    @property
    def is_of_some_places(self) -> bool:
        """It is of a pilot, and of the places alone that try it."""
        return self.stage == "pilot" and self.where is not None


@dataclass(frozen=True, slots=True)
class Theme:
    """A field of application with its goals and path."""

    id: str
    name: str
    place: Place
    matters: tuple[str, ...] = ()
    goals: tuple[Goal, ...] = ()
    path: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    illustrative: tuple[str, ...] = ()
    doubtful: bool = False
    """A goal, a matter or the path of it could not be read."""

    @property
    def has_plan(self) -> bool:
        """It is more than a heading for its matters."""
        return bool(self.goals or self.path)

    @property
    def is_held_to_its_goals(self) -> bool:
        """They do not stand for an example."""
        return not _GOALS.is_among(self.illustrative)


@dataclass(frozen=True, slots=True)
class CalendarYear:
    """The days of a year that depart from the week: off though a weekday, worked though not."""

    id: str
    """The year, in four digits."""
    place: Place
    off: tuple[datetime.date, ...] = ()
    work: tuple[datetime.date, ...] = ()
    doubtful: bool = False
    """A day of it could not be read."""


@dataclass(frozen=True, slots=True)
class CaseFact:
    """A fact of the case (情形): its options, and the share of cases of each where known."""

    id: str
    options: tuple[str, ...]
    place: Place
    shares: tuple[Fraction, ...] | None = None
    is_of_alternatives: bool = False
    """It says which of several data an applicant has; then no shares means: not known."""


Clause: TypeAlias = Mapping[str, tuple[str, ...]]
"""fact -> options of which one must hold; all facts of a clause must hold."""


@dataclass(frozen=True, slots=True)
class Guard:
    """When something applies: any of its clauses."""

    clauses: tuple[Clause, ...]

    def __hash__(self) -> int:
        return hash(tuple(frozenset(clause.items()) for clause in self.clauses))


@dataclass(frozen=True, slots=True)
class Material:
    """What the applicant is asked for today."""

    name: str
    place: Place
    alternatives: tuple[str, ...] = ()
    form: str | None = None
    copies: int = 1
    necessity: str = "required"
    handling: str = "submitted"
    basis: Provisions = ()
    ended: Provisions = ()
    """Of its basis what is no longer in force on the catalogue's date."""
    waived_by: str | None = None
    when: Guard | None = None
    shares: tuple[Fraction, ...] | None = None
    """Of its alternatives: how many applicants have which, where that is known."""
    extra: Mapping[str, Extra] = field(default_factory=dict, hash=False)

    @property
    def is_optional(self) -> bool:
        return self.necessity == "optional"

    @property
    def subject(self) -> str:
        return "|".join(self.alternatives) or self.name


@dataclass(frozen=True, slots=True)
class DataNeed:
    """One entry of a step's `needs`: data, or alternatives of which one is enough."""

    alternatives: tuple[str, ...]
    place: Place
    fields: tuple[str, ...] = ()
    max_age: str | None = None
    when: Guard | None = None
    shares: tuple[Fraction, ...] | None = None
    """Of its alternatives: how many applicants have which, where that is known."""

    @property
    def is_any(self) -> bool:
        """It has alternatives: which of them an applicant has is a fact of the case."""
        return len(self.alternatives) > 1


@dataclass(frozen=True, slots=True)
class Fee:
    """What a step costs, in yuan."""

    amount: Fraction
    basis: Provisions = ()
    ended: Provisions = ()
    """Of its basis what is no longer in force on the catalogue's date."""


@dataclass(frozen=True, slots=True)
class Step:
    """A step as written in its matter. `after` None means: the step before it in the list.

    `name` is empty where none is written: people then say the word for its kind.
    """

    id: str
    name: str
    place: Place
    kind: str
    department: str | None = None
    post: str | None = None
    after: tuple[str, ...] | None = None
    when: Guard | None = None
    checks: tuple[str, ...] = ()
    check_places: tuple[Place, ...] = ()
    promised: tuple[str, ...] = ()
    """Those of its checks that are granted on the applicant's promise (告知承诺)."""
    needs: tuple[DataNeed, ...] = ()
    produces: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()
    time: Duration | None = None
    time_excluded: str | None = None
    visit: int = 0
    visit_basis: Provisions = ()
    visit_place: Place | None = None
    channel: tuple[str, ...] = ()
    basis: Provisions = ()
    ended: Provisions = ()
    """Of its basis what is no longer in force on the catalogue's date."""
    with_: tuple[str, ...] = ()
    returns_to: str | None = None
    independent: bool = False
    order_basis: Provisions = ()
    fee: Fee | None = None
    officers: int | None = None
    system: str | None = None
    supervised_by: str | None = None
    power: str | None = None
    extra: Mapping[str, Extra] = field(default_factory=dict, hash=False)
    doubtful: bool = False
    """A reference of it could not be resolved: nothing is claimed from what it seems to lack."""

    def called(self, language: str) -> str:
        """What people call it: its name, else the word for its kind in the language."""
        return self.name or kind_in(language, self.kind)

    @property
    def is_approval(self) -> bool:
        """It holds the case up to judge it."""
        return self.kind in APPROVAL_KINDS

    @property
    def exercises(self) -> str | None:
        """The power it exercises: decision, execution, supervision or none (三权)."""
        return self.power or POWERS.get(self.kind)

    @property
    def is_decision(self) -> bool:
        """It decides the case; an applicant never does."""
        return self.exercises == "decision" and self.kind != "apply"


@dataclass(frozen=True, slots=True)
class Call:
    """A step that stands for all steps of another matter."""

    id: str
    name: str
    place: Place
    matter: str
    after: tuple[str, ...] | None = None
    when: Guard | None = None
    order_basis: Provisions = ()


def order_as_written(steps: Iterable[Step | Call]) -> dict[str, tuple[str, ...]]:
    """What each step or call follows: its `after`, else the one before it in the list."""
    found: dict[str, tuple[str, ...]] = {}
    before: tuple[str, ...] = ()
    for step in steps:
        found[step.id] = before if step.after is None else step.after
        before = (step.id,)
    return found


@dataclass(frozen=True, slots=True)
class TimeLimit:
    """How long a matter may take."""

    statutory: Duration | None = None
    promised: Duration | None = None
    extension: Duration | None = None
    basis: Provisions = ()
    ended: Provisions = ()
    """Of its basis what is no longer in force on the catalogue's date."""
    place: Place | None = None
    doubtful: bool = False
    """Part of it could not be read."""


@dataclass(frozen=True, slots=True)
class Published:
    """Figures that somebody published of a matter, as it stands here."""

    place: Place
    source: str = ""
    """Who published them, and where."""
    note: str = ""
    """What they count, where that is not what is counted here."""
    steps: int | None = None
    materials: int | None = None
    days: Duration | None = None
    visits: int | None = None
    windows: int | None = None
    approvals: int | None = None
    departments: int | None = None


@dataclass(frozen=True, slots=True)
class Matter:
    """One public-service matter (政务服务事项), as written."""

    id: str
    name: str
    place: Place
    steps: tuple[Step | Call, ...]
    department: str | None = None
    materials: tuple[Material, ...] = ()
    facts: Mapping[str, CaseFact] = field(default_factory=dict, hash=False)
    type: str = "other"
    code: str | None = None
    level: str | None = None
    applicant: str | None = None
    identified_by: tuple[str, ...] = ()
    basis: Provisions = ()
    ended: Provisions = ()
    """Of its basis what is no longer in force on the catalogue's date."""
    time_limit: TimeLimit = TimeLimit()
    volume: int | None = None
    sources: tuple[str, ...] = ()
    illustrative: tuple[str, ...] = ()
    published: Published | None = None
    satisfaction: Fraction | None = None
    online: str | None = None
    redress: tuple[str, ...] = ()
    supervised_by: str | None = None
    refers_to: str | None = None
    trigger: str | None = None
    collaborators: tuple[str, ...] = ()
    declares_collaborators: bool = False
    joined: tuple[str, ...] = ()
    """What its calls no longer ask for one by one: applications, acceptance, materials."""
    complete: tuple[str, ...] = ()
    """What is written of it in full: basis, checks, materials."""
    extra: Mapping[str, Extra] = field(default_factory=dict, hash=False)
    doubtful: bool = False
    """A step or material of it could not be read: nothing is claimed from what seems absent."""
    step_ids: frozenset[str] = field(init=False, compare=False, repr=False)
    """The ids of its steps and calls."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "step_ids", frozenset(step.id for step in self.steps))

    @property
    def own_steps(self) -> tuple[Step, ...]:
        """The steps written in it, calls left aside."""
        return tuple(step for step in self.steps if isinstance(step, Step))

    @property
    def is_joint(self) -> bool:
        """It calls other matters (一件事)."""
        return bool(self.called)

    @property
    def called(self) -> tuple[str, ...]:
        """The matters that it calls, as often as it calls them."""
        return tuple(step.matter for step in self.steps if isinstance(step, Call))

    @property
    def is_described(self) -> bool:
        """Its steps are written; a list of matters may name only materials and limits."""
        return bool(self.steps)


@dataclass(frozen=True, slots=True)
class Registry:
    """What all matters share: departments, data, criteria, links, mechanisms, themes, calendar."""

    departments: Mapping[str, Department] = field(default_factory=dict)
    data: Mapping[str, Data] = field(default_factory=dict)
    criteria: Mapping[str, Criterion] = field(default_factory=dict)
    links: tuple[Link, ...] = ()
    collaborations: tuple[Collaboration, ...] = ()
    themes: Mapping[str, Theme] = field(default_factory=dict)
    calendar: Mapping[str, CalendarYear] | None = field(default_factory=dict)
    """None where a year of it was lost, and nobody knows which."""
    _answers: Answers = field(default_factory=Answers, init=False, repr=False, compare=False)

    def once(self, question: Callable[[Registry, *Asked], Answer], *asked: *Asked) -> Answer:
        """The answer to a question from outside, worked out once and kept with the registry."""
        return self._answers.to(question, self, *asked)


@dataclass(frozen=True, slots=True)
class Definitions:
    """All that a workspace says: its matters in order of place, and its registry."""

    matters: Mapping[str, Matter]
    registry: Registry
