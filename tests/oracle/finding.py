"""What a rule yields, and the names by which findings are told apart (semantics 2)."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol, TypeVar

from .benefit import Mend
from .catalogue import Material
from .chain import Chain, Need

ERROR, WARNING, ADVICE = "error", "warning", "advice"
SEVERITIES = (ERROR, WARNING, ADVICE)


@dataclass(frozen=True, slots=True)
class Found:
    """One finding on a chain, before its benefit; `mend` None: the rule has no single mend."""

    rule: str
    severity: str
    step: str | None
    subject: str
    lever: str
    mend: Mend | None = None
    amend: tuple[str, ...] = ()

    def is_no_lower_than(self, other: "Found") -> bool:
        return SEVERITIES.index(self.severity) <= SEVERITIES.index(other.severity)


class HasSubject(Protocol):
    @property
    def subject(self) -> str: ...


Element = TypeVar("Element", bound=HasSubject)


def numbered(elements: Iterable[Element]) -> Iterator[tuple[Element, str]]:
    """Later elements in order of place that share a subject get `#2`, `#3` …"""
    seen: Counter[str] = Counter()
    for element in elements:
        seen[element.subject] += 1
        number = seen[element.subject]
        yield element, element.subject + (f"#{number}" if number > 1 else "")


def numbered_materials(chain: Chain) -> Iterator[tuple[Material, str]]:
    """The materials of the chain, in order of place, each with its subject."""
    return numbered(sorted(chain.materials, key=lambda material: material.place))


def numbered_needs(chain: Chain) -> Iterator[tuple[Need, str]]:
    """The needs of each step, in order of place, each with its subject."""
    for step in chain.ordered:
        yield from numbered(chain.needs[step.id])


def bare(chain: Chain, name: str | None) -> str | None:
    """A step or subject with prefixes of calls and `#n` taken off."""
    if name is None:
        return None
    prefix = max((site.path for site in chain.sites if name.startswith(site.path)), key=len)
    return re.sub(r"#[0-9]+$", "", name.removeprefix(prefix))
