"""The words of both languages: what a program calls `carried`, people call by a name of their own.

Fixed values of the language of definitions are spelled by `govchain.language`; every other
word and sentence is English here and Chinese in `govchain/locale` (gettext).
"""

from __future__ import annotations

import gettext
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path

from govchain.language.fixed_words import RESERVED_IDS, kind_in
from govchain.model.characters import inside_quotes
from govchain.model.duration import Duration
from govchain.model.figures import figure

LOCALES = Path(__file__).parent.parent / "locale"
DOMAIN = "govchain"


def noted(text: str) -> str:
    """Marks a text that is translated where it is used."""
    return text


SEVERITIES = {
    "error": noted("error"),
    "warning": noted("warning"),
    "advice": noted("advice"),
}
SUPPLIES = {
    "held": noted("held by the office itself"),
    "declared": noted("declared by the applicant"),
    "shared": noted("shared"),
    "carried": noted("carried by the applicant"),
    "missing": noted("missing"),
}
LEVERS = {
    "share": noted("share"),
    "cut": noted("cut"),
    "parallel": noted("run in parallel"),
    "merge": noted("merge"),
    "resequence": noted("resequence"),
    "convert": noted("let data do it"),
    "commit": noted("accept a promise"),
    "clarify": noted("clarify"),
}
FAMILIES = {
    "accountability": noted("accountability"),
    "approvals": noted("approvals"),
    "collaboration": noted("collaboration"),
    "definition": noted("definition"),
    "internal": noted("internal"),
    "resources": noted("resources and themes"),
    "service": noted("service"),
    "sharing": noted("data sharing"),
    "supervision": noted("supervision"),
}
SHORTCOMINGS = {
    "planned": noted("it is only planned"),
    "applied": noted("it was applied for and not answered"),
    "agreed": noted("it was agreed to and not opened"),
    "suspended": noted("it is suspended"),
    "not-yet": noted("it does not work yet"),
    "ended": noted("its term has ended"),
    "manual": noted("it is exchanged by hand"),
    "fields": noted("it lacks fields that are needed"),
    "update": noted("it is not updated often enough"),
}
"""Why a link is not usable (semantics.md 1.8)."""

APPLICANTS = {
    "person": noted("persons"),
    "entity": noted("firms and other bodies"),
    "both": noted("persons, firms and other bodies"),
}
"""Whom a matter serves."""

SHARING = {
    "unconditional": noted("shared unconditionally"),
    "conditional": noted("shared under conditions"),
    "restricted": noted("not shared"),
}
"""The classes of sharing of data."""

CHANNELS = {
    "online": noted("online"),
    "window": noted("at a window"),
    "mail": noted("by post"),
    "terminal": noted("at a terminal"),
    "phone": noted("by phone"),
}
"""How a step can be done."""

ORDERS = {
    "benefit": noted("by what mending saves"),
    "visits": noted("by visits saved"),
    "materials": noted("by papers saved"),
    "days": noted("by days saved"),
    "steps": noted("by steps saved"),
    "severity": noted("by severity"),
    "place": noted("by place"),
    "rule": noted("by rule"),
}
"""The orders in which findings are listed."""

REASONS = {
    "File exists": noted("File exists"),
    "File name too long": noted("File name too long"),
    "Is a directory": noted("Is a directory"),
    "No space left on device": noted("No space left on device"),
    "No such file or directory": noted("No such file or directory"),
    "Not a directory": noted("Not a directory"),
    "Permission denied": noted("Permission denied"),
    "Read-only file system": noted("Read-only file system"),
    "File too large": noted("File too large"),
    "Operation not permitted": noted("Operation not permitted"),
    "Input/output error": noted("Input/output error"),
    "Bad file descriptor": noted("Bad file descriptor"),
    "Device or resource busy": noted("Device or resource busy"),
    "Directory not empty": noted("Directory not empty"),
    "Disk quota exceeded": noted("Disk quota exceeded"),
    "Invalid argument": noted("Invalid argument"),
    "No such device or address": noted("No such device or address"),
    "Too many levels of symbolic links": noted("Too many levels of symbolic links"),
    "no ordinary file": noted("it is no ordinary file"),
    "too large": noted("it is too large: more than 20 MB"),
    "no file name": noted("that is no name of a file"),
    "no JSON": noted("it is no JSON"),
    "no schema": noted('its "schema" is another'),
    "no findings": noted('its "findings" are no list'),
    "no severity": noted('a finding of it has a "severity" that is none'),
    "no fingerprint": noted('a finding of it has no "fingerprint"'),
}
"""Why a file cannot be read or written: the system's words for it, and ours."""

GOALS = {
    "days": noted("working days of waiting"),
    "visits": noted("visits"),
    "materials": noted("papers"),
    "satisfaction": noted("satisfaction"),
}
"""What the goals of a theme are set in."""

STAGES = {
    "accept": noted("acceptance"),
    "review": noted("examination"),
    "approve": noted("approval"),
    "issue": noted("issuing"),
    "deliver": noted("delivery"),
}
"""The stages of a licence."""

POWERS = {
    "decision": noted("decision"),
    "execution": noted("execution"),
    "supervision": noted("supervision"),
}
"""The powers that a step may exercise (三权)."""

NUMBERS = {
    "citizen-id": noted("the identity number of the citizen"),
    "credit-code": noted("the unified social credit code"),
}
"""The numbers by which all offices know people and firms (一号)."""

FACT_WORDS: Mapping[str, Mapping[str, str]] = {
    "applicant": APPLICANTS,
    "figure": GOALS,
    "channels": CHANNELS,
    "common_numbers": NUMBERS,
    "lacking": STAGES,
    "power": POWERS,
    "powers": POWERS,
    "supply": SUPPLIES,
    "problem": REASONS,
    "reason": SHORTCOMINGS,
    "sharing": SHARING,
    "why": {**SHORTCOMINGS, **REASONS},
}
"""Facts whose values are words of the program, and what people call them."""

FIGURES = {
    "days": (noted("{n} working day of waiting"), noted("{n} working days of waiting")),
    "visits": (noted("{n} visit"), noted("{n} visits")),
    "materials": (noted("{n} paper"), noted("{n} papers")),
    "steps": (noted("{n} step"), noted("{n} steps")),
}
"""The figures of a benefit (四减), for one and for many."""

DURATIONS = {
    "d": (noted("{n} working day"), noted("{n} working days")),
    "cd": (noted("{n} calendar day"), noted("{n} calendar days")),
    "w": (noted("{n} week"), noted("{n} weeks")),
    "mo": (noted("{n} month"), noted("{n} months")),
    "y": (noted("{n} year"), noted("{n} years")),
    "h": (noted("{n} hour"), noted("{n} hours")),
    "min": (noted("{n} minute"), noted("{n} minutes")),
}
"""The units of time, for one and for many."""


MOST_LISTED = 20
"""How many things a sentence lists."""
_MORE = {"and": noted("{texts} and {n} more"), "or": noted("{texts} or one of {n} more")}


def _quoted_in(template: str, facts: Mapping[str, object]) -> dict[str, object]:
    """The facts, those that the template puts in Chinese quotes with single ones of their own."""
    return {
        name: inside_quotes(fact)
        if isinstance(fact, str) and "“" in fact and f"“{{{name}}}”" in template
        else fact
        for name, fact in facts.items()
    }


class Words:
    """One language, `en` or `zh`, and how it says things."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._translations = _translations(language)

    def say(self, text: str, /, **facts: object) -> str:
        """The text in this language, its `{placeholders}` filled."""
        spoken = self._translations.gettext(text) if text else ""
        return spoken.format(**_quoted_in(spoken, facts)) if facts else spoken

    def count(self, one: str, many: str, number: float) -> str:
        """A text that counts something, `{n}` being the number."""
        spoken = self._translations.ngettext(one, many, 1 if number == 1 else 2)
        return spoken.format(n=figure(number))

    def word(self, table: Mapping[str, str], key: str) -> str:
        """What people call a value of one of the tables; the value itself where none names it."""
        return self.say(table[key]) if key in table else key

    def kind(self, kind: str) -> str:
        """The kind of a step."""
        return kind_in(self.language, kind)

    def reserved(self, id: str) -> str:
        """`all` and `applicant`, or any other id as it is."""
        return RESERVED_IDS.get(id, id) if self.language == "zh" else id

    def duration(self, duration: Duration) -> str:
        """A length of time as it was written."""
        return self.count(*DURATIONS[duration.unit], duration.amount)

    def figures(self, amounts: Mapping[str, float]) -> list[str]:
        """The figures that are not nought, each with its unit: 42,000 visits."""
        return [
            self.count(*FIGURES[name], amounts[name])
            for name in ("visits", "materials", "days", "steps")
            if amounts.get(name)
        ]

    def listed(self, texts: Sequence[str], last: str = "and") -> str:
        """Several things in one breath: a, b and c; `last` is `and` or `or`.

        Of more than `MOST_LISTED` the first, and how many more there are.
        """
        if len(texts) > MOST_LISTED:
            first = self.listed(texts[:MOST_LISTED], last)
            return self.say(_MORE[last], texts=first, n=figure(len(texts) - MOST_LISTED))
        if self.language == "zh":
            return ("、" if last == "and" else "或").join(texts)
        *others, final = texts or ("",)
        return f"{', '.join(others)} {last} {final}" if others else final

    def told_apart(self, texts: Sequence[str]) -> str:
        """A thing and, in brackets, what tells it apart from its like: apply (births, police)."""
        thing, *marks = texts or ("",)
        if not marks:
            return thing
        is_chinese = self.language == "zh"
        return f"{thing}（{'、'.join(marks)}）" if is_chinese else f"{thing} ({', '.join(marks)})"

    def joined(self, clauses: Sequence[str]) -> str:
        """Clauses of one sentence."""
        return ("；" if self.language == "zh" else "; ").join(filter(None, clauses))

    def sentences(self, told: Iterable[str]) -> str:
        """One sentence after another."""
        return ("" if self.language == "zh" else " ").join(filter(None, told))


@cache
def words(language: str) -> Words:
    """The words of a language."""
    return Words(language)


def _translations(language: str) -> gettext.NullTranslations:
    if language != "zh":
        return gettext.NullTranslations()
    return gettext.translation(DOMAIN, str(LOCALES), ["zh_CN"])
