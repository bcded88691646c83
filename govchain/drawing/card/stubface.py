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
from govchain.drawing.ink.lettering import clip, whole_of, wrap
from govchain.drawing.ink.scene import Box, Group, Item, Rect, Shape, Text

SIZE = 11.5
LINE = 15.0
TIP = 9.0
NOTCH = 5.0
GAP_HEIGHT = 24.0
MOST_LINES = 2
MOST_PLACES = 8


def stub_face(stub: Stub, width: float, words: Words) -> Face:
    """Lays a stub out in the width of a card."""
    if stub.side is Side.GAP:
        return _gap(stub, width, words)
    top = NOTCH if stub.side is Side.FROM else 0.0
    items: list[Item] = []
    y = top + 4
    for said, page in _said(stub.places, stub.side, words):
        lines = wrap(said, [width - 16], SIZE, True, MOST_LINES)
        texts = tuple(_texts(lines, said, page, width, y))
        items.extend([Group(texts, page=page, css="connector")] if page else texts)
        y += LINE * len(lines)
    body = y + 4
    middle = width / 2
    if stub.side is Side.FROM:
        corners = ((0.0, 0.0), (middle, NOTCH), (width, 0.0), (width, body), (0.0, body))
    else:
        corners = ((0.0, 0.0), (width, 0.0), (width, body), (middle, body + TIP), (0.0, body))
    ground = Shape(corners, palette.CONDITION, palette.LINE, 1.2)
    return Face(width, max(y for _, y in corners), (ground, *items))


def _texts(lines: Sequence[str], said: str, page: str, width: float, y: float) -> Iterator[Text]:
    """What leads to a page is blue."""
    ink, room = palette.LINK if page else palette.INK, width - 16
    for number, line in enumerate(lines):
        baseline, whole = y + 11.5 + LINE * number, whole_of(said, line)
        yield Text(width / 2, baseline, line, SIZE, room, ink, True, "middle", whole)


def _said(places: Sequence[Beyond], side: Side, words: Words) -> Iterator[tuple[str, str]]:
    """What is said of each place, and its page; of many the last line counts the others."""
    shown = places if len(places) <= MOST_PLACES else places[: MOST_PLACES - 1]
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
