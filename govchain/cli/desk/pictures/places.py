"""Where pictures go: files that say by their endings what they hold, and ordinary folders."""

from __future__ import annotations

import os
from pathlib import Path

from govchain import drawing
from govchain.cli.terminal.output import is_stdout
from govchain.cli.terminal.refusals import hint_for
from govchain.cli.terminal.wrong_use import WrongUse
from govchain.reporting.words import noted

_ENDINGS = {"mermaid": "mmd"}
_OTHER_PICTURES = ("jpg", "jpeg", "gif", "webp", "eps", "ps", "html")
"""Endings of what people want pictures in and no format here makes."""
FOLDER = Path("diagrams")
"""Where several pictures go unless `-o` names another folder."""


def ending_of(format: str) -> str:
    """The ending of files of a format."""
    return _ENDINGS.get(format, format)


def format_of(file: Path | None) -> str:
    """The format that the name of the file says; svg where it says none."""
    ending = file.suffix.removeprefix(".").lower() if file and not os.path.isdir(file) else ""
    return _formats_by_ending().get(ending, "svg")


def _formats_by_ending() -> dict[str, str]:
    return {ending_of(known): known for known in drawing.formats()}


def file_at(output: Path | None, name: str) -> Path | None:
    """The file that is named; where that is a folder, the one of this name in it."""
    if output is None or is_stdout(output) or not os.path.isdir(output):
        return output
    expect_plain(output / name)
    return output / name


def is_named_as_file(output: Path) -> bool:
    """Whether its name ends as that of a picture does, and no folder is called so."""
    endings = (*map(ending_of, drawing.formats()), *_OTHER_PICTURES)
    return output.suffix.removeprefix(".").lower() in endings and not os.path.isdir(output)


def expect_plain(place: Path) -> None:
    """WrongUse where a place that nobody named on the command line is a link, which may lead out,
    or a pipe or device, which could keep us waiting."""
    hint = noted("delete it, or name another folder with -o")
    if os.path.islink(place):
        raise WrongUse('"{file}" is a link, and might lead elsewhere', hint, file=str(place))
    if os.path.exists(place) and not (os.path.isfile(place) or os.path.isdir(place)):
        raise WrongUse('"{file}" is no ordinary file', hint, file=str(place))


def expect_ending(file: Path | None, format: str) -> None:
    """WrongUse where the name of the file says another format than will stand in it."""
    ending = file.suffix.removeprefix(".").lower() if file else ""
    wanted = _formats_by_ending().get(ending)
    if file is None or wanted == format or not (wanted or ending in _OTHER_PICTURES):
        return
    own = file.with_suffix(f".{ending_of(format)}")
    raise WrongUse(
        '"{file}" would hold {format}, and its name says {ending}',
        'write --format {wanted}, or name it "{own}"'
        if wanted
        else 'name it "{own}"; no format here is {ending}',
        file=str(file),
        format=format,
        ending=ending,
        wanted=wanted,
        own=str(own),
    )


def make_folder(folder: Path) -> None:
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        why = error.strerror or ""
        hint = hint_for(error) or noted("name a folder, or one matter")
        raise WrongUse(
            'the folder "{folder}" cannot be made: {why}', hint, folder=str(folder), why=why
        ) from error
