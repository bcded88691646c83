"""What changed, for whoever reads it in a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from govchain.reporting.difference.difference import Difference
from govchain.reporting.difference.page import page
from govchain.reporting.page_as_text import as_text
from govchain.reporting.style import Style

FOR_PEOPLE = True


def pieces(difference: Difference, style: Style) -> Iterator[str]:
    yield as_text(page(difference, style), style)
