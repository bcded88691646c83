"""Pages that are done as they say: their files are written, their commands run."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import chdir
from pathlib import Path

from typer.testing import CliRunner

from govchain.cli.app import app

HOME = Path(__file__).parents[2]
LEFT_OUT = "…"
"""Stands in shown output for lines that are left out."""

SET_BY_OTHERS = ("GOVCHAIN_LANG", "COLUMNS")
_PLAIN = re.compile(r"govchain [^|&;<>$`]*")
_BLOCK = re.compile(
    r"((?:[^\n]+\n)*)\n?```(console|diff|python|toml|yaml)\n(.*?)^```", re.DOTALL | re.MULTILINE
)
_COMMAND = re.compile(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)


def blocks_of(text: str) -> list[tuple[str, str, str]]:
    """The blocks of a page in order: the paragraph above each, its kind, what it holds."""
    return _BLOCK.findall(text)


def commands_in(console: str) -> Iterator[tuple[str, list[str]]]:
    """The commands of a console block without their comments, each with the lines shown of it."""
    for line, shown in _COMMAND.findall(console):
        yield line.split("  #")[0].strip(), shown.splitlines()


def run(command: str | list[str], folder: Path) -> str:
    """What the command prints in the folder, in the language of its settings; it must end well.

    A plain `govchain …` runs in this process, without a second's start; all else in a shell.
    """
    if isinstance(command, str) and _PLAIN.fullmatch(command):
        with chdir(folder):
            unset = dict.fromkeys(SET_BY_OTHERS)
            told = CliRunner().invoke(app, shlex.split(command, comments=True)[1:], env=unset)
        assert told.exit_code == 0, f"{command}\n{told.stdout}\n{told.stderr}"
        return told.stdout
    environment = os.environ | {"PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}
    for name in SET_BY_OTHERS:
        environment.pop(name, None)
    result = subprocess.run(
        command,
        cwd=folder,
        env=environment,
        shell=isinstance(command, str),
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, f"{command}\n{result.stdout}\n{result.stderr}"
    return result.stdout


def is_shown(shown: Sequence[str], printed: Sequence[str]) -> bool:
    """The lines are those printed; `…` stands for any number of them."""
    if not shown:
        return not printed
    if shown[0] == LEFT_OUT:
        return any(is_shown(shown[1:], printed[n:]) for n in range(len(printed) + 1))
    return bool(printed) and shown[0] == printed[0] and is_shown(shown[1:], printed[1:])
