"""JSON as text: broken into lines down to a depth, an entry of a list a line below it.

Such a text can be read, searched and compared line by line, and is written quickly.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any


def json_text(value: Any, depth: int) -> str:
    """The value as JSON, Chinese as it is; mappings and lists broken into lines to that depth."""
    return "".join(_pieces(value, depth, "")) + "\n"


def _pieces(value: Any, depth: int, margin: str) -> Iterator[str]:
    """The text in pieces, joined once at the end: a report can be long."""
    if depth == 0 or not value or not isinstance(value, dict | list):
        yield json.dumps(value, ensure_ascii=False)
        return
    deeper = margin + "  "
    if isinstance(value, dict):
        opening, closing = "{\n", "}"
        named = ((f"{json.dumps(key, ensure_ascii=False)}: ", part) for key, part in value.items())
    else:
        opening, closing = "[\n", "]"
        named = (("", part) for part in value)
    for name, part in named:
        yield f"{opening}{deeper}{name}"
        yield from _pieces(part, depth - 1, deeper)
        opening = ",\n"
    yield f"\n{margin}{closing}"
