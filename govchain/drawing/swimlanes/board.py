"""The lanes of a page with all that stands in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from govchain.drawing.chart.columns import APPLICANTS
from govchain.drawing.chart.phrases import short_name_of
from govchain.drawing.chart.words import Words
from govchain.drawing.ink import palette
from govchain.drawing.ink.lettering import clip, named, whole_of, wrap
from govchain.drawing.ink.scene import Box, Group, Item, Rect, Strokes, Text
from govchain.drawing.swimlanes.cardface import card_face, pill_face
from govchain.drawing.swimlanes.filling import Filled
from govchain.drawing.swimlanes.lines import DROP, drop_face, wait_face
from govchain.drawing.swimlanes.measures import (
    BAND_HEAD,
    HEAD,
    LANE_PADDING,
    LEFT,
    MARGIN,
    PILL,
    SMALL,
)
from govchain.drawing.swimlanes.places import Lane
from govchain.model.nouns import Department

_HEAD_SIZE, _HEAD_LINE = 14.5, 18.0


def board_face(
    page: Filled, departments: Mapping[str, Department], words: Words
) -> tuple[tuple[Item, ...], float]:
    """The lanes and their height."""
    items: list[Item] = [*_lanes(page, departments, words), *_bands(page, words)]
    lanes = {card.place: card.part.lane for card in page.cards}
    for way in page.places.tracks.ways:
        items.extend(wait_face(way, page.places, lanes[way.wait.second]))
    top = page.places.lanes[APPLICANTS].y + LANE_PADDING
    comes = [c for c in page.cards if not c.is_of_applicant and (c.part.visits or c.part.handed_in)]
    for card in comes:
        items.extend(drop_face(page.places.boxes[card.place], top + PILL))
    items.extend(card_face(card, page.places.boxes[card.place]) for card in page.cards)
    for card in comes:
        box = page.places.boxes[card.place]
        items.append(pill_face(card, box.x, box.right, top, words))
    return tuple(items), page.places.height


def _lanes(page: Filled, departments: Mapping[str, Department], words: Words) -> Iterator[Item]:
    """The grounds of the lanes, lines between them, and whose they are."""
    right = page.places.right
    for number, box in enumerate(page.places.lanes.values()):
        yield Rect(Box(MARGIN, box.y, right - MARGIN, box.height), palette.LANE_FILLS[number % 2])
    edges = {edge for box in page.places.lanes.values() for edge in (box.y, box.bottom)}
    across = ((LEFT, edge, right, edge) for edge in sorted(edges))
    side = (right, 0.0, right, page.height)
    yield Strokes((*across, side), palette.RULE, 1)
    for lane, box in page.places.lanes.items():
        below = BAND_HEAD if page.bands and lane == APPLICANTS else 0
        head = Box(MARGIN, box.y, HEAD, box.height + below)
        yield Rect(head, palette.LANE_HEAD, palette.WHITE)
        yield _head(lane, head, departments, words)


def _head(lane: Lane, box: Box, departments: Mapping[str, Department], words: Words) -> Group:
    """Whose lane it is, in as many lines as it has room for."""
    known = departments.get(lane or "")
    full = named(known.name) if known else named(lane or "")
    if lane == APPLICANTS:
        said = full = words("applicant")
    else:
        said = short_name_of(lane, departments) if lane else words("no-department")
    room = box.width - 12
    most = max(int((box.height - 6) / _HEAD_LINE), 1)
    lines = wrap(said, [room], _HEAD_SIZE, True, most=most) or [clip(said, room, _HEAD_SIZE)]
    y = box.y + box.height / 2 - _HEAD_LINE * (len(lines) - 1) / 2 + _HEAD_SIZE * 0.36
    items = tuple(
        Text(
            box.middle, y + n * _HEAD_LINE, line, _HEAD_SIZE, room, palette.WHITE, True, "middle",
            whole_of(said, line) if n == most - 1 else "",
        )
        for n, line in enumerate(lines)
    )  # fmt: skip
    return Group(items, title=full, css="lane", data=(("department", lane or ""),))


def _bands(page: Filled, words: Words) -> Iterator[Item]:
    """Behind parts that run beside each other; its word above the first of them."""
    for first, last in page.bands:
        inside = [card for card in page.cards if first <= card.place <= last]
        left = page.places.boxes[first].x - 7
        right = page.places.boxes[last].right + 7
        bottom = max(page.places.lanes[card.part.lane].bottom for card in inside) - 3
        top = page.places.band_top + 1
        box = Box(left, top, right - left, bottom - top)
        yield Rect(box, palette.BAND, palette.BAND_EDGE, 1, 4, "4 3")
        width = page.places.boxes[first].width
        room = width * DROP - 14
        said = clip(words("parallel"), room, SMALL, True)
        y = top + BAND_HEAD / 2 + SMALL * 0.36
        yield Text(left + 10, y, said, SMALL, room, palette.MUTED, True)
