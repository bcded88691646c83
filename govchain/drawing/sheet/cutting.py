"""Leaves cut into pieces that go on a page each, with connectors from piece to piece."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from govchain.drawing.chart.chart import Chart, Charts
from govchain.drawing.chart.columns import Columns
from govchain.drawing.chart.excerpt import Beyond, Excerpt, Side, excerpt_of
from govchain.drawing.chart.leaves import Leaf
from govchain.drawing.chart.page import Door, Page
from govchain.drawing.layout.layout import Layout

Arrange: TypeAlias = Callable[[Chart], Columns]
Scope: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """What of a leaf stands on one page; `number` counts from 1 within the leaf's `pieces`."""

    leaf: Leaf
    scope: Scope
    number: int = 1
    pieces: int = 1

    @property
    def key(self) -> str:
        return self.leaf.key if self.number == 1 else f"{self.leaf.key}/{self.number}"


def whole_pieces(leaves: Sequence[Leaf]) -> list[Piece]:
    """The leaves that are told, none of them cut."""
    return [Piece(leaf, leaf.scope) for leaf in leaves if leaf.is_told]


def cut_pieces(pieces: Sequence[Piece], cuts: Sequence[Sequence[Scope]]) -> list[Piece]:
    """The pieces, each cut into these scopes, and counted again within their leaves."""
    scopes: dict[str, list[Scope]] = {}
    leaves: dict[str, Leaf] = {}
    for piece, cut in zip(pieces, cuts, strict=True):
        leaves[piece.leaf.key] = piece.leaf
        scopes.setdefault(piece.leaf.key, []).extend(cut)
    return [
        Piece(leaves[key], scope, number, len(found))
        for key, found in scopes.items()
        for number, scope in enumerate(found, 1)
    ]


class PieceCharts:
    """The charts of pieces: what lies beyond a piece is told by where else it stands.

    `leads`: connectors and doors lead to the pages of the other pieces.
    """

    def __init__(
        self, charts: Charts, leaves: Sequence[Leaf], pieces: Sequence[Piece], *, leads: bool = True
    ) -> None:
        self._charts = charts
        self._pieces = pieces
        self._leads = leads
        self._leaf_of = {step: leaf for leaf in leaves for step in leaf.scope}
        self._piece_of = {step: piece for piece in pieces for step in piece.scope}

    def of(self, piece: Piece) -> Chart:
        leaf, words = piece.leaf, self._charts.words
        scope = {*piece.scope}
        is_whole = not leaf.key and len(self._pieces) == 1
        if is_whole and len(leaf.kept) == len(leaf.scope):
            return self._charts.whole()
        excerpt = excerpt_of(
            self._charts.order, scope, leaf.kept & scope, lambda step: self._beyond(step, piece)
        )
        is_first = piece == self._pieces[0]
        title = leaf.title or self._charts.title
        if piece.pieces > 1:
            title = words("piece-of").format(name=title, n=piece.number, all=piece.pieces)
        page = Page(
            key=piece.key,
            title=title,
            matter=leaf.matter,
            calls=leaf.calls if piece.number == 1 else frozenset(),
            tells_whole=is_first,
            note=self._note(excerpt, len(scope)),
            doors=tuple(self._doors(piece)) if self._leads else (),
        )
        figures = self._charts.figures if not leaf.key and is_first else None
        return self._charts.of(excerpt, page, figures)

    def _beyond(self, step: str, piece: Piece) -> Beyond:
        """Where a step outside the piece is told."""
        words, other = self._charts.words, self._piece_of.get(step)
        if other is None:
            return Beyond(self._leaf_of[step].name)
        name = other.leaf.name
        if other.leaf == piece.leaf:
            name = words("piece").format(n=other.number, all=other.pieces)
        elif other.pieces > 1:
            name = words("piece-of").format(name=name, n=other.number, all=other.pieces)
        return Beyond(name, other.key if self._leads else "")

    def _note(self, excerpt: Excerpt, count: int) -> str:
        """How much is left out."""
        words = self._charts.words
        if not excerpt.left_out:
            return ""
        note = words("shown-of").format(n=len(excerpt.steps), all=count)
        return note + (words("apart").format(n=excerpt.apart) if excerpt.apart else "")

    def _doors(self, piece: Piece) -> Iterator[Door]:
        """One for each leaf; where there is but one, for each of its pieces."""
        leaves = {other.leaf.key for other in self._pieces}
        for other in self._pieces:
            is_here = other == piece if len(leaves) == 1 else other.leaf == piece.leaf
            page = "" if is_here else other.key or other.leaf.key
            if len(leaves) > 1 and other.number == 1:
                yield Door(other.leaf.name, page, is_here)
            elif len(leaves) == 1 < len(self._pieces):
                yield Door(str(other.number), page, is_here)


def cut_in_rows(piece: Piece, chart: Chart, layout: Layout, count: int) -> list[Scope]:
    """The steps of a piece in about so many, from top to bottom; at least two where it can be."""
    units = sorted(_places(chart, layout), key=lambda placed: placed[1:])
    if len(units) < 2:
        return [piece.scope]
    rows = sorted({y for _, y, _ in units})
    if len(rows) < 2:
        parts = [n * count // len(units) for n in range(len(units))]
    else:
        height = layout.height - rows[0]
        parts = [int((y - rows[0]) / height * count) for _, y, _ in units]
    if parts[0] == parts[-1]:
        parts = [2 * n // len(units) for n in range(len(units))]
    return _scopes(piece, chart, [unit for unit, _, _ in units], parts)


def _places(chart: Chart, layout: Layout) -> Iterator[tuple[str, float, float]]:
    """Steps and gaps, and where they stand, from top to bottom."""
    for node, box in zip(chart.flow.nodes, layout.boxes, strict=True):
        is_gap = bool(node.stub) and chart.stubs[node.stub].side is Side.GAP
        if node.step or is_gap:
            yield node.unit, box.y, box.x


def _scopes(piece: Piece, chart: Chart, units: Sequence[str], parts: Sequence[int]) -> list[Scope]:
    """The steps of each part; those that stand nowhere go with the first."""
    part_of: dict[str, int] = {}
    for unit, part in zip(units, parts, strict=True):
        steps = chart.stubs[unit].steps if unit in chart.stubs else (unit,)
        part_of |= dict.fromkeys(steps, part)
    found: dict[int, list[str]] = {part: [] for part in sorted({*parts})}
    for step in piece.scope:
        found[part_of.get(step, parts[0])].append(step)
    return [tuple(steps) for steps in found.values()]


def how_many(needed: float, room: float) -> int:
    """Into how many pieces something has to be cut, so that each has room."""
    return max(math.ceil(needed / room), 2)
