"""The programs that are measured, and their yardsticks."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

from benchmarks.processes import Failed, Program, output_of

BARE = Program((sys.executable, "-c", "pass"))
"""The yardstick of starting: the interpreter of the same environment, doing nothing."""


def raw(folder: Path) -> Program:
    """The yardstick of work: PyYAML's C loader over the same files."""
    return Program((sys.executable, str(Path(__file__).with_name("raw.py")), str(folder)))


def module(name: str, *arguments: str) -> Program:
    """A module of this room, in a process of its own."""
    return Program((sys.executable, "-m", name, *arguments))


def govchain(*arguments: str) -> Program:
    """The command as installed beside the interpreter."""
    return Program((str(Path(sys.executable).with_name("govchain")), *arguments))


def completion(typed: str) -> Program:
    """What a shell runs when somebody asks it to complete these words."""
    environment = {
        "_GOVCHAIN_COMPLETE": "complete_bash",
        "COMP_WORDS": typed,
        "COMP_CWORD": str(typed.count(" ")),
    }
    return Program(govchain().words, environment=environment)


def analyze(folder: Path, jobs: int = 1) -> Program:
    """Everything on, benefits included, in a format for programs."""
    shared = ("--jobs", str(jobs)) if takes("--jobs") else ()
    run = govchain("analyze", "--format", "json", "--date", "2026-06-01", *shared, str(folder))
    home = str(folder.absolute().parent)
    keeping = {"XDG_CACHE_HOME": str(kept_beside(folder)), "HOME": home, "GOVCHAIN_NO_CACHE": ""}
    return replace(run, environment=keeping)


def kept_beside(folder: Path) -> Path:
    """Where it is kept what runs over the workspace found out, and nothing else."""
    return folder.absolute().with_name(f"{folder.name}-kept")


def analyze_cold(folder: Path, jobs: int = 1) -> Program:
    """The same as on the first day: what earlier runs found out is forgotten."""
    return analyze(folder, jobs).after(
        lambda: shutil.rmtree(kept_beside(folder), ignore_errors=True)
    )


def nothing_at(folder: Path) -> None:
    """Leaves the folder as it is."""


def analyze_again(folder: Path, after: Callable[[Path], None] = nothing_at) -> Program:
    """The same after a run and what is done to the folder then."""

    def before() -> None:
        if takes("--no-cache"):
            see_what_is_left(folder)
        after(folder)

    return analyze(folder).after(before)


def see_what_is_left(folder: Path) -> None:
    """Failed unless a run has left something where a cold one forgets it."""
    if not kept_beside(folder).is_dir():
        raise Failed(f"a run left no {kept_beside(folder)}: where it is kept is never forgotten")


@cache
def takes(option: str) -> bool:
    """Whether `analyze` has the option today."""
    told = output_of(govchain("analyze", "--help"))
    return re.search(rf"(?<![\w-]){option}(?![\w-])", told) is not None
