"""What nobody sees is shown; what is seen by what it does stays."""

from __future__ import annotations

import unicodedata

import pytest

from govchain.drawing.ink.lettering import clean
from govchain.model.characters import one_line, without_unseen
from govchain.reporting.json_text import json_text
from govchain.reporting.places import visible

SEEN_FORMATS = {
    *range(0x0600, 0x0606), 0x06DD, 0x070F, 0x0890, 0x0891, 0x08E2, 0x110BD, 0x110CD,
    *range(0x13430, 0x13440),
}  # fmt: skip
"""Signs that are drawn around or before what follows them, though Unicode calls them format."""
FILLERS = "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u3164\ufe00\ufe0f\uffa0\U000e0100"
"""Unseen, though Unicode calls them letters and marks."""

KEPT = [
    "葛\U000e0100城区",  # a form of the ideograph, as in names of people and places
    "㐂\ufe00", "〇\ufe00", "\U00020bb7\U000e0101",
    "☎\ufe0f 12345", "①\ufe0f", "1\ufe0f\u20e3",
    "👨\u200d👩\u200d👧", "❤\ufe0f\u200d🔥",
    "می\u200cخواهم", "क्\u200dष", "ᠠ\u180b", "\u1820\u200d",
    "é", "e\u0301", "\u3000全角", "a\u00a0b",
]  # fmt: skip
SHOWN = [
    ("\ufeff名称", r"\ufeff名称"),
    ("名\u200b称", r"名\u200b称"),
    ("名\u200d称", r"名\u200d称"),
    ("a\u200cb", r"a\u200cb"),
    ("a\ufe0fb", r"a\ufe0fb"),
    ("1\ufe0f2", r"1\ufe0f2"),
    ("葛\U000e0100\U000e0101", r"葛" + "\U000e0100" + r"\U000e0101"),
    ("名\U000e0041\U000e007f", r"名\U000e0041\U000e007f"),
    ("a\u180bb", r"a\u180bb"),
    ("\u3164", r"\u3164"),
    ("a\u202eb\u2066c", r"a\u202eb\u2066c"),
    ("a\x1b[31m\x00\x85", r"a\x1b[31m\x00\x85"),
    ("\U0010fffe", r"\U0010fffe"),
]


def every_unseen() -> list[str]:
    formats = (
        chr(number)
        for number in range(0x110000)
        if unicodedata.category(chr(number)) == "Cf" and number not in SEEN_FORMATS
    )
    return [*formats, *FILLERS]


def test_whatever_is_drawn_as_nothing_is_shown() -> None:
    for character in every_unseen():
        name = f"a{character}b"
        assert visible(name).isascii(), repr(character)
        assert one_line(name) == without_unseen(name) == "a\ufffdb"
        assert clean(name) == "ab"


@pytest.mark.parametrize("name", KEPT, ids=ascii)
def test_what_is_seen_by_what_it_does_stays(name: str) -> None:
    assert visible(name) == one_line(name) == without_unseen(name) == name
    assert clean(name) == " ".join(name.split())


@pytest.mark.parametrize(("name", "shown"), SHOWN, ids=ascii)
def test_it_is_shown_by_its_number(name: str, shown: str) -> None:
    assert visible(name) == shown


def test_json_spells_it_in_its_own_way() -> None:
    told = json_text({"name": "\U000e0041名\ufeff\u3164"}, depth=0)
    assert told.strip() == r'{"name": "\udb40\udc41名\ufeff\u3164"}'
