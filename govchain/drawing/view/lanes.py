"""The view `lanes`: departments as columns, time downwards; the applicant's own lane first."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from govchain.compiler.conditions import ALWAYS
from govchain.compiler.expansion import ChainStep
from govchain.drawing.chart.chart import Chart
from govchain.drawing.chart.columns import APPLICANTS, Column, Columns, card_width
from govchain.drawing.chart.flow import Shape
from govchain.drawing.chart.leaves import told_of
from govchain.drawing.chart.subject import How, MatterSubject, Of
from govchain.drawing.ink.lettering import named
from govchain.drawing.ink.scene import Scene
from govchain.drawing.sheet.paging import on_paper, on_screen
from govchain.language.fixed_words import DEPARTMENT_KINDS, LEVELS

OF = Of.MATTER
HEEDS = frozenset({"expand", "focus", "fold none", "highlight", "only"})

LEAST_CARD, MOST_CARD = 180, 264
MOST_BESIDE = 4
"""So many alternatives stand side by side in a lane; more share the last place."""
Key: TypeAlias = str | None
"""Whose a lane is; None: nobody's."""


def scenes(subject: MatterSubject, how: How) -> tuple[Scene, ...]:
    """A page for each matter that is called; on paper as many as it takes."""
    charts, leaves = told_of(subject, how)
    if how.paper is None:
        return on_screen(charts, leaves, arrange, tells_findings=how.tells_findings)
    return on_paper(charts, leaves, arrange, how.paper)


def arrange(chart: Chart) -> Columns:
    """A lane for the applicant, then one for each department in the order in which it acts."""
    keys = dict.fromkeys(_key(step) for step in chart.steps)
    ordered = sorted(keys, key=lambda key: key != APPLICANTS)
    beside = _places_in_lanes(chart)
    widths = dict.fromkeys(ordered, 1)
    for key, place in beside.values():
        widths[key] = max(widths[key], place + 1)
    begins = dict(zip(ordered, itertools.accumulate(widths.values(), initial=0), strict=False))
    places = {node: begins[key] + place for node, (key, place) in beside.items()}
    nodes = chart.flow.nodes
    return Columns(
        columns=tuple(replace(_lane(chart, key), wide=widths[key]) for key in ordered),
        of={nodes[n].unit: place for n, place in places.items() if nodes[n].unit},
        card_width=card_width(sum(widths.values()), LEAST_CARD, MOST_CARD),
        are_lanes=True,
        bypasses={n: place for n, place in places.items() if not nodes[n].unit},
    )


def _places_in_lanes(chart: Chart) -> dict[int, tuple[Key, int]]:
    """For each card, stub and bypass its lane, and where in it: what excludes each other or runs
    at once beside each other.

    What comes only after one of them, in the same lane and in some cases, stands below it; all
    else first. A stub stands where what it is connected with does.
    """
    found: dict[int, tuple[Key, int]] = {}
    for division in chart.flow.divisions():
        _put_beside(division, _lane_of(chart, division[0]), chart, found)
    parallel = _put_parallel_beside(chart, found)
    before = chart.flow.predecessors()
    for node, known in enumerate(chart.flow.nodes):
        if known.step and node not in found:
            lane = _lane_of(chart, node)
            only = before[node][0] if len(before[node]) == 1 else None
            goes_below = chart.chain.step(known.step).guard != ALWAYS or only in parallel
            above, place = found.get(only, (lane, 0)) if only is not None else (lane, 0)
            found[node] = lane, place if above == lane and goes_below else 0
            if only in parallel:
                parallel.add(node)
    return found | _stubs_beside(chart, found)


def _put_beside(
    nodes: Sequence[int], lane: Key, chart: Chart, found: dict[int, tuple[Key, int]]
) -> None:
    """One after another in their lanes; a bypass in that of the step before it."""
    taken: Counter[Key] = Counter()
    for node in nodes:
        if chart.flow.nodes[node].step:
            lane = _lane_of(chart, node)
        found[node] = lane, taken[lane] % MOST_BESIDE
        taken[lane] += 1


def _put_parallel_beside(chart: Chart, found: dict[int, tuple[Key, int]]) -> set[int]:
    """What a bar leads to; the nodes that were put so."""
    parallel: set[int] = set()
    followers = chart.flow.followers()
    for bar, node in enumerate(chart.flow.nodes):
        if node.shape is Shape.BAR:
            cards = [n for n in followers[bar] if chart.flow.nodes[n].step and n not in found]
            parallel |= {*cards}
            _put_beside(cards, None, chart, found)
    return parallel


def _stubs_beside(chart: Chart, found: Mapping[int, tuple[Key, int]]) -> dict[int, tuple[Key, int]]:
    """For each stub the place of the first card that it leads to or comes from."""
    around = chart.flow.neighbours()
    stubs = (n for n, node in enumerate(chart.flow.nodes) if node.shape is Shape.STUB)
    first = next(iter(found.values()), (None, 0))
    return {stub: next((found[n] for n in around(stub) if n in found), first) for stub in stubs}


def _lane_of(chart: Chart, node: int) -> Key:
    return _key(chart.chain.step(chart.flow.nodes[node].step))


def _key(step: ChainStep) -> Key:
    """Whose lane the step stands in; None: nobody's."""
    return APPLICANTS if step.kind == "apply" else step.department


def _lane(chart: Chart, key: Key) -> Column:
    if key == APPLICANTS:
        return Column(chart.words("applicant"))
    known = chart.chain.registry.departments.get(key) if key else None
    if known is None:
        return Column(named(key or "") or chart.words("no-department"))
    said = [
        chart.words("lead") if key == chart.chain.matter.department else "",
        chart.words.of(LEVELS, known.level) if known.level else "",
        chart.words.of(DEPARTMENT_KINDS, known.kind) if known.kind != "government" else "",
    ]
    return Column(named(known.name), " · ".join(word for word in said if word))
