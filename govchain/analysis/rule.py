"""What a rule is: a declaration, a question to a chain, and the hits it yields.

A rule neither prints nor ranks: it yields hits on elements, each with the facts that prove it and
the mend that would remove it. The runner adds place, subject, severity and benefit.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple, NotRequired, TypedDict, Unpack

from govchain.compiler.catalogue import Catalogue, Contribution
from govchain.compiler.chain import Chain
from govchain.compiler.expansion import ChainMaterial, ChainStep
from govchain.compiler.needs import Need
from govchain.findings import Benefit, Facts, Lever, Place, Severity, Topic
from govchain.mends import Mend
from govchain.model.nouns import Link


class Check(NamedTuple):
    """A criterion as checked at a step."""

    step: ChainStep
    criterion: str


class PaperAlternative(NamedTuple):
    """One alternative of a material: the paper as those bring it who have this data."""

    material: ChainMaterial
    data: str

    @property
    def alternatives(self) -> tuple[str, ...]:
        return (self.data,)


class Spot(NamedTuple):
    """Any other element: its subject, its place, and the step it stands at, if any.

    `names_step`: the subject is the id of a step or call, which has a prefix in a caller's chain.
    """

    subject: str
    place: Place
    step: str | None = None
    names_step: bool = False


Element = ChainMaterial | PaperAlternative | ChainStep | Need | Check | Link | Spot


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing that a rule found.

    `severity` and `variant` (of the message, and of the remedy where that has one) override what
    the rule declares; `matter` is for catalogue rules, whose hits are of no one chain.
    """

    element: Element
    facts: Facts = field(default_factory=dict, hash=False)
    mend: Mend | None = None
    severity: Severity | None = None
    variant: str = ""
    matter: str | None = None
    benefit: Benefit | None = None
    """What is saved where no mend of the chain shows it, such as what is over a limit."""


ChainCheck = Callable[[Chain, Catalogue], Iterable[Hit]]
CatalogueCheck = Callable[[Catalogue], Iterable[Hit]]
Proposal = Callable[[Chain, Catalogue, Mend], bool]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as declared in its module; family and pages follow from where the module stands.

    `message` and `remedy` are templates filled from a hit's facts; `variants` are messages, and
    `remedies` remedies, that a hit may choose instead, by name.
    """

    id: str
    family: str
    severity: Severity
    lever: Lever
    message: str = ""
    remedy: str = ""
    variants: Mapping[str, str] = field(default_factory=dict)
    remedies: Mapping[str, str] = field(default_factory=dict)
    module: str = ""
    judge_chain: ChainCheck | None = None
    judge_catalogue: CatalogueCheck | None = None
    reads: Collection[str] = ()
    """Keys of matters and steps, in English, that it judges by; what no rule judges is said."""
    topic: Topic | None = None
    """What whoever shows findings treats alike, if there is such a thing."""
    is_of_registry: bool = False
    """What it finds is of no matter."""
    asks: Collection[Contribution[Any]] = ()
    """Of a rule over the catalogue: what it asks of each chain."""
    proposes: Proposal | None = None
    """Whether the rule asks for a mend in a chain, where that is told without all its hits."""


class Declaration(TypedDict):
    """What a rule's module declares beside its id."""

    severity: Severity
    lever: Lever
    message: str
    remedy: str
    variants: NotRequired[Mapping[str, str]]
    remedies: NotRequired[Mapping[str, str]]
    reads: NotRequired[Collection[str]]
    topic: NotRequired[Topic]
    asks: NotRequired[Collection[Contribution[Any]]]
    proposes: NotRequired[Proposal]


def chain_rule(id: str, **declared: Unpack[Declaration]) -> Callable[[ChainCheck], Rule]:
    """Declares a rule that looks at one chain at a time."""
    return lambda check: Rule(id, **_home_of(check.__module__), **declared, judge_chain=check)


def catalogue_rule(id: str, **declared: Unpack[Declaration]) -> Callable[[CatalogueCheck], Rule]:
    """Declares a rule that looks at all chains together; what it finds is of some matter."""
    return lambda check: Rule(id, **_home_of(check.__module__), **declared, judge_catalogue=check)


def registry_rule(id: str, **declared: Unpack[Declaration]) -> Callable[[CatalogueCheck], Rule]:
    """Declares a rule that looks at the registry: what it finds is of no matter."""
    declare = catalogue_rule(id, **declared)
    return lambda check: replace(declare(check), is_of_registry=True)


def reader_rule(id: str, *, module: str, severity: Severity = Severity.ERROR) -> Rule:
    """Declares a rule whose findings the reader makes; their messages come with them."""
    return Rule(id, **_home_of(module), severity=severity, lever=Lever.CLARIFY)


class _Home(TypedDict):
    module: str
    family: str


def _home_of(module: str) -> _Home:
    """Where a rule stands: its family is the folder of its module."""
    return {"module": module, "family": module.split(".")[-2]}
