"""What is looked at on finished pages: where texts and lines are, whatever drew them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govchain.drawing.ink.lettering import width_of
from govchain.drawing.ink.scene import Box, Group, Item, Line, Rect, Scene, Shape, Text

BUCKET = 60.0
"""Lines are looked up by stretches so high."""


def all_of(
    items: Sequence[Item], x: float = 0, y: float = 0
) -> Iterator[tuple[Item, float, float]]:
    """Everything in the order it is drawn, with how far its group is moved."""
    for item in items:
        yield item, x, y
        if isinstance(item, Group):
            yield from all_of(item.items, x + item.x, y + item.y)


def groups(scene: Scene, css: str = "") -> list[Group]:
    """The groups of a page, or those of a class."""
    found = (item for item, _, _ in all_of(scene.items) if isinstance(item, Group))
    return [group for group in found if not css or css in group.css.split()]


def text_box(text: Text, x: float, y: float, factor: float = 1) -> Box:
    """What a text covers: from the top of its characters to a little below its baseline.

    `factor` is how much wider than ours another font's Latin letters are: Chinese ones are square
    in all.
    """
    width = width_of(text.text, text.size, text.bold)
    if factor != 1:
        latin = "".join(letter for letter in text.text if letter.isascii())
        width += width_of(latin, text.size, text.bold) * (factor - 1)
    left = x + text.x - {"start": 0, "middle": width / 2, "end": width}[text.anchor]
    return Box(left + 0.1, y + text.y - 0.78 * text.size, width - 0.2, 0.85 * text.size)


def overlap(a: Box, b: Box) -> bool:
    return a.x < b.right and b.x < a.right and a.y < b.bottom and b.y < a.bottom


def expect_sound(scene: Scene) -> None:
    """Texts keep to their rooms and the page, and neither texts nor lines run through texts."""
    texts: list[tuple[int, Box]] = []
    lines: list[tuple[int, Box]] = []
    grounds: list[tuple[int, Box]] = []
    for number, (item, x, y) in enumerate(all_of(scene.items)):
        if isinstance(item, Text):
            assert width_of(item.text, item.size, item.bold) <= item.room + 0.01, item.text
            texts.append((number, text_box(item, x, y)))
        elif isinstance(item, Line):
            lines += [(number, box) for box in _stretches(item, x, y)]
        elif isinstance(item, Rect) and item.fill != "none":
            grounds.append((number, item.box.moved(x, y)))
        elif isinstance(item, Shape):
            grounds.append((number, around(item, x, y)))
    for _, box in texts:
        assert box.x >= 0, box
        assert box.right <= scene.width, box
        assert box.y >= 0, box
        assert box.bottom <= scene.height, box
    _expect_apart(texts)
    _expect_uncrossed(texts, lines, grounds)


def _stretches(line: Line, x: float, y: float) -> Iterator[Box]:
    for (ax, ay), (bx, by) in zip(line.points, line.points[1:], strict=False):
        left, top = min(ax, bx), min(ay, by)
        yield Box(x + left, y + top, abs(ax - bx) + 0.1, abs(ay - by) + 0.1)


def around(shape: Shape, x: float, y: float) -> Box:
    """The box that a shape fills."""
    xs, ys = zip(*shape.points, strict=True)
    return Box(x + min(xs), y + min(ys), max(xs) - min(xs), max(ys) - min(ys))


def _expect_apart(texts: list[tuple[int, Box]]) -> None:
    boxes = sorted((box for _, box in texts), key=lambda box: box.y)
    for number, box in enumerate(boxes):
        for other in boxes[number + 1 :]:
            if other.y >= box.bottom:
                break
            assert not overlap(box, other), (box, other)


def _expect_uncrossed(
    texts: list[tuple[int, Box]], lines: list[tuple[int, Box]], grounds: list[tuple[int, Box]]
) -> None:
    """A line may run behind a ground that the text stands on."""
    buckets: dict[int, list[tuple[int, Box]]] = {}
    for drawn, line in lines:
        for bucket in range(int(line.y // BUCKET), int(line.bottom // BUCKET) + 1):
            buckets.setdefault(bucket, []).append((drawn, line))
    for place, text in texts:
        near = (int(text.y // BUCKET), int(text.bottom // BUCKET))
        for drawn, line in {entry for n in near for entry in buckets.get(n, ())}:
            if overlap(line, text):
                assert any(
                    drawn < ground < place and overlap(box, text) and _holds(box, text)
                    for ground, box in grounds
                ), (text, line)


def _holds(outer: Box, box: Box) -> bool:
    return (
        outer.x <= box.x
        and box.right <= outer.right
        and outer.y <= box.y + 1
        and box.bottom <= outer.bottom + 1
    )
