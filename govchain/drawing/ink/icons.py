"""The small signs of a picture, drawn as paths: no font has to have them.

Each is a few strokes around its middle: path data, fill, stroke, stroke width. The signs of the
five supplies differ in shape and in how dark they are, so that they stay apart in grey.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from govchain.drawing.ink import palette


class Stroke(NamedTuple):
    """One path of a sign."""

    path: str
    fill: str = "none"
    stroke: str = ""
    stroke_width: float = 1


def _disc(radius: float) -> str:
    half = f"a{radius} {radius} 0 1 0"
    return f"M-{radius} 0{half} {2 * radius} 0{half}-{2 * radius} 0z"


_SHEET = "M-3.9-5H1L3.9-2.1V5H-3.9z"
_LARGE_SHEET = "M-5-6.4H1.3L5-2.7V6.4H-5z"
_CROSSED_SQUARE = (
    Stroke("M-5-5H5V5H-5z", palette.ALARM),
    Stroke("M-2.4-2.4L2.4 2.4M2.4-2.4L-2.4 2.4", "none", palette.WHITE, 1.6),
)

ICONS: Mapping[str, tuple[Stroke, ...]] = {
    "shared": (
        Stroke(_disc(4.6), palette.SHARED),
        Stroke("M-2.3.2L-.6 1.9 2.4-1.6", "none", palette.WHITE, 1.4),
    ),
    "held": (Stroke(_disc(3.8), palette.WHITE, palette.HELD, 1.5),),
    "declared": (
        Stroke("M-2.4-2.6a2.4 2.4 0 1 0 4.8 0a2.4 2.4 0 1 0-4.8 0z", palette.AMBER),
        Stroke("M-4.5 5c0-6.4 9-6.4 9 0z", palette.AMBER),
    ),
    "carried": (
        Stroke(_SHEET, palette.WHITE, palette.AMBER, 1.2),
        Stroke("M-2.2-.4H2.2M-2.2 2.2H2.2", "none", palette.AMBER, 1),
    ),
    "unshared": _CROSSED_SQUARE,
    "missing": _CROSSED_SQUARE,
    "paper": (
        Stroke(_SHEET, palette.WHITE, palette.AMBER, 1.2),
        Stroke("M-2.2-.4H2.2M-2.2 2.2H2.2", "none", palette.AMBER, 1),
    ),
    "paper-shareable": (
        Stroke(_LARGE_SHEET, palette.WHITE, palette.ALARM, 1.4),
        Stroke("M-2.8-.5H2.8M-2.8 2.8H2.8", "none", palette.ALARM, 1.2),
    ),
    "paper-spared": (
        Stroke(_LARGE_SHEET, palette.WHITE, palette.KIND, 1.3),
        Stroke("M-2.8-.5H2.8M-2.8 2.8H2.8", "none", palette.KIND, 1.2),
        Stroke("M-6.6 6.6L6.6-6.6", "none", palette.KIND, 1.7),
    ),
    "paper-kept": (
        Stroke(_LARGE_SHEET, palette.WHITE, palette.INK, 1.3),
        Stroke("M-2.8-.5H2.8M-2.8 2.8H2.8", "none", palette.INK, 1.2),
    ),
    "paper-submitted": (
        Stroke(_SHEET, palette.WHITE, palette.INK, 1.2),
        Stroke("M-2.2-.4H2.2M-2.2 2.2H2.2", "none", palette.INK, 1),
    ),
    "paper-shown": (
        Stroke("M-5.2 0Q0-5.6 5.2 0Q0 5.6-5.2 0z", palette.WHITE, palette.INK, 1.2),
        Stroke(_disc(1.7), palette.INK),
    ),
    "paper-surrendered": (
        Stroke(_SHEET, palette.MUTED, palette.INK, 1.2),
        Stroke("M-2-1.2L2 2.8M-2 2.8L2-1.2", "none", palette.WHITE, 1.3),
    ),
    "when": (Stroke("M-5 0L-2.8-3.6H2.8L5 0 2.8 3.6H-2.8z", palette.WHITE, palette.MUTED, 1.1),),
    "time": (
        Stroke(_disc(4.4), "none", palette.MUTED, 1.1),
        Stroke("M0-2.6V0L2 1.2", "none", palette.MUTED, 1.1),
    ),
    "with": (
        Stroke("M-4.4-2.2a2 2 0 1 0 4 0a2 2 0 1 0-4 0z", palette.MUTED),
        Stroke("M-5.6 4.6c0-5 6.4-5 6.4 0z", palette.MUTED),
        Stroke("M1-2.2a2 2 0 1 0 4 0a2 2 0 1 0-4 0z", palette.WHITE, palette.MUTED, 1),
        Stroke("M.4 4.2c0-4.4 5.4-4.4 5.4 0z", palette.WHITE, palette.MUTED, 1),
    ),
    "visit": (
        Stroke("M-1.1-4a1.5 1.5 0 1 0 3 0a1.5 1.5 0 1 0-3 0z", palette.ALARM),
        Stroke(
            "M.2-2L-.6 1.2 1.4 2.6 2 5.4M-.6 1.2L-1.6 3-3.4 4.4M.2-1.8L2.2-.2 3.8 0"
            "M-.2-1.8L-2.2-.8-2.8.8",
            "none",
            palette.ALARM,
            1.2,
        ),
    ),
    "paper-gone": (
        Stroke(_LARGE_SHEET, palette.WHITE, palette.MUTED, 1.3),
        Stroke("M-2.8-.5H2.8M-2.8 2.8H2.8", "none", palette.MUTED, 1.2),
        Stroke("M-6.6 6.6L6.6-6.6", "none", palette.MUTED, 1.7),
    ),
    "shared-now": (
        Stroke(_disc(6), palette.SHARED),
        Stroke("M-3 .3L-.8 2.5 3.1-2", "none", palette.WHITE, 1.7),
    ),
    "walker": (
        Stroke("M-1.8-6.2a2.3 2.3 0 1 0 4.6 0a2.3 2.3 0 1 0-4.6 0z", palette.ALARM),
        Stroke(
            "M.3-3L-1 1.8 2.1 4 3 8.2M-1 1.8L-2.5 4.6-5.2 6.7M.3-2.8L3.4-.3 5.8 0"
            "M-.3-2.8L-3.4-1.3-4.3 1.3",
            "none",
            palette.ALARM,
            1.8,
        ),
    ),
}
