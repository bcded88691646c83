"""What may be an id, and what of it two people might read differently."""

from __future__ import annotations

import pytest

from govchain.model.ids import composed, is_id

from .saying import HEAD, STEPS, lines, read, said


@pytest.mark.parametrize(
    "id_",
    [
        "a", "9", "PENDING_AT_CLERK", "form-7.b", "一网通办", "〇号窗口", "デジタル庁", "서울시",
        "संस्था", "สำนักงาน", "Ämter", "ведомство", "a" * 64, "ⅷ", "٣", "a-", "a..b",
        "\U00020000",
    ],
)  # fmt: skip
def test_what_is_an_id(id_: str) -> None:
    assert is_id(id_)
    reading = read(f"matter: {id_}\n{STEPS}")
    assert reading.troubles == ()
    assert list(reading.definitions.matters) == [id_]


@pytest.mark.parametrize(
    "id_",
    [
        "", "-a", "_a", ".a", "a b", "a|b", "a/b", "a,b", "a，b", "a、b", "a：b", "a#b", "a:b",
        "a@b", "a" * 65, "a\u200bb", "a\u200db", "a\ufe0f", "a\u3164", "a\u00adb", "a\u3000b",
        "①",
        "½", "a²", "📄", "a\nb", "a\u0301", "\u0e31a", "../x", "a\\b", "“a”",
    ],
)  # fmt: skip
def test_what_is_no_id(id_: str) -> None:
    assert not is_id(id_)


def test_an_id_with_a_mark_apart_is_told_how_to_be_written() -> None:
    apart = "e\u0301cole"
    [trouble] = read(f"matter: {apart}\n{STEPS}").troubles
    assert trouble.rule == "bad-value"
    assert said(trouble).endswith(f'write the letters and their marks as one: "{composed(apart)}"')
    assert is_id(composed(apart))


def test_a_reference_with_a_mark_apart_is_told_what_it_means() -> None:
    text = (
        f"matter: birth\ndepartment: e\u0301cole\n{STEPS}---\ndepartments: {{\u00e9cole: {{}}}}\n"
    )
    [trouble] = read(text).troubles
    assert said(trouble).endswith('did you mean "\u00e9cole" (m.yaml:7)?')


def test_an_id_of_bad_form_is_reported_once_and_kept() -> None:
    text = HEAD.replace("police", "_x") + STEPS + "---\ndepartments: {_x: {}}\n"
    reading = read(text)
    assert lines(reading) == ["7:15 bad-value departments._x"]
    assert reading.definitions.matters["birth"].department == "_x"
