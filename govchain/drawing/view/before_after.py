"""The view `before-after`: two versions of a matter on one axis, part by part."""

from __future__ import annotations

from govchain.drawing.chart.subject import How, MatterSubject, Of
from govchain.drawing.comparison.pages import comparison_pages
from govchain.drawing.ink.scene import Scene

OF = Of.MATTER
HEEDS = frozenset({"against", "fold all", "fold none"})
NEEDS_AFTER = True


def scenes(subject: MatterSubject, how: How) -> tuple[Scene, ...]:
    """What went, what stayed and what flows now."""
    return comparison_pages(subject, how)
