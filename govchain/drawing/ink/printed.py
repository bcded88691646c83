"""How a picture becomes pages: margins of its paper, the number of each, how large it comes out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from govchain.drawing.ink import palette
from govchain.drawing.ink.lettering import width_of
from govchain.drawing.ink.paper import MARGIN, room_within
from govchain.drawing.ink.scene import Group, Scene, Text

POINTS_TO_A_PIXEL = 0.75
LONGEST_SIDE = 14_400.0
"""Points: no program opens a larger page."""
_NUMBER = 7.5
"""Points: the number of a printed page."""
_DESCENT = 0.3
"""How far letters reach below their line, in parts of their size."""
_ON_SCREEN, _BAND, _INSET = 12.5, 22.0, 12.0
"""Pixels: the number of a page of no paper, the band below it, from the right edge."""


def bound(scenes: Sequence[Scene], *, has_numbers: bool = True) -> tuple[Scene, ...]:
    """The pages of a picture as they are given out: within the margins of their paper, and each
    with its number where there are several, and they are to have one."""
    count = len(scenes) if has_numbers else 1
    return tuple(
        _page(scene, f"{number}/{count}" if count > 1 else "")
        for number, scene in enumerate(scenes, 1)
    )


def size_of(scene: Scene) -> tuple[float, float, float]:
    """Width and height of the page, and how long a pixel of the scene is on it, in points."""
    width, height = scene.width, scene.height
    if scene.paper is None:
        scale = min(POINTS_TO_A_PIXEL, LONGEST_SIDE / max(width, height))
        return width * scale, height * scale, scale
    sides = _sides(scene)
    return *sides, min(sides[0] / width, sides[1] / height)


def _sides(scene: Scene) -> tuple[float, float]:
    """Of its paper; a picture that is higher than wide stands on it, where that is no slide."""
    assert scene.paper is not None, "printed"
    sides = (scene.paper.width, scene.paper.height)
    stands = scene.height > scene.width and scene.paper.name != "slide"
    return (sides[1], sides[0]) if stands else sides


def _page(scene: Scene, number: str) -> Scene:
    if scene.paper is not None:
        return _on_paper(scene, number)
    if not number:
        return scene
    height = scene.height + _BAND
    said = _said(number, scene.width - _INSET, height - _INSET, _ON_SCREEN)
    return replace(scene, height=height, items=(*scene.items, said))


def _on_paper(scene: Scene, number: str) -> Scene:
    """As large as it fits between the margins, on a page that is as its paper."""
    sides = _sides(scene)
    room = room_within(*sides)
    scale = min(room[0] / scene.width, room[1] / scene.height)
    width, height, margin = sides[0] / scale, sides[1] / scale, MARGIN / scale
    items = [Group(scene.items, x=(width - scene.width) / 2, y=margin)]
    size = _NUMBER / scale
    said = _said(number, width - margin, height - margin - _DESCENT * size, size)
    return replace(scene, width=width, height=height, items=(*items, said) if number else (*items,))


def _said(number: str, x: float, y: float, size: float) -> Text:
    return Text(x, y, number, size, width_of(number, size), palette.MUTED, anchor="end")
