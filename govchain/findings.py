"""What every stage may return: a place in the text, a fact, a trouble, a finding.

A `Trouble` is what the reader (or the compiler) could not make sense of; a `Finding` is what the
user is shown. Both keep a message *template* and the facts that fill it; `reporting` alone makes
sentences of them, so one finding speaks both languages.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from govchain.mends import Mend


class Severity(StrEnum):
    """How grave a finding is: the law or the definition is broken, a reform target, a chance."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"

    @property
    def rank(self) -> int:
        """0 for the gravest, so that sorting by rank puts errors first."""
        return _RANKS[self]

    def is_at_least(self, other: Severity) -> bool:
        """Whether this severity is no lower than the other."""
        return self.rank <= other.rank


_RANKS = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.ADVICE: 2}


class Lever(StrEnum):
    """The lever of reform that removes a finding (减 放 并 转 调 诺, and sharing)."""

    SHARE = "share"
    CUT = "cut"
    PARALLEL = "parallel"
    MERGE = "merge"
    RESEQUENCE = "resequence"
    CONVERT = "convert"
    COMMIT = "commit"
    CLARIFY = "clarify"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something stands: file, line and column, both from 1.

    The file is named as seen from the folder of the workspace.
    """

    file: str
    line: int
    column: int

    @property
    def is_outside(self) -> bool:
        """It stands outside of the folder of the workspace, perhaps in a registry of several."""
        return self.file.startswith(("../", "/"))


@dataclass(frozen=True, slots=True)
class Named:
    """What a fact speaks of: its id for programs, its name for people.

    `kind` is that of a step, whose word people say where the name is empty; `within` the name of
    the called matter that the step is written in.
    """

    id: str
    name: str
    kind: str = ""
    within: str = ""


Fact: TypeAlias = "bool | int | float | str | Named | tuple[Fact, ...] | Mapping[str, Fact] | None"
Facts: TypeAlias = Mapping[str, Fact]


def named_in(fact: Fact) -> tuple[Named, ...]:
    """What the fact names; nothing where it names nothing."""
    return tuple(part for part in _parts(fact) if isinstance(part, Named))


def facts_under(key: str, fact: Fact) -> Iterator[Fact]:
    """What stands under the key, however deep, of several things each."""
    if isinstance(fact, Mapping):
        for name, value in fact.items():
            yield from _parts(value) if name == key else facts_under(key, value)
    elif isinstance(fact, tuple):
        for part in fact:
            yield from facts_under(key, part)


def _parts(fact: Fact) -> tuple[Fact, ...]:
    return fact if isinstance(fact, tuple) else (fact,)


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something in the user's text that could not be read, before its rule gives it a severity.

    `subject` is the key path in the file or matter, list items by id or name. `remedy` is a second
    template ("did you mean …"), empty where the message says all.
    """

    rule: str
    subject: str
    place: Place
    message: str
    facts: Facts = field(default_factory=dict, hash=False)
    remedy: str = ""
    matter: str | None = None
    related: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Benefit:
    """What people gain when a finding is mended: worst case, and by year where volume is known.

    Days are working days. `per_year` maps each figure to (mean before - mean after) x volume.
    """

    days: float = 0.0
    visits: int = 0
    materials: int = 0
    steps: int = 0
    per_year: Mapping[str, float] | None = field(default=None, hash=False)


class About(StrEnum):
    """What kind of thing a finding speaks of."""

    WHOLE = "whole"
    """A step; where it names none, the matter or the catalogue."""
    CHECK = "check"
    NEED = "need"
    ORDER = "order"
    """That its step waits for the one its subject names."""
    PAPER = "paper"
    LINK = "link"


class Topic(StrEnum):
    """What kind of thing a rule finds, for whoever treats such findings alike."""

    NOT_SHARED = "not shared"
    """Data does not flow to where it is needed."""
    BREACH = "breach"
    """A law orders a link that carries nothing."""
    NEEDLESS_PAPER = "needless paper"
    """A paper that need not be asked for."""
    REDUNDANT_STEP = "redundant step"
    """A step all of whose checks are made elsewhere already."""
    REPEATED_CHECK = "repeated check"
    """A check that another step makes too."""
    ATTESTED_CHECK = "attested check"
    """A check that data proves already."""
    DOUBTED_STEP = "doubted step"
    """A step that rests on nothing that is written."""
    UNPLANNED_THEME = "unplanned theme"
    """A theme, its subject, that does not say what is to be reached."""
    ONE_NUMBER = "one number"
    """People have another number than the one that all offices know them by (一号)."""
    ONE_FORM = "one form"
    """People apply more than once for one service (一表)."""
    ONE_WINDOW = "one window"
    """People hand in at more than one window (一窗)."""
    ONE_NETWORK = "one network"
    """Something cannot be done online (一网)."""
    ONE_VISIT = "one visit"
    """People come in person more often than they should (一次)."""
    AT_ONCE = "at once"
    """It could be decided at once (即办)."""
    OVER_LIMIT = "over limit"
    """It takes longer than the law, or what is promised, gives it."""
    UNAGREED = "unagreed"
    """Cases are handed on between departments that have agreed on nothing."""
    KEPT_TWICE = "kept twice"
    """Several departments keep the same data."""
    COLLECTED_TWICE = "collected twice"
    """Several departments have people bring the same data."""
    MADE_TWICE = "made twice"
    """Several departments have systems of their own for the same data."""
    LINKED_TWICE = "linked twice"
    """The same data flows more than once to one department."""
    UNASKED = "unasked"
    """It could be given without people asking for it (免申即享)."""


SHOWN_OF_FINGERPRINT = 8
"""So many characters of a fingerprint are shown to people."""
LOST_FILE = "unreadable-file"
"""The rule by which a whole file could not be read."""

_LOSING_NOTHING = frozenset({"unused-allow", "unused-fact"})
"""What the reader finds in definitions that it could read."""


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a finding of a called matter stands in a caller's chain: its step and subject there."""

    matter: str
    step: str | None
    subject: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One proven statement about a catalogue, with the facts that prove it (its witness).

    `with_` are the fingerprints of the findings whose remedy this one's includes, `instead_of` of
    those whose remedy it excludes, both in rank order (semantics.md section 3).
    """

    rule: str
    family: str
    severity: Severity
    matter: str | None
    step: str | None
    subject: str
    place: Place
    message: str
    facts: Facts = field(hash=False)
    lever: Lever
    remedy: str = ""
    variant: str = ""
    benefit: Benefit | None = None
    amend: tuple[str, ...] = ()
    related: tuple[Place, ...] = ()
    fingerprint: str = ""
    with_: tuple[str, ...] = ()
    instead_of: tuple[str, ...] = ()
    about: About = About.WHOLE
    topic: Topic | None = None
    mend: Mend | None = field(default=None, hash=False)
    """The edit that would remove it, where there is one."""
    stands: tuple[Stand, ...] = ()
    """Where it holds too: in chains that call its matter, which do not say it again."""

    @property
    def known_by(self) -> str:
        """The beginning of its fingerprint, as people are shown it; `explain` takes it."""
        return self.fingerprint[:SHOWN_OF_FINGERPRINT]

    @property
    def is_judgement(self) -> bool:
        """A rule judged what is written; else it could not be read, or a rule of ours failed."""
        return self.family not in ("definition", "internal")

    @property
    def is_loss(self) -> bool:
        """Something could not be read: what would be judged by it may not have been."""
        return self.family == "definition" and self.rule not in _LOSING_NOTHING

    @property
    def is_lost_file(self) -> bool:
        """A whole file could not be read: whatever is asked for may rest on it."""
        return self.rule == LOST_FILE

    @property
    def matters(self) -> frozenset[str]:
        """The matters on whose chains it stands, as their own or of a matter called there."""
        own = () if self.matter is None else (self.matter,)
        return frozenset((*own, *(stand.matter for stand in self.stands)))
