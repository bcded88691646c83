"""Measuring, cutting and breaking text."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govchain.drawing.ink.lettering import MOST_MARKS, clean, clip, width_of, wrap
from tests.drawing.chains import HOSTILE

texts = st.one_of(st.text(max_size=60), st.sampled_from(HOSTILE))


def test_chinese_is_one_em_wide_and_latin_by_its_table() -> None:
    assert width_of("出生医学证明，", 10) == 70
    assert width_of("i", 1000) == 275
    assert width_of("W", 1000, bold=True) == 915
    assert width_of("é", 1000) == width_of("e", 1000)
    assert width_of("e\u0301", 1000) == width_of("e", 1000)


@given(texts, st.floats(0, 300), st.booleans())
def test_what_is_cut_fits(text: str, room: float, bold: bool) -> None:
    assert width_of(clip(text, room, 12, bold), 12, bold) <= room


@given(texts, st.integers(24, 300), st.integers(24, 300), st.integers(1, 6))
def test_wrapped_lines_fit_and_lose_nothing(text: str, first: int, rest: int, most: int) -> None:
    text = clean(text)
    lines = wrap(text, (first, rest), 12, most=most)
    assert len(lines) <= most
    for number, line in enumerate(lines):
        assert width_of(line, 12) <= (rest if number else first) + 1e-6
    if lines and not lines[-1].endswith("…"):
        assert "".join("".join(lines).split()) == "".join(text.split())


def test_no_line_begins_with_a_full_stop() -> None:
    lines = wrap("一二三四五。六七八九十", [60], 12)
    assert lines == ["一二三四", "五。六七八", "九十"]


def test_no_character_stands_alone_in_the_last_line() -> None:
    assert wrap("一二三四五六", [60], 12) == ["一二三四", "五六"]


def test_words_are_not_torn_where_they_need_not_be() -> None:
    assert wrap("missing link here", [60], 12) == ["missing", "link here"]


@given(texts)
def test_cleaned_text_is_xml_of_one_line(text: str) -> None:
    cleaned = clean(text)
    assert "\n" not in cleaned
    assert ET.fromstring(f"<t>{escape(cleaned)}</t>").text in (cleaned, None)


@pytest.mark.parametrize("mark", ["\u202e", "\u2067", "\u200f"])
def test_marks_that_turn_writing_around_are_taken_out(mark: str) -> None:
    assert mark not in clean(f"a{mark}b")


def test_marks_are_not_heaped_on_a_letter() -> None:
    assert clean("a" + 300 * "\u0301" + "b\u0323" + 9 * "\u20dd") == (
        "a" + MOST_MARKS * "\u0301" + "b\u0323" + (MOST_MARKS - 1) * "\u20dd"
    )
    vietnamese = 9 * "e\u0323\u0302"
    assert clean(vietnamese) == vietnamese


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("减少跑动和材料，另有 1 项没有列出", "1 项"),
        ("每件最多减少材料 10 份", "10 份"),
        ("mending spares 18 visits a year", "18 visits"),
        ("办理用时压缩至8.5个工作日以内", "8.5个"),
    ],
)
def test_no_line_ends_between_a_number_and_its_unit(text: str, kept: str) -> None:
    for room in range(60, 400):
        assert any(kept in line for line in wrap(text, [room], 12)), room
