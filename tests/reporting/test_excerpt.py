"""The caret stands under the word it means, whatever is before it."""

from __future__ import annotations

import pytest

from govchain.findings import Place
from govchain.reader.reading import read_texts
from govchain.reporting.excerpt import MOST_ROWS, excerpt, line_at
from govchain.reporting.widths import fitted, padded, width_of, wrapped


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_line_is_the_one_that_yaml_numbers(end: str) -> None:
    text = end.join(["matter: m", "# x", "steps:", "  - {id: a, knd: fee}", ""])
    [trouble] = read_texts({"a.yaml": text}).troubles
    assert (trouble.place.line, trouble.place.column) == (4, 13)
    assert line_at(trouble.place, {"a.yaml": text}) == "  - {id: a, knd: fee}"
    allowed = text.replace("# x", "# govchain: allow unknown-key -- known")
    [allow] = read_texts({"a.yaml": allowed}).allows
    assert line_at(allow.place, {"a.yaml": allowed}) == "# govchain: allow unknown-key -- known"


def test_of_a_file_that_was_not_read_no_line_is_shown() -> None:
    assert line_at(Place("a.yaml", 1, 1), {}) is None
    assert line_at(Place("a.yaml", 1, 1), {"a.yaml": ""}) == ""


def one_row(line: str, column: int) -> tuple[str, str]:
    [row] = excerpt(line, column, 1000)
    return row


def test_a_caret_stands_under_its_word() -> None:
    shown, carets = one_row("  - {name: x, data: birth}", 21)
    assert shown[carets.index("^") : carets.rindex("^") + 1] == "birth"


def test_chinese_before_and_in_the_word_counts_two_cells() -> None:
    line = "  - {名称: 出生医学证明, 数据: 出生}"
    shown, carets = one_row(line, line.index("出生}") + 1)
    assert shown == line
    assert carets.index("^") == width_of("  - {名称: 出生医学证明, 数据: ")
    assert carets.count("^") == 4


def test_a_tab_is_shown_as_spaces() -> None:
    assert one_row("\tkey: value", 2) == ("    key: value", "    ^^^")


def test_a_place_past_the_end_of_the_line_has_a_caret() -> None:
    assert one_row("ab", 3) == ("ab", "  ^")
    assert one_row("", 1) == ("", "^")


def test_a_long_line_goes_on_in_the_next_row_with_the_caret_where_the_word_is() -> None:
    line = "名" * 15 + " 数据: x"
    rows = excerpt(line, 17, 30)
    assert rows == [("名" * 15, ""), (" 数据: x", " ^^^^")]
    assert "".join(shown for shown, _ in rows) == line


def test_a_word_in_two_rows_has_carets_under_both() -> None:
    assert excerpt("aaa bbbbbb", 5, 6) == [("aaa bb", "    ^^"), ("bbbb", "^^^^")]


def test_a_line_of_very_many_rows_is_cut_around_the_word_and_says_so() -> None:
    line = "a" * 5000 + " 名称 " + "b" * 5000
    rows = excerpt(line, 5002, 40)
    assert len(rows) <= MOST_ROWS + 1
    assert all(width_of(shown) <= 40 for shown, _ in rows)
    assert rows[0][0].startswith("…")
    assert rows[-1][0].endswith("…")
    [(shown, carets)] = [row for row in rows if row[1]]
    assert carets.index("^") == width_of(shown[: shown.index("名称")])


def test_unseen_characters_cannot_move_the_cursor() -> None:
    assert one_row("a\x1b[2Jb", 1)[0] == "a·[2Jb"


def test_chinese_text_wraps_without_a_closing_mark_at_the_head() -> None:
    lines = wrapped("由公安局申请共享，卫生健康委按时答复并开通链路。", 18, "  ")
    assert all(width_of(line) <= 20 for line in lines)
    assert not any(line.strip()[0] in "，。" for line in lines)
    assert "".join(line.strip() for line in lines) == (
        "由公安局申请共享，卫生健康委按时答复并开通链路。"
    )


def test_a_path_is_torn_apart_only_where_it_fills_more_than_a_line() -> None:
    path = "matters/family/newborn.yaml:12:5"
    assert wrapped(f"see {path}", 40) == [f"see {path}"]
    assert wrapped(f"see {path}", 34) == ["see", path]
    assert "".join(wrapped(f"see {path}", 20)) == f"see{path}"


def test_colours_take_no_room_and_nothing_is_lost_of_them() -> None:
    painted = "\x1b[1;31m错误\x1b[0m：公安局收取本部门已掌握的材料"
    lines = wrapped(painted, 20, "  ")
    assert all(width_of(line) <= 20 for line in lines)
    assert "".join(line.strip() for line in lines) == painted


def test_what_does_not_fit_goes_on_under_its_words() -> None:
    text = "short\n   = help: " + "word " * 12
    assert fitted(text, 40).splitlines() == [
        "short",
        "   = help: word word word word word word",
        "     word word word word word word",
    ]


def test_padding_counts_cells() -> None:
    assert width_of(padded("公安局", 10)) == 10


@pytest.mark.parametrize("command", ["##[add-mask]x", "##vso[task.complete]", "##teamcity[x]"])
def test_a_log_sees_no_command_in_it(command: str) -> None:
    for column in range(1, len(command)):
        rows = "".join(row for row, _ in excerpt(f"a: {command}", column, 80))
        assert "##" not in rows
