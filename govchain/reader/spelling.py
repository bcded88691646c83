"""Did you mean …: the known word that a written one most resembles."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from govchain.model.ids import composed

LONGEST = 64
"""Words longer than an id may be are not worth a guess."""

_CHINESE = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")


def is_chinese(text: str) -> bool:
    """Whether a Chinese character stands in the text."""
    return _CHINESE.search(text) is not None


@lru_cache(maxsize=512)
def closest_of(text: str, words: tuple[str, ...]) -> str | None:
    """The closest of a few fixed words, None if none is close."""
    return Dictionary(words).closest(text)


class Dictionary:
    """Known words, by length, so that only words of about the same length are compared."""

    def __init__(self, words: Iterable[str]) -> None:
        self._by_length: dict[int, list[str]] = {}
        for word in sorted(words):
            self._by_length.setdefault(len(word), []).append(word)

    def closest(self, text: str) -> str | None:
        """The word that the fewest slips of the pen turn into the text; of equals the first.

        A slip is a letter left out, added, replaced or swapped with its neighbour; how many are
        forgiven grows with the length. Capitals, spaces and underscores do not count.
        """
        if len(text) > LONGEST:
            return None
        written = _folded(text)
        best, best_slips = None, _forgiven(len(written)) + 1
        for length in range(len(written) - best_slips + 1, len(written) + best_slips):
            for word in self._by_length.get(length, ()):
                slips = _slips(written, _folded(word), best_slips)
                if slips < best_slips:
                    best, best_slips = word, slips
        return best


def _folded(text: str) -> str:
    return composed(text).strip().casefold().replace("_", "-").replace(" ", "-")


def _forgiven(length: int) -> int:
    """How many slips are forgiven; with one of two letters changed a word means something else."""
    if length < 3:
        return 0
    return 1 if length <= 5 else 2 if length <= 10 else 3


def _slips(written: str, word: str, limit: int) -> int:
    """The edit distance with swaps (optimal string alignment), or `limit` if it is no less."""
    if len(set(written) ^ set(word)) > 2 * (limit - 1):
        return limit
    before: list[int] = []
    row = list(range(len(word) + 1))
    for i, letter in enumerate(written):
        after = [i + 1]
        for j, other in enumerate(word):
            slips = min(row[j] + (letter != other), row[j + 1] + 1, after[j] + 1)
            if i and j and letter == word[j - 1] and written[i - 1] == other:
                slips = min(slips, before[j - 1] + 1)
            after.append(slips)
        if min(after) >= limit:
            return limit
        before, row = row, after
    return row[-1]


def ids_by_name(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The ids by name; what several have in common names none of them."""
    ids: dict[str, set[str]] = {}
    for name, id_ in pairs:
        ids.setdefault(name, set()).add(id_)
    return {name: next(iter(called)) for name, called in ids.items() if len(called) == 1}
