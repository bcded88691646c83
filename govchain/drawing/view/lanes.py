"""The view `lanes`: departments as columns, time downwards; the applicant's own lane first."""

from __future__ import annotations

from govchain.compiler.expansion import ChainStep
from govchain.drawing.chart import Chart
from govchain.drawing.columns import Column, Columns, card_width
from govchain.drawing.lettering import clean
from govchain.model.vocabulary import DEPARTMENT_KINDS, LEVELS

LEAST_CARD, MOST_CARD = 180, 264
APPLICANTS = ""
"""Key of the applicant's lane: no department has an empty id."""


def arrange(chart: Chart) -> Columns:
    """A lane for the applicant, then one for each department in the order in which it acts."""
    keys = dict.fromkeys(_key(step) for step in chart.chain.steps)
    ordered = sorted(keys, key=lambda key: key != APPLICANTS)
    position = {key: column for column, key in enumerate(ordered)}
    return Columns(
        columns=tuple(_lane(chart, key) for key in ordered),
        of={step.id: position[_key(step)] for step in chart.chain.steps},
        card_width=card_width(len(ordered), LEAST_CARD, MOST_CARD),
        are_lanes=True,
    )


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
