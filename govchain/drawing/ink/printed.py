"""How large a page of a picture comes out: on its paper, or as large as it is."""

from __future__ import annotations

from govchain.drawing.ink.scene import Scene

POINTS_TO_A_PIXEL = 0.75
LONGEST_SIDE = 14_400.0
"""Points: no program opens a larger page."""


def size_of(scene: Scene) -> tuple[float, float, float]:
    """Width and height of the page, and how long a pixel of the scene is on it, in points.

    A picture that is higher than wide stands on its paper, where that is no slide.
    """
    width, height = scene.width, scene.height
    if scene.paper is None:
        scale = min(POINTS_TO_A_PIXEL, LONGEST_SIDE / max(width, height))
        return width * scale, height * scale, scale
    sides = (scene.paper.width, scene.paper.height)
    if height > width and scene.paper.name != "slide":
        sides = (sides[1], sides[0])
    return *sides, min(sides[0] / width, sides[1] / height)
