"""Numbers and dates as people write them (95%, 80元, 2026年6月1日), and how they are written here.

Each function answers None where that is not clear.
"""

from __future__ import annotations

import datetime
import re
from fractions import Fraction

_NUMBER = re.compile(
    r"[约近¥￥]?+\s*+([0-9]{1,3}([,，][0-9]{3}){1,3}|[0-9]{1,12})(\.[0-9]{1,9})?\s*+([^\d\s.]{0,6})\Z"
)
_PERCENT = re.compile(r"([0-9]{1,3}(\.[0-9]{1,9})?)\s*+[%％]\Z")
_PLAIN_SHARE = re.compile(r"(0(\.[0-9]{1,9})?|1(\.0{1,9})?)\Z")
_DATE = re.compile(r"([0-9]{4})\s*+[年./-]\s*+([0-9]{1,2})\s*+[月./-]\s*+([0-9]{1,2})\s*+日?\Z")
_MULTIPLES = frozenset("%％十百千万亿")
_FREE = frozenset({"无", "免费", "不收费", "不收取", "none", "free", "no"})


def near_count(text: str) -> str | None:
    """1,000 or 9000件 → digits alone."""
    match = _NUMBER.match(text)
    if match is None or match[3] or not _MULTIPLES.isdisjoint(match[4]):
        return None
    return re.sub("[,，]", "", match[1])


def near_amount(text: str) -> str | None:
    """80元 or 免费 → yuan in digits."""
    if text in _FREE:
        return "0"
    match = _NUMBER.match(text)
    if match is None or match[4] not in ("", "元", "yuan", "RMB", "rmb", "CNY", "cny"):
        return None
    return re.sub("[,，]", "", match[1]) + (match[3] or "")


def near_share(text: str) -> str | None:
    """95% or 95 → a decimal of 1."""
    if _PLAIN_SHARE.match(text):
        return text
    match = _PERCENT.match(text) or re.match(r"([1-9][0-9]|100)\Z", text)
    share = Fraction(match[1]) / 100 if match else Fraction(2)
    return f"{float(share):g}" if share <= 1 else None


def near_date(text: str) -> str | None:
    """2026年6月1日, 2026/6/1 or 2026.6.1 → year-month-day."""
    match = _DATE.match(text)
    try:
        return str(datetime.date(*map(int, match.groups()))) if match else None
    except ValueError:
        return None  # a day that the calendar does not have
