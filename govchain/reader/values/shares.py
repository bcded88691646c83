"""Options with the share of cases of each: those of a fact, and alternatives of data."""

from __future__ import annotations

from fractions import Fraction

from govchain.model.figures import in_full
from govchain.model.ids import composed
from govchain.reader.ground.nodes import Node, Pairs
from govchain.reader.ground.notes import Label, Notes, Word, path
from govchain.reader.values.fields import read_text, report_empty
from govchain.reader.values.quantities import share_of

Shares = tuple[Fraction, ...]

_OPTION = Word("option")

_TOLERANCE = Fraction(1, 1_000_000)
"""How far shares may be from 1 in sum: thirds have no exact decimals."""


def read_shares(
    notes: Notes, where: str, label: Label, node: Pairs
) -> tuple[dict[str, Node], Shares | None]:
    """Each option with the node of its name, and their shares; None where one is wrong."""
    subject = path(where, label.name)
    losses = notes.losses
    options: dict[str, Node] = {}
    alike: set[str] = set()
    shares: list[Fraction] = []
    for option, value in node.entries:
        text = read_text(notes, subject, _OPTION, option)
        if text is not None and composed(text) in alike:
            report_option_twice(notes, subject, option, text)
        elif text is not None:
            alike.add(composed(text))
            options[text] = option
            shares += _share(notes, subject, text, value)
    if not options and notes.losses == losses:
        report_empty(notes, where, label, node)
    total = sum(shares, Fraction())
    if notes.losses == losses and abs(total - 1) > _TOLERANCE:
        _report_sum(notes, subject, node, total)
    return options, tuple(shares) if notes.losses == losses else None


def _share(notes: Notes, subject: str, option: str, value: Node) -> list[Fraction]:
    text = read_text(notes, subject, Word(option), value)
    share = None if text is None else share_of(notes, path(subject, option), value, text)
    return [] if share is None else [share]


def report_option_twice(notes: Notes, subject: str, node: Node, text: str) -> None:
    """Report an option that stands there already."""
    notes.report(
        "bad-value",
        subject,
        node,
        message='the option "{value}" stands twice',
        remedy="keep one of them",
        value=text,
    )


def _report_sum(notes: Notes, subject: str, node: Node, total: Fraction) -> None:
    notes.report(
        "bad-value",
        subject,
        node,
        message="the shares of the options add up to {sum}, not to 1",
        remedy="correct the shares, or leave all of them out",
        sum=in_full(total),
    )
