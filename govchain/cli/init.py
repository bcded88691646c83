"""`govchain init`: a small workspace that analyses at once."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from govchain.cli import options
from govchain.cli.session import begin
from govchain.cli.wrong_use import WrongUse


def init(
    context: typer.Context,
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="The folder; default: the current one.")
    ] = Path("."),
    lang: options.Lang = None,
    no_color: options.NoColor = False,
    workspace: options.Workspace = None,
    date: options.Date = None,
    quiet: options.Quiet = False,
) -> None:
    """Make a small workspace that analyses at once; overwrites nothing."""
    session = begin(context, lang, no_color, workspace, date, quiet)
    from govchain.cli.first_workspace import files_in

    files = files_in(session.words.language)
    there = [path for path in files if os.path.exists(folder / path)]
    if there:
        raise WrongUse(
            '"{file}" is already there; nothing was written',
            "name another folder",
            file=str(folder / there[0]),
        )
    try:
        for path, text in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            with open(folder / path, "x", encoding="utf-8", newline="\n") as sheet:
                sheet.write(text)
    except OSError as error:
        why = error.strerror or ""
        raise WrongUse('"{file}" cannot be written: {why}', file=str(folder), why=why) from error
    for path in files:
        session.note('written: "{file}"', file=str(folder / path))
    session.note("next: govchain analyze {folder}", folder=str(folder))
