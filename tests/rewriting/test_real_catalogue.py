"""The real catalogue, before reform and after, says the same in canonical order and in either
language: the same model, comments and analysis."""

from __future__ import annotations

import datetime
import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from govchain import pipeline
from govchain.reader.reading import read_texts
from tests.rewriting import saying
from tests.rewriting.saying import allowed_in, comments_of, model_of

HOME = Path(__file__).parents[2]
REGISTRY = "matters/registry"
CATALOGUES = {
    "before": ("matters",),
    "after": ("examples/after-reform/matters", "examples/after-reform/links", REGISTRY),
}
DATE = datetime.date(2026, 6, 1)

anew = cache(saying.anew)
"""Each text is written anew in a language once, however often it is compared."""


@cache
def texts_of(catalogue: str) -> dict[str, str]:
    files = (f for folder in CATALOGUES[catalogue] for f in (HOME / folder).rglob("*.yaml"))
    return {str(file.relative_to(HOME)): file.read_text("utf-8") for file in files}


def all_anew(texts: dict[str, str], keys: str | None) -> dict[str, str]:
    return {name: anew(text, keys) for name, text in texts.items()}


@cache
def analysis_of(catalogue: str, *keys: str | None) -> str:
    """All that is found, in order, as JSON; places aside. Rewritten so many times before."""
    texts = texts_of(catalogue)
    for language in keys:
        texts = all_anew(texts, language)
    report = pipeline.analyze(pipeline.compile_reading(read_texts(texts), DATE))
    return json.dumps(without_places(report.to_dict()), ensure_ascii=False, sort_keys=True)


def without_places(told: Any) -> Any:
    if isinstance(told, dict):
        return {k: without_places(v) for k, v in told.items() if k not in ("line", "column")}
    return [without_places(each) for each in told] if isinstance(told, list) else told


@pytest.mark.parametrize("catalogue", CATALOGUES)
@pytest.mark.parametrize("keys", [None, "zh", "en"])
def test_it_says_the_same(catalogue: str, keys: str | None) -> None:
    before = texts_of(catalogue)
    after = all_anew(before, keys)
    assert model_of(after) == model_of(before)
    for name, text in before.items():
        assert comments_of(after[name]) == comments_of(text)
        assert allowed_in(after[name]).keys() == allowed_in(text).keys()
        assert anew(after[name], keys) == after[name]
        assert anew(after[name]) == after[name]


@pytest.mark.parametrize("catalogue", CATALOGUES)
@pytest.mark.parametrize("keys", [(None,), ("zh",), ("en",), ("zh", "en")], ids=str)
def test_the_analysis_is_the_same(catalogue: str, keys: tuple[str | None, ...]) -> None:
    assert analysis_of(catalogue, *keys) == analysis_of(catalogue)


@pytest.mark.parametrize("catalogue", CATALOGUES)
def test_to_the_other_language_and_back(catalogue: str) -> None:
    for text in texts_of(catalogue).values():
        english, chinese = anew(text, "en"), anew(text, "zh")
        assert anew(chinese, "en") == english
        assert anew(english, "zh") == chinese
