"""How long our own layout takes to draw a chain: `python -m benchmarks.pictures`.

Prints a JSON list of steps, view and milliseconds (the median of some drawings in one process, with
the findings of the chain on it).
"""

from __future__ import annotations

import json
import statistics
import sys
import tempfile
from pathlib import Path
from time import process_time
from typing import Any

from benchmarks.made.city import write_files
from benchmarks.made.hostile import around, joined_matter
from benchmarks.stages import DATE

LENGTHS = (12, 300)
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


if __name__ == "__main__":
    json.dump(drawings(), sys.stdout)
