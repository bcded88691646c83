"""The measures of a process in BPMN, in pixels."""

from __future__ import annotations

TASK, TASK_HEIGHT = 130.0, 58.0
TASK_SIZE, TASK_LINE = 12.0, 14.4
"""Letters and lines of what stands in a task."""
SIDE = 124.0
"""Beside the task there is so much room: at the left for papers, at the right for data."""
ROW = 30.0
"""From one paper or data to the next."""
SHEET_WIDTH, SHEET_HEIGHT = 15.0, 19.0
LABEL, LABEL_SIZE = 88.0, 11.0
"""How wide a name beside its sign may be, and its letters."""
GATEWAY, SMALL_GATEWAY, BETWEEN = 24.0, 20.0, 10.0
"""A gateway in the place of a bar, one above or below a task, and how far that is from it."""
ASSOCIATION = 18.0
"""How long the arrow from a sheet to its task is."""
EVENT = 28.0
HEAD = 30.0
"""The height of a pool's and of a lane's head."""
ABOVE = 56.0
"""Room above the first row, for the event with which all begins."""
TOP = 2 * HEAD + ABOVE
"""Where the first row begins."""
START = 2 * HEAD + 8
"""Where the event stands with which all begins."""
BELOW = 10.0
"""Room below the last row."""
JOG = 5.0
"""How far from a node a flow turns that leaves or reaches it beside its edge."""
