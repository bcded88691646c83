"""Where a chain runs in parallel: the nodes between a bar that forks and the bar that joins."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from govchain.drawing.flow import Flow, Shape


@dataclass(frozen=True, slots=True)
class Parallel:
    """A block whose branches run at once: its two bars, and the nodes of each branch."""

    fork: int
    join: int
    branches: tuple[tuple[int, ...], ...]


def parallels_of(flow: Flow) -> tuple[Parallel, ...]:
    """Every block that has one way in, by a bar, and one way out, by a bar; outer ones first."""
    before, after = flow.predecessors(), flow.followers()
    found = (
        _block_from(position, before, after, flow)
        for position, node in enumerate(flow.nodes)
        if node.shape is Shape.BAR and len(after[position]) > 1
    )
    return tuple(block for block in found if block is not None)


def _block_from(
    fork: int, before: Sequence[Sequence[int]], after: Sequence[Sequence[int]], flow: Flow
) -> Parallel | None:
    """The smallest block that this bar opens; None where the branches do not close again.

    Nodes are taken in order; a block is closed when all that is left open leads to one bar.
    """
    inside = {fork}
    open_ends = dict.fromkeys(after[fork])
    while open_ends:
        node = min(open_ends)
        is_bar = flow.nodes[node].shape is Shape.BAR
        if len(open_ends) == 1 and is_bar and inside.issuperset(before[node]):
            return Parallel(fork, node, _branches(inside - {fork}, before))
        if not inside.issuperset(before[node]):
            return None
        del open_ends[node]
        inside.add(node)
        open_ends |= dict.fromkeys(after[node])
    return None


def _branches(
    inside: Collection[int], before: Sequence[Sequence[int]]
) -> tuple[tuple[int, ...], ...]:
    """The nodes of a block in parts that have nothing to do with each other."""
    part_of: dict[int, list[int]] = {}
    for node in sorted(inside):
        joined = [node]
        for part in {id(p): p for b in before[node] if (p := part_of.get(b))}.values():
            joined += part
        part_of |= dict.fromkeys(joined, joined)
    parts = {id(part): part for part in part_of.values()}
    return tuple(sorted(tuple(sorted(part)) for part in parts.values()))
