"""Path data of signs, step by step."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from govchain.drawing.ink.icons import ICONS
from govchain.drawing.ink.paths import Segment, segments_of

radii = st.floats(1, 50)
angles = st.floats(0, 359)


def test_letters_in_capitals_and_not_and_numbers_run_together() -> None:
    assert segments_of("M1 2l3-1H.5v.5.5z") == (
        ("M", (1, 2)),
        ("L", (4, 1)),
        ("L", (0.5, 1)),
        ("L", (0.5, 1.5)),
        ("L", (0.5, 2)),
        ("Z", ()),
    )
    assert segments_of("m1 1 2 2zl1 0")[-1] == ("L", (2, 1))


def test_curves_go_on_smoothly() -> None:
    smooth = segments_of("M0 0C0 4 4 4 4 0S8-4 8 0")
    assert smooth[2] == ("C", (4, -4, 8, -4, 8, 0))
    bows = segments_of("M0 0Q2 3 4 0T8 0")
    assert bows[2][1] == pytest.approx((4 + 4 / 3, -2, 8 - 4 / 3, -2, 8, 0))


@given(radii, radii, angles, angles, st.booleans(), angles)
def test_arcs_lie_on_their_ellipse(
    rx: float, ry: float, a: float, b: float, sweeps: bool, turn: float
) -> None:
    """From one point of an ellipse around the origin to another, the way that is asked for."""
    swept = ((b - a) if sweeps else (a - b)) % 360
    assume(min(swept, 360 - swept, abs(swept - 180)) >= 3)
    (x0, y0), (x1, y1) = on_ellipse(rx, ry, turn, a), on_ellipse(rx, ry, turn, b)
    path = f"M{x0} {y0}A{rx} {ry} {turn} {int(swept > 180)} {int(sweeps)} {x1} {y1}"
    _, *curves = segments_of(path)
    assert curves[-1][1][-2:] == pytest.approx((x1, y1), abs=1e-6)
    passed = [angle_on(point, rx, ry, turn) for point in points((x0, y0), curves)]
    turned = sum(
        ((after - before) if sweeps else (before - after)) % 360
        for before, after in itertools.pairwise(passed)
    )
    assert turned == pytest.approx(swept, abs=0.5)


def points(start: tuple[float, float], curves: Sequence[Segment]) -> Iterator[tuple[float, float]]:
    """The ends and the middles of curves."""
    x0, y0 = start
    yield start
    for _, (x1, y1, x2, y2, x, y) in curves:
        yield (x0 + 3 * x1 + 3 * x2 + x) / 8, (y0 + 3 * y1 + 3 * y2 + y) / 8
        yield x, y
        x0, y0 = x, y


def on_ellipse(rx: float, ry: float, turn: float, angle: float) -> tuple[float, float]:
    x, y = rx * math.cos(math.radians(angle)), ry * math.sin(math.radians(angle))
    phi = math.radians(turn)
    return x * math.cos(phi) - y * math.sin(phi), x * math.sin(phi) + y * math.cos(phi)


def angle_on(point: tuple[float, float], rx: float, ry: float, turn: float) -> float:
    """Where on the ellipse a point is, which lies on it."""
    x, y = point
    phi = -math.radians(turn)
    across = (x * math.cos(phi) - y * math.sin(phi)) / rx
    down = (x * math.sin(phi) + y * math.cos(phi)) / ry
    assert math.hypot(across, down) == pytest.approx(1, abs=1e-3)
    return math.degrees(math.atan2(down, across))


@pytest.mark.parametrize("name", sorted(ICONS))
def test_every_sign_can_be_drawn(name: str) -> None:
    for stroke in ICONS[name]:
        segments = segments_of(stroke.path)
        assert segments[0][0] == "M"
        for kind, numbers in segments:
            assert len(numbers) == {"M": 2, "L": 2, "C": 6, "Z": 0}[kind]
            assert all(abs(number) < 12 for number in numbers)


@pytest.mark.parametrize("path", ["M1", "M1 2L3", "M0 0A1 1 0 0 1 2"])
def test_what_is_no_path_is_refused(path: str) -> None:
    with pytest.raises(ValueError, match="M"):
        segments_of(path)
