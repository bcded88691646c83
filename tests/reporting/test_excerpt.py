"""The caret stands under the word it means, whatever is before it."""

from __future__ import annotations

from govchain.reporting.excerpt import excerpt
from govchain.reporting.widths import padded, width_of, wrapped


def test_a_caret_stands_under_its_word() -> None:
    shown, carets = excerpt("  - {name: x, data: birth}", 21)
    assert shown[carets.index("^") : carets.rindex("^") + 1] == "birth"


def test_chinese_before_and_in_the_word_counts_two_cells() -> None:
    line = "  - {名称: 出生医学证明, 数据: 出生}"
    shown, carets = excerpt(line, line.index("出生}") + 1)
    assert shown == line
    assert carets.index("^") == width_of("  - {名称: 出生医学证明, 数据: ")
    assert carets.count("^") == 4


def test_a_tab_is_shown_as_spaces() -> None:
    shown, carets = excerpt("\tkey: value", 2)
    assert shown == "    key: value"
    assert carets == "    ^^^"


def test_a_place_past_the_end_of_the_line_has_a_caret() -> None:
    assert excerpt("ab", 3) == ("ab", "  ^")
    assert excerpt("", 1) == ("", "^")


def test_a_long_line_is_cut_around_the_word_and_says_so() -> None:
    line = "a" * 50 + " 名称 " + "b" * 50
    shown, carets = excerpt(line, 52, 40)
    assert width_of(shown) <= 40
    assert shown.startswith("…")
    assert shown.endswith("…")
    assert carets.index("^") == width_of(shown[: shown.index("名称")])


def test_a_line_is_whole_where_nothing_limits_it() -> None:
    line = "x" * 500
    assert excerpt(line, 1) == (line, "^" * 500)


def test_unseen_characters_cannot_move_the_cursor() -> None:
    assert excerpt("a\x1b[2Jb", 1)[0] == "a·[2Jb"


def test_chinese_text_wraps_without_a_closing_mark_at_the_head() -> None:
    lines = wrapped("由公安局申请共享，卫生健康委按时答复并开通链路。", 18, "  ")
    assert all(width_of(line) <= 20 for line in lines)
    assert not any(line.strip()[0] in "，。" for line in lines)
    assert "".join(line.strip() for line in lines) == (
        "由公安局申请共享，卫生健康委按时答复并开通链路。"
    )


def test_a_path_is_never_torn_apart() -> None:
    path = "matters/person/a-very-long-name-of-a-file.yaml:31:14"
    assert path in wrapped(f"see {path}", 20)


def test_padding_counts_cells() -> None:
    assert width_of(padded("公安局", 10)) == 10
