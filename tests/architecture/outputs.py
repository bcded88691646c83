"""All that is told of catalogues: `python -m tests.architecture.outputs FILE [LANGUAGE …]`.

The file holds a list of catalogues, each a mapping of names of files to texts. Printed is a line an
output: the number of the catalogue, what is told, and a digest of it.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterator, Mapping
from functools import partial
from itertools import product
from pathlib import Path

from govchain import drawing, pipeline
from govchain.reader.reading import read_texts
from govchain.reporting import formats, lists
from govchain.reporting.difference.difference import Difference, Side
from govchain.reporting.graphml import graphml
from govchain.reporting.json_text import json_text
from govchain.reporting.listing.listing import listing_of
from govchain.reporting.marking import marked_chain
from govchain.reporting.style import Style
from govchain.reporting.tree.chain_tree import chain_tree
from tests.reporting.reports import DATE


def outputs(texts: Mapping[str, str], language: str = "zh") -> Iterator[tuple[str, str]]:
    """What is told of a catalogue, each with its name."""
    style = Style(language, width=100)
    report = pipeline.analyze(pipeline.compile_reading(read_texts(dict(texts)), DATE))
    for command in ("analyze", "check"):
        for format in filter(partial(formats.is_text, command), formats.formats_of(command)):
            yield f"{command} {format}", formats.write(report, command, format, style)
    for kind in map(lists.list_named, lists.names()):
        listing = listing_of(kind, report)
        for format in filter(partial(formats.is_text, "list"), formats.formats_of("list")):
            told = formats.write([listing], "list", format, style)
            yield f"list {kind.name} {format}", told
    same = Side("", report, frozenset())
    for format in formats.formats_of("diff"):
        told = formats.write(Difference(same, same), "diff", format, style)
        yield f"diff {format}", told
    for id, chain in report.catalogue.chains.items():
        yield f"show {id}", chain_tree(chain, report, style)
        yield f"compile {id} json", json_text(chain.to_dict(language), depth=2)
        yield f"compile {id} graphml", graphml([chain], language)
        marked = marked_chain(report, id, language, {})
        for view, format in product(drawing.chart_views(), drawing.text_formats()):
            drawn = drawing.draw(*marked, view=view, format=format, language=language)
            yield f"render {id} {view} {format}", drawn


def main(file: str, *languages: str) -> None:
    for number, texts in enumerate(json.loads(Path(file).read_text(encoding="utf-8"))):
        for language in languages or ("zh",):
            for name, told in outputs(texts, language):
                digest = hashlib.sha256(told.encode()).hexdigest()
                print(number, language, name, digest, sep="\t")


if __name__ == "__main__":
    main(*sys.argv[1:])
