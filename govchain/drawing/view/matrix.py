"""The view `matrix`: departments that hold data against departments that need it, by gap."""

from __future__ import annotations

from govchain.drawing.chart.subject import CatalogueSubject, How, Of
from govchain.drawing.chart.words import Words
from govchain.drawing.ink.scene import Scene
from govchain.drawing.matrix.board import board_of
from govchain.drawing.matrix.page import page_of
from govchain.drawing.matrix.sizes import parts_of

OF = Of.CATALOGUE
HEEDS = frozenset({"data", "theme"})


def scenes(subject: CatalogueSubject, how: How) -> tuple[Scene, ...]:
    """One page, or on paper as many as it takes for letters that can be read."""
    board = board_of(subject)
    parts = parts_of(board, Words(how.language), how.paper)
    return tuple(page_of(board, part, parts, subject, how) for part in parts)
