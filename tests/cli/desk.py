"""The command line as tests use it: in this process, or as a program of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from typer.testing import CliRunner, Result

from govchain.cli.app import app

PROGRAM = [sys.executable, "-c", "from govchain.cli.app import main; main()"]
HOME = Path(__file__).resolve().parent.parent.parent


def run(*arguments: str, language: str = "en") -> Result:
    """Runs a command in this process, as if English were the language of the place."""
    return CliRunner().invoke(app, list(arguments), env=surroundings(language))


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
