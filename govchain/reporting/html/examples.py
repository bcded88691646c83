"""Which figures of the page stand for examples."""

from __future__ import annotations

from collections.abc import Iterable

from govchain.compiler.catalogue import Catalogue
from govchain.language.matter import MATTER, STEP
from govchain.model.nouns import Matter
from govchain.reporting.concerns import with_called

_RESTS_ON = {
    "visits": STEP.keyword("visit"),
    "days": STEP.keyword("time"),
    "year": MATTER.keyword("volume"),
}
"""What the figures of a case, and those of a year, are reckoned from."""


def is_example(name: str, matters: Iterable[Matter]) -> bool:
    """The figure (`year`: all that is by year) rests on something that stands for an example."""
    keyword = _RESTS_ON.get(name)
    return keyword is not None and any(keyword.is_among(m.illustrative) for m in matters)


def examples_of(matter: Matter, catalogue: Catalogue) -> list[str]:
    """The figures of the matter that rest on examples, be it in a matter that it calls."""
    known = with_those_called((matter,), catalogue)
    year = ["year"] if is_example("year", (matter,)) else []
    return [*(name for name in _RESTS_ON if name != "year" and is_example(name, known)), *year]


def with_those_called(matters: Iterable[Matter], catalogue: Catalogue) -> list[Matter]:
    """The matters and those they call."""
    ids = with_called((matter.id for matter in matters), catalogue)
    return [catalogue.matters[id] for id in ids]
