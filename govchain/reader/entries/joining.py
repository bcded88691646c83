"""What the calls of a matter no longer ask for one by one (`joined`): held against the rest."""

from __future__ import annotations

from collections.abc import Sequence

from govchain.language.matter import MATTER
from govchain.model.nouns import Call, Step
from govchain.reader.ground.nodes import Node, scalars_in
from govchain.reader.ground.notes import Notes

_JOINED = MATTER.keyword("joined")
_NONE = "none"


def settle_joined(notes: Notes, words: tuple[str, ...], node: Node) -> tuple[str, ...]:
    """What is joined; `none` says that nothing is, and stands alone."""
    joined = tuple(word for word in words if word != _NONE)
    if joined and len(joined) < len(words):
        written = scalars_in(node).items()
        text, at = next((text, at) for text, at in written if _JOINED.meaning(text) == _NONE)
        notes.report(
            "bad-value",
            _JOINED.name,
            at,
            message='"{value}" stands beside others in "{key}"',
            remedy='leave "{value}" out, or all the others',
            value=text,
            key=notes.spelled(_JOINED),
        )
    return joined


def expect_calls(
    notes: Notes, joined: tuple[str, ...], node: Node, steps: Sequence[Step | Call]
) -> None:
    """Report what is joined though no matter is called: nothing is missed, as nothing is joined.

    A matter that is listed without steps may call some: of it nothing is said.
    """
    if not joined or not steps or any(isinstance(step, Call) for step in steps):
        return
    losses = notes.losses
    notes.report(
        "bad-value",
        _JOINED.name,
        node,
        message='"{key}" is for matters that call others, and this one calls none',
        remedy='leave it out, or call the matters that are joined with a step that has "{matter}"',
        key=notes.spelled(_JOINED),
        matter=notes.spelled(MATTER.keyword("matter")),
    )
    notes.losses = losses
