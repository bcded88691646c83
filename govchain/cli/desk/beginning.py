"""How a command begins: its language, colours, workspace and date, as its common options say."""

from __future__ import annotations

import datetime
import os

import typer

from govchain.cli.desk.session import Session
from govchain.cli.files.replaceable import identities
from govchain.cli.terminal.language import LANGUAGES, settings_consulted, unknown_language
from govchain.cli.terminal.wrong_use import WrongUse


def begin(
    context: typer.Context,
    lang: str | None,
    no_color: bool,
    workspace: str | None,
    date: str | None,
    quiet: bool,
    force: bool = False,
) -> Session:
    """The session of a command; kept with the context, so that errors are told in its language."""
    session = Session(None, not no_color and _wants_colour(), workspace, None, quiet, force)
    context.find_root().obj = session
    _expect_working_folder()
    session.language = _language(lang)
    session.date = _date(date)
    session.paths = _paths_in(context)
    if lang is None and (unknown := unknown_language()):
        session.note(
            'GOVCHAIN_LANG says "{lang}", which is not a language of govchain: use zh or en',
            lang=unknown,
        )
    settings = settings_consulted(workspace, session.paths)
    session.settings = identities([settings] if settings else ())
    return session


def _expect_working_folder() -> None:
    try:
        os.getcwd()
    except OSError:
        raise WrongUse("the working folder is gone", "change into a folder that exists") from None


def _paths_in(context: typer.Context) -> tuple[str, ...]:
    """What the command line names and is a file or folder."""
    named = (context.params.get(name) or () for name in ("paths", "matter"))
    texts = (text for given in named for text in ([given] if isinstance(given, str) else given))
    return tuple(text for text in texts if os.path.exists(text))


def _language(lang: str | None) -> str | None:
    if lang is None or lang in LANGUAGES:
        return lang
    raise WrongUse('"{lang}" is not a language of govchain', "use zh or en", lang=lang)


def _date(text: str | None) -> datetime.date | None:
    if text is None:
        return None
    day: datetime.date | None
    try:
        day = datetime.date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day.isoformat() != text:  # Python knows other ways to write one
        raise WrongUse('"{date}" is not a date', "write it as 2026-06-01", date=text)
    return day


def _wants_colour() -> bool:
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
