"""Which figures stand only for an example: whoever reads them has to know."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable

from govchain.language.matter import MATTER, STEP, TIME_LIMIT
from govchain.model.nouns import Matter
from govchain.reporting.words import Words

_FIGURES = (
    MATTER.keyword("volume"),
    TIME_LIMIT.keyword("promised"),
    STEP.keyword("time"),
    STEP.keyword("visit"),
    STEP.keyword("post"),
)
"""What figures and names that are told rest on."""


ALL = tuple(keyword.name for keyword in _FIGURES)


def examples_in_words(
    matters: Iterable[Matter], spoken: Words, figures: Collection[str] = ALL
) -> str:
    """Which figures of the matters, of those a page rests on, stand only for an example."""
    named = Counter(
        keyword.name
        for matter in matters
        for keyword in _FIGURES
        if keyword.name in figures and keyword.is_among(matter.illustrative)
    )
    told = [
        spoken.say("{figure} of {matters}", figure=name, matters=counted)
        for keyword in _FIGURES
        if keyword.name in named
        for name in [keyword.chinese if spoken.language == "zh" else keyword.name]
        for counted in [spoken.count("{n} matter", "{n} matters", named[keyword.name])]
    ]
    if not told:
        return ""
    return spoken.say("Figures that stand for an example: {figures}.", figures=spoken.listed(told))
