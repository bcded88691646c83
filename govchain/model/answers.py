"""Answers to questions about one thing, each worked out once and kept with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, TypeVarTuple

Thing = TypeVar("Thing")
Asked = TypeVarTuple("Asked")
Answer = TypeVar("Answer")


class Answers:
    """What is known of a thing; a question is a function of it and of what else is asked."""

    __slots__ = ("_known",)

    def __init__(self) -> None:
        self._known: dict[object, Any] = {}  # each question gives its own type of answer

    def to(
        self, question: Callable[[Thing, *Asked], Answer], thing: Thing, *asked: *Asked
    ) -> Answer:
        """The answer, worked out the first time."""
        key = (question, *asked)
        if key not in self._known:
            self._known[key] = question(thing, *asked)
        answer: Answer = self._known[key]
        return answer

    def has(self, question: Callable[..., object], *asked: object) -> bool:
        """Whether it is known already."""
        return (question, *asked) in self._known
