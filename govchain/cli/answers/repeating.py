"""Who asks the same again gets the same answer, without anything being compiled or judged."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

import typer

from govchain.cli.desk.session import Session
from govchain.cli.terminal.output import print_content, print_note

if TYPE_CHECKING:
    from govchain.cli.answers.kept import Answer
    from govchain.cli.answers.question import Question, Stamp

_ASKED = "govchain.asked"
_ORDINARY = (0, 1)
"""How a command ends that could say all it had to say."""


@dataclass(frozen=True, slots=True)
class _Asked:
    session: Session
    context: typer.Context
    question: Question
    stamps: tuple[Stamp, ...]


def repeat_answer(session: Session, context: typer.Context, *, anew: bool) -> None:
    """Ends the command with the answer to the same question, where there is one; else the session
    takes down what it says, for the next time.

    Nothing of that where the answer is to be worked out anew.
    """
    if anew or os.environ.get("GOVCHAIN_NO_CACHE"):
        return
    from govchain.cli.answers.kept import kept_answer
    from govchain.cli.answers.question import question_of

    question = question_of(session, context)
    if question is None:
        return
    answer = kept_answer(question.key, question.places)
    if answer is not None:
        _tell(answer)
        raise typer.Exit(answer.status)
    stamps = question.stamps()
    if stamps is not None:
        context.meta[_ASKED] = _Asked(session, context, question, stamps)
        session.said = []


def _tell(answer: Answer) -> None:
    for note in answer.said:
        if note is None:
            print_content(answer.result)
        else:
            print_note(note)


def remember_answer(context: typer.Context, status: int) -> None:
    """Keeps the answer of a command that has ended so, where its question was noted and the files
    are as they were when it began."""
    asked = context.meta.pop(_ASKED, None)
    if not isinstance(asked, _Asked) or status not in _ORDINARY:
        return
    from govchain.cli.answers.kept import Answer, keep_answer
    from govchain.cli.answers.question import question_of
    from govchain.reader.text.documents import HAS_C_PARSER

    said = asked.session.said or []
    results = [each for each in said if not isinstance(each, str)]
    again = question_of(asked.session, asked.context)
    if again != asked.question or again.stamps() != asked.stamps:
        return
    if len(results) != 1 or not HAS_C_PARSER:  # that it is slow without one, Python itself says
        return
    notes = [each if isinstance(each, str) else None for each in said]
    keep_answer(again.key, again.places, Answer(status, notes, results[0]))
