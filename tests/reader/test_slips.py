"""Did you mean …: how many slips of the pen lie between two words."""

from __future__ import annotations

import random

import pytest

from govchain.reader.ground import spelling
from govchain.reader.ground.spelling import Dictionary


def distance(written: str, word: str) -> int:
    """The edit distance with swaps, letter by letter."""
    rows = [list(range(len(word) + 1))]
    for i, letter in enumerate(written):
        row = [i + 1]
        for j, other in enumerate(word):
            slips = min(rows[i][j] + (letter != other), rows[i][j + 1] + 1, row[j] + 1)
            if i and j and letter == word[j - 1] and written[i - 1] == other:
                slips = min(slips, rows[i - 1][j - 1] + 1)
            row.append(slips)
        rows.append(row)
    return rows[-1][-1]


@pytest.mark.parametrize("letters", ["ab", "abcd"])
def test_slips_are_those_of_comparing_letter_by_letter(letters: str) -> None:
    drawn = random.Random(letters)
    for _ in range(1_000):
        one, other = ("".join(drawn.choices(letters, k=drawn.randint(0, 8))) for _ in range(2))
        for limit in range(1, 5):
            assert spelling._slips(one, other, limit) == min(distance(one, other), limit)


@pytest.mark.parametrize(
    ("written", "meant"),
    [("aproval", "approval"), ("apporval", "approval"), ("approval-", "approval"), ("xyz", None)],
)
def test_the_closest_word_is_meant(written: str, meant: str | None) -> None:
    assert Dictionary(["approval", "apply", "inspect"]).closest(written) == meant


def test_guesses_end_where_too_many_words_are_close(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spelling, "MOST_WORDS_TRIED", 5)
    words = Dictionary(f"data-{n:03}" for n in range(60))
    guesses = [words.closest(f"data-{n:03}x") for n in range(10)]
    assert guesses[:2] == ["data-000", "data-001"]
    assert guesses[-1] is None
