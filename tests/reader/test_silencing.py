"""Silencing comments: which are found, and which element each speaks for."""

from __future__ import annotations

import pytest

from govchain.findings import Place

from .saying import HEAD, STEPS, lines, read, said

NOTE = "# govchain: allow missing-link -- 国垂系统，2027 年开放"


def spans(text: str) -> list[tuple[str, str, str]]:
    """Rule, first and last spot of each comment that silences."""
    return [(allow.rule, spot(allow.first), spot(allow.last)) for allow in read(text).allows]


def spot(place: Place | None) -> str:
    return f"{place.line}:{place.column}" if place else "-"


def test_at_the_end_of_the_line_where_an_item_begins() -> None:
    text = HEAD + f"steps:\n  - id: a  {NOTE}\n    kind: fee\n  - id: b\n    kind: fee\n"
    assert spans(text) == [("missing-link", "4:5", "5:13")]


def test_alone_on_the_line_above() -> None:
    text = HEAD + f"steps:\n  {NOTE}\n  - id: a\n    kind: fee\n  - {{id: b, kind: fee}}\n"
    assert spans(text) == [("missing-link", "5:5", "6:13")]


def test_several_comments_above_one_element() -> None:
    other = NOTE.replace("missing-link", "no-source")
    text = HEAD + f"steps:\n  {NOTE}\n  # why\n  {other}\n  - {{id: a, kind: fee}}\n"
    assert spans(text) == [("missing-link", "7:5", "7:22"), ("no-source", "7:5", "7:22")]


def test_the_first_line_speaks_for_the_whole_document() -> None:
    text = f"matter: birth {NOTE}\ndepartment: police\n" + STEPS
    [(_, first, last)] = spans(text)
    assert (first, last) == ("1:1", "5:65")


def test_an_entry_of_a_section() -> None:
    text = f"data:\n  a:  {NOTE}\n    name: x\n  b: {{}}\n"
    assert spans(text) == [("missing-link", "2:3", "3:11")]


def test_the_outermost_of_several_on_one_line() -> None:
    text = HEAD + "materials: [{name: a}, {name: b}]" + f"  {NOTE}\n" + STEPS
    assert spans(text) == [("missing-link", "3:1", "3:33")]


def test_what_is_covered() -> None:
    text = HEAD + f"steps:\n  - id: a  {NOTE}\n    kind: fee\n  - {{id: b, kind: fee}}\n"
    [allow] = read(text).allows
    assert allow.covers(Place("m.yaml", 4, 5))
    assert allow.covers(Place("m.yaml", 5, 11))
    assert not allow.covers(Place("m.yaml", 6, 5))
    assert not allow.covers(Place("n.yaml", 4, 5))
    assert allow.reason == "国垂系统，2027 年开放"
    assert allow.place == Place("m.yaml", 4, 12)


def test_nothing_below_is_no_element() -> None:
    assert spans(HEAD + STEPS + NOTE + "\n") == [("missing-link", "-", "-")]
    assert spans(HEAD + STEPS.replace("\n", f"\n{NOTE}\n\n", 1)) == [("missing-link", "-", "-")]


@pytest.mark.parametrize(
    "value",
    [
        f'"{NOTE}"',
        f"'x {NOTE}'",
        f"|\n  x\n  {NOTE}",
        f">-\n  {NOTE}\n  x",
        f'"x\n  {NOTE}\n  y"',
        "x#govchain:allow a -- b",
    ],
)
def test_a_text_is_no_comment(value: str) -> None:
    reading = read(HEAD + f"name: {value}\n" + STEPS)
    assert reading.allows == ()
    assert reading.troubles == ()


def test_a_comment_after_a_block_of_text() -> None:
    text = HEAD + f"name: |\n  x\n{NOTE}\n" + STEPS
    assert spans(text) == [("missing-link", "6:1", "8:65")]


def test_a_comment_after_a_quoted_mark() -> None:
    text = HEAD + f'name: "a # b" {NOTE}\n' + STEPS
    assert spans(text) == [("missing-link", "3:1", "3:13")]


@pytest.mark.parametrize("words", ["allow missing-link", "allow missing-link --", "allow x -- "])
def test_without_a_reason_it_silences_nothing(words: str) -> None:
    reading = read(HEAD + f"name: a # govchain: {words}\n" + STEPS)
    assert reading.allows == ()
    [trouble] = reading.troubles
    assert (trouble.rule, trouble.place.line, trouble.place.column) == ("bad-value", 3, 9)
    assert "gives no reason" in said(trouble)


def test_what_says_nothing_known_is_reported() -> None:
    text = HEAD + "name: a # govchain: ignore x\n" + STEPS
    assert lines(read(text)) == ["3:9 bad-value allow"]


def test_beyond_a_broken_spot_nothing_is_said() -> None:
    text = HEAD + STEPS + f'---\n{NOTE}\nname: "x\n'
    assert read(text).allows == ()
