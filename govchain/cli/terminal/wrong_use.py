"""What the person at the terminal did that cannot be done, and what to do instead."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from govchain.reporting.words import Words, noted

if TYPE_CHECKING:
    from govchain.findings import Fact

DID_YOU_MEAN = noted('did you mean "{suggestion}"?')
NO_FORMAT = noted('no format "{name}"')
NONE = noted("none is defined here")
ONE_OF = noted("use one of: {known}")
LISTED = 20
"""How many known names a hint lists at most."""


@dataclass(frozen=True, slots=True)
class Spelled:
    """What is spelled otherwise in Chinese than in English."""

    english: Fact
    chinese: Fact


class WrongUse(Exception):
    """Exit status 2: a message and a hint, templates in English with the facts that fill them.

    `option` is the one whose value it is, where the message speaks of a value.
    """

    option = ""

    def __init__(self, message: str, hint: str = "", **facts: Fact | Spelled) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.facts = facts

    def told(self, spoken: Words) -> str:
        """Both in the language, the hint on a line of its own."""
        text = self._filled(self.message, spoken)
        if self.option:
            text = spoken.say("{option}: {text}", option=self.option, text=text)
        lines = [spoken.say("error: {text}", text=text)]
        if self.hint:
            lines.append(spoken.say("hint: {text}", text=self._filled(self.hint, spoken)))
        return "\n".join(lines)

    def _filled(self, template: str, spoken: Words) -> str:
        from govchain.reporting.filling import fill

        facts = {name: _spelled(fact, spoken) for name, fact in self.facts.items()}
        return fill(spoken.say(template), facts, spoken)


def _spelled(fact: Fact | Spelled, spoken: Words) -> Fact:
    if isinstance(fact, Spelled):
        return fact.chinese if spoken.language == "zh" else fact.english
    return fact


def expect_one_of(
    message: str, name: str, known: Collection[str], hint: str = ONE_OF, **facts: Fact
) -> None:
    """WrongUse with the message where the name is not known: what may be meant, else the hint."""
    if name not in known:
        suggestion = closest(name, known)
        hint = DID_YOU_MEAN if suggestion else hint if known else NONE
        listed = tuple(sorted(known)[:LISTED])
        raise WrongUse(message, hint, name=name, suggestion=suggestion, known=listed, **facts)


def closest(wanted: str, known: Iterable[str]) -> str:
    """The known name that looks most like the wanted one, capitals aside; empty where none does."""
    import difflib

    folded = {name.casefold(): name for name in sorted(known, reverse=True)}
    near = difflib.get_close_matches(wanted.casefold(), folded, 1)
    return folded[near[0]] if near else ""
