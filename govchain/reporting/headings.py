"""The heads of the chapters of a page: numbered as they stand, none left out between two."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from govchain.reporting.blocks import Block, Heading
from govchain.reporting.words import Words

_CHINESE = "一二三四五六七八九十"


def numbered(chapters: Iterable[tuple[str, Sequence[Block]]], spoken: Words) -> Iterator[Block]:
    """The chapters that have something to tell, each under its head."""
    number = 0
    for title, blocks in chapters:
        if blocks:
            number += 1
            is_chinese = spoken.language == "zh"
            n = _CHINESE[number - 1] if is_chinese else f"{number}"
            yield Heading(spoken.say("{n}. {title}", n=n, title=title))
            yield from blocks
