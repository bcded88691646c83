"""Which language a person is spoken to in: `--lang`, `GOVCHAIN_LANG`, the settings, the locale.

It is asked before the command line is understood, for whoever mistyped it is told so too.
"""

from __future__ import annotations

import os
from collections.abc import Sequence

from govchain.reader.workspace.settings_file import (
    language_set_in,
    settings_file_above,
    settings_file_in,
)
from govchain.reporting.words import Words, words

LANGUAGES = ("zh", "en")
_LANG = ("--lang",)
_WORKSPACE = ("--workspace", "-w")


def environment_language() -> str | None:
    """`GOVCHAIN_LANG`, where it names a language we speak."""
    chosen = os.environ.get("GOVCHAIN_LANG", "")
    return next((language for language in LANGUAGES if chosen.startswith(language)), None)


def unknown_language() -> str | None:
    """What `GOVCHAIN_LANG` says, where that names no language we speak."""
    chosen = os.environ.get("GOVCHAIN_LANG", "").strip()
    return chosen if chosen and environment_language() is None else None


def settings_language(workspace: str | None, paths: Sequence[str] = ()) -> str | None:
    """What the settings of the workspace say: of the one named, else that of the first path."""
    file = settings_consulted(workspace, paths)
    said = language_set_in(file) if file else None
    return next((language for language in LANGUAGES if language == said), None)


def settings_consulted(workspace: str | None, paths: Sequence[str] = ()) -> str | None:
    """The file of these settings, if there is one."""
    if workspace is not None:
        return settings_file_in(workspace)
    return settings_file_above(next(iter(paths), os.curdir))


def locale_language() -> str:
    """The language of the locale: Chinese or English."""
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    set_ = next((value for name in names if (value := os.environ.get(name))), "")
    return "zh" if set_.startswith("zh") else "en"


def spoken_to(arguments: Sequence[str]) -> Words:
    """The words for whoever wrote these arguments, understood or not."""
    asked = _value_of(_LANG, arguments)
    return words(
        (asked if asked in LANGUAGES else None)
        or environment_language()
        or settings_language(_value_of(_WORKSPACE, arguments))
        or locale_language()
    )


def _value_of(option: Sequence[str], arguments: Sequence[str]) -> str | None:
    """What the option is given, as `--lang zh` or `--lang=zh`; of several the last counts."""
    value = None
    for position, argument in enumerate(arguments):
        for name in option:
            if argument == name:
                value = next(iter(arguments[position + 1 :]), None)
            elif argument.startswith(f"{name}="):
                value = argument.removeprefix(f"{name}=")
    return value
