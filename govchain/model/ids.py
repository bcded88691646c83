"""What may be an id: letters of any script and digits, `-`, `_` and `.` among them."""

from __future__ import annotations

import re
import unicodedata

from govchain.language.fixed_words import LONGEST_ID

_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*\Z")
_FIRST = frozenset({"Lu", "Ll", "Lt", "Lm", "Lo", "Nd", "Nl"})
"""Letters and digits, by the categories of Unicode; 〇 is of the last."""
_LATER = _FIRST | {"Mn", "Mc"}
"""Marks too: many scripts write vowels so."""
_UNSEEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
)
"""Letters and marks that nobody sees: two ids would look alike."""


def is_id(text: str) -> bool:
    """Whether the text has the form of an id."""
    if len(text) > LONGEST_ID:
        return False
    if text.isascii():
        return _PLAIN.match(text) is not None
    return (
        unicodedata.category(text[0]) in _FIRST
        and all(letter in "-_." or unicodedata.category(letter) in _LATER for letter in text)
        and not _UNSEEN.search(text)
        and unicodedata.is_normalized("NFC", text)
    )


def composed(text: str) -> str:
    """The text with each letter and its marks as one character where there is one (NFC).

    The same word can be written in several ways that look alike; an id is written in this one.
    """
    return unicodedata.normalize("NFC", text)
