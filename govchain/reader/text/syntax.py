"""What the YAML parser stumbles over, said in words of the author."""

from __future__ import annotations

from collections.abc import Callable

from govchain.findings import Place
from govchain.reader.ground.notes import Notes
from govchain.reader.text.documents import DEEPEST, UnreadableError
from govchain.reader.text.stumble import Stumble, line_of, stumble_of
from govchain.reader.text.unclosed import is_told_unclosed


def report_syntax(notes: Notes, text: str, error: UnreadableError) -> None:
    """Report that the text is not YAML: where, and what to do about it."""
    stumble = stumble_of(notes, text, error)
    if stumble.is_at_tab:
        _report_tab(stumble)
    elif not is_told_unclosed(stumble):
        fitting = (report for words, report in _REPORTS if words in stumble.problem)
        next(fitting, _report_other)(stumble)


def _wide_colon_above(at: Stumble) -> Place | None:
    """Where a full-width colon stands for the colon of a key, in the line before the stumble."""
    number = at.place.line - 1
    line = line_of(at.text, number)
    if "：" in line and ":" not in line.split("#")[0]:
        return Place(at.place.file, number, line.index("：") + 1)
    return None


def _report_tab(at: Stumble) -> None:
    at.notes.report(
        "unreadable-file",
        "",
        Place(at.place.file, at.place.line, at.line.find("\t") + 1),
        message="a tab stands where YAML wants spaces",
        remedy="replace it by spaces",
    )


def _report_no_colon(at: Stumble) -> None:
    at.notes.report(
        "unreadable-file",
        "",
        at.opened,
        message="a key without a colon stands here",
        remedy='write ":" and a space after the key, not "："'
        if "：" in line_of(at.text, at.opened.line)
        else 'write ":" and a space after the key; quote a text of several lines',
    )


def _report_second_colon(at: Stumble) -> None:
    if wide := _wide_colon_above(at):
        at.notes.report(
            "unreadable-file",
            "",
            wide,
            message="a key without a colon stands here",
            remedy='write ":" and a space after the key, not "："',
        )
        return
    at.notes.report(
        "unreadable-file",
        "",
        at.place,
        message="a colon stands where no key can be",
        remedy='quote a text in which ": " stands, or begin the key on a line of its own, '
        "as far in as the other keys",
    )


def _report_open_quote(at: Stumble) -> None:
    at.notes.report(
        "unreadable-file",
        "",
        at.opened,
        message="a quote is opened here and not closed",
        remedy="close it, or leave it out",
    )


def _report_escape(at: Stumble) -> None:
    at.notes.report(
        "unreadable-file",
        "",
        at.place,
        message='inside double quotes "\\" begins a special character, and this is none',
        remedy='use single quotes, or write "\\\\"',
    )


def _report_bracket(at: Stumble) -> None:
    at.notes.report(
        "unreadable-file",
        "",
        at.place,
        message="a comma or a closing bracket is wanted here",
        remedy='write "," and a space between the entries, not "，"'
        if "，" in at.line[: at.place.column]
        else "close the bracket; quote a text in which a comma or a bracket stands",
        related=(at.opened,),
    )


def _report_character(at: Stumble) -> None:
    at.notes.report(
        "unreadable-file",
        "",
        at.place,
        message='no value can begin with "{character}"',
        remedy="quote the text",
        character=at.line[at.place.column - 1 : at.place.column] or "%",
    )


def _report_indentation(at: Stumble) -> None:
    at.notes.report(
        "unreadable-file",
        "",
        at.place,
        message="the text does not fit what stands above it",
        remedy="begin keys of one mapping and dashes of one list in the same column",
    )


def _report_other(at: Stumble) -> None:
    at.notes.report(
        "unreadable-file",
        "",
        at.place,
        message="the file cannot be read as YAML from here on",
        remedy="compare it with a file that can be read; quote texts with special characters",
    )


def _report_nesting(at: Stumble) -> None:
    report_depth(at.notes, at.place)


_REPORTS: tuple[tuple[str, Callable[[Stumble], None]], ...] = (
    ("nesting depth", _report_nesting),
    ("could not find expected ':'", _report_no_colon),
    ("mapping values are not allowed", _report_second_colon),
    ("unexpected end of stream", _report_open_quote),
    ("unexpected document", _report_open_quote),
    ("escape", _report_escape),
    ("hexadecimal", _report_escape),
    ("hexdecimal", _report_escape),
    ("',' or", _report_bracket),
    ("cannot start any token", _report_character),
    ("directive", _report_character),
    ("expected", _report_indentation),
)
"""What words of the parser's problem mean, the first that fits."""


def report_depth(notes: Notes, place: Place) -> None:
    """Report lists and mappings inside one another beyond any sense."""
    notes.report(
        "unreadable-file",
        "",
        place,
        message="lists and mappings stand inside one another too deep: more than {deepest}",
        remedy="close the brackets that are open",
        deepest=DEEPEST,
    )
