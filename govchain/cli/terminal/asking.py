"""Questions to whoever sits at the terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TypeVar

from govchain.cli.terminal.output import is_terminal, print_note
from govchain.cli.terminal.wrong_use import WrongUse
from govchain.reporting.places import visible
from govchain.reporting.words import Words

Answer = TypeVar("Answer")


def can_be_asked() -> bool:
    """Whether somebody sits there, who sees the question and can type the answer."""
    return is_terminal(sys.stdin) and is_terminal(sys.stderr)


class Asking:
    """Asks on stderr, in the language, until the answer means something."""

    def __init__(self, spoken: Words) -> None:
        self._spoken = spoken

    def must(self, question: str, means: Callable[[str], Answer], usual: str = "") -> Answer:
        """What the answer means; nothing typed is the usual answer."""
        while True:
            found = self._meant(self._typed(question, usual) or usual, means)
            if found is not None:
                return found

    def may(self, question: str, means: Callable[[str], Answer], usual: str = "") -> Answer | None:
        """The same; None where nothing is typed and there is no usual answer."""
        while True:
            typed = self._typed(question, usual) or usual
            found = self._meant(typed, means) if typed else None
            if found is not None or not typed:
                return found

    def _meant(self, typed: str, means: Callable[[str], Answer]) -> Answer | None:
        """What it means; None where it means nothing, which has been told."""
        try:
            return means(typed)
        except WrongUse as wrong:
            print_note(wrong.told(self._spoken))
            return None

    def _typed(self, question: str, usual: str) -> str:
        """A line. WrongUse where the questions are broken off."""
        if usual:
            question = self._spoken.say("{question} [{usual}]", question=question, usual=usual)
        sys.stderr.write(f"{visible(question)} ")
        sys.stderr.flush()
        try:
            line = sys.stdin.readline()
        except UnicodeDecodeError:
            line = "\ufffd\n"
        if not line:
            print_note("")
            raise WrongUse("the questions were broken off; nothing was written")
        return line.strip()
