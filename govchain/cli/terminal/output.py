"""What goes to stdout, and what to stderr."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TextIO

import typer

from govchain.cli.terminal.refusals import hint_for
from govchain.cli.terminal.wrong_use import WrongUse
from govchain.reporting.places import visible
from govchain.reporting.style import PIPED

_AT_ONCE = 64 * 1024
"""So many characters are written together."""
_WIDEST = 9
"""How many digits a width has at most; what has more is none."""


def print_result(text: str) -> None:
    """Writes to stdout, in UTF-8 whatever the locale; a reader that has gone ends it quietly.

    WrongUse where stdout is closed or cannot take it.
    """
    print_content(in_bytes([text]))


def in_bytes(pieces: Iterable[str]) -> Iterator[bytes]:
    """A result as it goes to stdout or into a file, many characters at once: UTF-8, and what is no
    text told as such."""
    waiting: list[str] = []
    length = 0
    for piece in pieces:
        waiting.append(piece)
        length += len(piece)
        if length >= _AT_ONCE:
            yield _encoded(waiting)
            waiting, length = [], 0
    yield _encoded(waiting)


def _encoded(pieces: Iterable[str]) -> bytes:
    return "".join(pieces).encode(errors="backslashreplace")


def print_content(pieces: Iterable[bytes]) -> None:
    """Writes to stdout what is UTF-8 already, as `print_result` does."""
    if sys.stdout is None:
        raise WrongUse("stdout is closed", "name a file with -o, or open stdout")
    try:
        sys.stdout.flush()
        stream = getattr(sys.stdout, "buffer", None)
        if stream is None:
            sys.stdout.write(b"".join(pieces).decode())
        else:
            for piece in pieces:
                stream.write(piece)
            stream.flush()
    except OSError as error:
        if not isinstance(end := unwritten(error), typer.Exit):
            raise end from error


def is_stdout(file: Path | None) -> bool:
    """Whether a result goes there: no file is named, or `-`, which other tools take for it."""
    return file is None or str(file) == "-"


def unwritten(error: OSError) -> Exception:
    """How a command ends whose stdout takes no more: quietly where its reader has gone."""
    let_go_of(sys.stdout)
    if isinstance(error, BrokenPipeError):
        return typer.Exit()
    why = error.strerror or ""
    return WrongUse("the result cannot be written to stdout: {why}", hint_for(error), why=why)


def print_note(text: str) -> None:
    """Writes a line to stderr: a note, never a result; where nobody can hear it, it is dropped."""
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(visible(text).encode(errors="backslashreplace").decode() + "\n")
        sys.stderr.flush()
    except (OSError, UnicodeEncodeError):
        let_go_of(sys.stderr)


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a person sees what is written there."""
    return stream is not None and stream.isatty()


def terminal_width() -> int:
    """The cells of a line: what `COLUMNS` says, else the terminal's."""
    return shutil.get_terminal_size().columns


def piped_width() -> int:
    """The cells of a line of a text that no terminal shows: what `COLUMNS` says, else the usual."""
    said = os.environ.get("COLUMNS", "")
    is_width = said.isdecimal() and len(said) <= _WIDEST
    return int(said) or PIPED if is_width else PIPED


def let_go_of(stream: TextIO) -> None:
    """What is still to be flushed at the end of the program goes nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
