"""All that is told of catalogues: `python -m tests.architecture.outputs FILE`.

The file holds a list of catalogues, each a mapping of names of files to texts. Printed is a line an
output: the number of the catalogue, what is told, and a digest of it.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from govchain import drawing, pipeline
from govchain.reader.reading import read_texts
from govchain.reporting import formats
from govchain.reporting.graphml import graphml
from govchain.reporting.json_text import json_text
from govchain.reporting.marking import marked_chain
from govchain.reporting.style import Style
from govchain.reporting.tree import chain_tree
from tests.reporting.reports import DATE

COMMANDS = ("analyze", "check")
STYLE = Style("zh", width=100)


def outputs(texts: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """What is told of a catalogue, each with its name."""
    report = pipeline.analyze(pipeline.compile_reading(read_texts(dict(texts)), DATE))
    for command in COMMANDS:
        for format in formats.formats_of(command):
            yield f"{command} {format}", formats.write(report, command, format, STYLE)
    for id, chain in report.catalogue.chains.items():
        yield f"show {id}", chain_tree(chain, report, STYLE)
        yield f"compile {id} json", json_text(chain.to_dict("zh"), depth=2)
        yield f"compile {id} graphml", graphml([chain], "zh")
        for view in drawing.views():
            drawn = drawing.draw(*marked_chain(report, id, "zh", {}), view=view, language="zh")
            yield f"render {id} {view}", drawn


def main(file: str) -> None:
    for number, texts in enumerate(json.loads(Path(file).read_text(encoding="utf-8"))):
        for name, told in outputs(texts):
            print(number, name, hashlib.sha256(told.encode()).hexdigest(), sep="\t")


if __name__ == "__main__":
    main(sys.argv[1])
