"""The face of what stands for steps that are left out: where they are told, or how many they are.

A connector is drawn as the sign for another page: a box that points down where the way goes on
there, one with a notch where it comes from there. A gap is a dashed line of words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govchain.drawing.card.cardface import Face
from govchain.drawing.chart.excerpt import Beyond, Side, Stub
from govchain.drawing.chart.words import Words
from govchain.drawing.ink import palette
from govchain.drawing.ink.lettering import clip, whole_of
from govchain.drawing.ink.scene import Box, Group, Item, Rect, Shape, Text

SIZE = 11.5
LINE = 16.0
TIP = 9.0
NOTCH = 5.0
GAP_HEIGHT = 24.0
MOST_LINES = 8


def stub_face(stub: Stub, width: float, words: Words) -> Face:
    """Lays a stub out in the width of a card."""
    if stub.side is Side.GAP:
        return _gap(stub, width, words)
    lines = [*_lines(stub.places, stub.side, words)]
    body, middle = LINE * len(lines) + 8, width / 2
    if stub.side is Side.FROM:
        top = NOTCH
        corners = (
            (0.0, 0.0),
            (middle, NOTCH),
            (width, 0.0),
            (width, body + top),
            (0.0, body + top),
        )
    else:
        top = 0.0
        corners = ((0.0, 0.0), (width, 0.0), (width, body), (middle, body + TIP), (0.0, body))
    items: list[Item] = [Shape(corners, palette.CONDITION, palette.LINE, 1.2)]
    for number, (said, page) in enumerate(lines):
        shown = clip(said, width - 16, SIZE, True)
        ink = palette.SHARED if page else palette.INK
        text = Text(
            middle,
            top + 15.5 + LINE * number,
            shown,
            SIZE,
            width - 16,
            ink,
            True,
            "middle",
            whole_of(said, shown),
        )
        items.append(Group((text,), page=page, css="connector") if page else text)
    return Face(width, max(y for _, y in corners), tuple(items))


def _lines(places: Sequence[Beyond], side: Side, words: Words) -> Iterator[tuple[str, str]]:
    """What is said of each place, and its page; of many the last line counts the others."""
    shown = places if len(places) <= MOST_LINES else places[: MOST_LINES - 1]
    for place in shown:
        yield words(f"stub-{side}").format(name=place.name), place.page
    if rest := len(places) - len(shown):
        yield words("stub-more").format(n=rest), ""


def _gap(stub: Stub, width: float, words: Words) -> Face:
    """How many steps are left out here."""
    said = clip(words.left_out(len(stub.steps)), width - 16, SIZE)
    ground = Rect(Box(0, 0, width, GAP_HEIGHT), palette.WHITE, palette.MUTED, 1.2, 12, "2 3")
    text = Text(width / 2, 16, said, SIZE, width - 16, palette.MUTED, anchor="middle")
    return Face(width, GAP_HEIGHT, (ground, text))
