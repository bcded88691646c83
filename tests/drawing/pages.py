"""Pages to write by hand: with links from one to another, words of all kinds, every kind of ink."""

from __future__ import annotations

from govchain.drawing.ink import palette
from govchain.drawing.ink.icons import ICONS
from govchain.drawing.ink.paper import Paper
from govchain.drawing.ink.scene import (
    Box,
    Group,
    Icon,
    Item,
    Line,
    Rect,
    Scene,
    Shape,
    Strokes,
    Text,
)

LETTERS = "“新生儿出生” — ⓪-1 ③-2 ㊿ ≤ 5"


def page_of(*items: Item, key: str = "", paper: Paper | None = None, title: str = "一页") -> Scene:
    """A page of 400 by 300 pixels."""
    return Scene(400, 300, title, "说明", "zh", items, key, paper)


def scale_on(paper: Paper, width: float, height: float) -> float:
    """Points for each pixel of a page of this size, drawn as large as the lying sheet allows."""
    return min(paper.width / width, paper.height / height)


def ink() -> tuple[Item, ...]:
    """Everything that a page can be made of."""
    signs = (Icon(name, 20 + 15 * n, 280) for n, name in enumerate(sorted(ICONS)))
    return (
        Rect(Box(10, 10, 100, 60), "#FF0000"),
        Rect(Box(150, 10, 100, 60), "none", palette.ALARM, 2, radius=8, dash="5 3"),
        Line(((10, 100), (200, 100), (200, 140)), palette.LINE, 1.6),
        Strokes(((300, 10, 320, 30), (310, 10, 330, 30)), palette.HATCH, 1.8),
        Shape(((300, 100), (340, 100), (320, 130)), "#0000FF"),
        Text(10, 200, LETTERS, 14, 380),
        Text(200, 230, "粗体", 14, 380, "#008000", True, "middle"),
        Text(380, 250, "右", 14, 380, anchor="end"),
        Text(390, 290, "竖着", 12, 100, angle=-90),
        *signs,
    )


def linked() -> list[Scene]:
    """A first page that leads to a second, and on it to a group, and back."""
    at = Box(20, 20, 80, 30)
    first = page_of(
        *ink(),
        Group((Rect(at, "#DDDDDD"), Text(30, 40, "去往 ②", 12, 70)), page="two", title="第二页"),
        Group((Rect(Box(120, 20, 80, 30), "#DDDDDD"),), page="two", href="m-2-1"),
        Group((Rect(Box(220, 20, 80, 30), "#DDDDDD"),), href="m-1-1", x=5, y=7),
        Group((Rect(Box(220, 60, 80, 30), "#DDDDDD"),), page="nowhere"),
        Group((Text(20, 260, "①-1 第一条", 12, 100),), id="m-1-1"),
        key="one",
        title="总览",
    )
    second = page_of(
        Group((Text(10, 20, "②-1 第二条", 12, 100),), id="m-2-1", y=100),
        Group((Text(10, 40, "来自 ①", 12, 100),), page="one"),
        key="two",
        title="分页",
    )
    return [first, second]
