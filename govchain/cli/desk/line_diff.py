"""What changes between two texts, line by line, as `diff -u` shows it."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from itertools import takewhile

from govchain.model.characters import lines_of
from govchain.reporting.places import visible

_MOST = 1_000
"""Of more lines that differ the old are shown, then the new: which are alike is not looked for."""
_AROUND = 3
"""So many lines that are alike are shown around what differs."""


def line_diff(name: str, old: str, new: str) -> Iterator[str]:
    """The lines of the difference, with their ends; what would act in a terminal or log is shown
    as text."""
    before, after = lines_of(old), lines_of(new)
    start = _alike(before, after)
    end = _alike(before[start:][::-1], after[start:][::-1])
    changed = len(before) - end - start, len(after) - end - start
    if max(changed) <= _MOST:
        shown = difflib.unified_diff(before, after, name, name, n=_AROUND, lineterm="")
    else:
        shown = _whole(name, before, after, start, *changed)
    yield from (f"{visible(line)}\n" for line in shown)


def _alike(lines: Sequence[str], others: Sequence[str]) -> int:
    """How many lines are alike from the first on."""
    pairs = zip(lines, others, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _whole(
    name: str, before: Sequence[str], after: Sequence[str], start: int, gone: int, come: int
) -> Iterator[str]:
    """All that goes, then all that comes."""
    yield f"--- {name}"
    yield f"+++ {name}"
    yield f"@@ -{start + 1},{gone} +{start + 1},{come} @@"
    yield from (f"-{line}" for line in before[start : start + gone])
    yield from (f"+{line}" for line in after[start : start + come])
