"""Did you mean …: the known name of which a written one is a short form, or the other way round.

市场监管局 stands for 市场监督管理局: its characters stand in it, in order. Of other scripts words
take the place of characters.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from govchain.reader.ground.spelling import LONGEST, MOST_WORDS_TRIED, is_chinese

_NEGATIONS = frozenset("不非无未免")
"""What turns a meaning round: 可网办 is no short form of 不可网办."""


@lru_cache(maxsize=512)
def short_form_of(text: str, words: tuple[str, ...]) -> str | None:
    """The one of a few fixed words that is meant, None if none is clearly."""
    return ShortForms(words).meant(text)


@lru_cache(maxsize=512)
def resembling(text: str, words: tuple[str, ...]) -> str | None:
    """The one of a few fixed words that stands in the text, has the same parts in another order,
    or ends in the same word; None where none does, or two of them."""
    written = _parts(text)
    parts = {word: _parts(word) for word in words}
    for is_alike in (_are_the_same, _stands_in, _begins_with, _ends_alike):
        alike = [word for word in words if is_alike(parts[word], written)]
        if alike:
            longest = max(map(len, alike))
            found = [word for word in alike if len(word) == longest]
            return found[0] if len(found) == 1 else None
    return None


class ShortForms:
    """Known names, by what they are made of. It tries `MOST_WORDS_TRIED` of them in all."""

    def __init__(self, names: Iterable[str]) -> None:
        self._left = MOST_WORDS_TRIED
        self._made_of: dict[str, dict[str, tuple[str, ...]]] = {}
        for name in sorted(names):
            parts = _parts(name) if len(name) <= LONGEST else ()
            for part in parts:
                self._made_of.setdefault(part, {})[name] = parts

    def meant(self, text: str) -> str | None:
        """The name that differs the least, of those that end alike if any does; None where two
        differ as little, or none begins or ends alike."""
        written = _parts(text) if len(text) <= LONGEST else ()
        ranked: dict[str, tuple[bool, int]] = {}
        for name, parts in self._candidates(written).items():
            self._left -= 1
            if _is_short_form(written, parts):
                ranked[name] = (parts[-1] != written[-1], abs(len(parts) - len(written)))
        best = min(ranked.values(), default=None)
        names = [name for name, rank in ranked.items() if rank == best]
        return names[0] if len(names) == 1 else None

    def _candidates(self, written: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """The names with which one that is written has its first or its last part in common."""
        if self._left < 0 or len("".join(written)) < 2:
            return {}
        return {
            name: parts
            for end in (written[0], written[-1])
            for name, parts in self._made_of.get(end, {}).items()
        }


def _parts(text: str) -> tuple[str, ...]:
    """The characters of a Chinese text; of another its words, one as good as many of a kind."""
    folded = text.strip().casefold()
    if is_chinese(folded):
        return tuple(folded.replace(" ", ""))
    words = folded.replace("_", " ").replace("-", " ").split()
    return tuple(word.removesuffix("s") or word for word in words)


def _is_short_form(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether all of the shorter stands in the longer, in order, and begins or ends it."""
    short, long = (one, other) if len(one) < len(other) else (other, one)
    if len("".join(short)) < 2 or (short[0] != long[0] and short[-1] != long[-1]):
        return False
    left = iter(long)
    return all(part in left for part in short) and _NEGATIONS.isdisjoint(set(long) - set(short))


def _are_the_same(word: Sequence[str], written: Sequence[str]) -> bool:
    return len(word) > 1 and sorted(word) == sorted(written)


def _stands_in(word: Sequence[str], written: Sequence[str]) -> bool:
    size = len(word)
    ends = range(size, len(written) + 1)
    return len("".join(word)) > 1 and any(written[end - size : end] == word for end in ends)


def _begins_with(word: Sequence[str], written: Sequence[str]) -> bool:
    """Whether the text is the beginning of the word: `vol`."""
    return len("".join(written)) > 2 and "-".join(word).startswith("-".join(written))


def _ends_alike(word: Sequence[str], written: Sequence[str]) -> bool:
    """Whether both end in the same two characters, or the same word of more."""
    ends = word[-2:] if len("".join(word[-1:])) == 1 else word[-1:]
    return len("".join(ends)) > 1 and written[-len(ends) :] == ends
