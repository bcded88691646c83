"""What stands in the page as data: JSON that no markup can end, plain or packed.

The page makes every text of it a text: nothing of it is ever read as markup or script.
"""

from __future__ import annotations

import json
import zlib
from base64 import b64encode
from typing import Any

from govchain.model.characters import is_seen
from govchain.reporting.places import visible

_ENCODER = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":"))
_MARKUP = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})


def plain(value: Any) -> str:
    """The value as JSON in which no `<` stands: it can be read, and ends no element."""
    return _text(value).translate(_MARKUP)


def packed(value: Any) -> str:
    """The value as JSON, deflated and written in letters: a browser inflates it once it is asked
    for."""
    return b64encode(zlib.compress(_text(value).encode(errors="replace"), 6)).decode()


def _text(value: Any) -> str:
    text = _ENCODER.encode(value)
    if is_seen(text) and "\\u00" not in text:
        return text
    return _ENCODER.encode(_shown(value)).encode(errors="replace").decode()


def _shown(value: Any) -> Any:
    """The value with whatever nobody sees made visible, as a terminal tells it."""
    match value:
        case str():
            return value if is_seen(value) else visible(value)
        case dict():
            return {key: _shown(part) for key, part in value.items()}
        case list() | tuple():
            return [_shown(part) for part in value]
    return value
