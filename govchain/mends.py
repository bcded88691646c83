"""Mends: small edits of an expanded matter, as values (semantics.md section 3).

The same value stands in the finding that proposes it, gives it its benefit (`compiler.mending`
applies it to a chain) and says which element of which file would change.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

NeedKey: TypeAlias = tuple[str, str, tuple[str, ...], tuple[int, ...]]
"""What a mend knows a need by: its step, its data and all its alternatives. Where there are
several, the line and column of the entry too: a step may need one of the same more than once."""


@dataclass(frozen=True, slots=True)
class DropStep:
    """The step goes; what followed it follows what it followed."""

    step: str


@dataclass(frozen=True, slots=True)
class DropCheck:
    """The check goes from the step."""

    step: str
    criterion: str


@dataclass(frozen=True, slots=True)
class DropMaterial:
    """The material goes."""

    number: int


@dataclass(frozen=True, slots=True)
class DropAlternative:
    """Of a material with alternatives: those who have this one are no longer asked for it."""

    number: int
    data: str


@dataclass(frozen=True, slots=True)
class DropVisit:
    """The step's visit goes."""

    step: str


@dataclass(frozen=True, slots=True)
class ShareData:
    """The data flows: every carried or missing need of it becomes shared."""

    data: str


@dataclass(frozen=True, slots=True)
class TakeWord:
    """The applicant's word, or a certificate, stands for a paper, which goes.

    What it met counts as shared: `needs` are the keys of those needs; other needs of the data
    stay as they are.
    """

    paper: int
    needs: tuple[NeedKey, ...]


@dataclass(frozen=True, slots=True)
class RunInParallel:
    """second no longer waits for first; what follows second still waits for both."""

    first: str
    second: str


@dataclass(frozen=True, slots=True)
class DecideAtOnce:
    """The steps take no time."""

    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShortenPromise:
    """The matter promises no more than what its steps still take: no figure rests on that."""


@dataclass(frozen=True, slots=True)
class Join:
    """What the called matters ask for one by one is joined: see `joining` for what may be."""

    what: str


@dataclass(frozen=True, slots=True)
class Together:
    """Several mends, one after another."""

    mends: tuple[Mend, ...]


Mend = (
    DropStep
    | DropCheck
    | DropMaterial
    | DropAlternative
    | DropVisit
    | ShareData
    | TakeWord
    | RunInParallel
    | DecideAtOnce
    | ShortenPromise
    | Join
    | Together
)


def parts_of(change: Mend) -> Iterator[Mend]:
    """The mend itself or, of several that go together, each of them at any depth."""
    if isinstance(change, Together):
        for part in change.mends:
            yield from parts_of(part)
    else:
        yield change


def spares_more(change: Mend) -> bool:
    """Whether the mend can make papers or visits superfluous."""
    only_spares = DropVisit | RunInParallel | DecideAtOnce | ShortenPromise
    return not all(isinstance(part, only_spares) for part in parts_of(change))
