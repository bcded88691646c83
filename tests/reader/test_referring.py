"""What the table of words says refers is told where it names nothing, and taken out."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator, Mapping, Sequence

import pytest

from govchain.findings import Place
from govchain.language.forms import FORMS
from govchain.language.keywords import Form, Keyword, Shape
from govchain.reader.reading import read_texts

Entry = dict[str, object]

REGISTRY: dict[str, dict[str, Entry]] = {
    "departments": {"known": {}},
    "data": {"known": {"holder": "known"}},
    "criteria": {"known": {}},
    "themes": {"known": {"matters": "known"}},
}
SECTIONS = {"department": "departments", "data": "data", "criterion": "criteria", "theme": "themes"}
LISTS = {"link": "links", "collaboration": "collaborations"}
WHOLE: dict[str, Entry] = {
    "step": {"id": "s", "kind": "review"},
    "call": {"id": "s", "matter": "known"},
    "link": {"data": "known", "to": "known"},
    "collaboration": {"between": "known"},
    "theme": {"matters": "known"},
}
"""What an entry of the form must say besides."""

REFERRING = [(form, k) for form in FORMS.values() for k in form.keywords if k.section]


def documents_with(form: Form, entry: Entry) -> list[Mapping[str, object]]:
    """Documents in which the entry stands where entries of its form stand."""
    known: Entry = {"matter": "known", "steps": [{"id": "a", "kind": "review"}]}
    other: Entry = {"matter": "other", "steps": [{"id": "a", "kind": "review"}]}
    registry: dict[str, object] = dict(REGISTRY)
    if form.name == "matter":
        other |= entry
    elif form.name in ("step", "call"):
        other["steps"] = [entry]
    elif form.name == "material":
        other["materials"] = [entry]
    elif form.name == "need":
        other["steps"] = [{"id": "a", "kind": "review", "needs": [entry]}]
    elif form.name in LISTS:
        registry[LISTS[form.name]] = [entry]
    else:
        section = SECTIONS[form.name]
        registry[section] = REGISTRY[section] | {"other": entry}
    return [known, other, registry]


def read(form: Form, keyword: Keyword, *ids: str) -> tuple[Sequence[object], set[str]]:
    """The troubles of unknown ids, and all texts of the definitions."""
    value = ids[0] if keyword.shape is Shape.REF else list(ids)
    entry = {**WHOLE.get(form.name, {}), keyword.name: value}
    documents = documents_with(form, entry)
    reading = read_texts({"a.yaml": "\n---\n".join(json.dumps(d) for d in documents)})
    unknown = [t.facts["id"] for t in reading.troubles if t.rule == "unknown-reference"]
    return unknown, set(texts_in(reading.definitions))


def texts_in(value: object) -> Iterator[str]:
    """All texts of the nouns; places name files, not things."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from texts_in([*value, *value.values()])
    elif isinstance(value, list | tuple | set | frozenset):
        for part in value:
            yield from texts_in(part)
    elif dataclasses.is_dataclass(value) and not isinstance(value, Place):
        for field in dataclasses.fields(value):
            yield from texts_in(getattr(value, field.name))


@pytest.mark.parametrize(
    ("form", "keyword"), REFERRING, ids=lambda part: getattr(part, "name", None)
)
def test_what_names_nothing_is_told_and_taken_out(form: Form, keyword: Keyword) -> None:
    """A keyword that is added to the table is pruned because it stands there."""
    assert read(form, keyword, "nobody", "known")[0] == ["nobody"]
    assert "nobody" not in read(form, keyword, "nobody", "known")[1]
    assert read(form, keyword, "known")[0] == []


def test_the_table_says_what_refers() -> None:
    """Sections of the registry and matters; not what stands in the same matter or step."""
    assert {keyword.section for _, keyword in REFERRING} == {
        "departments", "data", "criteria", "matters",
    }  # fmt: skip
    assert not FORMS["step"].keyword("after").section
    assert not FORMS["step"].keyword("promised").section
