"""Kept answers as tests see them."""

from __future__ import annotations

import ast
from hashlib import sha256
from pathlib import Path

from typer.testing import Result

from tests.cli.desk import run

KEPT = "this was kept\n"


def answers_in(folder: Path) -> list[Path]:
    """The files of the answers that are kept in the cache folder."""
    return [path for path in folder.rglob("*") if len(path.name) == 64]


def mark(folder: Path) -> None:
    """All that is kept now says so when it is told again; whole and unaltered as it is."""
    for file in answers_in(folder):
        _, about, _ = file.read_bytes().split(b"\n", 2)
        key, status, said = ast.literal_eval(about.decode())
        write(file, key, status, said)


def write(file: Path, key: str, status: int, said: list[str | None]) -> None:
    """An answer in the form in which answers are kept."""
    content = repr((key, status, said)).encode() + b"\n" + KEPT.encode()
    hashed = sha256(content).hexdigest().encode()
    file.write_bytes(b"govchain.answer/1 " + hashed + b"\n" + content)


def told(result: Result) -> tuple[int, str, str]:
    """All that a command tells: status, stdout, stderr."""
    return result.exit_code, result.stdout, result.stderr


def fresh(*command: str, language: str = "en") -> tuple[int, str, str]:
    """What it tells when it works everything out anew."""
    return told(run(*command, "--no-cache", language=language))
