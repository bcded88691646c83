"""What changed as Markdown: for the minutes, or a comment on the change that brought it.

A comment on GitHub holds so many characters and no more: what it has no room for is counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govchain.reporting.difference.difference import Difference
from govchain.reporting.difference.page import page
from govchain.reporting.difference.room import fitting
from govchain.reporting.style import Style

FOR_PEOPLE = True
SIGN = re.compile(r"\s*<!-- govchain -->\s*## ", re.DOTALL)


def pieces(difference: Difference, style: Style) -> Iterator[str]:
    yield fitting(page(difference, style), style.language, difference.asked)
