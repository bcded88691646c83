"""Cards that hold the place of tasks while our own layout looks for it."""

from __future__ import annotations

import math
from dataclasses import replace

from govchain.drawing.bpmn.measures import (
    BETWEEN,
    ROW,
    SMALL_GATEWAY,
    TASK,
    TASK_HEIGHT,
    TASK_LINE,
    TASK_SIZE,
)
from govchain.drawing.bpmn.sayings import lines_of
from govchain.drawing.chart.cards import Card
from govchain.drawing.chart.needrows import Look, NeedRow
from govchain.drawing.ink.lettering import wrap

_FACE_WITHOUT_ROWS, _FACE_ROW = 35.0, 18.0
"""How high a card is that says nothing, and each row on it."""
_DUMMY = NeedRow(Look.HELD, "", "", "", "", (), "")


def stand_in(card: Card, gateways: int) -> Card:
    """A card with nothing on it, as high as task, data and gateways need."""
    rows = math.ceil((_height(card, gateways) - _FACE_WITHOUT_ROWS) / _FACE_ROW)
    return replace(
        card,
        kind="",
        name="",
        department="",
        aside="",
        time="",
        visit="",
        condition="",
        needs=(_DUMMY,) * max(rows, 1),
        papers=(),
        marks=(),
        order_marks=(),
        verdict="",
    )


def _height(card: Card, gateways: int) -> float:
    """Task or data, whichever is higher, and room for so many gateways."""
    beside = ROW * max(len(card.papers), len(card.needs))
    lines = (wrap(line, [TASK - 12], TASK_SIZE) for line in lines_of(card))
    said = TASK_LINE * (sum(map(len, lines)) + 1)
    return max(TASK_HEIGHT, beside, said) + gateways * (SMALL_GATEWAY + BETWEEN)
