"""The page on two catalogues, as blocks: all in sum on one screen, then matter by matter."""

from __future__ import annotations

from collections.abc import Iterator

from govchain.reporting.blocks import Block, Heading
from govchain.reporting.difference.chapters.findings import findings
from govchain.reporting.difference.chapters.links import links
from govchain.reporting.difference.chapters.matters import matters
from govchain.reporting.difference.chapters.published import published
from govchain.reporting.difference.chapters.summary import summary
from govchain.reporting.difference.difference import Difference
from govchain.reporting.difference.words import ARROW, name_of_side
from govchain.reporting.style import Style
from govchain.reporting.words import noted, words

_CHAPTERS = (
    (noted("2. Matters"), matters),
    (noted("3. Published figures"), published),
    (noted("4. Findings"), findings),
    (noted("5. Links"), links),
)


def page(difference: Difference, style: Style) -> Iterator[Block]:
    """All chapters that have something to tell; of what is the same, that it is."""
    spoken = words(style.language)
    names = (name_of_side(side.name, spoken) for side in (difference.old, difference.new))
    date = difference.new.catalogue.date.isoformat()
    yield Heading(spoken.say("1. {sides} on {date}", sides=ARROW.join(names), date=date))
    yield from summary(difference, style)
    for title, chapter in _CHAPTERS:
        blocks = list(chapter(difference, style))
        if blocks and not (difference.is_empty and chapter is not published):
            yield Heading(spoken.say(title))
            yield from blocks
