"""The facts of a matter (情形), each with its options and perhaps their shares."""

from __future__ import annotations

from dataclasses import replace

from govchain.language.matter import MATTER
from govchain.model.ids import composed
from govchain.model.nouns import CaseFact
from govchain.reader.ground.nodes import Items, Lost, Node, Pairs, Scalar
from govchain.reader.ground.notes import Notes, Word, path
from govchain.reader.values.fields import check_id, read_text, report_empty
from govchain.reader.values.lists import parts_of, report_one_value
from govchain.reader.values.shares import read_shares, report_option_twice

_FACTS = MATTER.keyword("facts")
_FACT = Word("fact")


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
    if "：" in id_ and isinstance(value, Scalar) and value.is_empty:
        report_empty(notes, _FACTS.name, Word(id_), value)
        notes.lost_words.update(id_.split("："))
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
        shared, shares = read_shares(notes, where, Word(id_), value)
        return CaseFact(id_, tuple(shared), notes.place(key), shares) if shared else None
    losses = notes.losses
    nodes = _options_in(notes, path(where, id_), value)
    options: dict[str, None] = {}
    alike: set[str] = set()
    for node in nodes:
        text = read_text(notes, where, Word(id_), node)
        if text is not None and composed(text) in alike:
            report_option_twice(notes, path(where, id_), node, text)
        elif text is not None:
            alike.add(composed(text))
            options[text] = None
    if not options and notes.losses == losses:
        report_empty(notes, where, Word(id_), value)
    return CaseFact(id_, tuple(options), notes.place(key)) if options else None


def _options_in(notes: Notes, subject: str, value: Node) -> list[Node]:
    """The options as they stand; a single one with commas in it was meant to be several."""
    nodes: list[Node] = value.nodes if isinstance(value, Items) else [value]
    if len(nodes) != 1 or not isinstance(nodes[0], Scalar) or not nodes[0].is_plain:
        return nodes
    only, parts = nodes[0], parts_of(nodes[0].text)
    if len(parts) < 2:
        return nodes
    report_one_value(notes, subject, only, parts)
    return [replace(only, text=part) for part in parts]
