"""`govchain.toml`, or `[tool.govchain]` of `pyproject.toml`, → settings."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from govchain.findings import Severity, Trouble
from govchain.model.settings import Limits, Settings
from govchain.model.vocabulary import LIMITS, SETTINGS, Setting
from govchain.reader.notes import Notes, path
from govchain.reader.settings_file import PROJECT_FILE, settings_file_in
from govchain.reader.settings_page import (
    Page,
    report_toml,
    report_unknown,
    report_value,
    report_word,
)
from govchain.reader.sources import closed_file, relative

_SEVERITIES = tuple(str(severity) for severity in Severity)


@dataclass(frozen=True, slots=True)
class SettingsReading:
    """The settings of a workspace, what of them could not be read, and the text of their file."""

    settings: Settings = field(default_factory=Settings)
    troubles: tuple[Trouble, ...] = ()
    sources: Mapping[str, str] = field(default_factory=dict)


def read_settings(folder: str) -> SettingsReading:
    """The settings in the folder. What is wrong with them is a trouble, and the default holds."""
    file = settings_file_in(folder)
    if file is None:
        return SettingsReading()
    name = relative(file)
    try:
        with open(file, "rb") as opened:
            content = opened.read()
    except OSError as error:
        return SettingsReading(troubles=(closed_file(name, error),))
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
    page = Page(Notes(file), text)
    try:
        table: Any = tomllib.loads(text)  # TOML's values are of many types
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        report_toml(page, str(error))
        return Settings(), tuple(page.notes.troubles)
    if is_project:
        table = table.get("tool", {}).get("govchain", {})
    values = _values(page, "", table, SETTINGS)
    if "severity" in values:
        values["severity"] = _severities(page, values["severity"])
    if "limits" in values:
        values["limits"] = Limits(**_values(page, "limits", values["limits"], LIMITS))
    return Settings(**values), tuple(page.notes.troubles)


def _values(page: Page, where: str, table: object, known: tuple[Setting, ...]) -> dict[str, Any]:
    """The values of a table of settings, by the names of the model."""
    settings = {setting.name: setting for setting in known}
    values: dict[str, Any] = {}
    if not isinstance(table, dict):
        return values
    for key, value in table.items():
        setting = settings.get(key)
        if setting is None:
            report_unknown(page, where, key, tuple(settings))
        elif _fits(setting, value):
            values[setting.attribute] = tuple(value) if isinstance(value, list) else value
        else:
            report_value(page, where, setting, value)
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


def _severities(page: Page, table: Mapping[str, object]) -> dict[str, Severity]:
    """The severity of each rule that names one. Which rules there are is not known here."""
    found: dict[str, Severity] = {}
    for rule, value in table.items():
        if value in _SEVERITIES:
            found[rule] = Severity(str(value))
        else:
            report_word(page, path("severity", rule), rule, "severity", value, _SEVERITIES)
    return found


def _missing_paths(folder: str, file: str, text: str, settings: Settings) -> Iterator[Trouble]:
    page = Page(Notes(file), text)
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
