"""Ids as names of files: safe on every system, the same in every run, none twice."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Set
from itertools import count

_LONGEST = 120
"""Bytes of a name, its ending aside: file systems take 255, copies and archives less."""
_RESERVED = frozenset(
    ["con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))]
)
"""What Windows takes for a device, whatever the ending."""


def file_names(ids: Iterable[str]) -> dict[str, str]:
    """A name for each id, without an ending: the id itself, where that can be one.

    Else what of it can be, and a few digits that are its own. Ids that some systems take for one
    name, since they differ in capitals alone, get such digits too.
    """
    ids = list(ids)
    alike = Counter(id.casefold() for id in ids)
    kept = {id for id in ids if _is_safe(id) and alike[id.casefold()] == 1}
    taken = {id.casefold() for id in kept}
    names = {id: id for id in kept}
    for id in ids:
        if id not in names:
            names[id] = _free(id, taken)
            taken.add(names[id].casefold())
    return {id: names[id] for id in ids}


def _free(id: str, taken: Set[str]) -> str:
    """The name of the id, with other digits where an id itself reads like it."""
    tries = (_marked(id, salt) for salt in count())
    return next(name for name in tries if name.casefold() not in taken)


def _is_safe(id: str) -> bool:
    return (
        0 < len(id.encode()) <= _LONGEST
        and id.partition(".")[0].casefold() not in _RESERVED
        and not id.startswith(".")
        and not id.endswith(".")
        and all(_is_plain(character) for character in id)
    )


def _is_plain(character: str) -> bool:
    return character.isalnum() or character in "-_."


def _marked(id: str, salt: int) -> str:
    kept = "".join(c if _is_plain(c) and c != "." else "_" for c in id)
    short = kept.encode()[:_LONGEST].decode(errors="ignore")
    told = f"{id}\0{salt}" if salt else id
    return f"{short}-{hashlib.sha256(told.encode()).hexdigest()[:8]}"
