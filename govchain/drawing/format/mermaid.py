"""The format `mermaid`: a flowchart for Markdown pages; it has no bars and no signs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from govchain.compiler.parts import Part, parts_of
from govchain.drawing.chart.cards import Card
from govchain.drawing.chart.chart import Chart, arrows_left_out
from govchain.drawing.chart.columns import Columns
from govchain.drawing.chart.flow import Shape
from govchain.drawing.chart.marks import signs_of
from govchain.drawing.chart.needrows import LACKING
from govchain.drawing.chart.paperrows import PaperRow
from govchain.drawing.chart.phrases import part_name
from govchain.drawing.ink import palette
from govchain.drawing.ink.lettering import ELLIPSIS, MOST_LISTED, clean
from govchain.model.figures import circled, figure

SIGN = re.compile(r"\s*flowchart .*\bgovchain[:：] ?\d+\.\d+", re.DOTALL)

MOST_ARROWS = 500
"""So many mermaid draws where nobody has told it to draw more."""
_UNSAFE = re.compile(r"[^\w\s，。、：；（）！？·←→≤≥ ./+():-]")
"""Whatever mermaid or Markdown could take for more than text."""


def write_chart(chart: Chart, columns: Columns) -> str:
    """The chart as a mermaid flowchart, a subgraph for each lane where the view has lanes."""
    return "\n".join(_lines(chart, columns)) + "\n"


def _lines(chart: Chart, columns: Columns) -> Iterator[str]:
    arrows = chart.flow.without_bars()
    yield "flowchart TB"
    if len(arrows) > MOST_ARROWS:
        warning = chart.words("many-arrows").format(n=figure(len(arrows)), most=MOST_ARROWS)
        yield f"  %% {_comment(warning)}"
    yield f'  about["{_about(chart)}"]'
    for word, value in arrows_left_out(chart.flow, chart.words):
        yield f'  order["{_text(chart.words.label(word, value))}"]'
    yield from _steps(chart, columns)
    ends = {end for arrow in arrows for end in arrow}
    for position, node in enumerate(chart.flow.nodes):
        if node.shape is Shape.GATE:
            question = _text(chart.conditions.question(node.fact))
            yield f'  {_node_name(chart, position)}{{{{"{question}"}}}}'
        elif node.shape is Shape.BYPASS:
            options = _text(chart.conditions.options(node.fact, node.options))
            yield f'  {_node_name(chart, position)}(["{options}"])'
        elif node.shape is Shape.BAR and position in ends:
            yield f'  {_node_name(chart, position)}((" "))'
    yield from _arrows(chart, arrows)
    yield from _classes(chart)
    if chart.marks:
        yield f'  found["{_findings(chart)}"]'
    yield f"  %% {_comment(chart.words.enumeration(chart.provenance_said))}"
    for row in chart.papers:
        yield f"  %% {_comment(_paper(row))}"
    for mark in chart.marks:
        yield f"  %% {_comment(mark.summary)} {_comment(mark.sentence)}"


def _about(chart: Chart) -> str:
    """What the picture is of, its totals, and the papers that no step asks for."""
    figures = " · ".join(f"{word} {value}" for word, value in chart.figures)
    papers = chart.words.enumeration([_paper(row) for row in chart.papers])
    papers = chart.words.label(chart.words("papers-asked"), papers) if papers else ""
    return "<br/>".join(_text(line) for line in (chart.title, chart.case, figures, papers) if line)


def _findings(chart: Chart) -> str:
    """What is found, by rule: the sentences stand in the comments below."""
    said = [" ".join((mark.sign, mark.rule_name)) for mark in chart.marks[:MOST_LISTED]]
    more = len(chart.marks) - MOST_LISTED
    return "<br/>".join(map(_text, [*said, *([f"{ELLIPSIS} +{more}"] if more > 0 else [])]))


def _steps(chart: Chart, columns: Columns) -> Iterator[str]:
    """A subgraph for each called matter, and in it, or alone, one for each lane."""
    parts = chart.chain.once(parts_of)
    if len(parts) < 2:
        yield from _steps_in_lanes(chart, columns, list(chart.cards), "")
        return
    for part in parts:
        yield f'  subgraph part{part.number}["{_text(_name_of(part, chart))}"]'
        yield from _steps_in_lanes(chart, columns, [s.id for s in part.steps], f"part{part.number}")
        yield "  end"


def _name_of(part: Part, chart: Chart) -> str:
    """Number and name."""
    return f"{circled(part.number)} {part_name(part, chart.words)}"


def _steps_in_lanes(
    chart: Chart, columns: Columns, ids: Sequence[str], within: str
) -> Iterator[str]:
    in_each = zip(columns.columns, columns.steps_in_each(ids), strict=True)
    for number, (column, steps) in enumerate(in_each):
        if within and not steps:
            continue
        if columns.are_lanes:
            yield f'  subgraph {within}lane{number}["{_text(column.title)}"]'
        for step in steps:
            label = _label(chart.cards[step], columns.are_lanes)
            yield f'    {_name(chart, step)}["{label}"]'
        if columns.are_lanes:
            yield "  end"


def _arrows(chart: Chart, arrows: Sequence[tuple[int, int]]) -> Iterator[str]:
    """Between steps, gates and bypasses; a hand-over is said, behind a gate the option."""
    for source, target in arrows:
        before, after = chart.flow.nodes[source].step, chart.flow.nodes[target].step
        arrow = "-->"
        if before and after and chart.chain.is_handover(before, after):
            arrow = f'-.->|"{_text(chart.words("handover"))}"|'
        elif after and chart.flow.nodes[source].shape is Shape.GATE:
            arrow = f'-->|"{_text(chart.cards[after].condition)}"|'
        yield f"  {_node_name(chart, source)} {arrow} {_node_name(chart, target)}"


def _node_name(chart: Chart, position: int) -> str:
    step = chart.flow.nodes[position].step
    return _name(chart, step) if step else f"g{position}"


def _name(chart: Chart, step: str) -> str:
    return f"s{chart.order.position(step)}"


def _paper(row: PaperRow) -> str:
    """The paper, how it is handled, what is found of it."""
    name = f"× {row.name}" if row.is_spared else row.name
    return " ".join(part for part in (name, row.word, *signs_of(row.marks)) if part)


def _label(card: Card, in_lane: bool) -> str:
    """Kind and name, what it costs, papers asked for, what it needs and whence, findings."""
    costs = [card.time, card.visit] if in_lane else [card.department, card.time, card.visit]
    lines = [
        f"{card.kind} {card.name}".strip(),
        " · ".join(part for part in costs if part),
        card.condition,
        *map(_paper, card.papers),
        *(" ".join((f"{r.name}: {r.source}", *signs_of(r.marks))) for r in card.needs),
        " ".join((card.verdict, *signs_of((*card.order_marks, *card.marks)))).strip(),
    ]
    return "<br/>".join(_text(line) for line in lines if line)


def _classes(chart: Chart) -> Iterator[str]:
    """Findings are marked: redundant approvals, lacking data, and any other finding."""
    styles = {
        "redundant": (palette.REDUNDANT_WASH, palette.REDUNDANT, "stroke-width:3px"),
        "lacking": (palette.ALARM_WASH, palette.ALARM, "stroke-width:2px,stroke-dasharray:5 3"),
        "finding": (palette.OTHER_WASH, palette.OTHER, "stroke-width:2px"),
    }
    for name, (fill, stroke, more) in styles.items():
        steps = [step for step, card in chart.cards.items() if _class_of(card) == name]
        if steps:
            yield f"  classDef {name} fill:{fill},stroke:{stroke},{more}"
            yield f"  class {','.join(_name(chart, step) for step in steps)} {name}"


def _class_of(card: Card) -> str:
    if card.is_redundant:
        return "redundant"
    if any(row.look in LACKING for row in card.needs):
        return "lacking"
    return "finding" if card.all_marks else ""


def _text(text: str) -> str:
    """Text between quotes, every doubtful character as the number mermaid knows it by."""
    return _UNSAFE.sub(lambda found: f"#{ord(found[0])};", clean(text)) or " "


def _comment(text: str) -> str:
    """Text after %%: braces would be taken for a directive."""
    return clean(text).replace("{", "(").replace("}", ")")
