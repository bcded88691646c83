"""Whatever is written and however: it says the same afterwards, and rewriting ends at once."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from govchain.rewriting.definitions import LeftAloneError, rewritten
from tests.fuzz.mutations import DEFINITIONS, mutated
from tests.fuzz.workspaces import some_workspace
from tests.oracle.strategies import catalogues, some_catalogues
from tests.rewriting.hands import written_by_hand
from tests.rewriting.saying import allowed_in, anew, comments_of, model_of

Files = list[tuple[str, list[dict[str, Any]]]]
drawn = settings(max_examples=15, suppress_health_check=list(HealthCheck))
LANGUAGES = (None, "en", "zh")


def expect_the_same(texts: dict[str, str], keys: str | None) -> dict[str, str]:
    """The texts rewritten, which say the same and stay as they are."""
    after = {name: anew(text, keys) for name, text in texts.items()}
    assert model_of(after) == model_of(texts)
    for name, text in texts.items():
        assert comments_of(after[name]) == comments_of(text)
        if keys is None:
            assert allowed_in(after[name]) == allowed_in(text)
        assert anew(after[name], keys) == after[name]
        assert anew(after[name]) == after[name]
    return after


@drawn
@given(catalogues(), st.integers(0, 10**6), st.sampled_from(LANGUAGES))
def test_what_any_hand_writes_says_the_same(files: Files, hand: int, keys: str | None) -> None:
    texts = {name: written_by_hand(documents, random.Random(hand)) for name, documents in files}
    expect_the_same(texts, keys)


@pytest.mark.parametrize("seed", range(2))
def test_many_hands(seed: int) -> None:
    """The same, faster, of more."""
    chance = random.Random(seed)
    for files in some_catalogues(10, seed):
        texts = {name: written_by_hand(documents, chance) for name, documents in files}
        expect_the_same(texts, chance.choice(LANGUAGES))


@drawn
@given(catalogues(), st.integers(0, 10**6))
def test_both_languages_and_back(files: Files, hand: int) -> None:
    for _, documents in files:
        text = written_by_hand(documents, random.Random(hand))
        english, chinese = anew(text, "en"), anew(text, "zh")
        assert anew(chinese, "en") == english
        assert anew(english, "zh") == chinese


@pytest.mark.parametrize("seed", range(4))
def test_what_is_spoilt_is_left_alone_or_says_the_same(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(12):
        for name, content in some_workspace(chance).items():
            spoilt = mutated(content, chance, DEFINITIONS)
            try:
                once = rewritten(name, spoilt, chance.choice(LANGUAGES))
            except LeftAloneError:
                continue
            before, after = spoilt.decode(), once.decode()
            assert rewritten(name, once) == once
            assert comments_of(after) == comments_of(before)
            assert model_of({name: after})[0] == model_of({name: before})[0]
