"""Keys that a form does not have: what was meant, and what of it is read on."""

from __future__ import annotations

import re
from dataclasses import dataclass

from govchain.language.forms import FORMS
from govchain.language.keywords import Form, Keyword, Shape
from govchain.language.matter import CALL, MATTER, STEP
from govchain.language.near_words import near_keys, words_near
from govchain.language.registry import REGISTRY
from govchain.reader.entries.keys import GATHERED, Record, report_no_key
from govchain.reader.ground.nodes import Node, Pairs, Scalar, words_of
from govchain.reader.ground.notes import Notes, listed, path
from govchain.reader.ground.spelling import is_chinese
from govchain.reader.ground.wide_signs import BRACKETS

_READ_ON = GATHERED | {Shape.FACTS, Shape.ID}
"""Shapes whose value is read on under the keyword that was meant: all that refers to what stands
there would be reported too otherwise."""

_NO_KEY = re.compile(f"[{''.join(BRACKETS)}]|[－—––]+ *[\\[{{]|- ")
"""How a list or a mapping begins that its signs of full width made a key."""
_COLON = re.compile("[:：]")


@dataclass(frozen=True, slots=True)
class Meant:
    """The keyword that was meant, by spelling or by meaning; `inner`: what stands inside it.

    `is_hint`: the key only resembles a word for it, so that nothing is read on.
    """

    keyword: Keyword
    inner: str = ""
    is_misspelt: bool = False
    is_hint: bool = False

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
    if _NO_KEY.match(key.text):
        _report_sign(notes, where, key)
        record.count_loss("")
        notes.lost_words.update([*words_of(key), *words_of(value)])
        return None
    wide = _wide_brackets_before(pairs, key) if _is_tail(pairs, value) else ""
    meant = None if wide else _meant(notes, form, key, present)
    _report_unknown(notes, where, form, pairs, key, value, meant, wide)
    if meant is None or meant.is_hint:
        record.count_loss("")
        notes.lost_words.update(words_of(value))
        return None
    if meant.inner:
        record.count_loss(meant.keyword.attribute)
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
        remedy='write ":" and a space after each key, not "：", '
        'and "," and a space between the entries, not "，"'
        if "：" in key.text and "，" in key.text
        else 'write ":" and a space after the key, not "："'
        if "：" in key.text
        else 'write a space after ":"',
        key=key.text,
    )


def _report_sign(notes: Notes, where: str, key: Scalar) -> None:
    """Report what is no key but a list or a mapping that begins with a sign of full width."""
    bracket = key.text[0] if key.text[0] in BRACKETS else ""
    notes.report(
        "unknown-key",
        path(where, key.text),
        key,
        message='no key can begin as "{key}" does',
        remedy="use half-width [ ] instead of {wide}"
        if bracket and key.text[1:].lstrip()[:1] in ("{", "｛")
        else 'use half-width {{ }} instead of {wide}, ":" and a space after each key, '
        'and "," and a space between the entries'
        if bracket
        else "begin the line with ordinary spaces, not with full-width ones"
        if key.text.startswith("- ")
        else 'write "-" and a space before each item',
        key=key.text,
        wide=bracket + BRACKETS.get(bracket, ""),
    )


def _meant(notes: Notes, form: Form, key: Scalar, present: set[str]) -> Meant | None:
    """What the key means, of what the mapping does not have yet."""
    for keyword, inner in near_keys(form, key.text):
        if inner or keyword.name not in present:
            return Meant(keyword, inner)
    known = [word for word in _spellings(form, key) if form.spelled[word].name not in present]
    close = notes.misspelt(key.text, known)
    if close is not None:
        return Meant(form.spelled[close], is_misspelt=True)
    return None if _section_of(form, key) else _hint(notes, form, key, known)


def _hint(notes: Notes, form: Form, key: Scalar, known: list[str]) -> Meant | None:
    """What a key that is no word for a keyword resembles: 办事部门 is 部门, said at length."""
    if notes.is_tired:
        return None
    near = {
        word: meant
        for word in words_near(form)
        for meant in near_keys(form, word)[:1]
        if meant[1] or _spelled_like(key, meant[0]) in known
    }
    word = notes.short_form(key.text, known) or notes.misspelt(key.text, near)
    word = word or notes.short_form(key.text, near)
    word = word or notes.resembling(key.text, known) or notes.resembling(key.text, near)
    if word is None:
        return None
    keyword, inner = (form.spelled[word], "") if word in known else near[word]
    return Meant(keyword, key.text if inner == word else inner, is_hint=True)


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
    wide: str,
) -> None:
    sibling = None if meant else _section_of(form, key)
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
        else 'it is a key of "{section}": if the line "{section}:" is missing above, add it'
        if sibling
        else 'did you mean "{suggestion}"? what the language has no word for goes under "{extra}"'
        if meant and meant.is_hint and "extra" in form.spelled
        else 'did you mean "{suggestion}"?'
        if meant
        else "use half-width [ ] instead of {wide} around a list; "
        "quote the whole text that has the comma, if it is one"
        if wide
        else "inside {{ }} a comma ends the value: quote the whole text that has the comma"
        if _is_tail(pairs, value)
        else 'use one of: {known}; what the language has no word for goes under "{extra}"'
        if "extra" in form.spelled
        else "use one of: {known}",
        key=key.text,
        suggestion=_spelled_like(key, meant.keyword) if meant else None,
        inner=_inner(key, meant) if meant else None,
        wide=wide,
        section=_spelled_like(key, sibling) if sibling else None,
        known=listed(_spellings(form, key)),
        extra=_spelled_like(key, form.spelled["extra"]) if "extra" in form.spelled else None,
    )


def _is_tail(pairs: Pairs, value: Node) -> bool:
    """Whether nothing but a comma in braces made the key."""
    return pairs.in_flow and isinstance(value, Scalar) and value.is_empty


def _section_of(form: Form, key: Scalar) -> Keyword | None:
    """What the key is of that stands beside lists or sections of this form, if of one alone."""
    for outer in (MATTER, REGISTRY):
        sections = [keyword for keyword in outer.keywords if keyword.shape in GATHERED]
        if any(FORMS[keyword.of] is form for keyword in sections):
            of = [keyword for keyword in sections if key.text in FORMS[keyword.of].spelled]
            return of[0] if len(of) == 1 else None
    return None


def _wide_brackets_before(pairs: Pairs, key: Scalar) -> str:
    """The wide brackets, as a pair, that the value before the key opens; empty if none."""
    before = ""
    for other, value in pairs.entries:
        if other is key:
            break
        if isinstance(value, Scalar) and value.text:
            before = value.text
    closing = BRACKETS.get(before[:1], "")
    return before[:1] + closing if closing and closing not in before else ""


def _inner(key: Scalar, meant: Meant) -> str:
    form = FORMS.get(meant.keyword.of)
    inner = form.spelled.get(meant.inner) if form else None
    return _spelled_like(key, inner) if inner else meant.inner
