"""Scalars and plain lists → values, by the shape that the table of words gives a keyword.

Each function answers None where it lost the value, and has then noted why.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from fractions import Fraction
from typing import Any

from govchain.model.duration import Duration, parse_duration
from govchain.model.nouns import Clause, Guard
from govchain.model.vocabulary import LONGEST_ID, RESERVED_IDS, TRUE_FALSE, YES_NO, Keyword, Shape
from govchain.reader.nodes import Items, Lost, Node, Pairs, Scalar
from govchain.reader.notes import Notes, Reference, path
from govchain.reader.spelling import closest_of, is_chinese

_HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
_ID = re.compile(rf"[A-Za-z0-9{_HAN}-]{{1,{LONGEST_ID}}}\Z")
_RESERVED = frozenset(RESERVED_IDS) | frozenset(RESERVED_IDS.values())
_COUNT = re.compile(r"[0-9]{1,12}\Z")
_DECIMAL = re.compile(r"[0-9]{1,15}(\.[0-9]{1,12})?\Z")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")


def read_text(notes: Notes, where: str, keyword: Keyword, node: Node) -> str | None:
    """One value, as written."""
    if node.__class__ is Scalar:
        text = node.text.strip()
        if text:
            return text
        _report_empty(notes, where, keyword, node)
    elif isinstance(node, Lost):
        notes.loss()
    else:
        _report_no_single_value(notes, where, keyword, node)
    return None


def _report_empty(notes: Notes, where: str, keyword: Keyword, node: Node) -> None:
    notes.report(
        "bad-value",
        path(where, keyword.name),
        node,
        message='"{key}" has no value',
        remedy="write a value, or leave the key out",
        key=keyword.name,
    )


def _report_no_single_value(notes: Notes, where: str, keyword: Keyword, node: Node) -> None:
    subject = path(where, keyword.name)
    if isinstance(node, Items):
        notes.report(
            "wrong-shape",
            subject,
            node,
            message='"{key}" takes one value, not a list',
            remedy="write one value; quote a text that begins with a bracket",
            key=keyword.name,
        )
    else:
        notes.report(
            "wrong-shape",
            subject,
            node,
            message='"{key}" takes one value, not a mapping',
            remedy='write one value; quote a text in which ": " stands',
            key=keyword.name,
        )


def items_of(notes: Notes, where: str, keyword: Keyword, node: Node) -> list[Node] | None:
    """The items of a list; one value may stand alone for a list of one."""
    if isinstance(node, Items):
        return node.nodes
    if isinstance(node, Scalar):
        if node.text.strip():
            return [node]
        _report_empty(notes, where, keyword, node)
    elif isinstance(node, Lost):
        notes.loss()
    else:
        notes.report(
            "wrong-shape",
            path(where, keyword.name),
            node,
            message='"{key}" takes a list, not a mapping',
            remedy='write "- " before each item, or [one, two]',
            key=keyword.name,
        )
    return None


def scalars_of(notes: Notes, where: str, keyword: Keyword, node: Node) -> list[Scalar] | None:
    """The single values of a list, each once, in order; what is none is reported and left out."""
    nodes = items_of(notes, where, keyword, node)
    if nodes is None:
        return None
    found: dict[str, Scalar] = {}
    for item in nodes:
        text = read_text(notes, where, keyword, item)
        if text is not None and isinstance(item, Scalar):
            found.setdefault(text, item)
    return list(found.values())


def read_texts(
    notes: Notes, where: str, keyword: Keyword, node: Node
) -> tuple[str, ...] | None:
    """A list of texts."""
    scalars = scalars_of(notes, where, keyword, node)
    return None if scalars is None else tuple(scalar.text.strip() for scalar in scalars)


def read_id(notes: Notes, where: str, keyword: Keyword, node: Node) -> str | None:
    """A new id. One of bad form is reported and kept, so that what refers to it is not lost."""
    text = read_text(notes, where, keyword, node)
    if text is not None:
        check_id(notes, path(where, keyword.name), node, text)
    return text


def check_id(notes: Notes, subject: str, node: Node, text: str) -> None:
    """Report an id that the language does not allow."""
    if text in _RESERVED:
        notes.report(
            "bad-value",
            subject,
            node,
            message='"{id}" is a reserved word and cannot be an id',
            remedy="choose another id",
            id=text,
        )
    elif not _ID.match(text):
        notes.report(
            "bad-value",
            subject,
            node,
            message='"{id}" is not an id',
            remedy="an id has letters, digits, hyphens and Chinese characters, no spaces, "
            "and at most 64 of them",
            id=text,
        )


def read_reference(notes: Notes, where: str, keyword: Keyword, node: Node) -> str | None:
    """The id of something defined elsewhere, noted down to be resolved."""
    text = read_text(notes, where, keyword, node)
    return None if text is None else _refer(notes, where, keyword, node, text)


def _refer(notes: Notes, where: str, keyword: Keyword, node: Node, text: str) -> str:
    if keyword.words:
        reserved = keyword.meaning(text)
        if reserved is not None:
            return reserved
    notes.references.append(Reference(keyword.of, text, node.start, where, keyword))
    return text


def read_references(
    notes: Notes, where: str, keyword: Keyword, node: Node
) -> tuple[str, ...] | None:
    """Ids of things defined elsewhere, each noted down to be resolved."""
    scalars = scalars_of(notes, where, keyword, node)
    if scalars is None:
        return None
    return tuple(
        _refer(notes, where, keyword, scalar, scalar.text.strip()) for scalar in scalars
    )


def read_word(notes: Notes, where: str, keyword: Keyword, node: Node) -> str | None:
    """One of the fixed words of the keyword, in its English spelling."""
    text = read_text(notes, where, keyword, node)
    return None if text is None else _word(notes, where, keyword, node, text)


def _word(notes: Notes, where: str, keyword: Keyword, node: Node, text: str) -> str | None:
    word = keyword.meaning(text)
    if word is None:
        known = tuple(keyword.words.values() if is_chinese(text) else keyword.words)
        report_unknown_word(notes, path(where, keyword.name), keyword.name, node, text, known)
    return word


def report_unknown_word(
    notes: Notes, subject: str, key: str, node: Node, text: str, known: tuple[str, ...]
) -> None:
    """Report a value that is none of the fixed ones, with the one it resembles."""
    suggestion = closest_of(text, known)
    if suggestion is None:
        notes.report(
            "bad-value",
            subject,
            node,
            message='"{value}" is not a value of "{key}"',
            remedy="use one of: {known}",
            value=text,
            key=key,
            known=", ".join(known),
        )
    else:
        notes.report(
            "bad-value",
            subject,
            node,
            message='"{value}" is not a value of "{key}"',
            remedy='did you mean "{suggestion}"?',
            value=text,
            key=key,
            suggestion=suggestion,
        )


def read_words(
    notes: Notes, where: str, keyword: Keyword, node: Node
) -> tuple[str, ...] | None:
    """A list of fixed words."""
    scalars = scalars_of(notes, where, keyword, node)
    if scalars is None:
        return None
    words = (_word(notes, where, keyword, scalar, scalar.text.strip()) for scalar in scalars)
    return tuple(dict.fromkeys(word for word in words if word is not None))


def read_open_words(
    notes: Notes, where: str, keyword: Keyword, node: Node
) -> tuple[str, ...] | None:
    """A list of fixed words, or other texts, which stay as written."""
    texts = read_texts(notes, where, keyword, node)
    if texts is None:
        return None
    return tuple(dict.fromkeys(keyword.meaning(text) or text for text in texts))


def read_yes_no(notes: Notes, where: str, keyword: Keyword, node: Node) -> bool | None:
    """Yes or no."""
    text = read_text(notes, where, keyword, node)
    if text is None:
        return None
    text = TRUE_FALSE.get(text.lower(), text)
    if text in ("yes", YES_NO["yes"]):
        return True
    if text in ("no", YES_NO["no"]):
        return False
    known = tuple(YES_NO.values() if is_chinese(text) else YES_NO)
    report_unknown_word(notes, path(where, keyword.name), keyword.name, node, text, known)
    return None


def read_duration(notes: Notes, where: str, keyword: Keyword, node: Node) -> Duration | None:
    """A length of time."""
    text = read_text(notes, where, keyword, node)
    if text is None:
        return None
    duration = parse_duration(text)
    if duration is None:
        notes.report(
            "bad-value",
            path(where, keyword.name),
            node,
            message='"{value}" is not a duration',
            remedy="write 5d (working days), 5cd (calendar days), 1mo, 4h or 30min",
            value=text,
        )
    return duration


def read_date(notes: Notes, where: str, keyword: Keyword, node: Node) -> datetime.date | None:
    """A day of the calendar."""
    text = read_text(notes, where, keyword, node)
    if text is None:
        return None
    try:
        if _DATE.match(text):
            return datetime.date.fromisoformat(text)
    except ValueError:
        pass  # a day that the calendar does not have
    notes.report(
        "bad-value",
        path(where, keyword.name),
        node,
        message='"{value}" is not a date',
        remedy="write year-month-day, such as 2026-06-01",
        value=text,
    )
    return None


def read_count(notes: Notes, where: str, keyword: Keyword, node: Node) -> int | None:
    """A whole number."""
    text = read_text(notes, where, keyword, node)
    if text is None:
        return None
    if _COUNT.match(text) and int(text) >= keyword.least:
        return int(text)
    notes.report(
        "bad-value",
        path(where, keyword.name),
        node,
        message='"{value}" is not a whole number of at least {least}',
        remedy="write digits only, without separators or units",
        value=text,
        least=keyword.least,
    )
    return None


def read_share(notes: Notes, where: str, keyword: Keyword, node: Node) -> Fraction | None:
    """A number from 0 to 1."""
    text = read_text(notes, where, keyword, node)
    return None if text is None else share_of(notes, path(where, keyword.name), node, text)


def share_of(notes: Notes, subject: str, node: Node, text: str) -> Fraction | None:
    """The number from 0 to 1 that the text says."""
    if _DECIMAL.match(text) and Fraction(text) <= 1:
        return Fraction(text)
    notes.report(
        "bad-value",
        subject,
        node,
        message='"{value}" is not a number from 0 to 1',
        remedy="write a decimal such as 0.85",
        value=text,
    )
    return None


def read_amount(notes: Notes, where: str, keyword: Keyword, node: Node) -> Fraction | None:
    """An amount of yuan."""
    text = read_text(notes, where, keyword, node)
    if text is None or _DECIMAL.match(text):
        return None if text is None else Fraction(text)
    notes.report(
        "bad-value",
        path(where, keyword.name),
        node,
        message='"{value}" is not an amount',
        remedy="write yuan in digits, such as 80 or 12.5",
        value=text,
    )
    return None


def read_guard(notes: Notes, where: str, keyword: Keyword, node: Node) -> Guard | None:
    """When something applies. A guard of which a part is lost is lost."""
    before = notes.losses
    subject = path(where, keyword.name)
    nodes = node.nodes if isinstance(node, Items) else [node]
    clauses = tuple(_clause(notes, subject, keyword, clause) for clause in nodes)
    if not clauses:
        _report_empty(notes, where, keyword, node)
    return Guard(clauses) if notes.losses == before else None


def _clause(notes: Notes, subject: str, keyword: Keyword, node: Node) -> Clause:
    clause: dict[str, tuple[str, ...]] = {}
    if isinstance(node, Lost):
        notes.loss()
    elif not isinstance(node, Pairs):
        notes.report(
            "wrong-shape",
            subject,
            node,
            message='"{key}" takes facts and their options, not a text',
            remedy='write fact: option, such as "married: yes"',
            key=keyword.name,
        )
    else:
        if not node.entries:
            notes.report(
                "bad-value",
                subject,
                node,
                message='"{key}" has no value',
                remedy="write a value, or leave the key out",
                key=keyword.name,
            )
        for key, value in node.entries:
            _read_condition(notes, subject, keyword, key, value, clause)
    return clause


def _read_condition(
    notes: Notes,
    subject: str,
    keyword: Keyword,
    key: Node,
    value: Node,
    clause: dict[str, tuple[str, ...]],
) -> None:
    """One fact of a guard and the options it must have."""
    name = read_text(notes, subject, keyword, key)
    if name is None:
        return
    notes.named_facts.add(name)
    if name in clause:
        notes.report(
            "duplicate-key",
            path(subject, name),
            key,
            message='"{key}" stands twice in one mapping',
            remedy="keep one of the two",
            key=name,
        )
        return
    options = scalars_of(notes, subject, keyword, value)
    if options is None:
        return
    clause[name] = tuple(option.text.strip() for option in options)
    _check_condition(notes, path(subject, name), key, name, options)


def _check_condition(
    notes: Notes, subject: str, key: Node, name: str, options: list[Scalar]
) -> None:
    fact = notes.facts.get(name)
    if fact is None:
        if name in notes.lost_words:
            notes.loss()
        else:
            report_unknown_name(
                notes,
                subject,
                key,
                name,
                tuple(notes.facts),
                message='the matter has no fact "{id}"',
            )
        return
    for option in options:
        text = option.text.strip()
        if text not in fact.options:
            _report_unknown_option(notes, subject, option, text, name, fact.options)


def report_unknown_name(
    notes: Notes, subject: str, node: Node, name: str, known: tuple[str, ...], *, message: str
) -> None:
    """Report a name that the matter does not define."""
