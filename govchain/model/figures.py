"""The one way in which figures are rounded: for programs, and for people.

Half goes up, as everybody learned it, and what counts as half is what the figure reads as.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal
    from fractions import Fraction

DIGITS = 6
"""Figures for programs are rounded so that no sum shows the dust of floating point."""


def rounded(number: float) -> float:
    """Six digits, whole numbers as they are, and never minus zero."""
    return number if isinstance(number, int) else round(number, DIGITS) + 0.0


def figure(number: float) -> str:
    """A number as people write it: 42,000, 127.7, 4.25 or 0.03; below ten with two digits."""
    if not number % 1:
        return f"{number:,.0f}"
    text = f"{_half_up(number, 1 if abs(number) >= 10 else 2):,f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def in_full(number: Fraction) -> str:
    """A decimal with every digit that is written of it: two that differ never read the same."""
    from decimal import Decimal

    return f"{Decimal(number.numerator) / Decimal(number.denominator):f}"


def percent(share: float) -> str:
    """A share as a whole number of hundredths."""
    return f"{_half_up(share * 100, 0):f}"


def unbroken(text: str) -> str:
    """The text with each number bound to its unit by a space at which no line ends."""
    return re.sub(r"(?<=\d) (?=[^\W\d_])", "\u00a0", text)


def parts_a_number(text: str, position: int) -> bool:
    """A line that ended there would leave a number without its unit."""
    before = text[max(position - 2, 0) : position].rstrip(" ")
    after = text[position : position + 2].lstrip(" ")
    return before[-1:].isdecimal() and after[:1].isalpha()


_CIRCLED = "⓪①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿"


def circled(number: int) -> str:
    """The number of a place, as people mark it on paper: ③; beyond ㊿ in brackets."""
    return _CIRCLED[number] if number < len(_CIRCLED) else f"({number})"


def _half_up(number: float, digits: int) -> Decimal:
    from decimal import ROUND_HALF_UP, Decimal

    return Decimal(repr(rounded(number))).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
