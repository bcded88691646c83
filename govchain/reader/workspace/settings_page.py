"""The text of a settings file: where its keys stand, and what is wrong with them."""

from __future__ import annotations

import re
from functools import cached_property

from govchain.findings import Place
from govchain.language.settings import Setting
from govchain.model.characters import lines_of
from govchain.reader.ground.notes import Notes, listed, path
from govchain.reader.ground.spelling import closest_of
from govchain.reader.text.decoding import place_at

_SPOT = re.compile(r"\(at line (\d++), column (\d++)\)")

_HEADER = re.compile(r"\s*+\[([^\[\]]++)\]")

_QUOTED = re.compile(r"\"([^\"]*+)\"|'([^']*+)'")

_KEY = re.compile(r"(?<![\w-])([\w-]++)[\"']?+\s*+=")


class Page:
    """A settings file that is being read.

    TOML's parser does not tell where a key stands, so keys are looked for in the text, line by
    line, below the headers of their tables.
    """

    def __init__(self, notes: Notes, text: str) -> None:
        self.notes = notes
        self.text = text
        self._places: dict[tuple[str, str], Place] = {}
        table = ""
        for number, line in enumerate(lines_of(text), 1):
            header = _HEADER.match(line)
            if header:
                table = header[1].removeprefix("tool.govchain").lstrip(".")
                self._places.setdefault(("", table), Place(notes.file, number, 1))
            for key in _KEY.finditer(line):
                place = Place(notes.file, number, key.start(1) + 1)
                self._places.setdefault((table, key[1]), place)

    def place(self, table: str, key: str) -> Place:
        """Where a key of a table stands, else the table, else the beginning of the file."""
        start = Place(self.notes.file, 1, 1)
        known = self._places
        return known.get((table, key)) or known.get(("", key)) or known.get(("", table), start)

    def place_of_text(self, text: str) -> Place:
        """Where a text stands in quotes; else the beginning of the file."""
        return self._quoted.get(text, Place(self.notes.file, 1, 1))

    @cached_property
    def _quoted(self) -> dict[str, Place]:
        """Where each text stands in quotes for the first time."""
        found: dict[str, Place] = {}
        for number, line in enumerate(lines_of(self.text), 1):
            for text in _QUOTED.finditer(line):
                place = Place(self.notes.file, number, text.start() + 1)
                found.setdefault(text[1] or text[2] or "", place)
        return found


def report_toml(page: Page, problem: str) -> None:
    spot = _SPOT.search(problem)
    last = len(page.text) - len(lines_of(page.text)[-1])
    index = _index_of(page, int(spot[1]), int(spot[2])) if spot else last
    is_return = page.text[index : index + 1] == "\r"
    page.notes.report(
        "unreadable-file",
        "",
        place_at(page.notes.file, page.text, index),
        message="a carriage return by itself, which ends no line in TOML, stands here"
        if is_return
        else "the settings cannot be read as TOML: {problem}",
        remedy="save the file with the line ends of Unix or Windows"
        if is_return
        else 'write key = "value"; until then the defaults hold',
        problem=_SPOT.sub("", problem).strip(),
    )


def _index_of(page: Page, line: int, column: int) -> int:
    """Where the parser of TOML stopped, for which a carriage return ends no line."""
    before = page.text.split("\n")[: line - 1]
    return sum(len(row) + 1 for row in before) + column - 1


def report_unknown(page: Page, where: str, key: str, known: tuple[str, ...]) -> None:
    suggestion = closest_of(key, known)
    page.notes.report(
        "unknown-key",
        path(where, key),
        page.place(where, key),
        message='no setting "{key}" is known',
        remedy='did you mean "{suggestion}"?' if suggestion else "use one of: {known}",
        key=path(where, key),
        suggestion=suggestion,
        known=listed(known),
    )


def report_table(page: Page) -> None:
    page.notes.report(
        "wrong-shape",
        "tool.govchain",
        page.place("", ""),
        message="the settings of govchain are one table",
        remedy="write [tool.govchain] on a line of its own, once",
    )


def report_rule(page: Page, key: str, name: str, known: tuple[str, ...]) -> None:
    """A name under `select`, `ignore` or `severity` that is neither a rule nor a family."""
    suggestion = closest_of(name, known)
    place = page.place(key, name) if key == "severity" else page.place_of_text(name)
    page.notes.report(
        "bad-value",
        path(key, name),
        place,
        message='"{value}" is neither a rule nor a family',
        remedy='did you mean "{suggestion}"?' if suggestion else "`govchain rules` lists them",
        value=name,
        suggestion=suggestion,
    )


def report_word(
    page: Page, subject: str, key: str, table: str, value: object, known: tuple[str, ...]
) -> None:
    suggestion = closest_of(str(value), known)
    page.notes.report(
        "bad-value",
        subject,
        page.place(table, key),
        message='"{value}" is not a value of "{key}"',
        remedy='did you mean "{suggestion}"?' if suggestion else "use one of: {known}",
        value=str(value),
        key=subject,
        suggestion=suggestion,
        known=listed(known),
    )


def report_value(page: Page, where: str, setting: Setting, value: object) -> None:
    subject, place = path(where, setting.name), page.place(where, setting.name)
    if setting.words:
        report_word(page, subject, setting.name, where, value, setting.words)
        return
    match setting.takes:
        case "texts":
            page.notes.report(
                "wrong-shape",
                subject,
                place,
                message='the setting "{key}" takes a list of texts',
                remedy='write {key} = ["one", "two"]',
                key=setting.name,
            )
        case "count":
            page.notes.report(
                "bad-value",
                subject,
                place,
                message='the setting "{key}" takes a whole number',
                remedy="write digits without quotes",
                key=setting.name,
            )
        case "table":
            page.notes.report(
                "wrong-shape",
                subject,
                place,
                message='the setting "{key}" takes a table',
                remedy="write [{key}] on a line of its own, and below it name = value",
                key=setting.name,
            )
        case _ if isinstance(value, str):
            page.notes.report(
                "bad-value",
                subject,
                place,
                message='the setting "{key}" is empty',
                remedy='write {key} = "value", or leave the line out',
                key=setting.name,
            )
        case _:
            page.notes.report(
                "wrong-shape",
                subject,
                place,
                message='the setting "{key}" takes one text',
                remedy='write {key} = "value"',
                key=setting.name,
            )
