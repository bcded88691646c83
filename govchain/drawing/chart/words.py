"""Says the fixed words of a picture, in English or Chinese; the table stands in `drawing/words`.

Words of the definition language itself (kinds of steps, levels …) come from its own table.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import TypeVar

from govchain.drawing.ink.lettering import listed
from govchain.drawing.words import catalogue, folded, steps
from govchain.model.duration import TICKS_PER_DAY, UNITS, Duration
from govchain.model.figures import figure

T = TypeVar("T")

_ENGLISH_AND_CHINESE = {**steps.WORDS, **folded.WORDS, **catalogue.WORDS}
_UNITS = {
    "d": ("working day", "工作日"),
    "cd": ("calendar day", "自然日"),
    "w": ("week", "周"),
    "mo": ("month", "个月"),
    "y": ("year", "年"),
    "h": ("hour", "小时"),
    "min": ("minute", "分钟"),
}


class Words:
    """The fixed words of one language: `zh…` is Chinese, anything else English."""

    def __init__(self, language: str) -> None:
        self.is_chinese = language.lower().startswith("zh")
        self.language = "zh" if self.is_chinese else "en"

    def __call__(self, key: str) -> str:
        """The word for a key of the table."""
        return _ENGLISH_AND_CHINESE[key][self.is_chinese]

    def of(self, table: Mapping[str, str], word: str) -> str:
        """A fixed word of the definition language; any other word as it is."""
        if word not in table:
            return word
        return table[word] if self.is_chinese else word.replace("-", " ")

    def small_number(self, number: int) -> str:
        """A small number of things as it is written in a sentence: 两, 四."""
        return "零一两三四五六七八九"[number] if self.is_chinese and number < 10 else f"{number}"

    def clauses(self, clauses: Iterable[str]) -> str:
        """Clauses of one sentence."""
        return ("；" if self.is_chinese else "; ").join(clauses)

    def label(self, word: str, value: str) -> str:
        """`word: value`, with the colon of the language."""
        return f"{word}：{value}" if self.is_chinese else f"{word}: {value}"

    def enumeration(self, items: Collection[T], say: Callable[[T], str] = str) -> str:
        """Several items in a row, as each is said."""
        return listed(items, say, "、" if self.is_chinese else ", ")

    def paper(self, name: str, form: str, copies: int) -> str:
        """A paper with its form and, where it is more than one, the number of copies."""
        is_noun = form.endswith("件")
        is_said = name.endswith(form) if is_noun else form in name
        form = "" if is_said else form
        number = f" ×{copies}" if copies > 1 else ""
        if self.is_chinese:
            told = form if is_noun or not form else self.in_brackets(form)
            return f"{name}{told}{number} 份" if number else f"{name}{told}"
        return name + (f" ({form}{number})" if form else number)

    def in_brackets(self, text: str) -> str:
        return f"（{text}）" if self.is_chinese else f" ({text})"

    def duration(self, duration: Duration) -> str:
        """A length of time as written: 5 working days, 1 小时; none at all is done at once."""
        if not duration.amount:
            return self("at-once")
        return self._amount(f"{duration.amount}", duration.unit)

    def days(self, ticks: int) -> str:
        """A length of time in working days."""
        return self.working_days(ticks / TICKS_PER_DAY)

    def working_days(self, days: float) -> str:
        """A number of working days, as figures are written everywhere."""
        return self._amount(figure(days), "d")

    def family(self, family: str) -> str:
        """What a family of rules is called; one that is not known by its own name."""
        key = f"family-{family}"
        return self(key) if key in _ENGLISH_AND_CHINESE else family

    def left_out(self, count: int) -> str:
        """How many steps are not told here."""
        if self.is_chinese:
            return f"… {count} 个环节"
        return f"… {count} step{'' if count == 1 else 's'}"

    def times(self, count: int) -> str:
        """How often somebody has to come in person."""
        if self.is_chinese:
            return f"{self('visit')} {count}"
        return f"{count} {self('visit')}{'' if count == 1 else 's'}"

    def counted(self, key: str, number: float) -> str:
        """What the table says of so many."""
        known = f"{key}-one" if number == 1 and f"{key}-one" in _ENGLISH_AND_CHINESE else key
        return self(known).format(n=figure(number))

    def short_time(self, ticks: int) -> str:
        """A length of time where room is scarce: less than a day in hours, less than an hour in
        minutes."""
        if 0 < ticks < UNITS["h"]:
            return self.counted("short-minutes", ticks / UNITS["min"])
        if 0 < ticks < UNITS["d"]:
            return self.counted("short-hours", ticks / UNITS["h"])
        return self.counted("short-days", ticks / UNITS["d"])

    def _amount(self, amount: str, unit: str) -> str:
        word = _UNITS[unit][self.is_chinese]
        if self.is_chinese:
            return f"{amount} {word}"
        return f"{amount} {word}" if amount == "1" else f"{amount} {word}s"
