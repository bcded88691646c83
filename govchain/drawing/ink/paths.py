"""Path data of signs as moves, lines and curves: for formats that know no path data of SVG."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from functools import cache

Segment = tuple[str, tuple[float, ...]]
"""`M x y`, `L x y`, `C x1 y1 x2 y2 x y` or `Z`, all measured from the same origin."""
Point = tuple[float, float]

_TOKEN = re.compile(r"[A-Za-z]|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_NUMBERS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
"""How many numbers each command takes."""


@cache
def segments_of(path: str) -> tuple[Segment, ...]:
    """The path, step by step. ValueError where it is no path data."""
    return tuple(_Pen().drawn(path))


def _commands(path: str) -> Iterator[tuple[str, list[float]]]:
    """Each command with its numbers; one that goes on without its letter is repeated."""
    tokens = _TOKEN.findall(path)
    place, letter = 0, ""
    while place < len(tokens):
        if tokens[place].isalpha():
            letter = tokens[place]
            place += 1
        count = _NUMBERS[letter.upper()]
        numbers = [float(token) for token in tokens[place : place + count]]
        if len(numbers) < count:
            raise ValueError(path)
        yield letter, numbers
        place += count
        letter = {"M": "L", "m": "l"}.get(letter, letter)


class _Pen:
    """Where the pen is, where the line began, and which way the last curve came in."""

    def __init__(self) -> None:
        self._at: Point = (0.0, 0.0)
        self._begun: Point = (0.0, 0.0)
        self._last: tuple[str, Point] = ("", (0.0, 0.0))
        self._quadratic: Point = (0.0, 0.0)
        """The control of the last quadratic curve."""

    def drawn(self, path: str) -> Iterator[Segment]:
        for letter, numbers in _commands(path):
            if letter.islower():
                numbers = self._measured(letter, numbers)
            kind = letter.upper()
            control = self._at
            for segment in _DRAWN[kind](self, numbers):
                if segment[0] != "Z":
                    control = _point(segment[1][-4:-2]) if segment[0] == "C" else self._at
                    self._at = _point(segment[1][-2:])
                yield segment
            if kind in "QT":
                control = self._quadratic
            if kind == "M":
                self._begun = self._at
            if kind == "Z":
                self._at = self._begun
            self._last = kind, control

    def _measured(self, letter: str, numbers: list[float]) -> list[float]:
        """Relative numbers, from the origin."""
        x, y = self._at
        if letter == "h":
            return [x + numbers[0]]
        if letter == "v":
            return [y + numbers[0]]
        if letter == "a":
            return [*numbers[:5], numbers[5] + x, numbers[6] + y]
        return [n + (y if place % 2 else x) for place, n in enumerate(numbers)]

    def _mirrored(self, kinds: str) -> Point:
        """The control of a curve that goes on smoothly from one of these kinds."""
        kind, control = self._last
        if kind not in kinds or not kind:
            return self._at
        return 2 * self._at[0] - control[0], 2 * self._at[1] - control[1]

    def _move(self, numbers: list[float]) -> Iterator[Segment]:
        yield "M", tuple(numbers)

    def _line(self, numbers: list[float]) -> Iterator[Segment]:
        yield "L", tuple(numbers)

    def _across(self, numbers: list[float]) -> Iterator[Segment]:
        yield "L", (numbers[0], self._at[1])

    def _down(self, numbers: list[float]) -> Iterator[Segment]:
        yield "L", (self._at[0], numbers[0])

    def _curve(self, numbers: list[float]) -> Iterator[Segment]:
        yield "C", tuple(numbers)

    def _smooth(self, numbers: list[float]) -> Iterator[Segment]:
        yield "C", (*self._mirrored("CS"), *numbers)

    def _bow(self, numbers: list[float]) -> Iterator[Segment]:
        self._quadratic = _point(numbers[:2])
        yield self._raised(_point(numbers[2:]))

    def _smooth_bow(self, numbers: list[float]) -> Iterator[Segment]:
        self._quadratic = self._mirrored("QT")
        yield self._raised(_point(numbers))

    def _raised(self, end: Point) -> Segment:
        """The quadratic curve as a cubic one."""
        (x0, y0), (cx, cy), (x, y) = self._at, self._quadratic, end
        first = x0 + 2 / 3 * (cx - x0), y0 + 2 / 3 * (cy - y0)
        second = x + 2 / 3 * (cx - x), y + 2 / 3 * (cy - y)
        return "C", (*first, *second, x, y)

    def _arc(self, numbers: list[float]) -> Iterator[Segment]:
        yield from _arc_as_curves(self._at, numbers)

    def _close(self, _: list[float]) -> Iterator[Segment]:
        yield "Z", ()


_DRAWN: dict[str, Callable[[_Pen, list[float]], Iterator[Segment]]] = {
    "M": _Pen._move,
    "L": _Pen._line,
    "H": _Pen._across,
    "V": _Pen._down,
    "C": _Pen._curve,
    "S": _Pen._smooth,
    "Q": _Pen._bow,
    "T": _Pen._smooth_bow,
    "A": _Pen._arc,
    "Z": _Pen._close,
}


def _point(numbers: tuple[float, ...] | list[float]) -> Point:
    return numbers[0], numbers[1]


def _arc_as_curves(start: Point, numbers: list[float]) -> Iterator[Segment]:
    """An elliptical arc as curves of at most a quarter each (SVG 1.1, appendix F.6)."""
    rx, ry, turn, is_large, sweeps, x, y = numbers
    rx, ry, phi = abs(rx), abs(ry), math.radians(turn)
    if not (rx and ry) or start == (x, y):
        yield "L", (x, y)
        return
    cos, sin = math.cos(phi), math.sin(phi)
    dx, dy = (start[0] - x) / 2, (start[1] - y) / 2
    x1, y1 = cos * dx + sin * dy, cos * dy - sin * dx
    grown = math.sqrt(max(1.0, (x1 / rx) ** 2 + (y1 / ry) ** 2))
    rx, ry = rx * grown, ry * grown
    far = (rx * y1) ** 2 + (ry * x1) ** 2
    away = math.sqrt(max(0.0, (rx * ry) ** 2 / far - 1)) * (1 if is_large != sweeps else -1)
    cx1, cy1 = away * rx * y1 / ry, -away * ry * x1 / rx
    cx, cy = cos * cx1 - sin * cy1 + (start[0] + x) / 2, sin * cx1 + cos * cy1 + (start[1] + y) / 2
    begin = math.atan2((y1 - cy1) / ry, (x1 - cx1) / rx)
    angle = (math.atan2((-y1 - cy1) / ry, (-x1 - cx1) / rx) - begin) % (2 * math.pi)
    angle -= 0 if sweeps else 2 * math.pi
    count = max(math.ceil(abs(angle) / (math.pi / 2) - 1e-9), 1)
    part = angle / count
    pull = 4 / 3 * math.tan(part / 4)

    def at(a: float, b: float) -> Point:
        return cx + cos * rx * a - sin * ry * b, cy + sin * rx * a + cos * ry * b

    for number in range(count):
        a, b = begin + number * part, begin + (number + 1) * part
        first = at(math.cos(a) - pull * math.sin(a), math.sin(a) + pull * math.cos(a))
        second = at(math.cos(b) + pull * math.sin(b), math.sin(b) - pull * math.cos(b))
        yield "C", (*first, *second, *at(math.cos(b), math.sin(b)))
