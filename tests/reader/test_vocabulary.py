"""The table of words is whole: it agrees with the nouns, and no spelling means two things."""

from __future__ import annotations

import dataclasses
import json

import jsonschema
import pytest

from govchain.language import matter, registry
from govchain.language.forms import FORMS
from govchain.language.keywords import Form, Keyword, Shape
from govchain.language.settings import LIMITS, SETTINGS
from govchain.model import nouns
from govchain.model.settings import Limits, Settings
from govchain.reader.reading import read_texts
from govchain.reporting.json_schema import language_schema

from .test_values import BOOK, FULL, WATER, in_chinese

NOUNS: dict[str, type] = {
    "matter": nouns.Matter,
    "time-limit": nouns.TimeLimit,
    "published": nouns.Published,
    "material": nouns.Material,
    "step": nouns.Step,
    "call": nouns.Call,
    "need": nouns.DataNeed,
    "fee": nouns.Fee,
    "department": nouns.Department,
    "data": nouns.Data,
    "criterion": nouns.Criterion,
    "link": nouns.Link,
    "collaboration": nouns.Collaboration,
    "theme": nouns.Theme,
    "goal": nouns.Goal,
}
ALTERNATIVES = {"data", "any"}

KEYWORDS = [(form, keyword) for form in FORMS.values() for keyword in form.keywords]


@pytest.mark.parametrize("form", NOUNS)
def test_every_keyword_has_its_attribute(form: str) -> None:
    fields = {field.name for field in dataclasses.fields(NOUNS[form])}
    for keyword in FORMS[form].keywords:
        is_alternative = form in {"material", "need"} and keyword.name in ALTERNATIVES
        assert is_alternative or keyword.attribute in fields, keyword.name


@pytest.mark.parametrize("form", FORMS)
def test_no_spelling_means_two_keywords(form: str) -> None:
    keywords = FORMS[form].keywords
    spellings = [word for keyword in keywords for word in {keyword.name, keyword.chinese}]
    assert len(spellings) == len(set(spellings))


@pytest.mark.parametrize(("form", "keyword"), KEYWORDS)
def test_words_are_told_apart_in_both_languages(form: object, keyword: Keyword) -> None:
    spellings = [*keyword.words, *keyword.words.values()]
    assert len(spellings) == len(set(spellings))
    assert all(
        keyword.meaning(spelling) == word
        for word, twin in keyword.words.items()
        for spelling in (word, twin)
    )


@pytest.mark.parametrize(("form", "keyword"), KEYWORDS)
def test_every_keyword_is_described(form: object, keyword: Keyword) -> None:
    assert keyword.about
    assert keyword.about_zh
    assert bool(keyword.words) or keyword.shape not in {Shape.WORD, Shape.WORDS}


@pytest.mark.parametrize("form", NOUNS)
def test_fixed_defaults_are_those_of_the_nouns(form: str) -> None:
    defaults = {field.name: field.default for field in dataclasses.fields(NOUNS[form])}
    for keyword in FORMS[form].keywords:
        if keyword.shape is Shape.WORD and keyword.default in keyword.words:
            assert defaults[keyword.attribute] == keyword.default
        if keyword.shape is Shape.COUNT and keyword.default:
            assert defaults[keyword.attribute] == int(keyword.default)
        if keyword.shape is Shape.YES_NO:
            assert defaults[keyword.attribute] is False


def test_settings_are_those_of_the_model() -> None:
    assert [setting.attribute for setting in SETTINGS] == [
        field.name for field in dataclasses.fields(Settings) if field.name != "file"
    ]
    assert {limit.attribute: int(limit.default) for limit in LIMITS} == dataclasses.asdict(Limits())


SCHEMA = jsonschema.Draft202012Validator(language_schema())


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(language_schema())


@pytest.mark.parametrize("name", ["matter", "registry"])
def test_the_schema_accepts_both_languages(name: str) -> None:
    value = FULL if name == "matter" else BOOK
    SCHEMA.validate(value)
    SCHEMA.validate(in_chinese(FORMS[name], value))
    SCHEMA.validate(WATER)


@pytest.mark.parametrize(
    "value",
    [
        {"matter": "m", "steps": [{"id": "a"}]},
        {"matter": "_m"},
        {"matter": "m m"},
        {"matter": "m|n"},
        {"matter": "m", "extra": "a"},
        {"matter": "m", "basis": [{"until": "2026-01-01"}]},
        {"matter": "m", "basis": {"provision": "a", "until": "2026"}},
        {"matter": "m", "joined": "all"},
        {"matter": "m", "materials": [{"any": {"x": 2}}]},
        {"matter": "m", "materials": [{"any": {}}]},
        {"matter": "m", "materials": [{"name": "a", "handling": "kept"}]},
        {"matter": "m", "steps": [{"id": "a", "kind": "revew"}]},
        {"matter": "m", "steps": [{"id": "a", "matter": "b", "kind": "fee"}]},
        {"matter": "m", "steps": [{"id": "a b", "kind": "fee"}]},
        {"matter": "m", "steps": [{"id": "a", "kind": "fee", "time": "5"}]},
        {"matter": "m", "steps": [{"id": "a", "kind": "fee"}], "satisfaction": 85},
        {"matter": "m", "steps": [{"id": "a", "kind": "fee"}], "foo": 1},
        {"data": {"all": {}}},
        {"links": [{"data": "x"}]},
        {"foo": 1},
        ["a"],
        "a",
    ],
)
def test_the_schema_refuses_what_the_reader_refuses(value: object) -> None:
    assert not SCHEMA.is_valid(value)


@pytest.mark.parametrize(
    "value",
    [
        {"matter": "m"},
        {"matter": "m", "steps": []},
        {"matter": "PENDING_AT_CLERK.2"},
        {"matter": "デジタル庁"},
        {"matter": "संस्था"},
        {"matter": "m", "time-limit": {"promised": "即办", "statutory": "2周", "extension": "1y"}},
        {"matter": "m", "basis": {"条款": "a", "有效至": "2026-01-01", "废止依据": "b"}},
        {"matter": "m", "extra": {"a": [1, {"b": None}]}},
        {"matter": "m", "materials": [{"any": "x"}, {"any": {"x": 0.5, "y": "0.5"}}]},
    ],
)
def test_the_schema_accepts_what_the_reader_accepts(value: object) -> None:
    SCHEMA.validate(value)
    assert not {trouble.rule for trouble in read_texts({"m.yaml": json.dumps(value)}).troubles} - {
        "unknown-reference"
    }


@pytest.mark.parametrize("value", [None, {"data": None}, {"data": {"x": None}}, {"links": None}])
def test_the_schema_accepts_what_may_be_empty(value: object) -> None:
    SCHEMA.validate(value)


def test_every_form_is_among_all_forms() -> None:
    written = [value for room in (matter, registry) for value in vars(room).values()]
    assert {id(form) for form in written if isinstance(form, Form)} == set(map(id, FORMS.values()))
