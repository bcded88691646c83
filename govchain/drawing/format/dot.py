"""The format `dot`: the chart as a graph in Graphviz's language."""

from __future__ import annotations

import re

from govchain.drawing.chart.chart import Chart
from govchain.drawing.chart.columns import Columns

SIGN = re.compile(r"\s*digraph chain \{.*\bgovchain[:：] ?\d+\.\d+", re.DOTALL)


def write_chart(chart: Chart, columns: Columns) -> str:
    """The graph as DOT text."""
    from govchain.drawing.layout.dotgraph import digraph_of

    return str(digraph_of(chart, columns).source)
