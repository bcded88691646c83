"""A failing case made small: what is not needed for the breach is taken out."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from tests.fuzz.cases import Case
from tests.fuzz.promises import Breach, breaches_of


def reduced(case: Case, breach: Breach, home: Path, seconds: float = 60) -> Case:
    """The case without files, lines and signs that the breach does not need."""
    end = time.monotonic() + seconds

    def still_breaks(smaller: Case) -> bool:
        if time.monotonic() > end:
            return False
        return any(found.kind == breach.kind for found in breaches_of(smaller, home))

    for name in list(case.files):
        files = {other: content for other, content in case.files.items() if other != name}
        if still_breaks(replace(case, files=files)):
            case = replace(case, files=files)
    for separator in (b"\n", b" ", b""):
        for name in list(case.files):
            case = _shortened(case, name, separator, still_breaks)
    return case


def _shortened(
    case: Case, name: str, separator: bytes, still_breaks: Callable[[Case], bool]
) -> Case:
    """The file with fewer of the parts that the separator makes of it."""
    parts = _parts(case.files[name], separator)
    size = max(1, len(parts) // 2)
    while size:
        for start in reversed(range(0, len(parts), size)):
            fewer = parts[:start] + parts[start + size :]
            smaller = replace(case, files={**case.files, name: separator.join(fewer)})
            if len(fewer) < len(parts) and still_breaks(smaller):
                case, parts = smaller, fewer
        size //= 2
    return case


def _parts(content: bytes, separator: bytes) -> list[bytes]:
    return content.split(separator) if separator else list(_signs(content))


def _signs(content: bytes) -> Iterator[bytes]:
    for sign in content.decode("utf-8", "surrogateescape"):
        yield sign.encode("utf-8", "surrogateescape")
