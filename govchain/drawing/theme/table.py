"""A plain table of a picture: columns with heads, rows of short texts, some with a sign."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from govchain.drawing.ink import palette
from govchain.drawing.ink.lettering import clip, whole_of, width_of
from govchain.drawing.ink.scene import Box, Group, Icon, Item, Rect, Text
from govchain.drawing.theme.grid import LETTERS

HEAD, LINE = 28.0, 26.0
PAD = 10.0
SIGN = 17.0
LEAST_COLUMN = 40.0


@dataclass(frozen=True, slots=True)
class Entry:
    """What stands in a cell; `muted` follows in another ink; `page` is where it leads."""

    text: str
    ink: str = palette.INK
    bold: bool = False
    icon: str = ""
    muted: str = ""
    page: str = ""

    @property
    def width(self) -> float:
        """How much room it wants."""
        muted = width_of(self.muted, LETTERS) + 6 if self.muted else 0.0
        return (SIGN if self.icon else 0.0) + width_of(self.text, LETTERS, self.bold) + muted


def table(
    heads: Sequence[str], rows: Sequence[Sequence[Entry]], width: float
) -> tuple[tuple[Item, ...], float]:
    """The table in this width, and its height; columns as wide as what stands in them asks."""
    wanted = [
        max([width_of(head, LETTERS, True), *(row[n].width for row in rows)]) + 2 * PAD
        for n, head in enumerate(heads)
    ]
    widths = _shares(wanted, width)
    items: list[Item] = [Rect(Box(0, 0, width, HEAD), palette.LANE_HEAD)]
    items.extend(_head(heads, widths))
    for number, row in enumerate(rows):
        y = HEAD + number * LINE
        items.append(Rect(Box(0, y, width, LINE), palette.LANE_FILLS[number % 2], palette.RULE))
        items.extend(_row(row, widths, y))
    return tuple(items), HEAD + LINE * len(rows)


def _shares(wanted: Sequence[float], width: float) -> list[float]:
    """The widths: what is left goes to all alike; where it is too much the widest give way."""
    spare = width - sum(wanted)
    if spare >= 0:
        return [one + spare / len(wanted) for one in wanted]
    low, high = LEAST_COLUMN, max(wanted)
    for _ in range(40):
        middle = (low + high) / 2
        if sum(min(one, middle) for one in wanted) > width:
            high = middle
        else:
            low = middle
    return [min(one, low) for one in wanted]


def _head(heads: Sequence[str], widths: Sequence[float]) -> Iterator[Item]:
    x = 0.0
    for head, width in zip(heads, widths, strict=True):
        room = width - 2 * PAD
        said = clip(head, room, LETTERS, True)
        whole = whole_of(head, said)
        yield Text(x + PAD, 18.5, said, LETTERS, room, palette.WHITE, True, whole=whole)
        x += width


def _row(row: Sequence[Entry], widths: Sequence[float], y: float) -> Iterator[Item]:
    x = 0.0
    for entry, width in zip(row, widths, strict=True):
        items = tuple(_entry(entry, x + PAD, y, width - 2 * PAD))
        yield Group(items, page=entry.page) if entry.page else Group(items)
        x += width


def _entry(entry: Entry, x: float, y: float, room: float) -> Iterator[Item]:
    baseline = y + LINE / 2 + LETTERS * 0.36
    if entry.icon:
        yield Icon(entry.icon, x + 6, y + LINE / 2)
        x, room = x + SIGN, room - SIGN
    said = clip(entry.text, room, LETTERS, entry.bold)
    whole = whole_of(entry.text, said)
    yield Text(x, baseline, said, LETTERS, room, entry.ink, entry.bold, whole=whole)
    if entry.muted:
        taken = width_of(said, LETTERS, entry.bold) + 6
        muted = clip(entry.muted, max(room - taken, 0), LETTERS)
        if muted:
            whole = whole_of(entry.muted, muted)
            yield Text(
                x + taken, baseline, muted, LETTERS, room - taken, palette.MUTED, whole=whole
            )
