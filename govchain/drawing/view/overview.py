"""The view `overview`: a row for each called matter, what it takes, and what people bring."""

from __future__ import annotations

from govchain.drawing.chart.subject import Fold, How, MatterSubject, Of
from govchain.drawing.chart.words import Words
from govchain.drawing.fold.folding import folded
from govchain.drawing.ink.scene import Scene
from govchain.drawing.ledger.pages import ledger_pages
from govchain.drawing.view import lanes

OF = Of.MATTER
HEEDS = frozenset({"against", "expand", "fold all", "fold none", "highlight", "only"})


def scenes(subject: MatterSubject, how: How) -> tuple[Scene, ...]:
    """The ledger, then the steps of what it folds, unless all is to be folded."""
    told = folded(subject.version, Words(how.language), how.fold)
    annexes: tuple[Scene, ...] = ()
    if not told.are_steps and how.fold is not Fold.ALL:
        annexes = lanes.scenes(subject, how)
    ledger = ledger_pages(subject, told, how, [annex.key for annex in annexes])
    return (*ledger, *annexes)
