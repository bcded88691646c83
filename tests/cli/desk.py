"""The command line as tests use it: in this process, or as a program of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from typer.core import TyperCommand, TyperGroup
from typer.main import get_command
from typer.testing import CliRunner, Result

from govchain.cli.app import app

PROGRAM = [sys.executable, "-c", "from govchain.cli.app import main; main()"]
HOME = Path(__file__).resolve().parent.parent.parent


def run(*arguments: str, language: str = "en") -> Result:
    """Runs a command in this process, as if English were the language of the place."""
    return CliRunner().invoke(app, list(arguments), env=surroundings(language))


def commands() -> Mapping[str, TyperCommand]:
    """All commands by their names, as typer knows them."""
    desk = get_command(app)
    assert isinstance(desk, TyperGroup)
    return desk.commands  # type: ignore[return-value]  # a group holds groups too, ours does not


def program(
    *arguments: str, folder: Path, hidden: tuple[str, ...] = (), **surrounding: str
) -> subprocess.CompletedProcess[bytes]:
    """Runs a command as a program in a folder."""
    environment = {**os.environ, **surroundings("en"), "PYTHONPATH": str(HOME), **surrounding}
    for name in hidden:
        environment.pop(name, None)
    return subprocess.run(
        [*PROGRAM, *arguments], cwd=folder, env=environment, capture_output=True, check=False
    )


def surroundings(language: str) -> dict[str, str]:
    return {"GOVCHAIN_LANG": language, "LC_ALL": "C.UTF-8", "COLUMNS": "100"}
