"""How long our own layout takes to draw a chain, and a theme: `python -m benchmarks.pictures`.

Prints a JSON object: `chains`, a list of steps, view and milliseconds (the median of some drawings
in one process, with the findings of the chain on it); `themes`, a list of matters, paper and
milliseconds.
"""

from __future__ import annotations

import json
import statistics
import sys
import tempfile
from pathlib import Path
from time import process_time
from typing import Any

from benchmarks.made.city import write_city, write_files
from benchmarks.made.hostile import around, joined_matter
from benchmarks.made.writing import definition
from benchmarks.stages import DATE

LENGTHS = (12, 300)
MATTERS = (40, 80)
DRAWINGS = 5


def drawings() -> list[dict[str, Any]]:  # what json.dump takes
    """Each picture with what it takes to draw it."""
    return [drawing for steps in LENGTHS for drawing in _drawings_of(steps)]


def _drawings_of(steps: int) -> list[dict[str, Any]]:
    from govchain import drawing
    from govchain.pipeline import analyze, load
    from govchain.reporting.marking import marked_chain

    with tempfile.TemporaryDirectory() as folder:
        write_files(Path(folder), around(joined_matter(steps)))
        catalogue = load(folder, date=DATE)
    chain, marks = marked_chain(analyze(catalogue), "long", "zh", {})

    def milliseconds(view: str) -> float:
        begin = process_time()
        drawing.draw(chain, marks, view=view, format="svg", language="zh")
        return (process_time() - begin) * 1000

    return [
        {
            "steps": steps,
            "view": view,
            "milliseconds": statistics.median(milliseconds(view) for _ in range(DRAWINGS)),
        }
        for view in drawing.chart_views()
    ]


def themes() -> list[dict[str, Any]]:
    """The page of a theme of so many matters, on each paper."""
    return [drawing for matters in MATTERS for drawing in _themes_of(matters)]


def _themes_of(matters: int) -> list[dict[str, Any]]:
    from govchain import drawing
    from govchain.drawing.chart.subject import CatalogueSubject
    from govchain.drawing.ink.paper import PAPERS, Paper
    from govchain.pipeline import load

    with tempfile.TemporaryDirectory() as folder:
        write_city(Path(folder), matters)
        ids = load(folder, date=DATE).matters
        theme = {"whole": {"name": "全市一件事", "matters": [*ids]}}
        text = definition({"themes": theme})
        write_files(Path(folder), iter([("matters/registry/themes.yaml", text)]))
        subject = CatalogueSubject(load(folder, date=DATE), themes=("whole",))

    def milliseconds(paper: Paper) -> float:
        begin = process_time()
        list(drawing.pages(subject, "theme", drawing.How("zh", paper=paper)))
        return (process_time() - begin) * 1000

    return [
        {
            "matters": matters,
            "paper": paper.name,
            "milliseconds": statistics.median(milliseconds(paper) for _ in range(DRAWINGS)),
        }
        for paper in PAPERS.values()
    ]


if __name__ == "__main__":
    json.dump({"chains": drawings(), "themes": themes()}, sys.stdout)
