"""What a rule yields, and the names by which findings are told apart (semantics 2)."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from .benefit import Benefit, Mend, YearlyBenefit
from .catalogue import Material
from .chain import Chain, Need

ERROR, WARNING, ADVICE = "error", "warning", "advice"
SEVERITIES = (ERROR, WARNING, ADVICE)

Element = tuple[str, ...]
"""What a finding stands at, as written, whichever chain it is seen in."""


@dataclass(frozen=True, slots=True)
class Found:
    """One finding on a chain, before its benefit; `mend` None: the rule has no single mend.

    `path`: the calls on the way to its element; `element`: what is written there, of a step or
    need with the id of the step. `paper`: what it is of, where it is of one; `word_for`: the needs
    for which its mend takes the applicant's word; `at_once`: the steps of a whole matter that its
    mend lets take no time; `dropped`: those that go by it.
    """

    rule: str
    severity: str
    step: str | None
    subject: str
    lever: str
    mend: Mend | None = None
    amend: tuple[str, ...] = ()
    path: str = ""
    element: Element = ()
    paper: "Paper | None" = None
    word_for: tuple[Need, ...] = ()
    benefit: Benefit | None = None
    """What is over a limit: no mend shows it, and it is of no year."""
    at_once: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()

    def is_no_lower_than(self, other: "Found") -> bool:
        return SEVERITIES.index(self.severity) <= SEVERITIES.index(other.severity)


@dataclass(frozen=True)
class Judged:
    """What is said of one: days, visits, materials, steps are its benefit, None without a mend."""

    severity: str
    lever: str
    benefit: Benefit | None
    per_year: YearlyBenefit | None
    amend: tuple[str, ...]


def at_step(
    rule: str,
    severity: str,
    step: str,
    subject: str,
    lever: str,
    mend: Mend | None = None,
    amend: tuple[str, ...] = (),
    element: Element = (),
) -> Found:
    """A finding at a step, or at what is written in it."""
    path = step[: step.rfind("/") + 1]
    element = (step.removeprefix(path), *element)
    return Found(rule, severity, step, subject, lever, mend, amend, path, element)


Thing = TypeVar("Thing")
_NUMBER = re.compile(r"#[0-9]+\Z")


def numbered(things: Iterable[tuple[Thing, str]]) -> Iterator[tuple[Thing, str]]:
    """Later things that share a subject get `#2`, `#3` …; what ends so itself, `#1` too."""
    seen: Counter[str] = Counter()
    for thing, subject in things:
        seen[subject] += 1
        is_numbered = seen[subject] > 1 or _NUMBER.search(subject)
        yield thing, subject + (f"#{seen[subject]}" if is_numbered else "")


@dataclass(frozen=True, slots=True)
class Paper:
    """A material, or one alternative of it."""

    material: Material
    alternative: str | None = None

    @property
    def element(self) -> Element:
        """Where it is written: the matter, its place in the list, the alternative."""
        written = self.material.key.removeprefix(self.material.path)
        return (self.material.written_in, written, self.alternative or "")


def numbered_papers(chain: Chain) -> Iterator[tuple[Paper, str]]:
    """The materials in their order in the chain, each followed by its alternatives."""
    papers: list[tuple[Paper, str]] = []
    for material in chain.materials:
        papers.append((Paper(material), material.subject))
        if len(material.alternatives) > 1:
            papers += [(Paper(material, x), x) for x in material.alternatives]
    return numbered(papers)


def numbered_needs(chain: Chain) -> Iterator[tuple[Need, str]]:
    """The needs of each step, in order, each with its subject."""
    for step in chain.ordered:
        yield from numbered((need, need.subject) for need in chain.needs[step.id])
