"""Answers to questions about one thing, each worked out once and kept with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, TypeVarTuple

Thing = TypeVar("Thing")
Asked = TypeVarTuple("Asked")
Answer = TypeVar("Answer")


class Answers(dict[object, Any]):
    """What is known of a thing; a question is a function of it and of what else is asked, and each
    gives its own type of answer."""

    __slots__ = ()

    def to(
        self, question: Callable[[Thing, *Asked], Answer], thing: Thing, *asked: *Asked
    ) -> Answer:
        """The answer, worked out the first time."""
        key = (question, *asked)
        if key not in self:
            self[key] = question(thing, *asked)
        answer: Answer = self[key]
        return answer

    def has(self, question: Callable[..., object], *asked: object) -> bool:
        """Whether it is known already."""
        return (question, *asked) in self
