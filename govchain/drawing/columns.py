"""What a view decides: which column each card stands in, and what is written above it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a picture: the ends of its lane's head, empty where it has none."""

    title: str = ""
    subtitle: str = ""


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns from left to right, and the column of each step.

    `are_lanes`: each column belongs to a department, whose name stands above it; otherwise the
    cards name their departments themselves.
    """

    columns: tuple[Column, ...]
    of: Mapping[str, int]
    card_width: float
    are_lanes: bool
