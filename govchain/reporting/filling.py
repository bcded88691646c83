"""Facts in words: how a name, a number, a list or a word of the program is written for people."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import cache
from typing import NamedTuple

from govchain.findings import Fact, Facts, Named
from govchain.model.characters import inside_quotes, one_line
from govchain.model.duration import parse_duration
from govchain.model.figures import figure
from govchain.reporting.bounds import MOST_VALUES, shortened
from govchain.reporting.words import FACT_WORDS, FIGURES, MOST_LISTED, Words, noted

_PLACEHOLDER = re.compile(r"\{\{|\}\}|(“?)\{([a-z_]++)\}(”?)")
_ONE_IS_ENOUGH = "data"
"""The fact whose several values are alternatives of which one is enough."""
_ROUND = "cycle"
"""The fact whose values follow one another in a circle."""
_WAYS = frozenset({"handed_on", "reached_at"})
"""The facts whose values follow one another on a way, of which the first are told."""
NOBODY = noted("no department")
_SAID_AS = {
    "until": noted("until {fact}"),
    "repealed_by": noted("ended by {fact}"),
    "visits": noted("visits: {fact}"),
}
"""What a value among others that tell a thing apart does not say by itself."""
_LASTING = frozenset({"extension", "promised_limit", "statutory_limit", "takes"})
"""The facts that are a length of time, as it is written: `20d`."""


def fill(template: str, facts: Facts, words: Words) -> str:
    """The template with every placeholder that a fact answers filled; {{ }} stand for braces.

    Steps of one name that it speaks of together are told apart, the first of many: by the matters
    that they are written in, else by their ids.
    """
    parts, names = _parsed(template)
    said: Facts = {name: facts[name] for name in names if name in facts}
    if _steps_in(said.values()):
        said = _with_steps_told_apart(said, facts, words)
    texts = {name: texts_of(name, fact, words) for name, fact in said.items()}
    filled = [part if isinstance(part, str) else part.filled(texts, words) for part in parts]
    return _spaced(filled) if words.language == "zh" else "".join(filled)


_HAN = re.compile("[\u4e00-\u9fff]")


def _spaced(parts: Sequence[str]) -> str:
    """In one text; between Chinese and a number that was filled in stands a space: 跑 3 次."""
    told = ""
    for part in filter(None, parts):
        sides = told[-1:], part[0]
        is_number = [side.isdigit() for side in sides]
        is_han = [bool(_HAN.match(side)) for side in sides]
        told += " " * ((is_number[0] and is_han[1]) or (is_han[0] and is_number[1])) + part
    return told


class _Blank(NamedTuple):
    """A placeholder as written, the name of the fact in it, and the quotes around it."""

    written: str
    before: str
    name: str
    after: str

    def filled(self, texts: Mapping[str, Sequence[str]], words: Words) -> str:
        """What the fact says; where there is none, the placeholder stays."""
        told = texts.get(self.name)
        if told is None:
            return self.written
        if self.before and self.after:  # Chinese quotes go round each of several names
            return joined(self.name, [_quoted(text) for text in told], words)
        return self.before + joined(self.name, told, words) + self.after


def _quoted(text: str) -> str:
    """In Chinese quotes; those within it (残疾人服务“一件事”) are single ones."""
    return f"“{inside_quotes(text)}”"


class _Template(NamedTuple):
    """What a template says and leaves blank, in turn, and the names of the facts in its blanks."""

    parts: tuple[str | _Blank, ...]
    names: tuple[str, ...]


@cache
def _parsed(template: str) -> _Template:
    """The parts of a template: rules have few, and fill them often."""
    parts: list[str | _Blank] = []
    end = 0
    for match in _PLACEHOLDER.finditer(template):
        before, name, after = match.groups()
        blank = match[0][0] if name is None else _Blank(match[0], before, name, after)
        parts += [template[end : match.start()], blank]
        end = match.end()
    parts.append(template[end:])
    names = dict.fromkeys(part.name for part in parts if isinstance(part, _Blank))
    return _Template(tuple(filter(None, parts)), tuple(names))


def _steps_in(facts: Iterable[Fact]) -> list[Named]:
    """The steps that the facts name, of many values of one fact the first."""
    found: list[Named] = []
    for fact in facts:
        if isinstance(fact, str):
            continue
        if isinstance(fact, Named):
            found += [fact] if fact.kind else []
        elif isinstance(fact, tuple):
            found += _steps_in(fact[:MOST_VALUES])
        elif isinstance(fact, Mapping):
            found += _steps_in(fact.values())
    return found


def _with_steps_told_apart(said: Facts, facts: Facts, words: Words) -> Facts:
    """What is said; where another step in the facts is called the same, what tells steps apart."""
    steps = {step.id: step for step in _steps_in(facts.values())}
    called = {id: step.name or words.kind(step.kind) for id, step in steps.items()}
    names = Counter(called.values())
    if len(names) == len(called):
        return said
    places = Counter((called[id], step.within) for id, step in steps.items())
    alike = [id for id in steps if names[called[id]] > 1]
    by_matter = {id for id in alike if places[called[id], steps[id].within] == 1}
    told = {
        id: _in_matter(called[id], steps[id].within, words)
        if id in by_matter
        else f"{called[id]} {id}"
        for id in alike
    }
    return {name: _told_apart(fact, told, by_matter) for name, fact in said.items()}


def _in_matter(name: str, matter: str, words: Words) -> str:
    matter = shortened(one_line(matter))
    return words.told_apart([name, matter] if matter else [name])


def _told_apart(fact: Fact, told: Mapping[str, str], by_matter: Set[str]) -> Fact:
    """The fact, with what tells steps apart; not the matter once more where that is said."""
    match fact:
        case Named(id, _, kind) if kind and id in told:
            return Named(id, told[id], kind)
        case tuple():
            return tuple(_told_apart(part, told, by_matter) for part in fact)
        case Mapping():
            if isinstance(fact.get("matter"), Named):
                told = {id: text for id, text in told.items() if id not in by_matter}
            return {name: _told_apart(part, told, by_matter) for name, part in fact.items()}
        case _:
            return fact


def texts_of(name: str, fact: Fact, words: Words) -> list[str]:
    """What a fact says, each of several values for itself."""
    if isinstance(fact, tuple):
        return [text for part in fact for text in texts_of(name, part, words)]
    return [text_of(name, fact, words)]


def joined(name: str, texts: Sequence[str], words: Words) -> str:
    """Several values of one fact in one breath."""
    if len(texts) == 1:
        return texts[0]
    if name == _ROUND:
        return " → ".join(texts)
    if name in _WAYS:
        return " → ".join([*texts[:MOST_LISTED], *(["…"] if len(texts) > MOST_LISTED else [])])
    return words.listed(texts, "or" if name == _ONE_IS_ENOUGH else "and")


def text_of(name: str, fact: Fact, words: Words) -> str:
    """What one value of a fact says."""
    match fact:
        case Named():
            return name_of(fact, words)
        case str() if name in _LASTING and (duration := parse_duration(fact)):
            return words.duration(duration)
        case str():
            return words.word(FACT_WORDS.get(name, {}), shortened(one_line(fact)))
        case None:
            return ""
        case bool():
            return words.say("yes") if fact else words.say("no")
        case int() | float():
            return figure(fact)
        case {"made": made, "required": required}:
            return words.say(
                "{made} is made only once {required} is there",
                made=text_of("made", made, words),
                required=text_of("required", required, words),
            )
        case {"figure": str(kind), "today": today, "goal": goal, "by": by}:
            return words.say(
                "{today} instead of {goal} (by {date})",
                today=_amount(kind, today, words),
                goal=text_of("goal", goal, words),
                date=by,
            )
        case Mapping():
            said = [(key, text) for key in fact for text in texts_of(key, fact[key], words) if text]
            return words.told_apart(
                [
                    words.say(_SAID_AS[key], fact=text) if key in _SAID_AS else text
                    for key, text in said
                ]
            )
        case _:
            return words.listed(texts_of(name, fact, words))


def _amount(kind: str, number: Fact, words: Words) -> str:
    """A figure with what it counts; how satisfied people are, as it was written."""
    if isinstance(number, int | float):
        return words.count(*FIGURES[kind], number)
    return words.say("satisfaction of {n}", n=number)


def name_of(named: Named, words: Words) -> str:
    """What people call it; what is called nothing, by its kind or its id."""
    name = shortened(one_line(named.name)) or words.kind(named.kind) or named.id
    return words.reserved(name) or words.say(NOBODY)
