"""What the person at the terminal did that cannot be done, and what to do instead."""

from __future__ import annotations

from collections.abc import Iterable

from govchain.findings import Fact
from govchain.reporting.filling import fill
from govchain.reporting.words import Words


class WrongUse(Exception):
    """Exit status 2: a message and a hint, templates in English with the facts that fill them."""

    def __init__(self, message: str, hint: str = "", **facts: Fact) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.facts = facts

    def told(self, spoken: Words) -> str:
        """Both in the language, the hint on a line of its own."""
        lines = [spoken.say("error: {text}", text=self._filled(self.message, spoken))]
        if self.hint:
            lines.append(spoken.say("help: {text}", text=self._filled(self.hint, spoken)))
        return "\n".join(lines)

    def _filled(self, template: str, spoken: Words) -> str:
        return fill(spoken.say(template), self.facts, spoken)


def closest(wanted: str, known: Iterable[str]) -> str:
    """The known name that looks most like the wanted one; empty where none does."""
    import difflib

    return next(iter(difflib.get_close_matches(wanted, sorted(known), 1)), "")
