"""Guards (`when`): in which cases something applies."""

from __future__ import annotations

from collections.abc import Mapping

from govchain.language.keywords import Keyword
from govchain.language.matter import MATTER
from govchain.model.nouns import CaseFact, Clause, Guard
from govchain.reader.ground.nodes import Items, Lost, Node, Pairs, Scalar
from govchain.reader.ground.notes import Notes, Word, listed, path, spot
from govchain.reader.values.fields import read_text, report_empty, scalars_of
from govchain.reader.values.lists import parts_of, report_one_value

_FACTS = MATTER.keyword("facts")


def read_guard(notes: Notes, where: str, keyword: Keyword, node: Node) -> Guard | None:
    """When something applies. A guard of which a part is lost is lost."""
    losses = notes.losses
    subject = path(where, keyword.name)
    nodes = node.nodes if isinstance(node, Items) else [node]
    clauses = tuple(_read_clause(notes, subject, keyword, clause) for clause in nodes)
    if not clauses:
        report_empty(notes, where, keyword, node)
    return Guard(clauses) if notes.losses == losses else None


def _read_clause(notes: Notes, subject: str, keyword: Keyword, node: Node) -> Clause:
    clause: dict[str, tuple[str, ...]] = {}
    if isinstance(node, Lost):
        notes.loss()
    elif not isinstance(node, Pairs) or not node.entries:
        notes.report(
            "wrong-shape",
            subject,
            node,
            message='"{key}" takes facts and their options',
            remedy='write fact: option, such as "married: yes"',
            key=notes.spelled(keyword),
        )
    else:
        for key, value in node.entries:
            _read_condition(notes, subject, key, value, clause)
    return clause


def _read_condition(
    notes: Notes, subject: str, key: Node, value: Node, clause: dict[str, tuple[str, ...]]
) -> None:
    """Add one fact of a guard and the options it must have to the clause."""
    if not isinstance(key, Scalar) or not key.text:
        read_text(notes, subject, Word("fact"), key)
        return
    name = key.text
    options = scalars_of(notes, subject, Word(name), value)
    if options is None:
        return
    if name in clause:
        _report_twice(notes, path(subject, name), key, name)
    else:
        clause[name] = tuple(options)
        _check_condition(notes, subject, key, options)


def _report_twice(notes: Notes, subject: str, key: Node, name: str) -> None:
    notes.report(
        "duplicate-key",
        subject,
        key,
        message='"{key}" stands twice in one mapping',
        remedy="keep one of them",
        key=name,
    )


def _check_condition(notes: Notes, where: str, key: Scalar, options: Mapping[str, Scalar]) -> None:
    """Report a fact that the matter does not have, or options that the fact does not have."""
    name = key.text
    notes.named_facts.add(name)
    fact = notes.facts.get(name) if notes.facts else None
    if fact is not None:
        known = notes.options[name]
        for text, option in options.items():
            if text not in known:
                _report_unknown_option(notes, path(where, name), option, fact)
    elif notes.facts is None or name in notes.lost_words:
        notes.loss()
    else:
        _report_unknown_fact(notes, path(where, name), key, notes.facts)


def _report_unknown_fact(
    notes: Notes, subject: str, key: Scalar, facts: Mapping[str, CaseFact]
) -> None:
    suggestion = notes.guess(key.text, facts)
    notes.report(
        "unknown-reference",
        subject,
        key,
        message='the matter has no fact "{id}"',
        remedy='did you mean "{suggestion}" ({place})?'
        if suggestion
        else 'define it under "{facts}", or correct the name',
        id=key.text,
        suggestion=suggestion,
        place=spot(facts[suggestion].place) if suggestion else None,
        facts=notes.spelled(_FACTS),
    )


def _report_unknown_option(notes: Notes, subject: str, option: Scalar, fact: CaseFact) -> None:
    parts = parts_of(option.text)
    if len(parts) > 1 and set(parts) <= set(fact.options):
        report_one_value(notes, subject, option, parts)
        return
    suggestion = notes.guess(option.text, fact.options)
    notes.report(
        "unknown-reference",
        subject,
        option,
        message='the fact "{fact}" has no option "{id}"',
        remedy='did you mean "{suggestion}" ({place})?' if suggestion else "use one of: {known}",
        id=option.text,
        fact=fact.id,
        suggestion=suggestion,
        place=spot(fact.place),
        known=listed(fact.options),
    )
