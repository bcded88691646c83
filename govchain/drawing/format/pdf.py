"""The format `pdf`: all pages in one file, in lines and letters, with a bookmark for each page.

Letters are of our own font, cut down to what is said; text can be selected and sought. Same pages,
same bytes.
"""

from __future__ import annotations

import io
import math
from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING

from govchain import __version__
from govchain.drawing.font import path_of
from govchain.drawing.ink.extents import extent_of, groups_in
from govchain.drawing.ink.glyphs import drawable
from govchain.drawing.ink.icons import ICONS
from govchain.drawing.ink.lettering import clean, width_of
from govchain.drawing.ink.paths import segments_of
from govchain.drawing.ink.printed import size_of
from govchain.drawing.ink.scene import Group, Icon, Item, Line, Rect, Scene, Shape, Strokes, Text

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

NEEDS = {"reportlab": "reportlab"}
IS_TEXT = False
OWN_FONT = True

WEIGHTS = ("GovchainSans", "GovchainSans-Bold")
_PRODUCER = "govchain "


def bind(scenes: Sequence[Scene]) -> bytes:
    """The pages, one after another; where there are several, their bookmarks are shown."""
    from reportlab.pdfgen.canvas import Canvas

    _register_fonts()
    file = io.BytesIO()
    first = scenes[0]
    canvas = Canvas(
        file,
        invariant=True,
        pageCompression=1,
        lang=first.language,
        initialFontName=WEIGHTS[0],
    )
    canvas.setTitle(clean(first.title))
    canvas.setSubject(clean(first.description))
    canvas.setAuthor("")
    canvas.setCreator(_PRODUCER.strip())
    canvas.setProducer(_PRODUCER + __version__)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    anchors = _Anchors(scenes)
    for number, scene in enumerate(scenes):
        _Pen(canvas, anchors, number).draw(scene)
    if len(scenes) > 1:
        canvas.showOutline()
    canvas.save()
    return file.getvalue()


def is_ours(content: bytes) -> bool:
    """It names us as its maker."""
    return content.startswith(b"%PDF-") and f"/Producer ({_PRODUCER}".encode() in content


@cache
def _register_fonts() -> None:
    from reportlab import rl_config
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    rl_config.useA85 = 0  # what is compressed need not be text too
    for bold, name in enumerate(WEIGHTS):
        pdfmetrics.registerFont(TTFont(name, path_of(bold=bool(bold))))


class _Anchors:
    """What links lead to, by names of our own: ids and keys may hold anything."""

    def __init__(self, scenes: Sequence[Scene]) -> None:
        self._pages = {scene.key: n for n, scene in reversed([*enumerate(scenes)]) if scene.key}
        self._ids = [{group.id for group in groups_in(s.items) if group.id} for s in scenes]
        self._numbers: dict[tuple[int, str], str] = {}

    def name(self, page: int, id: str = "") -> str:
        """The name of a page, or of the group with this id on it."""
        return self._numbers.setdefault((page, id), f"a{len(self._numbers)}")

    def target(self, group: Group, page: int) -> str:
        """The name of what the group leads to from a page; empty where there is no such thing."""
        if group.page:
            there = self._pages.get(group.page)
            if there is None:
                return ""
            return self.name(there, group.href if group.href in self._ids[there] else "")
        for there in (page, *range(len(self._ids))):
            if group.href and group.href in self._ids[there]:
                return self.name(there, group.href)
        return ""


class _Pen:
    """Draws a page, measured in its own pixels from the top left corner."""

    def __init__(self, canvas: Canvas, anchors: _Anchors, page: int) -> None:
        self._canvas = canvas
        self._anchors = anchors
        self._page = page

    def draw(self, scene: Scene) -> None:
        canvas, name = self._canvas, self._anchors.name(self._page)
        width, height, scale = size_of(scene)
        canvas.setPageSize((width, height))
        canvas.bookmarkPage(name)
        canvas.addOutlineEntry(clean(scene.title), name)
        left, top = (width - scene.width * scale) / 2, (height - scene.height * scale) / 2
        canvas.transform(scale, 0, 0, -scale, left, height - top)
        self._draw(scene.items)
        canvas.showPage()

    def _draw(self, items: Iterable[Item]) -> None:
        for item in items:
            match item:
                case Group():
                    self._group(item)
                case Text():
                    self._text(item)
                case Icon():
                    self._icon(item)
                case Rect():
                    self._rect(item)
                case Line():
                    join = 1 if len(item.points) > 2 else 0
                    self._canvas.setLineJoin(join)
                    self._ink("", item.stroke, item.stroke_width, item.dash)
                    self._polygon(item.points, is_closed=False, is_filled=False)
                    self._canvas.setLineJoin(0)
                case Shape():
                    is_filled = self._ink(item.fill, item.stroke, item.stroke_width)
                    self._polygon(
                        item.points,
                        is_closed=True,
                        is_filled=is_filled,
                        is_stroked=bool(item.stroke),
                    )
                case Strokes():
                    self._ink("", item.stroke, item.stroke_width)
                    self._canvas.lines(item.lines)

    def _group(self, group: Group) -> None:
        canvas = self._canvas
        if group.x or group.y:
            canvas.saveState()
            canvas.translate(group.x, group.y)
        box = extent_of(group.items) if group.id or group.href or group.page else None
        if box is not None and group.id:
            left, top = canvas.absolutePosition(box.x, box.y)
            name = self._anchors.name(self._page, group.id)
            canvas.bookmarkPage(name, fit="XYZ", left=round(left, 2), top=round(top, 2), zoom=0)
        target = self._anchors.target(group, self._page)
        if box is not None and target:
            around = (box.x, box.y, box.right, box.bottom)
            canvas.linkRect(clean(group.title), target, around)
        self._draw(group.items)
        if group.x or group.y:
            canvas.restoreState()

    def _ink(self, fill: str, stroke: str, width: float = 1, dash: str = "") -> bool:
        """Takes up colours and pens; whether there is something to fill."""
        is_filled = fill not in ("", "none")
        if is_filled:
            self._canvas.setFillColorRGB(*_rgb(fill))
        if stroke:
            self._canvas.setStrokeColorRGB(*_rgb(stroke))
            self._canvas.setLineWidth(width)
            self._canvas.setDash([float(part) for part in dash.split()])
        return is_filled

    def _rect(self, rect: Rect) -> None:
        box = rect.box
        is_filled = self._ink(rect.fill, rect.stroke, rect.stroke_width, rect.dash)
        drawn = {"fill": int(is_filled), "stroke": int(bool(rect.stroke))}
        radius = min(rect.radius, box.width / 2, box.height / 2)
        if radius:
            self._canvas.roundRect(box.x, box.y, box.width, box.height, radius, **drawn)
        else:
            self._canvas.rect(box.x, box.y, box.width, box.height, **drawn)

    def _polygon(
        self,
        points: Sequence[tuple[float, float]],
        *,
        is_closed: bool,
        is_filled: bool,
        is_stroked: bool = True,
    ) -> None:
        path = self._canvas.beginPath()
        path.moveTo(*points[0])
        for point in points[1:]:
            path.lineTo(*point)
        if is_closed:
            path.close()
        self._canvas.drawPath(path, fill=int(is_filled), stroke=int(is_stroked))

    def _icon(self, icon: Icon) -> None:
        canvas = self._canvas
        canvas.saveState()
        canvas.translate(icon.x, icon.y)
        for stroke in ICONS[icon.name]:
            is_filled = self._ink(stroke.fill, stroke.stroke, stroke.stroke_width)
            path = canvas.beginPath()
            for kind, numbers in segments_of(stroke.path):
                if kind == "Z":
                    path.close()
                else:
                    {"M": path.moveTo, "L": path.lineTo, "C": path.curveTo}[kind](*numbers)
            canvas.drawPath(path, fill=int(is_filled), stroke=int(bool(stroke.stroke)))
        canvas.restoreState()

    def _text(self, text: Text) -> None:
        """Along its baseline; `angle` turns it as on the page, clockwise."""
        said = drawable(text.text)
        width = width_of(said, text.size, text.bold)
        before = {"start": 0.0, "middle": width / 2, "end": width}[text.anchor]
        cos, sin = math.cos(math.radians(text.angle)), math.sin(math.radians(text.angle))
        self._canvas.setFillColorRGB(*_rgb(text.fill))
        line = self._canvas.beginText()
        line.setTextTransform(cos, sin, sin, -cos, text.x - before * cos, text.y - before * sin)
        line.setFont(WEIGHTS[text.bold], text.size)
        line.textOut(said)
        self._canvas.drawText(line)


@cache
def _rgb(colour: str) -> tuple[float, float, float]:
    """`#RRGGBB` as parts of 1."""
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return red, green, blue
