"""What a picture is made of: rectangles, lines, shapes, texts, icons, and groups of them.

Places are in pixels from the top left corner. A text's `y` is its baseline. Nothing else exists,
so that every program that knows plain SVG draws a picture alike. They are tuples, which are made
fastest: a picture has thousands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple, TypeAlias

from govchain.drawing.ink.palette import INK
from govchain.drawing.ink.paper import Paper


class Box(NamedTuple):
    """A place on the picture."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    @property
    def middle(self) -> float:
        return self.x + self.width / 2

    def moved(self, x: float, y: float) -> Box:
        return Box(self.x + x, self.y + y, self.width, self.height)


class Rect(NamedTuple):
    """A rectangle; `dash` as SVG's stroke-dasharray."""

    box: Box
    fill: str = "none"
    stroke: str = ""
    stroke_width: float = 1
    radius: float = 0
    dash: str = ""


class Line(NamedTuple):
    """A line through points."""

    points: tuple[tuple[float, float], ...]
    stroke: str
    stroke_width: float = 1
    source: str = ""
    target: str = ""
    """For an arrow between steps: their ids, so that a page can find it."""
    dash: str = ""
    """As SVG's stroke-dasharray."""


class Strokes(NamedTuple):
    """Many short straight lines of one colour, such as hatching."""

    lines: tuple[tuple[float, float, float, float], ...]
    stroke: str
    stroke_width: float


class Shape(NamedTuple):
    """A closed shape through points."""

    points: tuple[tuple[float, float], ...]
    fill: str
    stroke: str = ""
    stroke_width: float = 1


class Text(NamedTuple):
    """A line of text no wider than `room`; `whole` is what was cut off it, if it was cut.

    `angle` turns it around its x, y: degrees, clockwise.
    """

    x: float
    y: float
    text: str
    size: float
    room: float
    fill: str = INK
    bold: bool = False
    anchor: str = "start"
    whole: str = ""
    angle: float = 0


class Icon(NamedTuple):
    """A small drawn sign with its middle at x, y; `name` is one of `icons.ICONS`."""

    name: str
    x: float
    y: float


class Group(NamedTuple):
    """Things that belong together, moved by x, y, with what a page may want to know of them.

    `title` is shown to whoever points at them; `data` are pairs of name and value (`data-…`);
    `href` leads to the group with that `id`, or, where it names a `page`, to that page of the
    picture (the `key` of its scene).
    """

    items: tuple[Item, ...]
    x: float = 0
    y: float = 0
    title: str = ""
    id: str = ""
    css: str = ""
    data: tuple[tuple[str, str], ...] = ()
    href: str = ""
    page: str = ""


Item: TypeAlias = Rect | Line | Strokes | Shape | Text | Icon | Group


@dataclass(frozen=True, slots=True)
class Scene:
    """A whole picture, or one page of it.

    `key` is what other pages know it by, `paper` what it is made to be printed on; None: it is as
    large as it is.
    """

    width: float
    height: float
    title: str
    description: str
    language: str
    items: tuple[Item, ...]
    key: str = ""
    paper: Paper | None = None


def with_texts(scene: Scene, say: Callable[[str], str]) -> Scene:
    """The picture with what is said of each of its texts in its place."""
    return replace(scene, items=_said(scene.items, say))


def _said(items: Iterable[Item], say: Callable[[str], str]) -> tuple[Item, ...]:
    return tuple(
        item._replace(items=_said(item.items, say))
        if isinstance(item, Group)
        else item._replace(text=say(item.text))
        if isinstance(item, Text)
        else item
        for item in items
    )


def told_apart(scenes: Iterable[Scene], name: str) -> list[Scene]:
    """The pages of one picture, led to by ids that no other picture has whose name is another."""
    return [
        replace(scene, key=_own(name, scene.key), items=_apart(scene.items, name))
        for scene in scenes
    ]


def _apart(items: Iterable[Item], name: str) -> tuple[Item, ...]:
    return tuple(
        item._replace(
            id=_own(name, item.id),
            href=_own(name, item.href),
            page=_own(name, item.page),
            items=_apart(item.items, name),
        )
        if isinstance(item, Group)
        else item
        for item in items
    )


def _own(name: str, id: str) -> str:
    return f"{name}/{id}" if id else ""
