"""Hatching as plain lines, cut at the edges of the box they fill."""

from __future__ import annotations

from govchain.drawing.ink.scene import Box


def hatching_of(box: Box, distance: float = 8) -> tuple[tuple[float, float, float, float], ...]:
    """Slanting lines (x1, y1, x2, y2) that fill the box, `distance` apart along its edges."""
    lines = []
    for number in range(1, int((box.width + box.height) / distance)):
        along = number * distance
        x1, y1 = box.x, box.y + along
        x2, y2 = box.x + along, box.y
        if y1 > box.bottom:
            x1, y1 = x1 + y1 - box.bottom, box.bottom
        if x2 > box.right:
            x2, y2 = box.right, y2 + x2 - box.right
        lines.append((x1, y1, x2, y2))
    return tuple(lines)
