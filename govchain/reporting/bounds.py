"""How much of what is alike is told, and how it is said that there is more.

A definition can be wrong in one way thousands of times. People are told the first of a kind and
the number of the others; programs (JSON, SARIF) are told all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple, TypeVar

from govchain.findings import Finding
from govchain.model.figures import figure
from govchain.reporting.places import visible
from govchain.reporting.words import Words

T = TypeVar("T", bound=Hashable)

MOST_OF_A_KIND = 50
"""How many findings of one rule in one file are told."""
MOST_NOTES = 20
"""How many lines of one kind stand below a finding."""
MOST_NEEDS = 50
"""How many needs of one step stand below it."""
LONGEST_FACT = 1000
"""How many characters of one text that proves a finding are repeated to programs."""
MOST_VALUES = 100
"""How many values of one fact that proves a finding are repeated to programs."""
LONGEST_TEXT = 200
"""How many characters of one name, value or provision a sentence repeats."""


class Kind(NamedTuple):
    """What findings have in common that are counted together."""

    rule: str
    file: str


class Rest(NamedTuple):
    """How many more there are of a kind."""

    kind: Kind
    number: int


def kind_of(finding: Finding) -> Kind:
    return Kind(finding.rule, finding.place.file)


def first_of_each_kind(items: Sequence[tuple[T, Kind]]) -> Iterator[T | Rest]:
    """The items in their order; those past `MOST_OF_A_KIND` as one number, after the last told."""
    all_of = Counter(kind for _, kind in items)
    told: Counter[Kind] = Counter()
    for item, kind in items:
        told[kind] += 1
        if told[kind] <= MOST_OF_A_KIND:
            yield item
        elif told[kind] == MOST_OF_A_KIND + 1:
            yield Rest(kind, all_of[kind] - MOST_OF_A_KIND)


def rest_in_words(rest: Rest, spoken: Words, where: str = "--format json") -> str:
    """That there are more of the kind, and where all of them are told."""
    more = spoken.say("and {n} more of this kind", n=figure(rest.number))
    told = f"{visible(rest.kind.file)}: {more}" if rest.kind.file else more
    return spoken.joined([told, spoken.say("{option} has all of them", option=where)])


def shortened(text: str, longest: int = LONGEST_TEXT) -> str:
    """The text, or its beginning where it should not be repeated whole."""
    return text if len(text) <= longest else text[: longest - 1] + "…"


def first_of(texts: Iterable[str], spoken: Words) -> Iterator[str]:
    """The texts; those past `MOST_NOTES` as one number."""
    left = iter(texts)
    yield from islice(left, MOST_NOTES)
    if rest := sum(1 for _ in left):
        yield spoken.say("and {n} more", n=figure(rest))
