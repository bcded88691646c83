"""The facts of a matter (情形), each with its options and perhaps their shares."""

from __future__ import annotations

from fractions import Fraction

from govchain.model.nouns import CaseFact
from govchain.model.vocabulary import MATTER
from govchain.reader.fields import check_id, read_text, report_empty
from govchain.reader.nodes import Items, Lost, Node, Pairs, Scalar
from govchain.reader.notes import Notes, Word, path
from govchain.reader.quantities import share_of

_FACTS = MATTER.keyword("facts")
_FACT, _OPTION = Word("fact"), Word("option")

_TOLERANCE = Fraction(1, 1_000_000)
"""How far the shares of a fact may be from 1 in sum: thirds have no exact decimals."""


def read_facts(notes: Notes, node: Node) -> dict[str, CaseFact] | None:
    """The facts of a matter, each with its options; None where none of them could be read."""
    if isinstance(node, Scalar) and node.is_empty:
        return {}
    if isinstance(node, Lost):
        notes.loss()
        return None
    if not isinstance(node, Pairs):
        notes.report(
            "wrong-shape",
            _FACTS.name,
            node,
            message='"{key}" takes a mapping of facts to their options',
            remedy='write fact: [option, option], such as "married: [yes, no]"',
            key=notes.spelled(_FACTS),
        )
        return None
    facts: dict[str, CaseFact] = {}
    for key, value in node.entries:
        _read_fact(notes, key, value, facts)
    return facts


def _read_fact(notes: Notes, key: Node, value: Node, facts: dict[str, CaseFact]) -> None:
    id_ = read_text(notes, _FACTS.name, _FACT, key)
    if id_ is None:
        return
    subject = path(_FACTS.name, id_)
    check_id(notes, subject, key, id_)
    if id_ in facts:
        notes.report_same_id(subject, id_, (facts[id_].place, notes.place(key)))
        return
    fact = _fact_of(notes, _FACTS.name, id_, key, value)
    if fact is None:
        notes.lost_words.add(id_)
    else:
        facts[id_] = fact
        notes.options[id_] = frozenset(fact.options)


def _fact_of(notes: Notes, where: str, id_: str, key: Node, value: Node) -> CaseFact | None:
    if isinstance(value, Pairs):
        return _shared_fact(notes, path(where, id_), id_, key, value)
    losses = notes.losses
    nodes = value.nodes if isinstance(value, Items) else [value]
    options: dict[str, None] = {}
    for node in nodes:
        text = read_text(notes, where, Word(id_), node)
        if text in options:
            _report_option_twice(notes, path(where, id_), node, text)
        elif text is not None:
            options[text] = None
    if not options and notes.losses == losses:
        report_empty(notes, where, Word(id_), value)
    return CaseFact(id_, tuple(options), notes.place(key)) if options else None


def _report_option_twice(notes: Notes, subject: str, node: Node, text: str) -> None:
    notes.report(
        "bad-value",
        subject,
        node,
        message='the option "{value}" stands twice',
        remedy="keep one of them",
        value=text,
    )


def _shared_fact(notes: Notes, subject: str, id_: str, key: Node, node: Pairs) -> CaseFact | None:
    """A fact with the share of cases of each option; without shares where one is wrong."""
    losses = notes.losses
    shares: dict[str, Fraction | None] = {}
    for option, value in node.entries:
        text = read_text(notes, subject, _OPTION, option)
        if text is None:
            continue
        if text in shares:
            _report_option_twice(notes, subject, option, text)
            continue
        share = read_text(notes, subject, Word(text), value)
        shares[text] = None if share is None else share_of(notes, path(subject, text), value, share)
    if not shares:
        report_empty(notes, _FACTS.name, Word(id_), node)
        return None
    known = [share for share in shares.values() if share is not None]
    if notes.losses == losses and abs(sum(known, Fraction()) - 1) > _TOLERANCE:
        _report_sum(notes, subject, node, sum(known, Fraction()))
    is_whole = notes.losses == losses
    return CaseFact(id_, tuple(shares), notes.place(key), tuple(known) if is_whole else None)


def _report_sum(notes: Notes, subject: str, node: Node, total: Fraction) -> None:
    notes.report(
        "bad-value",
        subject,
        node,
        message="the shares of the options add up to {sum}, not to 1",
        remedy="correct the shares, or leave all of them out",
        sum=f"{float(total):g}",
    )
