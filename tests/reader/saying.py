"""What the tests of the reader share: short definitions, and troubles as lines to compare."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

from govchain.findings import Place, Trouble
from govchain.reader.reading import Reading, read_texts

REGISTRY = """\
departments:
  police: {name: 公安局}
  health: {name: 卫生健康委}
data:
  birth-certificate: {name: 出生医学证明, holder: health}
criteria:
  born-alive: {name: 活产, uses: [birth-certificate]}
"""

HEAD = """\
matter: birth
department: police
"""

STEPS = """\
steps:
  - {id: apply, kind: apply, visit: 1}
  - {id: register, kind: approve, checks: [born-alive], time: 1d}
"""


def read(text: str | bytes, **others: str) -> Reading:
    """Read one text as `m.yaml` beside the small registry `r.yaml`."""
    return read_texts({"m.yaml": text, "r.yaml": REGISTRY, **others})


def lines(reading: Reading) -> list[str]:
    """Each trouble as `line:column rule subject`, with the file where it is not `m.yaml`."""
    return [line_of(trouble) for trouble in reading.troubles]


def line_of(trouble: Trouble) -> str:
    place = trouble.place
    file = "" if place.file == "m.yaml" else f"{place.file}:"
    return f"{file}{place.line}:{place.column} {trouble.rule} {trouble.subject}"


def said(trouble: Trouble) -> str:
    """Message and remedy, filled."""
    message = trouble.message.format(**trouble.facts)
    return f"{message}; {trouble.remedy.format(**trouble.facts)}"


def bare(value: object) -> object:
    """A value of the model without its places, to compare what was said apart from where."""
    if isinstance(value, Place):
        return None
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: bare(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        return {key: bare(inner) for key, inner in value.items()}
    if isinstance(value, tuple):
        return tuple(bare(inner) for inner in value)
    return value
