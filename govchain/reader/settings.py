"""`govchain.toml`, or `[tool.govchain]` of `pyproject.toml`, → settings."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from govchain.findings import Place, Severity, Trouble
from govchain.model.settings import Limits, Settings
from govchain.model.vocabulary import LIMITS, SETTINGS, Setting
from govchain.reader.notes import Notes, listed, path
from govchain.reader.sources import relative
from govchain.reader.spelling import closest_of

SETTINGS_FILE = "govchain.toml"
PROJECT_FILE = "pyproject.toml"

_TABLE = "[tool.govchain"
_SPOT = re.compile(r"\(at line (\d+), column (\d+)\)")
_HEADER = re.compile(r"\s*\[([^\[\]]+)\]")
_KEY = re.compile(r"[\"']?([\w-]+)[\"']?\s*=")
_SEVERITIES = tuple(str(severity) for severity in Severity)


@dataclass(frozen=True, slots=True)
class SettingsReading:
    """The settings of a workspace, what of them could not be read, and the text of their file."""

    settings: Settings = field(default_factory=Settings)
    troubles: tuple[Trouble, ...] = ()
    sources: Mapping[str, str] = field(default_factory=dict)


def settings_file_in(folder: str) -> str | None:
    """The file in the folder that holds settings of a workspace, None if there is none."""
    own = os.path.join(folder, SETTINGS_FILE)
    if os.path.isfile(own):
        return own
    project = os.path.join(folder, PROJECT_FILE)
    try:
        with open(project, encoding="utf-8", errors="replace") as opened:
            return project if _TABLE in opened.read() else None
    except OSError:
        return None


def read_settings(folder: str) -> SettingsReading:
    """The settings in the folder. What is wrong with them is a trouble, and the default holds."""
    file = settings_file_in(folder)
    if file is None:
        return SettingsReading()
    name = relative(file)
    try:
        with open(file, "rb") as opened:
            content = opened.read()
    except OSError:
        content = b""
    text = content.decode("utf-8", "replace").removeprefix("\ufeff").replace("\r\n", "\n")
    is_project = file.endswith(PROJECT_FILE)
    settings, troubles = settings_of(name, text, is_project=is_project)
    return SettingsReading(
        settings, (*troubles, *_missing_paths(folder, name, text, settings)), {name: text}
    )


def settings_of(
    file: str, text: str, *, is_project: bool = False
) -> tuple[Settings, tuple[Trouble, ...]]:
    """The settings that the text of a settings file says."""
    page = _Page(Notes(file), text)
    try:
        table: Any = tomllib.loads(text)  # TOML's values are of many types
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        _report_toml(page, str(error))
        return Settings(), tuple(page.notes.troubles)
    if is_project:
        table = table.get("tool", {}).get("govchain", {})
    values = _values(page, "", table, SETTINGS)
    if "severity" in values:
        values["severity"] = _severities(page, values["severity"])
    if "limits" in values:
        values["limits"] = Limits(**_values(page, "limits", values["limits"], LIMITS))
    return Settings(**values), tuple(page.notes.troubles)


class _Page:
    """A settings file that is being read.

    TOML's parser does not tell where a key stands, so keys are looked for in the text, line by
    line, below the headers of their tables.
    """

    def __init__(self, notes: Notes, text: str) -> None:
        self.notes = notes
        self.text = text
        self._places: dict[tuple[str, str], Place] = {}
        table = ""
        for number, line in enumerate(text.split("\n"), 1):
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
        for number, line in enumerate(self.text.split("\n"), 1):
            column = max(line.find(f'"{text}"'), line.find(f"'{text}'"))
            if column >= 0:
                return Place(self.notes.file, number, column + 1)
        return Place(self.notes.file, 1, 1)


def _report_toml(page: _Page, problem: str) -> None:
    spot = _SPOT.search(problem)
    line, column = (int(spot[1]), int(spot[2])) if spot else (page.text.count("\n") + 1, 1)
    page.notes.report(
        "unreadable-file",
        "",
        Place(page.notes.file, line, column),
        message="the settings cannot be read as TOML: {problem}",
        remedy='write key = "value"; until then the defaults hold',
        problem=_SPOT.sub("", problem).strip(),
    )


def _values(page: _Page, where: str, table: object, known: tuple[Setting, ...]) -> dict[str, Any]:
    """The values of a table of settings, by the names of the model."""
    settings = {setting.name: setting for setting in known}
    values: dict[str, Any] = {}
    if not isinstance(table, dict):
        return values
    for key, value in table.items():
        setting = settings.get(key)
        if setting is None:
            _report_unknown(page, where, key, tuple(settings))
        elif _fits(setting, value):
            values[setting.attribute] = tuple(value) if isinstance(value, list) else value
        else:
            _report_value(page, where, setting, value)
    return values


def _fits(setting: Setting, value: object) -> bool:
    match setting.takes:
        case "texts":
            return isinstance(value, list) and all(isinstance(item, str) for item in value)
        case "count":
            return isinstance(value, int) and not isinstance(value, bool) and value >= 0
        case "table":
            return isinstance(value, dict)
        case _:
            return isinstance(value, str) and (not setting.words or value in setting.words)


def _severities(page: _Page, table: Mapping[str, object]) -> dict[str, Severity]:
    """The severity of each rule that names one. Which rules there are is not known here."""
    found: dict[str, Severity] = {}
    for rule, value in table.items():
        if value in _SEVERITIES:
            found[rule] = Severity(str(value))
        else:
            _report_word(page, path("severity", rule), rule, "severity", value, _SEVERITIES)
    return found


def _report_unknown(page: _Page, where: str, key: str, known: tuple[str, ...]) -> None:
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


def _report_word(
    page: _Page, subject: str, key: str, table: str, value: object, known: tuple[str, ...]
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


def _report_value(page: _Page, where: str, setting: Setting, value: object) -> None:
    subject, place = path(where, setting.name), page.place(where, setting.name)
    if setting.words:
        _report_word(page, subject, setting.name, where, value, setting.words)
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
        case _:
            page.notes.report(
                "wrong-shape",
                subject,
                place,
                message='the setting "{key}" takes one text',
                remedy='write {key} = "value"',
                key=setting.name,
            )


def _missing_paths(folder: str, file: str, text: str, settings: Settings) -> Iterator[Trouble]:
    page = _Page(Notes(file), text)
    for wanted in settings.paths:
        if not os.path.exists(os.path.join(folder, wanted)):
            page.notes.report(
                "bad-value",
                path("paths", wanted),
                page.place_of_text(wanted),
                message='there is no path "{path}"',
                remedy="write it as seen from the folder of the settings",
                path=wanted,
            )
    yield from page.notes.troubles
