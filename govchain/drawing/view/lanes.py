"""The view `lanes`: departments as columns, time downwards; the applicant's own lane first."""

from __future__ import annotations

import itertools
from collections import Counter
from dataclasses import replace

from govchain.compiler.conditions import ALWAYS
from govchain.compiler.expansion import ChainStep
from govchain.drawing.chart.chart import Chart, chart_of
from govchain.drawing.chart.columns import Column, Columns, card_width
from govchain.drawing.chart.subject import How, MatterSubject, Of
from govchain.drawing.chart.words import Words
from govchain.drawing.ink.lettering import named
from govchain.drawing.ink.scene import Scene
from govchain.drawing.sheet.picture import picture_of
from govchain.language.fixed_words import DEPARTMENT_KINDS, LEVELS

OF = Of.MATTER

LEAST_CARD, MOST_CARD = 180, 264
MOST_BESIDE = 4
"""So many alternatives stand side by side in a lane; more share the last place."""
APPLICANTS = ""
"""Key of the applicant's lane: no department has an empty id."""


def scenes(subject: MatterSubject, how: How) -> tuple[Scene, ...]:
    """All steps on one page."""
    version = subject.version
    chart = chart_of(version.chain, version.marks, Words(how.language), how.version)
    return (picture_of(chart, arrange(chart)),)


def arrange(chart: Chart) -> Columns:
    """A lane for the applicant, then one for each department in the order in which it acts."""
    keys = dict.fromkeys(_key(step) for step in chart.chain.steps)
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
        of={nodes[n].step: place for n, place in places.items() if nodes[n].step},
        card_width=card_width(sum(widths.values()), LEAST_CARD, MOST_CARD),
        are_lanes=True,
        bypasses={n: place for n, place in places.items() if not nodes[n].step},
    )


def _places_in_lanes(chart: Chart) -> dict[int, tuple[str | None, int]]:
    """For each card and bypass its lane, and where in it: alternatives beside each other.

    What happens only after one of them, in the same lane and in some cases, stands below it; all
    else first.
    """
    found: dict[int, tuple[str | None, int]] = {}
    for division in chart.flow.divisions():
        taken: Counter[str | None] = Counter()
        lane = _lane_of(chart, division[0])
        for node in division:
            if chart.flow.nodes[node].step:
                lane = _lane_of(chart, node)
            found[node] = lane, min(taken[lane], MOST_BESIDE - 1)
            taken[lane] += 1
    before = chart.flow.predecessors()
    for node, known in enumerate(chart.flow.nodes):
        if known.step and node not in found:
            lane = _lane_of(chart, node)
            above = found.get(before[node][0]) if len(before[node]) == 1 else None
            is_guarded = chart.chain.step(known.step).guard != ALWAYS
            follows = above is not None and above[0] == lane and is_guarded
            found[node] = lane, above[1] if above and follows else 0
    return found


def _lane_of(chart: Chart, node: int) -> str | None:
    return _key(chart.chain.step(chart.flow.nodes[node].step))


def _key(step: ChainStep) -> str | None:
    """Whose lane the step stands in; None: nobody's."""
    return APPLICANTS if step.kind == "apply" else step.department


def _lane(chart: Chart, key: str | None) -> Column:
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
