"""JSON as text: broken into lines down to a depth, an entry of a list a line below it.

Such a text can be read, searched and compared line by line, and is written quickly.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from govchain.model.characters import name_as_text, unseen_as

_ENCODER = json.JSONEncoder(ensure_ascii=False, check_circular=False)


def json_text(value: Any, depth: int) -> str:
    """The value as JSON, Chinese as it is; mappings and lists broken into lines to that depth."""
    return "".join(json_pieces(value, depth))


def json_pieces(value: Any, depth: int) -> Iterator[str]:
    """The same text piece by piece, since it can be long; what comes one by one is a list."""
    yield from _pieces(value, depth, "")
    yield "\n"


def _pieces(value: Any, depth: int, margin: str) -> Iterator[str]:
    if depth == 0 or not isinstance(value, dict | list | Iterator):
        yield _dumped([*value] if isinstance(value, Iterator) else value)
        return
    deeper = margin + "  "
    if isinstance(value, dict):
        brackets = "{}"
        named = ((f"{_dumped(key)}: ", part) for key, part in value.items())
    else:
        brackets = "[]"
        named = (("", part) for part in value)
    between = f"{brackets[0]}\n"
    for name, part in named:
        yield f"{between}{deeper}{name}"
        yield from _pieces(part, depth - 1, deeper)
        between = ",\n"
    yield f"\n{margin}{brackets[1]}" if between == ",\n" else brackets


def _dumped(value: Any) -> str:
    """On one line; what would steer a terminal that shows it (a file may be named so) is escaped.

    Such characters stand in strings alone, where JSON has another spelling for each; half a
    character, as names of files may have, is none of its own and is told as the byte it was.
    """
    return unseen_as(_escaped, _ENCODER.encode(value))


def _escaped(character: str) -> str:
    if "\ud800" <= character <= "\udfff":
        text = name_as_text(character)
        return "\ufffd" if text == character else f"\\{text}"
    return json.dumps(character)[1:-1]
