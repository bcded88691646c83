"""What the YAML parser stumbles over, said in words of the author."""

from __future__ import annotations

import re
from collections.abc import Callable

from govchain.findings import Place
from govchain.language.forms import FORMS
from govchain.language.keywords import Shape
from govchain.language.matter import MATTER
from govchain.language.registry import REGISTRY
from govchain.model.characters import lines_of
from govchain.reader.ground.notes import Notes
from govchain.reader.ground.spelling import is_chinese
from govchain.reader.ground.wide_signs import BRACKETS
from govchain.reader.text.documents import DEEPEST, UnreadableError
from govchain.reader.text.stumble import Stumble, line_of, stumble_of
from govchain.reader.text.unclosed import is_told_unclosed

_WIDE_BRACKET = re.compile(f"(?:^|[-:,\\[{{]) *([{''.join(BRACKETS)}])")
"""A wide bracket where a value begins."""
_WIDE_DASH = re.compile("^ *([－—––]+)")
_DASH = re.compile("^ *-( |$)")
_WITH_VALUE = re.compile(":[ ]+[^ #|>]")
"""A key that has its value on its own line."""
_WORD = re.compile(r"(?<![\w-])[\w-]++(?=\s*+:)")
_WIDE_SPACE = "\u3000"


def report_syntax(notes: Notes, text: str, error: UnreadableError) -> Place:
    """Report that the text is not YAML, and what to do about it; where the parser stumbled."""
    stumble = stumble_of(notes, text, error)
    if stumble.is_at_tab:
        _report_tab(stumble)
    elif not _is_told_wide(stumble) and not is_told_unclosed(stumble):
        fitting = (report for words, report in _REPORTS if words in stumble.problem)
        next(fitting, _report_other)(stumble)
    return stumble.place


def _wide_colon_above(at: Stumble) -> Place | None:
    """Where a full-width colon stands for the colon of a key, in the line before the stumble."""
    number = at.place.line - 1
    line = line_of(at.text, number)
    if "：" in line and ":" not in line.split("#")[0]:
        return Place(at.place.file, number, line.index("：") + 1)
    return None


def _is_told_wide(at: Stumble) -> bool:
    """Whether a sign of full width, which has then been reported, made the parser stumble."""
    if "mapping values" not in at.problem and "expected ':'" not in at.problem:
        return False
    place = at.opened if "expected ':'" in at.problem else at.place
    line = line_of(at.text, place.line)
    return any(told(at, place.line, line) for told in _TELLING_WIDE)


def _wide_space(at: Stumble, number: int, line: str) -> bool:
    ahead = line[: len(line) - len(line.lstrip())]
    column = ahead.find(_WIDE_SPACE) if _WIDE_SPACE in ahead else line.find(f":{_WIDE_SPACE}")
    if column < 0:
        return False
    at.notes.report(
        "unreadable-file",
        "",
        Place(at.place.file, number, column + 1),
        message="a full-width space stands where YAML wants an ordinary one",
        remedy="replace it by ordinary spaces",
    )
    return True


def _wide_dash(at: Stumble, number: int, line: str) -> bool:
    dash = _WIDE_DASH.match(line)
    if dash is None:
        return False
    at.notes.report(
        "unreadable-file",
        "",
        Place(at.place.file, number, dash.start(1) + 1),
        message='"{dash}" begins no item of a list',
        remedy='write "-" and a space before each item',
        dash=dash[1],
    )
    return True


def _wide_bracket(at: Stumble, number: int, line: str) -> bool:
    before = line[: at.place.column] if at.place.line == number else line
    bracket = next(iter(_WIDE_BRACKET.finditer(before)), None)
    if bracket is None or BRACKETS[bracket[1]] in before:
        return False
    is_of_list = line[bracket.end() :].lstrip()[:1] in ("{", "｛")
    at.notes.report(
        "unreadable-file",
        "",
        Place(at.place.file, number, bracket.start(1) + 1),
        message='"{wide}" opens no list and no mapping: it is read as part of a text',
        remedy="use half-width [ ] instead of {wide}"
        if is_of_list
        else 'use half-width {{ }} instead of {wide}, ":" and a space after each key, '
        'and "," and a space between the entries',
        wide=bracket[1] + BRACKETS[bracket[1]],
    )
    return True


_TELLING_WIDE: tuple[Callable[[Stumble, int, str], bool], ...] = (
    _wide_space,
    _wide_dash,
    _wide_bracket,
)


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


def _report_list_without_key(at: Stumble) -> bool:
    """Whether a list stands below a line that has its value already, which has been reported."""
    if not _DASH.match(at.line):
        return False
    above = _line_around(at)
    if _DASH.match(above) or not _WITH_VALUE.search(above):
        return False
    section = _section_of(at.line)
    at.notes.report(
        "unreadable-file",
        "",
        Place(at.place.file, at.place.line, at.line.index("-") + 1),
        message="a list begins here, and the line above is not the key that it belongs to",
        remedy='write the key of the list above it, on a line of its own: "{section}:"'
        if section
        else "write the key of the list above it, on a line of its own, with nothing after the "
        "colon",
        section=section,
    )
    return True


def _line_around(at: Stumble) -> str:
    """The last line above the stumble that is neither empty nor a comment, and stands no further
    in: what stands further in belongs to what is above it."""
    lines = lines_of(at.text)[: at.place.line - 1]
    said = (line for line in reversed(lines) if line.split("#")[0].strip())
    return next((line for line in said if _indent(line) <= _indent(at.line)), "")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _section_of(line: str) -> str:
    """The key of the lists to whose items the words of the line belong; empty if to none, or to
    those of several keys alike."""
    words = set(_WORD.findall(line))
    lists = [k for form in (MATTER, REGISTRY) for k in form.keywords if k.shape is Shape.MANY]
    known = [len(words & FORMS[keyword.of].spelled.keys()) for keyword in lists]
    if not any(known) or known.count(max(known)) > 1:
        return ""
    keyword = lists[known.index(max(known))]
    return keyword.chinese if is_chinese(line) else keyword.name


def _report_second_colon(at: Stumble) -> None:
    if _report_list_without_key(at):
        return
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
    if _report_list_without_key(at):
        return
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
