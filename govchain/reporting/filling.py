"""Facts in words: how a name, a number, a list or a word of the program is written for people."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from govchain.findings import Fact, Facts, Named
from govchain.model.characters import one_line
from govchain.model.figures import figure
from govchain.reporting.bounds import MOST_VALUES, shortened
from govchain.reporting.words import FACT_WORDS, Words, noted

_PLACEHOLDER = re.compile(r"\{\{|\}\}|(“?)\{([a-z_]++)\}(”?)")
_ONE_IS_ENOUGH = "data"
"""The fact whose several values are alternatives of which one is enough."""
_ROUND = "cycle"
"""The fact whose values follow one another in a circle."""
NOBODY = noted("no department")
_SAID_AS = {"until": noted("until {fact}"), "repealed_by": noted("ended by {fact}")}
"""What a value among others that tell a thing apart does not say by itself."""


def fill(template: str, facts: Facts, words: Words) -> str:
    """The template with every placeholder that a fact answers filled; {{ }} stand for braces.

    Steps of one name that it speaks of together are told apart by their ids, the first of many.
    """
    called = {step.id: step.name or words.kind(step.kind) for step in _steps_in(facts.values())}
    shared = {name for name, count in Counter(called.values()).items() if count > 1}

    def answer(match: re.Match[str]) -> str:
        before, name, after = match.groups()
        if name is None:
            return match[0][0]
        if name not in facts:
            return match[0]
        texts = texts_of(name, _told_apart(facts[name], called, shared), words)
        if before and after:  # Chinese quotes go round each of several names
            texts = [f"“{text}”" for text in texts]
            before = after = ""
        return before + joined(name, texts, words) + after

    return _PLACEHOLDER.sub(answer, template)


def _steps_in(facts: Iterable[Fact]) -> Iterator[Named]:
    for fact in facts:
        match fact:
            case Named(kind=kind):
                if kind:
                    yield fact
            case str():
                pass
            case tuple():
                yield from _steps_in(fact[:MOST_VALUES])
            case Mapping():
                yield from _steps_in(fact.values())


def _told_apart(fact: Fact, called: Mapping[str, str], shared: Set[str]) -> Fact:
    """The fact, with the ids of steps whose names others share."""
    match fact:
        case Named(id, _, kind) if kind and called.get(id) in shared:
            return Named(id, f"{called[id]} {id}", kind)
        case tuple():
            return tuple(_told_apart(part, called, shared) for part in fact)
        case Mapping():
            return {name: _told_apart(part, called, shared) for name, part in fact.items()}
        case _:
            return fact


def texts_of(name: str, fact: Fact, words: Words) -> list[str]:
    """What a fact says, each of several values for itself."""
    if isinstance(fact, tuple):
        return [text for part in fact for text in texts_of(name, part, words)]
    return [text_of(name, fact, words)]


def joined(name: str, texts: Sequence[str], words: Words) -> str:
    """Several values of one fact in one breath."""
    if name == _ROUND:
        return " → ".join(texts)
    return words.listed(texts, "or" if name == _ONE_IS_ENOUGH else "and")


def text_of(name: str, fact: Fact, words: Words) -> str:
    """What one value of a fact says."""
    match fact:
        case None:
            return ""
        case Named(id, title, kind):
            return words.reserved(
                shortened(one_line(title)) or words.kind(kind) or id
            ) or words.say(NOBODY)
        case bool():
            return words.say("yes") if fact else words.say("no")
        case int() | float():
            return figure(fact)
        case str():
            return words.word(FACT_WORDS.get(name, {}), shortened(one_line(fact)))
        case {"made": made, "required": required}:
            return words.say(
                "{made} is made only once {required} is there",
                made=text_of("made", made, words),
                required=text_of("required", required, words),
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
