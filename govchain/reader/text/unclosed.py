"""Brackets and texts of several lines that do not end where they should, and quotes around them.

The parser stumbles only later, where something stands that cannot stand inside of them: what is
reported is where they begin.
"""

from __future__ import annotations

from collections.abc import Callable

from govchain.findings import Place
from govchain.reader.ground.nodes import Scalar
from govchain.reader.text.stumble import Stumble, line_of

_CLOSING = {"[": "]", "{": "}"}
_WIDE = {"]": "】］", "}": "｝】"}
_QUOTES = ("'", '"')
_BLOCKS = ("|", ">")


def is_told_unclosed(at: Stumble) -> bool:
    """Whether the parser stumbled for such a reason, which then has been reported."""
    return "quoted scalar" not in at.doing and any(told(at) for told in _TELLING)


def _bracket_not_closed(at: Stumble) -> bool:
    """A bracket is open where nothing more comes, or what comes cannot stand in it."""
    bracket = at.bracket
    if bracket is None or not (
        at.is_at_end or _is_set_out(at, bracket) or at.character_at(at.place) in _CLOSING.values()
    ):
        return False
    opening = at.character_at(bracket)
    closing = _CLOSING.get(opening, "]")
    written = line_of(at.text, bracket.line)[bracket.column :]
    wide = next((sign for sign in _WIDE[closing] if sign in written), "")
    at.notes.report(
        "unreadable-file",
        "",
        bracket,
        message="a bracket is opened here and not closed",
        remedy='close it with "{closing}", not "{wide}"'
        if wide
        else 'close it with "{closing}"; quote a text that begins with "{opening}"',
        opening=opening,
        closing=closing,
        wide=wide,
        related=() if at.is_at_end else (at.place,),
    )
    return True


def _is_set_out(at: Stumble, bracket: Place) -> bool:
    """Whether the line begins no further in than that of the bracket: it is none of its entries."""
    own = line_of(at.text, bracket.line)
    begins = at.line.lstrip()[:1]
    return (
        at.place.line > bracket.line
        and _indentation(at.line) <= _indentation(own)
        and begins not in _CLOSING.values()
    )


def _indentation(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _quote_closed_too_late(at: Stumble) -> bool:
    """A quote runs over several lines, and then something follows it."""
    quote = at.before
    if quote is None or not _begins_with(at, quote, _QUOTES):
        return False
    if not quote.start.line < quote.end.line == at.place.line - 1:
        return False
    at.notes.report(
        "unreadable-file",
        "",
        at.notes.place(quote),
        message="a quote is opened here and closed only in line {line}",
        remedy="close it where its text ends; nothing else can follow it there",
        line=at.place.line,
        related=(at.place,),
    )
    return True


def _behind_block_mark(at: Stumble) -> bool:
    """Something stands behind the mark of a text of several lines."""
    if "block scalar" not in at.doing:
        return False
    at.notes.report(
        "unreadable-file",
        "",
        at.place,
        message='something stands behind "{mark}", which announces a text of several lines',
        remedy="begin the text on the next line, further in than its key; "
        'quote a text that begins with "{mark}"',
        mark=at.character_at(at.opened),
        related=(at.opened,),
    )
    return True


def _block_left(at: Stumble) -> bool:
    """A text of several lines ends, since a line is not set in far enough, that is no key."""
    block = at.before
    place = at.opened if "could not find expected ':'" in at.problem else at.place
    if block is None or not _begins_with(at, block, _BLOCKS):
        return False
    if any(line_of(at.text, number).strip() for number in range(block.end.line + 1, place.line)):
        return False
    at.notes.report(
        "unreadable-file",
        "",
        place,
        message='the text of several lines after "{mark}" ends above, and this is no key',
        remedy="set the line as far in as the text, further than its key; "
        'or write ":" and a space after the key',
        mark=at.character_at(at.notes.place(block)),
        related=(at.notes.place(block),),
    )
    return True


def _begins_with(at: Stumble, value: Scalar, signs: tuple[str, ...]) -> bool:
    return not value.is_plain and at.character_at(at.notes.place(value)) in signs


def _closes_nothing(at: Stumble) -> bool:
    """A closing bracket stands where none is open."""
    sign = at.character_at(at.place)
    if at.bracket is not None or sign not in _CLOSING.values():
        return False
    at.notes.report(
        "unreadable-file",
        "",
        at.place,
        message='"{bracket}" closes a bracket here, and none is open',
        remedy="delete it, or quote the text in which it stands",
        bracket=sign,
    )
    return True


_TELLING: tuple[Callable[[Stumble], bool], ...] = (
    _quote_closed_too_late,
    _bracket_not_closed,
    _behind_block_mark,
    _block_left,
    _closes_nothing,
)
