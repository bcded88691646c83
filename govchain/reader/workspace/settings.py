"""`govchain.toml`, or `[tool.govchain]` of `pyproject.toml`, → settings."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from govchain.findings import Severity, Trouble
from govchain.language.settings import LIMITS, SETTINGS, Setting
from govchain.model.settings import Limits, Settings
from govchain.reader.ground.notes import Notes, path
from govchain.reader.text.decoding import decode
from govchain.reader.workspace.settings_file import PROJECT_FILE, settings_file_in, settings_table
from govchain.reader.workspace.settings_page import (
    Page,
    report_rule,
    report_table,
    report_toml,
    report_unknown,
    report_value,
    report_word,
)
from govchain.reader.workspace.sources import content_of, is_definition_file, leads_out, relative

_SEVERITIES = tuple(str(severity) for severity in Severity)


@dataclass(frozen=True, slots=True)
class SettingsReading:
    """The settings of a workspace, what of them could not be read, and the text of their file."""

    settings: Settings = field(default_factory=Settings)
    troubles: tuple[Trouble, ...] = ()
    sources: Mapping[str, str] = field(default_factory=dict)


def read_settings(folder: str, rules: Collection[str] | None = None) -> SettingsReading:
    """The settings in the folder. What is wrong with them is a trouble, and the default holds.

    `rules` are the names of the rules and families there are; None: names are not looked up.
    """
    file = settings_file_in(folder)
    if file is None:
        return SettingsReading()
    name = relative(file, folder)
    troubles: list[Trouble] = []
    if leads_out(file, folder, name, troubles):
        return SettingsReading(Settings(file=name), tuple(troubles))
    content = content_of(name, folder, troubles)
    text, is_readable = decode(Notes(name, troubles=troubles), content or b"")
    if not is_readable or content is None:
        return SettingsReading(Settings(file=name), tuple(troubles), {name: text})
    is_project = file.endswith(PROJECT_FILE)
    settings, found = settings_of(name, text, is_project=is_project, rules=rules)
    return SettingsReading(
        settings, (*found, *_wrong_paths(folder, name, text, settings)), {name: text}
    )


def settings_of(
    file: str, text: str, *, is_project: bool = False, rules: Collection[str] | None = None
) -> tuple[Settings, tuple[Trouble, ...]]:
    """The settings that the text of a settings file says.

    A selection of which a name is unknown selects nothing: all rules run.
    """
    page = Page(Notes(file), text.replace("\r\n", "\n"))
    try:
        table: Any = tomllib.loads(page.text)  # TOML's values are of many types
    except (ValueError, RecursionError) as error:  # ValueError: also a number without end
        report_toml(page, str(error))
        return Settings(file=file), tuple(page.notes.troubles)
    values = _values(page, "", settings_table(table) if is_project else table, SETTINGS)
    if "severity" in values:
        values["severity"] = _severities(page, values["severity"])
    if "limits" in values:
        values["limits"] = Limits(**_values(page, "limits", values["limits"], LIMITS))
    if rules is not None and not _are_rules(page, values, rules):
        values.pop("select", None)
    return Settings(**values, file=file), tuple(page.notes.troubles)


def _are_rules(page: Page, values: Mapping[str, Any], rules: Collection[str]) -> bool:
    """Whether all that is selected is known; what is unknown of all that names rules is told."""
    unknown = {
        key: [name for name in values.get(key, ()) if name not in rules]
        for key in ("select", "ignore", "severity")
    }
    for key, names in unknown.items():
        for name in names:
            report_rule(page, key, name, tuple(sorted(rules)))
    return not unknown["select"]


def _values(page: Page, where: str, table: object, known: tuple[Setting, ...]) -> dict[str, Any]:
    """The values of a table of settings, by the names of the model."""
    settings = {setting.name: setting for setting in known}
    values: dict[str, Any] = {}
    if not isinstance(table, dict):
        report_table(page)
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
            return isinstance(value, str) and (
                value in setting.words if setting.words else bool(value.strip())
            )


def _severities(page: Page, table: Mapping[str, object]) -> dict[str, Severity]:
    """The severity of each rule that names one. Which rules there are is not known here."""
    found: dict[str, Severity] = {}
    for rule, value in table.items():
        if value in _SEVERITIES:
            found[rule] = Severity(str(value))
        else:
            report_word(page, path("severity", rule), rule, "severity", value, _SEVERITIES)
    return found


def _wrong_paths(folder: str, file: str, text: str, settings: Settings) -> Iterator[Trouble]:
    page = Page(Notes(file), text)
    for wanted in settings.paths:
        place = os.path.join(folder, wanted)
        is_empty, is_there = not wanted.strip(), os.path.exists(place)
        if is_there and not is_empty and is_to_be_read(place):
            continue
        page.notes.report(
            "bad-value",
            path("paths", wanted),
            page.place_of_text(wanted),
            message="a path is empty"
            if is_empty
            else '"{path}" is neither a folder nor a definition file'
            if is_there
            else 'there is no path "{path}"',
            remedy='write "." for the folder of the settings'
            if is_empty
            else "name a folder, or a .yaml or .yml file"
            if is_there
            else "write it as seen from the folder of the settings",
            path=wanted,
        )
    yield from page.notes.troubles


def is_to_be_read(place: str) -> bool:
    """What `paths` may name: folders, and definition files that no link stands for."""
    if os.path.isdir(place):
        return True
    if "\0" in place:  # no name that a file could have
        return False
    return is_definition_file(place) and is_definition_file(os.path.realpath(place))
