"""How pictures become pages: margins, and where the picture stands between them."""

from __future__ import annotations

import pytest

from govchain.drawing.ink.extents import extent_of
from govchain.drawing.ink.paper import MARGIN, PAPERS
from govchain.drawing.ink.printed import bound, size_of
from govchain.drawing.ink.scene import Box, Rect, Scene

MM = 72 / 25.4
"""Points."""


def filled(width: float, height: float, paper: str = "") -> Scene:
    """A picture with ink from edge to edge."""
    items = (Rect(Box(0, 0, width, height), "#000000"),)
    return Scene(width, height, "", "", "zh", items, paper=PAPERS.get(paper))


@pytest.mark.parametrize("paper", [*PAPERS])
@pytest.mark.parametrize("size", [(1600, 900), (400, 300), (300, 900), (9000, 10)])
@pytest.mark.parametrize("count", [1, 2])
def test_paper_has_eight_millimetres_of_margin_on_all_sides(
    paper: str, size: tuple[float, float], count: int
) -> None:
    for scene in bound([filled(*size, paper)] * count):
        width, height, scale = size_of(scene)
        assert width / scale == pytest.approx(scene.width)
        assert height / scale == pytest.approx(scene.height)
        ink = extent_of(scene.items)
        assert ink is not None
        free = (ink.x, ink.y, scene.width - ink.right, scene.height - ink.bottom)
        assert min(free) * scale >= 8 * MM - 0.01
        assert pytest.approx(8 * MM) == MARGIN
        drawn = extent_of(scene.items[:1])
        assert drawn is not None
        fills = drawn.width * scale, drawn.height * scale
        room = width - 16 * MM, height - 16 * MM - 11
        assert any(f == pytest.approx(r) for f, r in zip(fills, room, strict=True))


def test_a_picture_that_is_higher_than_wide_stands_on_its_paper() -> None:
    (standing,) = bound([filled(300, 900, "a4")])
    assert size_of(standing)[:2] == (595.28, 841.89)
    (slide,) = bound([filled(300, 900, "slide")])
    assert size_of(slide)[:2] == (960, 540)


def test_a_page_of_no_paper_is_as_it_was_drawn_if_it_is_alone() -> None:
    scene = filled(400, 300)
    assert bound([scene]) == (scene,)
    first, second = bound([scene, scene])
    assert first.items[:-1] == second.items[:-1] == scene.items
