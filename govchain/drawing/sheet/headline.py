"""The head of a picture: the title, the case, the figures, and how many findings there are."""

from __future__ import annotations

from collections.abc import Iterator

from govchain.drawing.chart.chart import Chart
from govchain.drawing.chart.page import Page
from govchain.drawing.ink import palette
from govchain.drawing.ink.hatching import hatching_of
from govchain.drawing.ink.lettering import clip, whole_of, width_of
from govchain.drawing.ink.pieces import Piece, set_in_lines, signed
from govchain.drawing.ink.scene import Box, Group, Icon, Item, Rect, Strokes, Text

TITLE_SIZE = 19.0
SIZE = 12.5
VALUE_SIZE = 13.0
SMALL = 11.0
DOOR_SIZE, DOOR_ROOM = 11.5, 220.0


def headline(chart: Chart, width: float) -> tuple[tuple[Item, ...], float]:
    """The head in this width, and its height."""
    title = clip(chart.title, width, TITLE_SIZE, True)
    whole = chart.title if title != chart.title else ""
    items: list[Item] = [Text(0, 20, title, TITLE_SIZE, width, bold=True, whole=whole)]
    y = 43.0
    if chart.case:
        said = chart.words.label(chart.words("case"), chart.case)
        items.append(Text(0, y, clip(said, width, VALUE_SIZE), VALUE_SIZE, width, whole=said))
        y += 21
    if chart.page.doors:
        doors, height = set_in_lines(_doors(chart.page, width), width, 24, 6)
        items.append(Group(doors, y=y + 2))
        y += height + 3
    if chart.page.note:
        note = clip(chart.page.note, width, SIZE)
        items.append(Text(0, y, note, SIZE, width, whole=whole_of(chart.page.note, note)))
        y += 21
    lines, height = set_in_lines((*_figures(chart), *_counts(chart)), width, 21, 16)
    items.append(Group(lines, y=y))
    y += height
    lines, height = set_in_lines(_provenance(chart, width), width, 17, 14)
    items.append(Group(lines, y=y))
    return tuple(items), y + height - 12


def _doors(page: Page, width: float) -> Iterator[Piece]:
    """The pages of the picture, this one filled; each other leads there."""
    for door in page.doors:
        is_here = door.is_here
        room = min(DOOR_ROOM, width - 16)
        name = clip(door.name, room, DOOR_SIZE, is_here)
        taken = width_of(name, DOOR_SIZE, is_here)
        box = Box(0, -14, taken + 16, 20)
        fill, ink = (palette.LANE_HEAD, palette.WHITE) if is_here else ("none", palette.LINE)
        text = Text(8, 0, name, DOOR_SIZE, taken, ink, is_here, whole=whole_of(door.name, name))
        face = (Rect(box, fill, palette.LINE, radius=4), text)
        yield Piece((Group(face, page=door.page, css="door"),), box.width)


def _provenance(chart: Chart, width: float) -> Iterator[Piece]:
    """As of when, by which version, from which sources, and which figures are examples."""
    for word, value in chart.provenance:
        said = chart.words.label(word, value)
        shown = clip(said, width, SMALL)
        room = width_of(shown, SMALL)
        whole = whole_of(said, shown)
        yield Piece((Text(0, 0, shown, SMALL, room, palette.MUTED, whole=whole),), room)


def _figures(chart: Chart) -> Iterator[Piece]:
    for word, value in chart.figures:
        yield _figure(word, value, palette.MUTED, palette.INK)


def _counts(chart: Chart) -> Iterator[Piece]:
    """What is counted on it, and on all pages where it takes several."""
    here = chart.counts
    for name, count in (chart.whole.counts if chart.whole else here).items():
        if not count:
            continue
        word, value = chart.words(name), chart.of_whole(str(here[name]), name)
        if name == "lacks":
            yield _with_sign((Icon("unshared", 5, -4.5),), 15, word, value, palette.ALARM)
        elif name == "redundancies":
            yield _with_sign(redundancy_sign(), 20, word, value, palette.REDUNDANT)
        else:
            yield _figure(word, value, palette.MUTED, palette.INK)


def redundancy_sign() -> tuple[Item, ...]:
    """A small hatched box."""
    box = Box(0, -10.5, 15, 12)
    return (
        Rect(box, palette.REDUNDANT_WASH),
        Strokes(hatching_of(box, 5), palette.HATCH, 1.6),
        Rect(box, "none", palette.REDUNDANT, 1.4),
    )


def _figure(word: str, value: str, word_ink: str, value_ink: str) -> Piece:
    word_width, value_width = width_of(word, SIZE), width_of(value, VALUE_SIZE, True)
    items = (
        Text(0, 0, word, SIZE, word_width, word_ink),
        Text(word_width + 5, 0, value, VALUE_SIZE, value_width, value_ink, True),
    )
    return Piece(items, word_width + 5 + value_width)


def _with_sign(sign: tuple[Item, ...], indent: float, word: str, value: str, ink: str) -> Piece:
    return signed(sign, indent, f"{word} {value}", VALUE_SIZE, ink, bold=True)
