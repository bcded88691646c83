"""Leaves cut into pieces that go on a page each, with connectors from piece to piece."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from govchain.compiler.parts import figures_of_part, parts_of
from govchain.drawing.chart.chart import Chart, Charts, Whole
from govchain.drawing.chart.columns import Columns
from govchain.drawing.chart.excerpt import Beyond, Excerpt, Side, excerpt_of
from govchain.drawing.chart.leaves import Leaf
from govchain.drawing.chart.page import OWN, Door, Page
from govchain.drawing.ink.scene import Box
from govchain.drawing.layout.layout import Layout
from govchain.model.figures import figure

Arrange: TypeAlias = Callable[[Chart], Columns]
Scope: TypeAlias = tuple[str, ...]
STUBS = 170.0
"""Height that connectors take above and below the steps of a piece, with what is around them."""
LOWER = 20
"""Parts are made lower by steps of so much of a page's height."""
NEAR = 3
"""So many pieces before and after have a door."""


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


def cut_to_fit(
    charts: Charts,
    leaves: Sequence[Leaf],
    cut: Callable[[Piece, Chart], Sequence[Scope]],
    *,
    leads: bool,
) -> list[tuple[Piece, Chart]]:
    """The told leaves, cut again and again until each piece is left whole by `cut`."""
    pieces = whole_pieces(leaves)
    made = PieceCharts(charts, leaves, pieces, leads=leads)
    drawn = [(piece, made.of(piece)) for piece in pieces]
    cuts = [cut(*of) for of in drawn]
    fitting: set[Scope] = set()
    while any(len(found) > 1 for found in cuts):
        fitting |= {found[0] for found in cuts if len(found) == 1}
        pieces = _pieces(pieces, cuts)
        made = PieceCharts(charts, leaves, pieces, leads=leads)
        drawn = []
        cuts = [
            [piece.scope] if piece.scope in fitting else cut(piece, made.of(piece))
            for piece in pieces
        ]
    return drawn or [(piece, made.of(piece)) for piece in pieces]


def _pieces(pieces: Sequence[Piece], cuts: Sequence[Sequence[Scope]]) -> list[Piece]:
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
        self._wholes: dict[str, Whole] = {}
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
            tells_whole=is_first and leaf.tells_whole,
            note=self._note(excerpt, len(scope)),
            doors=tuple(self._doors(piece)) if self._leads else (),
        )
        if piece.pieces > 1:
            return self._charts.of(excerpt, page, whole=self._whole_of(leaf))
        figures = self._charts.figures if not leaf.key and is_first else None
        return self._charts.of(excerpt, page, figures)

    def _whole_of(self, leaf: Leaf) -> Whole:
        """All that is told on the pages of a leaf."""
        if leaf.key not in self._wholes:
            is_first = leaf == self._pieces[0].leaf
            self._wholes[leaf.key] = whole_of(self._charts, leaf, is_first=is_first)
        return self._wholes[leaf.key]

    def _beyond(self, step: str, piece: Piece) -> Beyond:
        """Where a step outside the piece is told."""
        words, other = self._charts.words, self._piece_of.get(step)
        if other is None:
            leaf = self._leaf_of[step]
            return Beyond(leaf.name, leaf.key if leaf.is_elsewhere else "")
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
        note = words("shown-of").format(n=figure(len(excerpt.steps)), all=figure(count))
        return note + (words("apart").format(n=figure(excerpt.apart)) if excerpt.apart else "")

    def _doors(self, piece: Piece) -> Iterator[Door]:
        """One for each leaf; where there is but one, for each of its pieces."""
        leaves = {other.leaf.key for other in self._pieces}
        for other in self._pieces:
            is_here = other == piece if len(leaves) == 1 else other.leaf == piece.leaf
            page = "" if is_here else other.key or other.leaf.key
            if len(leaves) > 1 and other.number == 1:
                yield Door(other.leaf.name, page, is_here)
            elif len(leaves) == 1 < len(self._pieces) and _is_near(other, piece):
                yield Door(str(other.number), page, is_here)


def whole_of(charts: Charts, leaf: Leaf, *, is_first: bool) -> Whole:
    """All that is told on the pages of a leaf; if it is the `first`, of the whole matter too."""
    chain = charts.chain
    parts = {part.call or OWN: part for part in chain.once(parts_of)}
    part = parts.get(leaf.key)
    metrics = figures_of_part(part, chain) if part else chain.metrics()
    page = Page(calls=leaf.calls, tells_whole=is_first and leaf.tells_whole)
    return charts.whole_of(sorted(leaf.kept), page, metrics, is_chain=part is None)


def _is_near(other: Piece, piece: Piece) -> bool:
    """It is the first, the last, or close by."""
    return other.number in (1, other.pieces) or abs(other.number - piece.number) <= NEAR


def cut_in_rows(
    piece: Piece, chart: Chart, layout: Layout, height: float, width: float
) -> list[Scope]:
    """The steps of a piece, in as few parts of rows as have room, about as high as one another; at
    least two where it can be. A row that is too wide is cut across."""
    placed = sorted(_placed(chart, layout), key=lambda unit: (unit[1].y, unit[1].x))
    if len(placed) < 2:
        return [piece.scope]
    parts = _even_parts(placed, layout, height - STUBS, width)
    if parts[-1] == 0:
        parts = [2 * number // len(placed) for number in range(len(placed))]
    return _scopes(piece, chart, [unit for unit, _ in placed], parts)


def _even_parts(
    placed: Sequence[tuple[str, Box]], layout: Layout, height: float, width: float
) -> list[int]:
    """As few parts as this height makes, no higher than they have to be for that."""
    found = [*_parts(placed, layout, height, width)]
    for share in range(LOWER - 1, 0, -1):
        lower = [*_parts(placed, layout, height * share / LOWER, width)]
        if lower[-1] > found[-1]:
            break
        found = lower
    return found


def _parts(
    placed: Sequence[tuple[str, Box]], layout: Layout, height: float, width: float
) -> Iterator[int]:
    """For each unit, from top to bottom, the part that it goes with."""
    places = len({box.x for _, box in placed})
    most_places = max(int(width / (layout.width / max(places, 1))), 1)
    bottoms: dict[float, float] = {}
    for _, box in placed:
        bottoms[box.y] = max(bottoms.get(box.y, 0.0), box.bottom)
    part, top, row = 0, placed[0][1].y, -1.0
    taken: set[float] = set()
    for _, box in placed:
        is_too_high = box.y != row and bottoms[box.y] - top > height
        if taken and (is_too_high or len(taken | {box.x}) > most_places):
            part, top, taken = part + 1, box.y, set()
        taken.add(box.x)
        row = box.y
        yield part


def _placed(chart: Chart, layout: Layout) -> Iterator[tuple[str, Box]]:
    """The steps that are told, and where they stand."""
    for node, box in zip(chart.flow.nodes, layout.boxes, strict=True):
        if node.step:
            yield node.step, box


def _scopes(piece: Piece, chart: Chart, steps: Sequence[str], parts: Sequence[int]) -> list[Scope]:
    """All steps of each part: a gap goes with what comes next, or else with what was before it;
    what stands nowhere goes with the first."""
    part_of = dict(zip(steps, parts, strict=True))
    order = chart.order
    gaps = [u for u in order.steps if u in chart.stubs and chart.stubs[u].side is Side.GAP]
    for gap in reversed(gaps):
        _join(gap, order.followers(gap), part_of)
    for gap in gaps:
        if gap not in part_of:
            _join(gap, order.predecessors(gap), part_of)
    for gap in gaps:
        part_of |= dict.fromkeys(chart.stubs[gap].steps, part_of.get(gap, parts[0]))
    found: dict[int, list[str]] = {part: [] for part in sorted({*parts})}
    for step in piece.scope:
        found[part_of.get(step, parts[0])].append(step)
    return [tuple(here) for here in found.values()]


def _join(gap: str, others: Sequence[str], part_of: dict[str, int]) -> None:
    """The gap goes with the first of the others."""
    if known := [part_of[other] for other in others if other in part_of]:
        part_of[gap] = min(known)
