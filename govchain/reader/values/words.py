"""Fixed words and yes or no → values of the model, in their English spelling."""

from __future__ import annotations

from collections.abc import Mapping

from govchain.language.fixed_words import TRUE_FALSE, YES_NO
from govchain.language.keywords import Keyword
from govchain.language.near_words import near_value
from govchain.reader.ground.nodes import Node
from govchain.reader.ground.notes import Notes, listed, path
from govchain.reader.ground.spelling import is_chinese
from govchain.reader.values.fields import read_text, read_texts, scalars_of


def read_word(notes: Notes, where: str, keyword: Keyword, node: Node) -> str | None:
    """One of the fixed words of the keyword, in its English spelling."""
    text = read_text(notes, where, keyword, node)
    return None if text is None else _word(notes, where, keyword, node, text)


def read_words(notes: Notes, where: str, keyword: Keyword, node: Node) -> tuple[str, ...] | None:
    """A list of fixed words."""
    scalars = scalars_of(notes, where, keyword, node)
    if scalars is None:
        return None
    words = [_word(notes, where, keyword, node, text) for text, node in scalars.items()]
    return tuple(dict.fromkeys(word for word in words if word is not None))


def _word(notes: Notes, where: str, keyword: Keyword, node: Node, text: str) -> str | None:
    word = keyword.meaning(text)
    if word is None:
        _report_unknown_word(notes, where, keyword, node, text, keyword.words)
    return word


def _report_unknown_word(
    notes: Notes, where: str, keyword: Keyword, node: Node, text: str, words: Mapping[str, str]
) -> None:
    known = tuple(words.values() if is_chinese(text) else words)
    meant = near_value(keyword, text)
    suggestion = meant and (words[meant] if is_chinese(text) else meant)
    suggestion = suggestion or notes.guess(text, known)
    notes.report(
        "bad-value",
        path(where, keyword.name),
        node,
        message='"{value}" is not a value of "{key}"',
        remedy='did you mean "{suggestion}"?' if suggestion else "use one of: {known}",
        value=text,
        key=notes.spelled(keyword),
        suggestion=suggestion,
        known=listed(known),
    )


def read_open_words(
    notes: Notes, where: str, keyword: Keyword, node: Node
) -> tuple[str, ...] | None:
    """A list of fixed words, or other texts, which stay as written."""
    texts = read_texts(notes, where, keyword, node)
    if texts is None:
        return None
    return tuple(dict.fromkeys(keyword.meaning(text) or text for text in texts))


def read_yes_no(notes: Notes, where: str, keyword: Keyword, node: Node) -> bool | None:
    """Yes or no; `true` and `false` read the same."""
    text = read_text(notes, where, keyword, node)
    if text is None:
        return None
    text = TRUE_FALSE.get(text.lower(), text)
    for word, twin in YES_NO.items():
        if text in (word, twin):
            return word == "yes"
    _report_unknown_word(notes, where, keyword, node, text, YES_NO)
    return None
