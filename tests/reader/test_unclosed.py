"""What is opened and not closed is told where it is opened, and how to close it."""

from __future__ import annotations

import pytest

from govchain.findings import Trouble
from govchain.reader.reading import read_texts
from govchain.reader.text import documents

from .saying import said

CASES = {
    "brace at the end": ("departments: {a: {name: x}, b: ", "1:14", 'close it with "}"'),
    "brace and nothing": ("a: {", "1:4", 'close it with "}"'),
    "bracket and nothing": ("a: [", "1:4", 'close it with "]"'),
    "bracket at the end": ("matter: m\nbasis: [a, b\n", "2:8", 'close it with "]"'),
    "bracket before comments": ("basis: [a, b\n\n# end\n", "1:8", 'close it with "]"'),
    "the innermost of several": ("a: [{b: [c, d\n", "1:9", 'close it with "]"'),
    "brace after a comma": ("steps:\n  - {id: a,\n", "2:5", 'close it with "}"'),
    "brace after a key": ("steps:\n  - {id: a, kind\n", "2:5", 'close it with "}"'),
    "bracket before a document": ("basis: [a\n---\ndata: {}\n", "1:8", 'close it with "]"'),
    "bracket before an end": ("basis: [a\n...\n", "1:8", 'close it with "]"'),
    "bracket before a key": ("basis: [a, b\nname: x\n", "1:8", 'close it with "]"'),
    "brace before an item": ("a:\n  - {id: a\n  - {id: b}\n", "2:5", 'close it with "}"'),
    "bracket of several lines": ("a: [\n  {id: a},\n  {id: b}\nname: x\n", "1:4", "close it with"),
    "closed by another": ("a: [b, c}\nd: e\n", "1:4", 'close it with "]"'),
    "closed by a wide one": ("a: [b, c】\nd: e\n", "1:4", 'with "]", not "】"'),
    "closed by a wide brace": ("a: {b: c｝\nd: e\n", "1:4", 'with "}", not "｝"'),
    "quote at the end": ('name: "abc\nkind: x\n', "1:7", "close it"),
    "single quote at the end": ("name: 'abc\nkind: x\n", "1:7", "close it"),
    "quote in a bracket": ('a: [{id: a, name: "abc}]\n', "1:19", "close it"),
    "quote before a document": ('name: "abc\n---\ndata: {}\n', "1:7", "close it"),
    "quote closed by the next": ('name: "abc\nkind: "x"\n', "1:7", "closed only in line 2"),
    "quote in a brace closed by the next": (
        'a:\n  - {name: "abc}\n  - {name: "x"}\n', "2:12", "closed only in line 3",
    ),
    "text of a block not set in": ("name: |\nabc\nkind: x\n", "2:1", 'after "|" ends above'),
    "text of a block set out": ("name: >-\n  abc\n def\n", "3:2", 'after ">" ends above'),
    "blanks before a block": ("name: |\n      \n  abc\n", "3:3", 'after "|" ends above'),
    "text behind the mark": ("name: | abc\n  d\n", "1:9", 'behind "|"'),
    "sign behind the mark": ("name: >x\n  abc\n", "1:8", 'behind ">"'),
    "bracket that closes nothing": ("a: b\nc: [d]]\n", "2:7", "none is open"),
    "brace that closes nothing": ("a: b\n}\n", "2:1", "none is open"),
}  # fmt: skip


def trouble_of(text: str) -> Trouble:
    [trouble] = [t for t in read_texts({"m.yaml": text}).troubles if t.rule == "unreadable-file"]
    return trouble


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("has_c_parser", [True, False])
def test_what_is_not_closed(monkeypatch: pytest.MonkeyPatch, name: str, has_c_parser: bool) -> None:
    monkeypatch.setattr(documents, "HAS_C_PARSER", has_c_parser and documents.HAS_C_PARSER)
    text, place, words = CASES[name]
    trouble = trouble_of(text)
    assert f"{trouble.place.line}:{trouble.place.column}" == place
    assert words in said(trouble)


@pytest.mark.parametrize(
    "text",
    [
        "a: [\nb,\nc: [d, e: : f]\n]\n",
        "basis: {x: a，y: b}\n",
        "a: {b: [c, d], e: f: g}\n",
    ],
)
def test_what_is_wrong_inside_of_brackets_is_told_where_it_stands(text: str) -> None:
    assert "not closed" not in said(trouble_of(text))


@pytest.mark.parametrize("text", ["a: b\n? ", "&", "a: &x", "- !", "%", "a: *", "- - - [", '"'])
def test_the_place_is_in_the_text(text: str) -> None:
    for trouble in read_texts({"m.yaml": text}).troubles:
        lines = text.split("\n")
        assert 1 <= trouble.place.line <= len(lines)
        assert 1 <= trouble.place.column <= len(lines[trouble.place.line - 1]) + 1


LISTS = {
    "materials": "  - {name: a, data: d}\n",
    "steps": "  - id: a\n    kind: fee\n",
    "links": "  - {data: d, to: all}\n",
    "材料": "  - {名称: a, 数据: d}\n",
    "环节": "- {编号: a, 种类: 受理}\n",
}


@pytest.mark.parametrize("above", ["name: x\n", "basis: [a, b]\n", "redress: none\n# note\n\n"])
@pytest.mark.parametrize("key", LISTS)
def test_a_list_whose_key_is_missing_is_told_its_likely_key(key: str, above: str) -> None:
    text = f"matter: m\n{above}"
    trouble = trouble_of(text + LISTS[key])
    assert said(trouble) == (
        "a list begins here, and the line above is not the key that it belongs to; "
        f'write the key of the list above it, on a line of its own: "{key}:"'
    )
    assert trouble.place.line == text.count("\n") + 1
    mended = read_texts({"m.yaml": f"{text}{key}:\n{LISTS[key]}"})
    assert not [t for t in mended.troubles if t.rule == "unreadable-file"]


@pytest.mark.parametrize(
    "text",
    [
        "steps:\n  - id: a\n    name: b\n  - name: 审批: 终审\n",
        "steps:\n  - id: a\n    kind: apply\n - id: b\n",
        "steps:\n- id: a\n  name: b\n- name: 审批: 终审\n",
    ],
)
def test_a_list_that_has_its_key_is_not_told_to_lack_it(text: str) -> None:
    assert "a list begins here" not in said(trouble_of(f"matter: m\n{text}"))


def test_no_key_is_guessed_where_several_have_such_items() -> None:
    told = said(trouble_of("matter: m\nname: x\n  - {name: y}\n"))
    assert told.endswith("with nothing after the colon")


def test_items_of_one_list_in_two_columns_are_told_as_such() -> None:
    told = said(trouble_of("matter: m\nmaterials:\n  - {name: a}\n - {name: b}\n"))
    assert told.endswith("begin keys of one mapping and dashes of one list in the same column")
