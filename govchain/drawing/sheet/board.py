"""The board of a picture: lanes with their heads, and the flow upon them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from govchain.drawing.chart.chart import Chart
from govchain.drawing.chart.columns import Column, Columns
from govchain.drawing.ink import palette
from govchain.drawing.ink.lettering import clip, whole_of, wrap
from govchain.drawing.ink.scene import Box, Group, Item, Rect, Text
from govchain.drawing.layout.down import HEAD_AGAIN
from govchain.drawing.layout.layout import Layout, layout_of
from govchain.drawing.sheet.flowface import flow_face

HEAD_SIZE = 14.5
HEAD_LINE = 18.0
HEAD_AGAIN_SIZE = 12.5


@dataclass(frozen=True, slots=True)
class Board:
    """What stands between head and legend of a picture."""

    items: tuple[Item, ...]
    width: float
    height: float
    has_runs: bool = False


def board_of(chart: Chart, columns: Columns, least_width: float) -> Board:
    """The flow in its columns, with the heads of lanes where they are lanes."""
    return board_with(chart, columns, layout_of(chart, columns, least_width))


def board_with(chart: Chart, columns: Columns, layout: Layout) -> Board:
    """The same of a layout that is known."""
    items, height = _lanes(chart, columns, layout)
    return Board(items, layout.width, height, bool(layout.runs))


def _lanes(chart: Chart, columns: Columns, layout: Layout) -> tuple[tuple[Item, ...], float]:
    """Lanes with their heads, and the flow upon them."""
    heads = [_head_lines(column, layout.lanes[i]) for i, column in enumerate(columns.columns)]
    subtitles = [column.subtitle for column in columns.columns]
    head_height = max(map(_head_height, heads, subtitles), default=0.0)
    if not columns.are_lanes:
        return flow_face(chart, layout), layout.height
    flow = Group(flow_face(chart, layout), y=head_height)
    grounds = _grounds(layout, head_height)
    titles = _titles(columns, layout, heads, head_height)
    again = _titles_again(columns, layout, head_height)
    return (*grounds, flow, *titles, *again), head_height + layout.height


def _head_lines(column: Column, lane: tuple[float, float]) -> list[str]:
    return wrap(column.title, [lane[1] - lane[0] - 12], HEAD_SIZE, True, 2)


def _head_height(lines: list[str], subtitle: str) -> float:
    return HEAD_LINE * len(lines) + (28 if subtitle else 14)


def _grounds(layout: Layout, head_height: float) -> Iterator[Item]:
    for number, (left, right) in enumerate(layout.lanes):
        box = Box(left, 0, right - left, head_height + layout.height)
        yield Rect(box, palette.LANE_FILLS[number % 2], palette.RULE)


def _titles(
    columns: Columns, layout: Layout, heads: list[list[str]], height: float
) -> Iterator[Item]:
    for column, lines, (left, right) in zip(columns.columns, heads, layout.lanes, strict=False):
        yield Rect(Box(left, 0, right - left, height), palette.LANE_HEAD, palette.WHITE)
        middle, room = (left + right) / 2, right - left - 12
        y = 20 + (height - _head_height(lines, column.subtitle)) / 2
        for line in lines:
            whole = column.title if line.endswith("…") else ""
            yield Text(middle, y, line, HEAD_SIZE, room, palette.WHITE, True, "middle", whole=whole)
            y += HEAD_LINE
        if column.subtitle:
            yield Text(
                middle, y - 1, column.subtitle, 11, room, palette.LANE_HEAD_MUTED, anchor="middle"
            )


def _titles_again(columns: Columns, layout: Layout, head_height: float) -> Iterator[Item]:
    """Where the picture is long: whose the lanes are, on strips that arrows run behind."""
    for y in layout.heads_again:
        for column, (left, right) in zip(columns.columns, layout.lanes, strict=True):
            box = Box(left, head_height + y, right - left, HEAD_AGAIN)
            yield Rect(box, palette.LANE_HEAD, palette.WHITE)
            room = box.width - 12
            title = clip(column.title, room, HEAD_AGAIN_SIZE, True)
            yield Text(
                box.middle,
                box.y + 15.5,
                title,
                HEAD_AGAIN_SIZE,
                room,
                palette.WHITE,
                True,
                "middle",
                whole_of(column.title, title),
            )
