"""docs/language.md says what the keyword table says, and its examples read without a finding."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from govchain.model import vocabulary
from govchain.model.vocabulary import Form
from govchain.reader.reading import read_texts

PAGE = (Path(__file__).parents[2] / "docs" / "language.md").read_text(encoding="utf-8")
FORMS = [value for value in vars(vocabulary).values() if isinstance(value, Form)]


def words_of(text: str) -> set[str]:
    return set(re.split(r"[\s,|:;()/{}`.*]+", text))


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_every_keyword_and_word_is_on_the_page(form: Form) -> None:
    known = words_of(PAGE)
    for keyword in form.keywords:
        assert {keyword.name, keyword.chinese} <= known, keyword.name
        for word, twin in keyword.words.items():
            assert word in known, word
            assert twin in known, twin


def test_the_smallest_definition_reads_without_a_finding() -> None:
    example = re.search(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    assert example is not None
    assert not read_texts({"example.yaml": example[1]}).troubles
