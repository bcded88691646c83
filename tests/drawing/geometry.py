"""What a page may not do, checked on what it is made of, where and in which order it is drawn."""

from __future__ import annotations

import itertools
import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from govchain.drawing.ink import palette
from govchain.drawing.ink.lettering import width_of
from govchain.drawing.ink.paper import LEAST_LETTERS, MARGIN
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
from tests.drawing.pages import scale_on

Point = tuple[float, float]
Stretch = tuple[Point, Point]
ASCENT, DESCENT = 0.78, 0.1
"""Of letters, in font sizes: without the room that is kept for accents."""
LEAST_CONTRAST = 4.5
"""Of words and their ground, as WCAG 2 asks for."""
THIN = 1.5
"""What is no wider is a line, not a ground."""
ICON_HALF = 5.0
BAND = 60.0
"""What stands near a place is looked up by stretches of the page so high."""


@dataclass(frozen=True)
class Placed:
    """Something of the picture, `order` as late as it is drawn, where its groups are moved to."""

    order: int
    item: Item
    x: float
    y: float
    within: tuple[Group, ...]

    @cached_property
    def points(self) -> Sequence[Point]:
        """Its outline: of a text its four corners, turned as it is."""
        match self.item:
            case Text():
                return corners_of_text(self.item, self.x, self.y)
            case Rect():
                return corners_of(self.item.box.moved(self.x, self.y))
            case Line() | Shape():
                return [(x + self.x, y + self.y) for x, y in self.item.points]
            case Strokes():
                ends = [end for x1, y1, x2, y2 in self.item.lines for end in ((x1, y1), (x2, y2))]
                return [(x + self.x, y + self.y) for x, y in ends]
            case Icon():
                left, top = self.item.x - ICON_HALF, self.item.y - ICON_HALF
                return corners_of(
                    Box(left, top, 2 * ICON_HALF, 2 * ICON_HALF).moved(self.x, self.y)
                )
            case Group():
                return []

    @cached_property
    def box(self) -> Box:
        """The least box around it."""
        return around(self.points) if self.points else Box(self.x, self.y, 0, 0)

    @property
    def css(self) -> str:
        """What the group that holds it is called."""
        return self.within[-1].css if self.within else ""


def placed(items: Sequence[Item]) -> list[Placed]:
    """All that is drawn, in order, those within groups behind their group."""
    found: list[Placed] = []

    def walk(items: Sequence[Item], x: float, y: float, within: tuple[Group, ...]) -> None:
        for item in items:
            found.append(Placed(len(found), item, x, y, within))
            if isinstance(item, Group):
                walk(item.items, x + item.x, y + item.y, (*within, item))

    walk(items, 0, 0, ())
    return found


def texts(items: Sequence[Item]) -> list[tuple[Text, Placed]]:
    """All texts in which something stands."""
    return [(p.item, p) for p in placed(items) if isinstance(p.item, Text) and p.item.text.strip()]


def groups(items: Sequence[Item], css: str = "") -> list[Group]:
    """All groups, or those of a class."""
    found = [p.item for p in placed(items) if isinstance(p.item, Group)]
    return [group for group in found if not css or css in group.css.split()]


def corners_of_text(text: Text, x: float = 0, y: float = 0, wider: float = 1) -> list[Point]:
    """The corners of its letters; `wider` is how much wider than ours the Latin ones are.

    Chinese ones are square in all fonts.
    """
    width = width_of(text.text, text.size, text.bold)
    if wider != 1:
        latin = "".join(letter for letter in text.text if letter.isascii())
        width += width_of(latin, text.size, text.bold) * (wider - 1)
    left = {"start": 0.0, "middle": -width / 2, "end": -width}[text.anchor]
    top, bottom = -ASCENT * text.size, DESCENT * text.size
    flat = ((left, top), (left + width, top), (left + width, bottom), (left, bottom))
    x, y = x + text.x, y + text.y
    if not text.angle:
        return [(x + across, y + down) for across, down in flat]
    cos, sin = math.cos(math.radians(text.angle)), math.sin(math.radians(text.angle))
    return [(x + a * cos - d * sin, y + a * sin + d * cos) for a, d in flat]


def corners_of(box: Box) -> list[Point]:
    return [(box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom)]


def around(points: Sequence[Point]) -> Box:
    """The least box around points."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def overlap(a: Box, b: Box, by: float = 0) -> bool:
    """They cover each other by more than this in both directions."""
    return (
        min(a.right, b.right) - max(a.x, b.x) > by and min(a.bottom, b.bottom) - max(a.y, b.y) > by
    )


def lies_in(a: Box, b: Box, by: float = 0) -> bool:
    """One is within another, or reaches out of it by no more than this."""
    return (
        a.x >= b.x - by
        and a.y >= b.y - by
        and a.right <= b.right + by
        and a.bottom <= b.bottom + by
    )


def crosses(stretch: Stretch, box: Box, by: float = 1) -> bool:
    """The straight way runs through the box, further inside than this."""
    inner = Box(box.x + by, box.y + by, box.width - 2 * by, box.height - 2 * by)
    if inner.width <= 0 or inner.height <= 0:
        return False
    return meet(stretch, corners_of(inner))


def lie_on_each_other(a: Stretch, b: Stretch) -> bool:
    """Two ways share more than a point: both are upright, or both level, at one place."""
    for across, along in ((0, 1), (1, 0)):
        if len({round(point[across], 6) for point in (*a, *b)}) == 1:
            low = max(min(p[along] for p in a), min(p[along] for p in b))
            high = min(max(p[along] for p in a), max(p[along] for p in b))
            return high - low > 0.01
    return False


def meet(one: Sequence[Point], other: Sequence[Point], slack: float = 0.01) -> bool:
    """Two convex shapes share more than an edge: no line separates them."""
    for shape in (one, other):
        for (ax, ay), (bx, by) in itertools.pairwise([*shape, shape[0]]):
            nx, ny = by - ay, ax - bx
            length = math.hypot(nx, ny)
            if not length:
                continue
            ours = [(x * nx + y * ny) / length for x, y in one]
            theirs = [(x * nx + y * ny) / length for x, y in other]
            if max(ours) <= min(theirs) + slack or max(theirs) <= min(ours) + slack:
                return False
    return True


def troubles(scene: Scene) -> Iterator[str]:
    """What is wrong with a page, in words."""
    everything = placed(scene.items)
    words = [p for p in everything if isinstance(p.item, Text) and p.item.text.strip()]
    grounds = [p for p in everything if _is_ground(p)]
    yield from _off_the_page(everything, scene)
    yield from _badly_set(words, scene)
    for a, b in meeting(words, words):
        if a.order < b.order and meet(a.points, b.points, 0.3):
            yield f"text on text: {a.item} {b.item}"
    under: dict[int, list[Placed]] = defaultdict(list)
    for word, ground in meeting(words, grounds):
        under[word.order].append(ground)
    for word in words:
        yield from _on_grounds(word, under[word.order])
    yield from _struck(words, everything, under)


def boxes_across_boxes(scene: Scene) -> Iterator[str]:
    """The boxes that are partly on one another: a card on the edge of another.

    What stands on the edge of two rows lies on both: a row goes across the page.
    """
    standing = [
        p
        for p in placed(scene.items)
        if isinstance(p.item, Rect)
        and min(p.box.width, p.box.height) > THIN
        and (p.item.stroke or p.box.width <= 0.8 * scene.width)
    ]
    for a, b in meeting(standing, standing):
        is_within = lies_in(a.box, b.box, 1) or lies_in(b.box, a.box, 1)
        if a.order < b.order and overlap(a.box, b.box, 0.6) and not is_within:
            yield f"box across box: {a.item} {b.item}"


def _is_ground(thing: Placed) -> bool:
    """It hides what was drawn before it."""
    if isinstance(thing.item, Strokes):
        return thing.item.stroke == palette.HATCH
    is_filled = isinstance(thing.item, Rect | Shape) and thing.item.fill not in ("", "none")
    return is_filled and min(thing.box.width, thing.box.height) > THIN


def _off_the_page(everything: Sequence[Placed], scene: Scene) -> Iterator[str]:
    margin = 0.0
    if scene.paper:  # where nothing stands
        margin = MARGIN / scale_on(scene.paper, scene.width, scene.height)
    page = Box(margin, margin, scene.width - 2 * margin, scene.height - 2 * margin)
    for thing in everything:
        if not isinstance(thing.item, Group) and not lies_in(thing.box, page, 0.01):
            yield f"outside the page: {thing.item}"


def _least_size(scene: Scene) -> float:
    """The smallest letters that can be read; what is higher than wide stands on its paper."""
    if scene.paper is None:
        return 0
    stands = scene.height > scene.width and scene.paper.name != "slide"
    sides = (scene.height, scene.width) if stands else (scene.width, scene.height)
    return LEAST_LETTERS / scale_on(scene.paper, *sides)


def _badly_set(words: Sequence[Placed], scene: Scene) -> Iterator[str]:
    least = _least_size(scene)
    for word in words:
        text = word.item
        assert isinstance(text, Text)
        if width_of(text.text, text.size, text.bold) > text.room + 0.01:
            yield f"wider than its room: {text}"
        if text.size < least - 1e-9:
            yield f"too small to be read: {text}"


def _on_grounds(word: Placed, grounds: Sequence[Placed]) -> Iterator[str]:
    """It stands on what is drawn before it, wholly, and can be told from it."""
    text = word.item
    assert isinstance(text, Text)
    reached = palette.WHITE
    for ground in sorted(grounds, key=lambda g: g.order, reverse=True):
        if not meet(word.points, corners_of(ground.box), 0.6):
            continue
        if ground.order > word.order:
            if not isinstance(ground.item, Strokes):
                yield f"box on text: {ground.item} {text}"
            continue
        reached = _colour(ground)
        if (found := contrast(text.fill, reached)) < LEAST_CONTRAST:
            yield f"too pale ({found:.2f}): {text}"
        if isinstance(ground.item, Strokes):
            continue
        if lies_in(word.box, ground.box, 1.5):
            return
        if isinstance(ground.item, Rect):
            yield f"text leaves a box: {text} {ground.item}"
    if (found := contrast(text.fill, palette.WHITE)) < LEAST_CONTRAST:
        yield f"too pale ({found:.2f}): {text}"


def _colour(ground: Placed) -> str:
    assert isinstance(ground.item, Rect | Shape | Strokes)
    return ground.item.stroke if isinstance(ground.item, Strokes) else ground.item.fill


def _struck(
    words: Sequence[Placed], everything: Sequence[Placed], under: Mapping[int, Sequence[Placed]]
) -> Iterator[str]:
    """A line may run below a text only where a ground between both hides it."""
    lines = [p for p in everything if isinstance(p.item, Line | Shape) or _is_rule(p)]
    for word, line in meeting(words, lines):
        hiding = (g for g in under[word.order] if line.order < g.order < word.order)
        if any(lies_in(word.box, g.box, 1.5) and not isinstance(g.item, Strokes) for g in hiding):
            continue
        if _strikes_through(line, word):
            continue
        inner = _letters_of(word)
        if any(meet(inner, stretch) for stretch in _stretches(line)):
            yield f"line through text: {line.item} {word.item}"


def _is_rule(thing: Placed) -> bool:
    """A rectangle as thin as a line."""
    return isinstance(thing.item, Rect) and min(thing.box.width, thing.box.height) <= THIN


def _strikes_through(line: Placed, word: Placed) -> bool:
    """It runs through a word on purpose: from its beginning to its end."""
    ends = ((line.box.x, word.box.x), (line.box.right, word.box.right))
    return _is_rule(line) and all(abs(one - other) <= 2 for one, other in ends)


def _letters_of(word: Placed) -> Sequence[Point]:
    """The corners of its letters, a little inwards."""
    middle_x = sum(x for x, _ in word.points) / 4
    middle_y = sum(y for _, y in word.points) / 4
    return [
        (x + math.copysign(0.5, middle_x - x), y + math.copysign(1, middle_y - y))
        for x, y in word.points
    ]


def _stretches(line: Placed) -> Iterator[Sequence[Point]]:
    """The straight lines that it is made of."""
    match line.item:
        case Rect():
            yield line.points
        case Shape():
            yield from itertools.pairwise((*line.points, line.points[0]))
        case _:
            yield from itertools.pairwise(line.points)


def contrast(one: str, other: str) -> float:
    """Of two colours, as WCAG 2 defines it."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@cache
def luminance(colour: str) -> float:
    """From 0, black, to 1, white."""
    channels = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def meeting(some: Sequence[Placed], others: Sequence[Placed]) -> Iterator[tuple[Placed, Placed]]:
    """The pairs whose boxes touch, each once: only what stands near is held against each other."""
    bands: dict[int, list[tuple[float, float, float, float, Placed]]] = defaultdict(list)
    for other in others:
        box = other.box
        for band in _bands_of(box):
            bands[band].append((box.x, box.y, box.right, box.bottom, other))
    for one in some:
        seen = {one.order}
        box = one.box
        left, top, right, bottom = box.x, box.y, box.right, box.bottom
        for band in _bands_of(box):
            for x, y, x2, y2, other in bands.get(band, ()):
                is_near = x <= right and x2 >= left and y <= bottom and y2 >= top
                if is_near and other.order not in seen:
                    seen.add(other.order)
                    yield one, other


def _bands_of(box: Box) -> range:
    return range(int(box.y // BAND), int(box.bottom // BAND) + 1)
