"""Workspaces in several versions, and what `govchain diff` says of them."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

from tests.cli.desk import run

DATE = ("--date", "2026-06-01")


def git(folder: Path, *arguments: str, given: bytes = b"") -> str:
    names = {
        f"GIT_{who}_{what}": "x" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
    }
    done = subprocess.run(
        ["git", "-c", "protocol.file.allow=always", *arguments],
        cwd=folder,
        env={**os.environ, **names, "GIT_CONFIG_GLOBAL": os.devnull},
        input=given,
        capture_output=True,
        check=True,
    )
    return done.stdout.decode().strip()


def write(folder: Path, **texts: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")


def visits(*arguments: str) -> tuple[float, float]:
    told = compared(*arguments)
    change = told["sums"]["all"]["worst"]["visits"]
    return change["before"], change["after"]


def compared(*arguments: str) -> dict[str, Any]:
    said = run("diff", *arguments, *DATE, "--format", "json")
    assert said.exit_code == 0, said.stderr
    told: dict[str, Any] = json.loads(said.stdout)
    return told
