"""`govchain init`: a small workspace that analyses at once."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from govchain.cli.desk.beginning import begin
from govchain.cli.line import options
from govchain.cli.terminal.refusals import refused
from govchain.cli.terminal.wrong_use import WrongUse


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
    if workspace is not None:
        raise WrongUse(
            "a new workspace is made in DIR, so --workspace names nothing",
            "did you mean `govchain init {folder}`?",
            folder=workspace,
        )
    from govchain.cli.desk.drafts.first_workspace import FOLDER, all_files, files_in
    from govchain.cli.files.staging import make_files, take_back
    from govchain.reader.workspace.left_out import definitions_beside

    files = files_in(session.words.language)
    take_back(str(folder), all_files())
    _expect_nothing(folder, files)
    try:
        make_files(str(folder), files)
    except FileExistsError as error:  # since we looked, somebody was quicker
        _expect_nothing(folder, files)
        raise refused(str(folder), error) from error
    except OSError as error:
        raise refused(str(folder), error) from error
    for path in files:
        session.note('written: "{file}"', file=str(folder / path))
    for file in definitions_beside(str(folder), str(folder / FOLDER)):
        session.note(
            'not read from now on: "{file}"; name it under `paths` in the settings to read it',
            file=str(folder / file),
        )
    session.note("next: govchain analyze {folder}", folder=str(folder))


def _expect_nothing(folder: Path, files: Iterable[str]) -> None:
    there = [path for path in files if os.path.lexists(folder / path)]
    if there:
        raise WrongUse(
            '"{file}" is already there; nothing was written',
            "name another folder",
            file=str(folder / there[0]),
        )
