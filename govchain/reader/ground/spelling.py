"""Did you mean …: the known word that a written one most resembles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from govchain.model.ids import composed

LONGEST = 64
"""Words longer than an id may be are not worth a guess."""

MOST_WORDS_TRIED = 50_000
"""So many words of a dictionary are compared letter by letter for all guesses; then none is made:
hundreds of words may each be close to thousands."""

_NOWHERE = -1_000
"""How far a word is read by a way that does not exist."""

_CHINESE = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")


def is_chinese(text: str) -> bool:
    """Whether a Chinese character stands in the text."""
    return _CHINESE.search(text) is not None


@lru_cache(maxsize=512)
def closest_of(text: str, words: tuple[str, ...]) -> str | None:
    """The closest of a few fixed words, None if none is close."""
    return Dictionary(words).closest(text)


class Dictionary:
    """Known words, by length, so that only words of about the same length are compared.

    It guesses until `MOST_WORDS_TRIED` words have been compared, so one serves one reading.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._left = MOST_WORDS_TRIED
        self._by_length: dict[int, list[str]] = {}
        for word in sorted(words):
            self._by_length.setdefault(len(word), []).append(word)

    def closest(self, text: str) -> str | None:
        """The word that the fewest slips of the pen turn into the text; of equals the first.

        A slip is a letter left out, added, replaced or swapped with its neighbour; how many are
        forgiven grows with the length. Capitals, spaces and underscores do not count.
        """
        if len(text) > LONGEST or self._left < 0:
            return None
        if text in self._by_length.get(len(text), ()):
            return text
        written = _folded(text)
        letters = set(written)
        best, best_slips = None, _forgiven(len(written)) + 1
        for length in range(len(written) - best_slips + 1, len(written) + best_slips):
            for word in self._by_length.get(length, ()):
                known = _folded(word)
                if len(letters ^ set(known)) > 2 * (best_slips - 1):
                    continue
                self._left -= 1
                slips = _slips(written, known, best_slips)
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
    """The edit distance with swaps (optimal string alignment), or `limit` if it is no less.

    With each slip more it is noted how far the written word can be read at the most, for each
    number of letters by which the other is ahead: what is alike is passed over at once.
    """
    ahead = len(word) - len(written)
    furthest = {0: _alike(written, word, 0, 0)}
    for slips in range(limit):
        if furthest.get(ahead, -1) >= len(written):
            return slips
        furthest = {
            lead: _furthest(written, word, lead, furthest) for lead in range(-slips - 1, slips + 2)
        }
    return limit


def _furthest(written: str, word: str, lead: int, before: Mapping[int, int]) -> int:
    """How far the written word is read after one more slip, the other being ahead by `lead`."""
    here = before.get(lead, _NOWHERE)
    read = max(here + 1, before.get(lead - 1, _NOWHERE), before.get(lead + 1, _NOWHERE) + 1)
    swapped = word[here + lead : here + lead + 2]
    if len(swapped) == 2 and swapped == written[here : here + 2][::-1]:
        read = max(read, here + 2)
    read = min(read, len(written), len(word) - lead)
    return _alike(written, word, read, lead) if read >= max(0, -lead) else _NOWHERE


def _alike(written: str, word: str, read: int, lead: int) -> int:
    """How far the written word is read when all that is alike from there on is passed over."""
    for letter, other in zip(written[read:], word[read + lead :], strict=False):
        if letter != other:
            break
        read += 1
    return read


def ids_by_name(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The ids by name; what several have in common names none of them."""
    ids: dict[str, set[str]] = {}
    for name, id_ in pairs:
        ids.setdefault(name, set()).add(id_)
    return {name: next(iter(called)) for name, called in ids.items() if len(called) == 1}
