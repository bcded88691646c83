"""The view `lanes`: departments as columns, time downwards; the applicant's own lane first."""

from __future__ import annotations

import itertools
from collections import Counter
from dataclasses import replace

from govchain.compiler.conditions import ALWAYS
from govchain.compiler.expansion import ChainStep
from govchain.drawing.chart import Chart
from govchain.drawing.columns import Column, Columns, card_width
from govchain.drawing.lettering import clean
from govchain.model.vocabulary import DEPARTMENT_KINDS, LEVELS

LEAST_CARD, MOST_CARD = 180, 264
MOST_BESIDE = 4
"""So many alternatives stand side by side in a lane; more share the last place."""
APPLICANTS = ""
"""Key of the applicant's lane: no department has an empty id."""


def arrange(chart: Chart) -> Columns:
    """A lane for the applicant, then one for each department in the order in which it acts."""
    keys = dict.fromkeys(_key(step) for step in chart.chain.steps)
    ordered = sorted(keys, key=lambda key: key != APPLICANTS)
    beside = _places_in_lanes(chart)
    widths = dict.fromkeys(ordered, 1)
    for step in chart.chain.steps:
        widths[_key(step)] = max(widths[_key(step)], beside[step.id] + 1)
    begins = dict(zip(ordered, itertools.accumulate(widths.values(), initial=0), strict=False))
    return Columns(
        columns=tuple(replace(_lane(chart, key), wide=widths[key]) for key in ordered),
        of={step.id: begins[_key(step)] + beside[step.id] for step in chart.chain.steps},
        card_width=card_width(sum(widths.values()), LEAST_CARD, MOST_CARD),
        are_lanes=True,
    )


def _places_in_lanes(chart: Chart) -> dict[str, int]:
    """Where in its lane each step stands: alternatives beside each other, all else first.

    What happens only after one of them, in the same lane and in some cases, stands below it.
    """
    lane = {step.id: _key(step) for step in chart.chain.steps}
    found: dict[str, int] = {}
    for division in chart.flow.divisions():
        taken = Counter[str | None]()
        for step in division:
            found[step] = min(taken[lane[step]], MOST_BESIDE - 1)
            taken[lane[step]] += 1
    for step in chart.chain.steps:
        if step.id not in found:
            before = chart.order.predecessors(step.id)
            follows = len(before) == 1 and lane[before[0]] == lane[step.id]
            found[step.id] = found[before[0]] if follows and step.guard != ALWAYS else 0
    return found


def _key(step: ChainStep) -> str | None:
    """Whose lane the step stands in; None: nobody's."""
    return APPLICANTS if step.kind == "apply" else step.department


def _lane(chart: Chart, key: str | None) -> Column:
    if key == APPLICANTS:
        return Column(chart.words("applicant"))
    known = chart.chain.registry.departments.get(key) if key else None
    if known is None:
        return Column(clean(key or "") or chart.words("no-department"))
    said = [
        chart.words("lead") if key == chart.chain.matter.department else "",
        chart.words.of(LEVELS, known.level) if known.level else "",
        chart.words.of(DEPARTMENT_KINDS, known.kind) if known.kind != "government" else "",
    ]
    return Column(clean(known.name), " · ".join(word for word in said if word))
