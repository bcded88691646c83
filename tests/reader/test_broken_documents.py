"""A document that cannot be read leaves the others of its file readable."""

from __future__ import annotations

import pytest

from govchain.reader.text import documents, parsing

from .saying import HEAD, STEPS, lines, read, said

GOOD = HEAD + STEPS
OTHER = GOOD.replace("matter: birth", "matter: death")
BROKEN = {
    "colon": "matter: x\nname: a: b\n",
    "bracket not closed": "matter: x\nbasis: [a, b\n",
    "brace not closed": "matter: x\nsteps:\n  - {id: a,\n",
    "quote not closed": 'matter: x\nname: "abc\n',
    "wide colon": "matter：x\nname: y\n",
    "indentation": "matter: x\nsteps:\n  - id: a\n kind: fee\n",
    "too deep": "x: " + "[" * 101 + "]" * 101 + "\n",
}


@pytest.mark.parametrize("has_c_parser", [True, False])
@pytest.mark.parametrize("name", BROKEN)
def test_the_documents_around_are_read(
    monkeypatch: pytest.MonkeyPatch, name: str, has_c_parser: bool
) -> None:
    monkeypatch.setattr(documents, "HAS_C_PARSER", has_c_parser and documents.HAS_C_PARSER)
    reading = read(f"{GOOD}---\n{BROKEN[name]}---\n{OTHER}")
    assert [trouble.rule for trouble in reading.troubles] == ["unreadable-file"]
    assert set(reading.definitions.matters) == {"birth", "death"}
    assert reading.definitions.matters["death"].place.line == 7 + BROKEN[name].count("\n") + 1


def test_each_that_is_broken_is_told_at_its_place() -> None:
    text = "---\n".join(
        [BROKEN["colon"], GOOD, BROKEN["quote not closed"], "--- {a: b: c}\n", OTHER]
    )
    text = text.replace("---\n---", "---")
    reading = read(text)
    assert lines(reading) == [
        "2:8 unreadable-file m.yaml",
        "11:7 unreadable-file m.yaml",
        "12:5 unreadable-file m.yaml",
    ]
    assert set(reading.definitions.matters) == {"birth", "death"}


def test_an_id_of_what_is_lost_may_be_defined_there_and_no_other() -> None:
    text = GOOD.replace("police", "tax") + "---\ndepartments: {tax: {name: a: b}}\n---\n"
    assert lines(read(text + OTHER)) == ["7:28 unreadable-file m.yaml"]
    unknown = read(text + OTHER.replace("police", "polise"))
    assert said(unknown.troubles[1]).endswith('did you mean "police" (r.yaml:2)?')


def test_after_too_many_the_rest_is_let_be(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parsing, "MOST_BROKEN", 3)
    reading = read("---\n".join([BROKEN["colon"]] * 5 + [GOOD]))
    assert len(reading.troubles) == 3
    assert not reading.definitions.matters


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_places_are_those_of_the_file(end: str) -> None:
    text = f"{BROKEN['colon']}---\n{GOOD.replace('police', 'polise')}".replace("\n", end)
    assert lines(read(text)) == [
        "2:8 unreadable-file m.yaml",
        "5:13 unknown-reference department.polise",
    ]
