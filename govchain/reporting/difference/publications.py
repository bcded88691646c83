"""Figures that somebody published, held against those that follow from the definitions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from govchain.compiler.catalogue import Catalogue
from govchain.language.matter import PUBLISHED, STEP
from govchain.model.duration import Duration
from govchain.model.figures import figure, rounded
from govchain.model.nouns import Matter, Published
from govchain.reporting.difference.changes import Toll
from govchain.reporting.difference.pairs import Pair

NAMES = tuple(
    keyword.attribute for keyword in PUBLISHED.keywords if keyword.name not in ("source", "note")
)
"""The figures that can be published."""

_RESTING_ON = {"days": STEP.keyword("time"), "visits": STEP.keyword("visit")}
"""What of a step a figure adds up."""


@dataclass(frozen=True, slots=True)
class Statement:
    """What is published of a figure on one side, and what is counted there."""

    published: float
    worst: float
    mean: float
    is_promise: bool
    """It is what the matter promises: a limit, which is not to be exceeded."""

    @property
    def keeps_promise(self) -> bool:
        """Even the worst case lies within what was published as a promise."""
        return self.is_promise and self.worst <= self.published

    @property
    def agrees(self) -> bool:
        """It is the figure of the worst case or the mean, as people read them."""
        return figure(self.published) in (figure(self.worst), figure(self.mean))


@dataclass(frozen=True, slots=True)
class Publication:
    """A published figure of a matter, before and after; None where none is."""

    pair: Pair
    name: str
    before: Statement | None
    after: Statement | None
    examples: int
    """In how many matters of its chains what it adds up only stands for an example."""

    @property
    def agrees(self) -> bool:
        return all(told.agrees for told in (self.before, self.after) if told is not None)

    @property
    def is_kept(self) -> bool:
        """Where it is not the figure that is counted, it is a promise that is kept."""
        sides = (told for told in (self.before, self.after) if told is not None)
        return all(told.agrees or told.keeps_promise for told in sides)

    @property
    def differing(self) -> tuple[Published, ...]:
        """Where figures stand that are not those that are counted."""
        return tuple(
            matter.published
            for matter, told in ((self.pair.old, self.before), (self.pair.new, self.after))
            if told and not told.agrees and matter and matter.published
        )

    @property
    def published(self) -> tuple[Published, ...]:
        """Where the figure stands, before and after."""
        return tuple(
            matter.published
            for matter, told in ((self.pair.old, self.before), (self.pair.new, self.after))
            if told and matter and matter.published
        )


def publications_of(
    tolls: Iterable[tuple[Pair, Toll]], old: Catalogue, new: Catalogue
) -> Iterator[Publication]:
    """Each figure that was published of one of the matters, where anything of it changed."""
    for pair, toll in tolls:
        for name in NAMES if _may_be_asked(pair, toll) else ():
            before = _published(pair.old, name)
            after = _published(pair.new, name)
            if before is not None or after is not None:
                yield Publication(
                    pair,
                    name,
                    _statement(pair.old, name, toll.worst[name].before, toll.mean[name].before),
                    _statement(pair.new, name, toll.worst[name].after, toll.mean[name].after),
                    len(set(_examples(pair.old, name, old)) | set(_examples(pair.new, name, new))),
                )


def _may_be_asked(pair: Pair, toll: Toll) -> bool:
    """Something of the matter is other now: whoever reviews that need not hear of all others."""
    before, after = _figures(pair.old), _figures(pair.new)
    return toll.is_changed or not pair.is_compared or before != after


def _figures(matter: Matter | None) -> list[float | None]:
    return [_published(matter, name) for name in NAMES]


def _published(matter: Matter | None, name: str) -> float | None:
    if matter is None or matter.published is None:
        return None
    value: Duration | int | None = getattr(matter.published, name)
    return rounded(value.days) if isinstance(value, Duration) else value


def _statement(matter: Matter | None, name: str, worst: float, mean: float) -> Statement | None:
    published = _published(matter, name)
    if matter is None or published is None:
        return None
    return Statement(published, worst, mean, name == "days" and _is_promised(matter))


def _is_promised(matter: Matter) -> bool:
    """The days that were published are those that it promises."""
    days = matter.published.days if matter.published else None
    promised = matter.time_limit.promised
    return days is not None and promised is not None and days.ticks == promised.ticks


def _examples(matter: Matter | None, name: str, catalogue: Catalogue) -> Iterator[str]:
    keyword = _RESTING_ON.get(name)
    if matter is None or keyword is None:
        return
    for id in catalogue.chains[matter.id].matters:
        if keyword.is_among(catalogue.matters[id].illustrative):
            yield id
