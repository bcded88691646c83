"""A process while it is made, node by node, in the places of a layout."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field, replace

from govchain.drawing.bpmn.edges import coming, label_at, leaving, row_middle
from govchain.drawing.bpmn.elements import DataInput, FlowNode, Points, SequenceFlow
from govchain.drawing.bpmn.measures import (
    ASSOCIATION,
    BETWEEN,
    EVENT,
    GATEWAY,
    LABEL,
    LABEL_SIZE,
    ROW,
    SHEET_HEIGHT,
    SHEET_WIDTH,
    SIDE,
    SMALL_GATEWAY,
    START,
    TASK,
    TOP,
)
from govchain.drawing.bpmn.sayings import lines_of, paper_name, said_of
from govchain.drawing.bpmn.tokens import EXCLUSIVE, Tokens
from govchain.drawing.chart.cards import Card
from govchain.drawing.chart.chart import Chart
from govchain.drawing.chart.flow import Shape
from govchain.drawing.chart.needrows import LACKING
from govchain.drawing.ink import palette
from govchain.drawing.ink.lettering import clip
from govchain.drawing.ink.scene import Box
from govchain.drawing.layout.layout import Layout


@dataclass(slots=True)
class Making:
    """The process while it is made, node by node."""

    chart: Chart
    tokens: Tokens
    layout: Layout
    nodes: list[FlowNode] = field(default_factory=list)
    flows: list[SequenceFlow] = field(default_factory=list)
    inputs: list[DataInput] = field(default_factory=list)
    entries: dict[int, FlowNode] = field(default_factory=dict)
    """Position in the flow -> what leads to it leads here."""
    exits: dict[int, FlowNode] = field(default_factory=dict)

    def make(self) -> None:
        for position, node in enumerate(self.chart.flow.nodes):
            make = {
                Shape.CARD: self._card,
                Shape.GATE: self._gate,
                Shape.BYPASS: self._bypass,
                Shape.BAR: self._bar,
                Shape.END: self._end,
            }[node.shape]
            make(position, self._box(position))
        for arrow in self.layout.arrows:
            points = tuple((x, y + TOP) for x, y in arrow.points)
            self._arrow(arrow.source, arrow.target, points)
        self._begin()

    def _box(self, position: int) -> Box:
        return self.layout.boxes[position].moved(0, TOP)

    def _add(self, node: FlowNode) -> FlowNode:
        self.nodes.append(node)
        return node

    def _flow(
        self, source: FlowNode, target: FlowNode, points: Points, name: str = "", when: str = ""
    ) -> SequenceFlow:
        """A flow; its name stands at its end, right of it."""
        x, y = points[-1]
        label = label_at(x + 6, y - 18, name, LABEL) if name else None
        id = f"flow_{len(self.flows)}"
        self.flows.append(SequenceFlow(id, source.id, target.id, points, name, when, label))
        return self.flows[-1]

    def _card(self, position: int, box: Box) -> None:
        step = self.chart.flow.nodes[position].step
        card, middle = self.chart.cards[step], box.middle
        is_passed_by = self.tokens.is_passed_by(step)
        top, bottom = box.y, box.bottom
        above: list[FlowNode] = []
        if tag := self.tokens.joined_at(position):
            above.append(self._small(f"join_{position}", tag, middle, top))
            top += SMALL_GATEWAY + BETWEEN
        if is_passed_by:
            above.append(self._small(f"split_{position}", EXCLUSIVE, middle, top))
            top += SMALL_GATEWAY + BETWEEN
            bottom -= SMALL_GATEWAY + BETWEEN
        task = self._add(
            self._task(position, card, Box(middle - TASK / 2, top, TASK, bottom - top))
        )
        chain = [*above, task]
        condition = self.chart.conditions.of(self.chart.chain.step(step).guard)
        if is_passed_by:
            met = self.tokens.met_behind(position)
            chain.append(self._small(f"merge_{position}", met, middle, bottom + BETWEEN))
        for source, target in itertools.pairwise(chain):
            is_asked = is_passed_by and source is above[-1]
            points = ((middle, source.box.bottom), (middle, target.box.y))
            name = clip(condition, LABEL, LABEL_SIZE) if is_asked else ""
            self._flow(source, target, points, name, condition if is_asked else "")
        if is_passed_by:
            self._pass(above[-1], chain[-1], box.x + 3)
        self.entries[position], self.exits[position] = chain[0], chain[-1]
        self._papers(position, card, task)
        self._needs(position, card, task)

    def _small(self, id: str, tag: str, middle: float, top: float) -> FlowNode:
        box = Box(middle - SMALL_GATEWAY / 2, top, SMALL_GATEWAY, SMALL_GATEWAY)
        return self._add(FlowNode(id, tag, box))

    def _pass(self, split: FlowNode, merge: FlowNode, x: float) -> None:
        """The way past a step whose condition does not hold, left of its papers."""
        high, low = (node.box.y + node.box.height / 2 for node in (split, merge))
        points = ((split.box.x, high), (x, high), (x, low), (merge.box.x, low))
        flow = self._flow(split, merge, points)
        place = self.nodes.index(split)
        self.nodes[place] = replace(split, default=flow.id)

    def _task(self, position: int, card: Card, box: Box) -> FlowNode:
        said = [card.title, *map(said_of, card.all_marks)]
        ink = None
        if card.is_redundant:
            ink = palette.REDUNDANT, palette.REDUNDANT_WASH
        elif any(row.look in LACKING for row in card.needs):
            ink = palette.ALARM, palette.ALARM_WASH
        id, name = f"step_{position}", "\n".join(lines_of(card))
        return FlowNode(id, "userTask", box, name, "\n".join(said), ink=ink)

    def _papers(self, position: int, card: Card, task: FlowNode) -> None:
        """At the left of the task, each on a row of its own."""
        box = task.box
        for n, row in enumerate(card.papers):
            y = row_middle(box, n, len(card.papers))
            name, right = paper_name(row), box.x - ASSOCIATION
            sheet = Box(right - SHEET_WIDTH, y - SHEET_HEIGHT / 2, SHEET_WIDTH, SHEET_HEIGHT)
            label = Box(sheet.x - 2 - LABEL, y - ROW / 2, LABEL, ROW)
            points = ((sheet.right, y), (box.x, y))
            id = f"paper_{position}_{n}"
            self.inputs.append(
                DataInput(id, task.id, f"of_{id}", name, row.title, sheet, label, points)
            )

    def _needs(self, position: int, card: Card, task: FlowNode) -> None:
        """The data at the right of the task, each on a row of its own."""
        box = task.box
        for n, need in enumerate(card.needs):
            y = row_middle(box, n, len(card.needs))
            sheet = Box(box.right + ASSOCIATION, y - SHEET_HEIGHT / 2, SHEET_WIDTH, SHEET_HEIGHT)
            label = Box(sheet.right + 2, y - ROW / 2, LABEL, ROW)
            points = ((sheet.x, y), (box.right, y))
            ink = (palette.ALARM, palette.ALARM_WASH) if need.look in LACKING else None
            name = "\n".join(
                clip(line, LABEL - 4, LABEL_SIZE) for line in (need.name, need.source) if line
            )
            id = f"need_{position}_{n}"
            self.inputs.append(
                DataInput(id, task.id, need.data, name, need.title, sheet, label, points, ink)
            )

    def _gate(self, position: int, box: Box) -> None:
        question = self.chart.conditions.question(self.chart.flow.nodes[position].fact)
        size = box.height
        diamond = Box(box.middle - size / 2, box.y, size, size)
        label = label_at(diamond.right + 4, box.y - 4, question, SIDE)
        tag = self.tokens.gateway_of_gate(position)
        gate = self._add(FlowNode(f"gate_{position}", tag, diamond, question, label=label))
        self.entries[position] = self.exits[position] = gate
        if tag := self.tokens.joined_at(position):
            y = box.y + size / 2
            top = y - SMALL_GATEWAY / 2
            join = self._small(f"join_{position}", tag, diamond.x - 28, top)
            self._flow(join, gate, ((join.box.right, y), (diamond.x, y)))
            self.entries[position] = join

    def _bypass(self, position: int, box: Box) -> None:
        """Where nothing is done: an event that only passes on."""
        node = self.chart.flow.nodes[position]
        options = self.chart.conditions.options(node.fact, node.options)
        circle = Box(box.middle - box.height / 2, box.y, box.height, box.height)
        label = label_at(circle.right + 4, box.y + 3, options, LABEL)
        event = FlowNode(f"pass_{position}", "intermediateThrowEvent", circle, options, label=label)
        self.entries[position] = self.exits[position] = self._add(event)

    def _bar(self, position: int, box: Box) -> None:
        y = box.y + box.height / 2 - GATEWAY / 2
        diamond = Box(self._along_bar(position, box) - GATEWAY / 2, y, GATEWAY, GATEWAY)
        tag = self.tokens.gateway_of_bar(position)
        self.entries[position] = self.exits[position] = self._add(
            FlowNode(f"bar_{position}", tag, diamond)
        )

    def _along_bar(self, position: int, box: Box) -> float:
        """Where a single arrow comes in or leaves, else in the middle."""
        arrows = self.layout.arrows
        into = [arrow.points[-1][0] for arrow in arrows if arrow.target == position]
        out = [arrow.points[0][0] for arrow in arrows if arrow.source == position]
        return next((xs[0] for xs in (into, out) if len(xs) == 1), box.middle)

    def _end(self, position: int, box: Box) -> None:
        circle = Box(box.middle - EVENT / 2, box.y, EVENT, EVENT)
        word = self.chart.words("done")
        label = label_at(circle.right + 4, box.y + 6, word, LABEL)
        event = FlowNode(f"end_{position}", "endEvent", circle, word, label=label)
        self.entries[position] = self.exits[position] = self._add(event)

    def _arrow(self, source: int, target: int, points: Points) -> None:
        """A flow between two nodes; behind a gate with its option, on which it depends."""
        nodes = self.chart.flow.nodes
        name = when = ""
        if nodes[source].shape is Shape.GATE and self.tokens.parts_cases(source):
            to = nodes[target]
            fact, options = self.chart.flow.behind_gate.get(to.step, (to.fact, to.options))
            when = self.chart.conditions.choice(fact, options)
            name = "" if to.shape is Shape.BYPASS else self.chart.conditions.options(fact, options)
        out, into = self.exits[source], self.entries[target]
        fitted = (*leaving(out, points), *points[1:-1], *coming(into, points))
        self._flow(out, into, fitted, name, when)

    def _begin(self) -> None:
        """An event above the first row, from which all goes out that follows nothing."""
        before = self.chart.flow.predecessors()
        first = [n for n, sources in enumerate(before) if not sources]
        if not first:
            return
        x = self._box(first[0]).middle
        y = START
        event = self._add(FlowNode("start", "startEvent", Box(x - EVENT / 2, y, EVENT, EVENT)))
        for position in first:
            target = self.entries[position]
            middle, beside = target.box.middle, y + EVENT / 2
            points: Points = ((x, event.box.bottom), (x, target.box.y))
            if middle != x:
                edge = event.box.right if middle > x else event.box.x
                points = ((edge, beside), (middle, beside), (middle, target.box.y))
            self._flow(event, target, points)
