"""The whole picture of a chart: head, lanes, flow, legend, and the strip of findings."""

from __future__ import annotations

from collections.abc import Iterator

from govchain.drawing.chart.chart import Chart
from govchain.drawing.chart.columns import LEAST_WIDTH, Column, Columns
from govchain.drawing.ink import palette
from govchain.drawing.ink.lettering import clip, whole_of, wrap
from govchain.drawing.ink.scene import Box, Group, Item, Rect, Scene, Text
from govchain.drawing.layout.down import HEAD_AGAIN
from govchain.drawing.layout.layout import Layout, layout_of
from govchain.drawing.sheet.flowface import flow_face
from govchain.drawing.sheet.headline import headline
from govchain.drawing.sheet.legend import legend
from govchain.drawing.sheet.prelude import prelude
from govchain.drawing.sheet.strip import strip

MARGIN = 6.0
HEAD_SIZE = 14.5
HEAD_LINE = 18.0
HEAD_AGAIN_SIZE = 12.5


def picture_of(chart: Chart, columns: Columns) -> Scene:
    """Puts everything in its place, from top to bottom."""
    layout = layout_of(chart, columns, LEAST_WIDTH)
    width = layout.width
    items: list[Item] = []
    y = _put(items, *headline(chart, width), MARGIN)
    y = _put(items, *prelude(chart, width), y + 8)
    y = _put(items, *_board(chart, columns, layout), y + 12)
    y = _put(items, *legend(chart, width), y + 10)
    y = _put(items, *strip(chart, width), y + 10)
    figures = ", ".join(f"{word} {value}" for word, value in chart.figures)
    return Scene(
        width=width + 2 * MARGIN,
        height=y + MARGIN,
        title=chart.title,
        description=figures,
        language=chart.words.language,
        items=tuple(items),
    )


def _put(items: list[Item], part: tuple[Item, ...], height: float, y: float) -> float:
    """Puts a part of the picture at this height; returns where the next one may begin."""
    if part:
        items.append(Group(part, x=MARGIN, y=y))
    return y + height if part else y


def _board(chart: Chart, columns: Columns, layout: Layout) -> tuple[tuple[Item, ...], float]:
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
