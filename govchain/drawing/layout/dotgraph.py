"""A chart as a graph for Graphviz, which lays it out itself."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

import graphviz

from govchain.drawing.card.rowface import STYLES
from govchain.drawing.chart.cards import Card
from govchain.drawing.chart.chart import Chart
from govchain.drawing.chart.columns import Columns
from govchain.drawing.chart.flow import Shape
from govchain.drawing.chart.marks import signs_of
from govchain.drawing.chart.needrows import NeedRow
from govchain.drawing.chart.paperrows import PaperRow
from govchain.drawing.ink import palette
from govchain.drawing.ink.lettering import clean, wrap

LINE_WIDTH = 900.0
FONT_SIZE = 14.0


def digraph_of(chart: Chart, columns: Columns) -> graphviz.Digraph:
    """Steps as tables of their needs, in a cluster for each lane where the view has lanes."""
    graph = graphviz.Digraph("chain")
    graph.attr(rankdir="TB", fontname=palette.FAMILY_FOR_DOT, labelloc="t", label=_head(chart))
    graph.attr("node", shape="plain", fontname=palette.FAMILY_FOR_DOT, fontsize="11")
    graph.attr("edge", color=palette.LINE, fontname=palette.FAMILY_FOR_DOT, fontsize="10")
    in_each = zip(columns.columns, columns.steps_in_each(chart.cards), strict=True)
    for number, (column, steps) in enumerate(in_each):
        if columns.are_lanes:
            with graph.subgraph(name=f"cluster_{number}") as lane:
                lane.attr(label=_plain(column.title), color=palette.RULE, bgcolor="#F7F9FB")
                _add_nodes(lane, chart, steps)
        else:
            _add_nodes(graph, chart, steps)
    _add_edges(graph, chart)
    return graph


def _add_nodes(graph: graphviz.Digraph, chart: Chart, steps: list[str]) -> None:
    for step in steps:
        graph.node(_name(chart, step), label=_table(chart.cards[step]), tooltip=_plain(step))


def _add_edges(graph: graphviz.Digraph, chart: Chart) -> None:
    arrows = chart.flow.without_bars()
    ends = {end for arrow in arrows for end in arrow}
    for position, node in enumerate(chart.flow.nodes):
        if node.shape is Shape.GATE:
            question = _plain(chart.conditions.question(node.fact))
            graph.node(_node_name(chart, position), label=question, shape="hexagon")
        elif node.shape is Shape.BYPASS:
            options = _plain(chart.conditions.options(node.fact, node.options))
            graph.node(_node_name(chart, position), label=options, shape="box", style="rounded")
        elif node.shape is Shape.BAR and position in ends:
            graph.node(_node_name(chart, position), shape="point")
    for source, target in arrows:
        _add_edge(graph, chart, source, target)


def _add_edge(graph: graphviz.Digraph, chart: Chart, source: int, target: int) -> None:
    """Between steps, gates and bypasses; a hand-over is said, behind a gate the option."""
    ends = _node_name(chart, source), _node_name(chart, target)
    before, after = chart.flow.nodes[source].step, chart.flow.nodes[target].step
    if before and after and chart.chain.is_handover(before, after):
        graph.edge(*ends, label=chart.words("handover"), style="dashed")
    elif after and chart.flow.nodes[source].shape is Shape.GATE:
        graph.edge(*ends, headlabel=_plain(chart.cards[after].condition))
    else:
        graph.edge(*ends)


def _node_name(chart: Chart, position: int) -> str:
    step = chart.flow.nodes[position].step
    return _name(chart, step) if step else f"g{position}"


def _name(chart: Chart, step: str) -> str:
    """A name that Graphviz takes for no more than a name: colons would mean ports."""
    return f"s{chart.order.position(step)}"


def _head(chart: Chart) -> str:
    figures = "   ".join(f"{word} {value}" for word, value in chart.figures)
    lines = [chart.title, chart.case, figures, "   ".join(chart.provenance_said)]
    papers = [_paper(row) for row in chart.papers]
    if papers:
        lines.append(chart.words.label(chart.words("papers-asked"), ", ".join(papers)))
    for mark in chart.marks:
        severity = chart.words(mark.finding.severity.value)
        said = f"{mark.summary} {severity}: {mark.sentence}"
        lines += wrap(clean(said), [LINE_WIDTH], FONT_SIZE)
    return "".join(_plain(line) + "\\l" for line in lines if line)


def _plain(text: str) -> str:
    """Text that Graphviz does not take for HTML, for an escape or for an entity."""
    plain: str = graphviz.escape(clean(text).replace("&", "&amp;"))
    return plain


def _table(card: Card) -> str:
    """The card as an HTML-like label."""
    frame = palette.REDUNDANT if card.is_redundant else palette.LINE
    ground = palette.REDUNDANT_WASH if card.is_redundant else palette.WHITE
    needs = (*map(_paper_row, card.papers), *map(_need_row, card.needs))
    rows = "".join((*_head_rows(card), *needs))
    return (
        f'<<TABLE BORDER="{2 if card.is_redundant else 1}" COLOR="{frame}" BGCOLOR="{ground}" '
        f'CELLBORDER="0" CELLSPACING="0" CELLPADDING="3" STYLE="ROUNDED">{rows}</TABLE>>'
    )


def _head_rows(card: Card) -> Iterator[str]:
    marks = " ".join(signs_of((*card.order_marks, *card.marks)))
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


def _paper(row: PaperRow) -> str:
    """The paper and how it is handled, in a line."""
    return " ".join(part for part in (row.name, row.word, *signs_of(row.marks)) if part)


def _paper_row(row: PaperRow) -> str:
    """A paper that the applicant is asked for; one that need not be is struck through."""
    name = _font(row.name, palette.MUTED if row.is_spared else palette.INK, struck=row.is_spared)
    said = " ".join(part for part in (row.word, *signs_of(row.marks)) if part)
    below = f'<BR ALIGN="LEFT"/>{_font(row.condition, palette.MUTED)}' if row.condition else ""
    return _row(f"□ {name}{below}", _font(said, palette.AMBER, bold=True) if said else "")


def _need_row(row: NeedRow) -> str:
    style = STYLES[row.look]
    word = row.source if row.word in row.source else f"{row.word} {row.source}"
    word = " ".join((word, *signs_of(row.marks)))
    lines = [_font(row.name, style.ink, bold=style.bold)]
    lines += [_font(line, palette.MUTED) for line in row.below]
    left = lines[0] if len(lines) == 1 else "".join(f'{line}<BR ALIGN="LEFT"/>' for line in lines)
    return _row(left, _font(word, style.source_ink, bold=style.bold), style.wash)


def _row(left: str, right: str = "", ground: str = "") -> str:
    attribute = f' BGCOLOR="{ground}"' if ground else ""
    second = f'<TD ALIGN="RIGHT"{attribute}>{right}</TD>' if right else ""
    span = "" if right else ' COLSPAN="2"'
    return f'<TR><TD ALIGN="LEFT"{span}{attribute}>{left}</TD>{second}</TR>'


def _font(text: str, colour: str, bold: bool = False, struck: bool = False) -> str:
    inner = escape(clean(text)).replace("\\", "&#92;") or " "
    inner = f"<S>{inner}</S>" if struck else inner
    return f'<FONT COLOR="{colour}">{f"<B>{inner}</B>" if bold else inner}</FONT>'
