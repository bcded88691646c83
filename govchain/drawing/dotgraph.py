"""A chart as a graph for Graphviz, which lays it out itself."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

import graphviz

from govchain.drawing import palette
from govchain.drawing.cards import Card
from govchain.drawing.chart import Chart
from govchain.drawing.columns import Columns
from govchain.drawing.lettering import clean, wrap
from govchain.drawing.needrows import NeedRow
from govchain.drawing.rowface import STYLES

LINE_WIDTH = 900.0
FONT_SIZE = 14.0


def digraph_of(chart: Chart, columns: Columns) -> graphviz.Digraph:
    """Steps as tables of their needs, in a cluster for each lane where the view has lanes."""
    graph = graphviz.Digraph("chain")
    graph.attr(rankdir="TB", fontname=palette.FAMILY_FOR_DOT, labelloc="t", label=_head(chart))
    graph.attr("node", shape="plain", fontname=palette.FAMILY_FOR_DOT, fontsize="11")
    graph.attr("edge", color=palette.LINE, fontname=palette.FAMILY_FOR_DOT, fontsize="10")
    for number, column in enumerate(columns.columns):
        steps = [step for step in chart.cards if columns.of[step] == number]
        if columns.are_lanes:
            with graph.subgraph(name=f"cluster_{number}") as lane:
                lane.attr(label=_plain(column.title), color=palette.RULE, bgcolor="#F7F9FB")
                _add_nodes(lane, chart, steps)
        else:
            _add_nodes(graph, chart, steps)
    _add_edges(graph, chart)
    return graph


def svg_by_dot(graph: graphviz.Digraph) -> str | None:
    """The graph as SVG, laid out by the machine's own `dot`; None where there is no `dot`."""
    try:
        return str(graph.pipe(format="svg", encoding="utf-8"))
    except graphviz.ExecutableNotFound:
        return None


def _add_nodes(graph: graphviz.Digraph, chart: Chart, steps: list[str]) -> None:
    for step in steps:
        graph.node(_name(chart, step), label=_table(chart.cards[step]), tooltip=_plain(step))


def _add_edges(graph: graphviz.Digraph, chart: Chart) -> None:
    for source, target in chart.edges:
        ends = _name(chart, source), _name(chart, target)
        if chart.chain.is_handover(source, target):
            graph.edge(*ends, label=chart.words("handover"), style="dashed")
        else:
            graph.edge(*ends)


def _name(chart: Chart, step: str) -> str:
    """A name that Graphviz takes for no more than a name: colons would mean ports."""
    return f"s{chart.chain.order.position(step)}"


def _head(chart: Chart) -> str:
    figures = "   ".join(f"{word} {value}" for word, value in chart.figures)
    lines = [chart.title, chart.case, figures]
    for mark in chart.marks:
        said = f"{mark.label} {chart.words(mark.finding.severity.value)}: {mark.sentence}"
        lines += wrap(clean(said), [LINE_WIDTH], FONT_SIZE)
    return "".join(_plain(line) + "\\l" for line in lines if line)


def _plain(text: str) -> str:
    """Text that Graphviz does not take for HTML or for an escape."""
    plain: str = graphviz.escape(clean(text))
    return plain


def _table(card: Card) -> str:
    """The card as an HTML-like label."""
    frame = palette.REDUNDANT if card.is_redundant else palette.LINE
    ground = palette.REDUNDANT_WASH if card.is_redundant else palette.WHITE
    rows = "".join((*_head_rows(card), *map(_need_row, card.needs)))
    return (
        f'<<TABLE BORDER="{2 if card.is_redundant else 1}" COLOR="{frame}" BGCOLOR="{ground}" '
        f'CELLBORDER="0" CELLSPACING="0" CELLPADDING="3" STYLE="ROUNDED">{rows}</TABLE>>'
    )


def _head_rows(card: Card) -> Iterator[str]:
    marks = " ".join(mark.label for mark in card.marks)
    if card.condition:
        yield _row(_font(card.condition, palette.MUTED, bold=True))
    name = _font(f"[{card.kind}]", palette.KIND)
    if card.name:
        name += f" {_font(card.name, palette.INK, bold=True)}"
    yield _row(name, _font(marks, palette.ALARM, bold=True) if marks else "")
    said = [card.department, card.aside, card.time, card.visit]
    yield _row(
        _font(" · ".join(part for part in said if part), palette.MUTED),
        _font(card.verdict, palette.REDUNDANT, bold=True) if card.verdict else "",
    )


def _need_row(row: NeedRow) -> str:
    style = STYLES[row.look]
    word = row.source if row.word in row.source else f"{row.word} {row.source}"
    lines = [_font(row.name, style.ink, bold=style.bold)]
    lines += [_font(line, palette.MUTED) for line in row.below]
    left = lines[0] if len(lines) == 1 else "".join(f'{line}<BR ALIGN="LEFT"/>' for line in lines)
    return _row(left, _font(word, style.source_ink, bold=style.bold), style.wash)


def _row(left: str, right: str = "", ground: str = "") -> str:
    attribute = f' BGCOLOR="{ground}"' if ground else ""
    second = f'<TD ALIGN="RIGHT"{attribute}>{right}</TD>' if right else ""
    span = "" if right else ' COLSPAN="2"'
    return f'<TR><TD ALIGN="LEFT"{span}{attribute}>{left}</TD>{second}</TR>'


def _font(text: str, colour: str, bold: bool = False) -> str:
    inner = escape(clean(text)) or " "
    return f'<FONT COLOR="{colour}">{f"<B>{inner}</B>" if bold else inner}</FONT>'
