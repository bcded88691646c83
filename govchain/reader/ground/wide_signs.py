"""Signs of full width, as a Chinese keyboard writes them, where half-width ones are meant."""

from __future__ import annotations

BRACKETS = {"【": "】", "［": "］", "〔": "〕", "｛": "｝", "（": "）"}
"""What people write for the brackets of a list or a mapping."""

_QUOTES = {"“": "”", "‘": "’", "「": "」", "『": "』", "《": "》", "＂": "＂", "＇": "＇"}
_ENCLOSING = "".join([*BRACKETS, *BRACKETS.values(), *_QUOTES, *_QUOTES.values()])
_HALF = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_HALF_IN_WORDS = {wide: half for wide, half in _HALF.items() if chr(half).isalnum() or half == 0x2D}


def half_width(text: str) -> str:
    """The text with its full-width digits, letters and signs in half width."""
    return text if text.isascii() else text.translate(_HALF).strip()


def bare(text: str) -> str:
    """The word without wide brackets and quotes around it, its letters and digits in half width."""
    return text if text.isascii() else text.strip(_ENCLOSING).translate(_HALF_IN_WORDS).strip()


def brackets_at_ends(text: str) -> str:
    """The wide brackets of which one opens the text or closes it, as a pair; empty if none.

    A word may well end with a pair of its own: `公章（旧）`.
    """
    for opening, closing in BRACKETS.items():
        begins, ends = text.startswith(opening), text.endswith(closing)
        if (begins and (ends or closing not in text)) or (ends and opening not in text):
            return opening + closing
    return ""
