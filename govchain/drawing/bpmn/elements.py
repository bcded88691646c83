"""What a process in BPMN consists of, each thing with its place.

Ids are numbers of our own: whatever a matter calls its steps, none collides with another, and none
is markup.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from govchain.drawing.ink.scene import Box

Points: TypeAlias = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class FlowNode:
    """A task, an event or a gateway; `tag` is its name in the schema.

    `label` is where its name stands, of what does not hold it; `default` the flow that is taken
    where no condition holds. `ink` is its stroke and its ground, where it is to stand out.
    """

    id: str
    tag: str
    box: Box
    name: str = ""
    documentation: str = ""
    label: Box | None = None
    default: str = ""
    ink: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class SequenceFlow:
    """What follows what; `condition` is when, in words, empty: always; `label` holds the name."""

    id: str
    source: str
    target: str
    points: Points
    name: str = ""
    condition: str = ""
    label: Box | None = None


@dataclass(frozen=True, slots=True)
class DataInput:
    """A data object or a paper beside the task that needs it: `of` is what several may share."""

    id: str
    task: str
    of: str
    name: str
    documentation: str
    box: Box
    label: Box
    points: Points
    ink: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Lane:
    """A department and its column."""

    id: str
    name: str
    box: Box


@dataclass(frozen=True, slots=True)
class Process:
    """All of it; the pool is as large as what it holds."""

    name: str
    documentation: str
    pool: Box
    lanes: tuple[Lane, ...]
    nodes: tuple[FlowNode, ...]
    flows: tuple[SequenceFlow, ...]
    inputs: tuple[DataInput, ...]
