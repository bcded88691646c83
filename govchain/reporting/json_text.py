"""JSON as text: broken into lines down to a depth, an entry of a list a line below it.

Such a text can be read, searched and compared line by line, and is written quickly.
"""

from __future__ import annotations

import json
from typing import Any


def json_text(value: Any, depth: int) -> str:
    """The value as JSON, Chinese as it is; mappings and lists broken into lines to that depth."""
    return _laid_out(value, depth, "") + "\n"


def _laid_out(value: Any, depth: int, margin: str) -> str:
    if depth == 0 or not value or not isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False)
    deeper = margin + "  "
    if isinstance(value, dict):
        lines = [
            f"{deeper}{json.dumps(key, ensure_ascii=False)}: {_laid_out(part, depth - 1, deeper)}"
            for key, part in value.items()
        ]
        return "{\n" + ",\n".join(lines) + f"\n{margin}}}"
    lines = [deeper + _laid_out(part, depth - 1, deeper) for part in value]
    return "[\n" + ",\n".join(lines) + f"\n{margin}]"
