"""The pages say what the keyword table says, and their examples read without a finding."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from govchain.language.forms import FORMS
from govchain.language.keywords import Form
from govchain.reader.reading import read_texts

DOCS = Path(__file__).parents[2] / "docs"
PAGES = {
    name: (DOCS / name).read_text(encoding="utf-8") for name in ("language.md", "language.zh.md")
}


def words_of(text: str) -> set[str]:
    return set(re.split(r"[\s,|:;()/{}`.*，。；：（）]+", text))


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("form", FORMS.values(), ids=lambda form: form.name)
def test_every_keyword_and_word_is_on_the_page(form: Form, page: str) -> None:
    known = words_of(PAGES[page])
    for keyword in form.keywords:
        assert {keyword.name, keyword.chinese} <= known, keyword.name
        for word, twin in keyword.words.items():
            assert word in known, word
            assert twin in known, twin


@pytest.mark.parametrize("page", PAGES)
def test_the_smallest_definition_reads_without_a_finding(page: str) -> None:
    example = re.search(r"```yaml\n(.*?)```", PAGES[page], re.DOTALL)
    assert example is not None
    assert not read_texts({"example.yaml": example[1]}).troubles
