"""The view `swimlanes`: a folded matter lying, departments as lanes, for the slide."""

from __future__ import annotations

from govchain.drawing.chart.subject import How, MatterSubject, Of
from govchain.drawing.chart.words import Words
from govchain.drawing.fold.folding import folded
from govchain.drawing.ink.scene import Scene
from govchain.drawing.swimlanes.pages import swimlane_pages

OF = Of.MATTER
HEEDS = frozenset({"against", "expand", "fold all", "fold none", "only"})


def scenes(subject: MatterSubject, how: How) -> tuple[Scene, ...]:
    """A card for each called matter, or each step of a matter that calls none."""
    told = folded(subject.version, Words(how.language), how.fold)
    return swimlane_pages(subject, told, how)
