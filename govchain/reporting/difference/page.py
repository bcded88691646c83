"""The page on two catalogues, as blocks: all in sum on one screen, then matter by matter."""

from __future__ import annotations

from collections.abc import Iterator

from govchain.reporting.blocks import Block
from govchain.reporting.difference.chapters.findings import findings
from govchain.reporting.difference.chapters.links import links
from govchain.reporting.difference.chapters.matters import matters
from govchain.reporting.difference.chapters.published import published
from govchain.reporting.difference.chapters.summary import summary
from govchain.reporting.difference.difference import Difference
from govchain.reporting.difference.words import ARROW, name_of_side
from govchain.reporting.headings import numbered
from govchain.reporting.style import Style
from govchain.reporting.words import noted, words

_CHAPTERS = (
    (noted("Matters"), matters),
    (noted("Published figures"), published),
    (noted("Findings"), findings),
    (noted("Links"), links),
)


def page(difference: Difference, style: Style) -> Iterator[Block]:
    """All chapters that have something to tell; of what is the same, that it is."""
    spoken = words(style.language)
    names = (name_of_side(side.name, spoken) for side in (difference.old, difference.new))
    date = difference.new.catalogue.date.isoformat()
    title = spoken.say("{sides} on {date}", sides=ARROW.join(names), date=date)
    told = [(title, [*summary(difference, style)])]
    for chapter, make in _CHAPTERS:
        if not difference.is_empty or make is published:
            told.append((spoken.say(chapter), [*make(difference, style)]))
    return numbered(told, spoken)
