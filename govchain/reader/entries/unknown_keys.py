"""Keys that a form does not have: what was meant, and what of it is read on."""

from __future__ import annotations

import re
from dataclasses import dataclass

from govchain.language.forms import FORMS
from govchain.language.keywords import Form, Keyword, Shape
from govchain.language.matter import CALL, STEP
from govchain.language.near_words import near_keys
from govchain.reader.entries.keys import GATHERED, Record, report_no_key
from govchain.reader.ground.nodes import Node, Pairs, Scalar, words_of
from govchain.reader.ground.notes import Notes, listed, path
from govchain.reader.ground.spelling import is_chinese

_READ_ON = GATHERED | {Shape.FACTS, Shape.ID}
"""Shapes whose value is read on under the keyword that was meant: all that refers to what stands
there would be reported too otherwise."""

_COLON = re.compile("[:：]")


@dataclass(frozen=True, slots=True)
class Meant:
    """The keyword that was meant, by spelling or by meaning; `inner`: what stands inside it."""

    keyword: Keyword
    inner: str = ""
    is_misspelt: bool = False

    def is_read_on(self, value: Node) -> bool:
        """Whether the value is read as that of the keyword."""
        fits = self.is_misspelt or isinstance(value, Scalar) == (self.keyword.shape is Shape.ID)
        return fits and not self.inner and self.keyword.shape in _READ_ON


def resembled(
    notes: Notes, where: str, form: Form, pairs: Pairs, entry: tuple[Node, Node], record: Record
) -> Keyword | None:
    """Report a key that the form does not have; answer the keyword to read its value on as."""
    key, value = entry
    if not isinstance(key, Scalar):
        report_no_key(notes, where, key)
        return None
    present = _present(form, pairs, record)
    glued = _glued(form, key, value)
    if glued is not None:
        _report_glued(notes, where, key)
        notes.lost_words.update(_COLON.split(key.text))
        _count(record, glued, key)
        return None
    meant = _meant(notes, form, key, present)
    _report_unknown(notes, where, form, pairs, key, value, meant)
    if meant is None or meant.inner:
        record.count_loss(meant.keyword.attribute if meant else "")
        notes.lost_words.update(words_of(value))
        return None
    if meant.is_read_on(value):
        record.count_loss(meant.keyword.attribute)
        return meant.keyword
    _count(record, meant.keyword, key)
    return None


def _count(record: Record, keyword: Keyword, key: Node) -> None:
    """The keyword stands there, and its value is lost."""
    record.count_loss(keyword.attribute)
    record.keys.setdefault(keyword.attribute, key)


def _present(form: Form, pairs: Pairs, record: Record) -> set[str]:
    """The keywords that the mapping has."""
    if record.present is None:
        record.present = {
            form.spelled[other.text].name
            for other, _ in pairs.entries
            if isinstance(other, Scalar) and other.text in form.spelled
        }
    return record.present


def _glued(form: Form, key: Scalar, value: Node) -> Keyword | None:
    """The keyword to which its value is glued by a colon that is none in YAML: `编号：a`."""
    if not (isinstance(value, Scalar) and value.is_empty):
        return None
    return form.spelled.get(_COLON.split(key.text)[0].strip())


def _report_glued(notes: Notes, where: str, key: Scalar) -> None:
    notes.report(
        "unknown-key",
        path(where, key.text),
        key,
        message='no colon ends the key in "{key}"',
        remedy='write ":" and a space after the key, not "："'
        if "：" in key.text
        else 'write a space after ":"',
        key=key.text,
    )


def _meant(notes: Notes, form: Form, key: Scalar, present: set[str]) -> Meant | None:
    """What the key means, of what the mapping does not have yet."""
    for keyword, inner in near_keys(form, key.text):
        if inner or keyword.name not in present:
            return Meant(keyword, inner)
    known = (word for word in _spellings(form, key) if form.spelled[word].name not in present)
    close = notes.guess(key.text, known)
    return None if close is None else Meant(form.spelled[close], is_misspelt=True)


def _spellings(form: Form, key: Scalar) -> tuple[str, ...]:
    """The keywords of the form in the language that the key is written in."""
    return tuple(_spelled_like(key, keyword) for keyword in form.keywords)


def _spelled_like(key: Scalar, keyword: Keyword) -> str:
    return keyword.chinese if is_chinese(key.text) else keyword.name


def _report_unknown(
    notes: Notes,
    where: str,
    form: Form,
    pairs: Pairs,
    key: Scalar,
    value: Node,
    meant: Meant | None,
) -> None:
    is_tail = pairs.in_flow and isinstance(value, Scalar) and value.is_empty
    is_of_step = form is CALL and key.text in STEP.spelled
    notes.report(
        "unknown-key",
        path(where, key.text),
        key,
        message='no key "{key}" is known here',
        remedy="a step that calls a matter has only id, name, matter, after, when and order-basis"
        if is_of_step
        else 'write it inside "{suggestion}", as "{inner}"'
        if meant and meant.inner
        else 'did you mean "{suggestion}"?'
        if meant
        else "inside {{ }} a comma ends the value: quote the whole text that has the comma"
        if is_tail
        else 'use one of: {known}; what the language has no word for goes under "{extra}"'
        if "extra" in form.spelled
        else "use one of: {known}",
        key=key.text,
        suggestion=_spelled_like(key, meant.keyword) if meant else None,
        inner=_inner(key, meant) if meant else None,
        known=listed(_spellings(form, key)),
        extra=_spelled_like(key, form.spelled["extra"]) if "extra" in form.spelled else None,
    )


def _inner(key: Scalar, meant: Meant) -> str:
    form = FORMS.get(meant.keyword.of)
    inner = form.spelled.get(meant.inner) if form else None
    return _spelled_like(key, inner) if inner else meant.inner
