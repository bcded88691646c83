"""A chart as a process in BPMN: tasks where cards stand, data beside them, gateways between."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from govchain.drawing.bpmn.elements import Lane, Process
from govchain.drawing.bpmn.making import Making
from govchain.drawing.bpmn.measures import BELOW, HEAD, SIDE, TASK, TOP
from govchain.drawing.bpmn.sayings import said_of_whole
from govchain.drawing.bpmn.standins import stand_in
from govchain.drawing.bpmn.tokens import Tokens
from govchain.drawing.chart.chart import Chart
from govchain.drawing.chart.columns import LEAST_WIDTH, Columns
from govchain.drawing.ink.scene import Box
from govchain.drawing.layout.layout import Layout, layout_of


def process_of(chart: Chart, columns: Columns) -> Process:
    """The process, in the places that our own layout finds for cards of its size."""
    tokens = Tokens(chart)
    roomy = replace(columns, card_width=TASK + 2 * SIDE)
    cards = {id: stand_in(card, tokens.gateways_at(id)) for id, card in chart.cards.items()}
    layout = layout_of(replace(chart, cards=cards), roomy, LEAST_WIDTH)
    making = Making(chart, tokens, layout)
    making.make()
    height = TOP + layout.height + BELOW
    return Process(
        name=chart.title,
        documentation="\n".join(said_of_whole(chart)),
        pool=Box(0, 0, layout.width, height),
        lanes=tuple(_lanes(columns, layout, height)) if columns.are_lanes else (),
        nodes=tuple(making.nodes),
        flows=tuple(making.flows),
        inputs=tuple(making.inputs),
    )


def _lanes(columns: Columns, layout: Layout, height: float) -> Iterator[Lane]:
    """A lane for each column of the view, as high as the pool below its head."""
    for n, (column, place) in enumerate(zip(columns.columns, layout.lanes, strict=False)):
        left, right = place
        yield Lane(f"lane_{n}", column.title, Box(left, HEAD, right - left, height - HEAD))
