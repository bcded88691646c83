"""What stands out above the top edge of a card: the condition it takes place in, its findings.

The condition stands in the middle, where the arrow comes in. Badges stand at the right corner,
right of the arrows; those that have no room there go above one another, and all above the
condition where they would cover it. What speaks of the order stands at the arrows, left of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from govchain.drawing.card.badges import HEIGHT, Badge, badges_of
from govchain.drawing.chart.cards import Card
from govchain.drawing.chart.marks import Mark
from govchain.drawing.ink.lettering import width_of, wrap
from govchain.drawing.ink.scene import Box

CONDITION_SIZE = 11.5
CONDITION_HEIGHT = 17.0
CONDITION_LINE = 13.5
CONDITION_RISE = 12.0
CONDITION_PADDING = 8.0
BESIDE_CONDITION = 6.0
ROUND_END = 9.0
MOST_CONDITION_LINES = 2
BADGE_RISE = 16.0
BESIDE_CORNER = 6.0
"""So far a badge stands out at the right of its card."""
BESIDE_ARROW = 6.0
BETWEEN = 1.0
MOST_BADGE_ROWS = 4
MOST_AT_ARROWS = 2


@dataclass(frozen=True, slots=True)
class Overhead:
    """Boxes measured from the middle of the top edge; `rise` is how far they stand out above."""

    condition: Box | None
    badges: tuple[tuple[Badge, Box], ...]

    @property
    def rise(self) -> float:
        boxes = [box for _, box in self.badges]
        if self.condition:
            boxes.append(self.condition)
        return max((-box.y for box in boxes), default=0)


def overhead_of(
    card: Card, width: float, entries: Sequence[float], marks: Sequence[Mark], has_condition: bool
) -> Overhead:
    """What stands above a card so wide; `entries` is where arrows come in, from the middle."""
    is_said = has_condition and card.condition
    condition = _condition(card.condition, width, entries) if is_said else None
    entry = max(entries, default=-width / 2)
    badges = [*_badges(marks, width / 2 + BESIDE_CORNER, entry, condition)]
    badges += _at_arrows(card, min(entries, default=0), width, condition)
    return Overhead(condition, tuple(badges))


def _at_arrows(
    card: Card, entry: float, width: float, condition: Box | None
) -> Iterator[tuple[Badge, Box]]:
    """Badges beside the head of the first arrow, the last one next to it."""
    x = entry - BESIDE_ARROW
    y = (condition.y - BETWEEN if condition else -BETWEEN) - HEIGHT
    for badge in reversed(badges_of(card.order_marks, MOST_AT_ARROWS)):
        x = max(x - badge.width - BETWEEN, -width / 2)
        yield badge, Box(x, y, badge.width, HEIGHT)


def condition_lines(text: str, card_width: float) -> list[str]:
    """The lines of a condition on a card so wide."""
    room = card_width - 2 * BESIDE_CONDITION - 2 * CONDITION_PADDING
    return wrap(text, [room], CONDITION_SIZE, True, MOST_CONDITION_LINES)


def _condition(text: str, card_width: float, entries: Sequence[float]) -> Box:
    """As wide as its widest line, and wider where an arrow would come upon its round end."""
    lines = condition_lines(text, card_width)
    half = max((width_of(line, CONDITION_SIZE, True) for line in lines), default=0) / 2
    half += CONDITION_PADDING
    for entry in sorted(map(abs, entries)):
        if abs(entry - half) < ROUND_END:
            half = min(entry + ROUND_END, card_width / 2 - BESIDE_CONDITION)
    more = CONDITION_LINE * (len(lines) - 1)
    return Box(-half, -CONDITION_RISE - more, 2 * half, CONDITION_HEIGHT + more)


def _badges(
    marks: Sequence[Mark], right: float, entry: float, condition: Box | None
) -> Iterator[tuple[Badge, Box]]:
    """Each badge with its box, the lowest row full."""
    widest = max((badge.width for badge in badges_of(marks, len(marks))), default=HEIGHT)
    pitch = widest + BETWEEN
    a_row = max(int((right - entry - BESIDE_ARROW + BETWEEN) / pitch), 1)
    badges = badges_of(marks, a_row * MOST_BADGE_ROWS)
    left = right - min(len(badges), a_row) * pitch
    lowest = -BADGE_RISE
    if condition and left < condition.right + BETWEEN:
        lowest = condition.y - BETWEEN - HEIGHT
    for place, badge in enumerate(reversed(badges)):
        row, column = divmod(place, a_row)
        x = right - column * pitch - widest
        yield badge, Box(x, lowest - row * (HEIGHT + BETWEEN), widest, HEIGHT)
