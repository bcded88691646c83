"""Runs programs as a user would, each in a process of its own, and says what they cost.

Machines are shared, so what counts is CPU time and its ratio to a yardstick that took turns with
it in the same run. A process inherits the memory mark of the one that starts it, so this one stays
small: heavy work is measured in processes of its own.
"""

from __future__ import annotations

import hashlib
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Timer
from time import perf_counter
from typing import IO

LONGEST = 600.0
"""Seconds after which a run is given up, where nothing else is said."""

TRACE = b"Traceback (most recent call last)"
"""What a program says that broke; it ends like one that found something."""

Started = subprocess.Popen[bytes]

_KILOBYTES_PER_MB = 1024 if sys.platform != "darwin" else 1024 * 1024


class Failed(Exception):
    """A program that was to be measured did not do its work; its last words."""


def _nothing() -> None:
    """What comes before most programs."""


@dataclass(frozen=True, slots=True)
class Program:
    """What is run: its words, where, what its environment has beside ours.

    `before` is done ahead of each run, and not counted.
    """

    words: tuple[str, ...]
    folder: Path | None = None
    environment: Mapping[str, str] = field(default_factory=dict)
    before: Callable[[], None] = _nothing

    def after(self, before: Callable[[], None]) -> Program:
        """The same program, that being done ahead of each run."""
        return replace(self, before=before)


@dataclass(frozen=True, slots=True)
class Cost:
    """CPU seconds (user and system), seconds on the clock, and peak resident memory in MB.

    `given_up`: it was ended after the longest time, so it costs at least this.
    """

    cpu: float
    wall: float
    memory: float
    given_up: bool = False


def alternated(
    programs: Mapping[str, Program], rounds: int, longest: float = LONGEST
) -> dict[str, Cost]:
    """What each costs: the median of rounds in which all take turns.

    A program that takes longer than so many seconds is given up, and not tried again.
    """
    costs: dict[str, list[Cost]] = {name: [] for name in programs}
    for _ in range(rounds):
        for name, program in programs.items():
            if not any(cost.given_up for cost in costs[name]):
                costs[name].append(cost_of(program, longest))
    return {name: _median(found) for name, found in costs.items()}


def cost_of(program: Program, longest: float = LONGEST) -> Cost:
    """What one run costs; Failed where it ends with a fault."""
    program.before()
    with tempfile.TemporaryFile() as words:
        begin = perf_counter()
        process = _started(program, subprocess.DEVNULL, words)
        timer = Timer(longest, process.kill)
        timer.start()
        _, status, usage = os.wait4(process.pid, 0)
        wall = perf_counter() - begin
        given_up = not timer.is_alive()
        timer.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        if not given_up:
            _see_sound(program, process.returncode, words)
    memory = usage.ru_maxrss / _KILOBYTES_PER_MB
    return Cost(usage.ru_utime + usage.ru_stime, wall, memory, given_up)


def digest_of(program: Program) -> str:
    """A mark of what a program prints; Failed where that is nothing, or it ends with a fault."""
    program.before()
    with tempfile.TemporaryFile() as printed, tempfile.TemporaryFile() as words:
        _see_sound(program, _started(program, printed, words).wait(), words)
        if not printed.tell():
            raise Failed(f"{_called(program)}: nothing was printed")
        printed.seek(0)
        return hashlib.file_digest(printed, "sha256").hexdigest()


def _started(program: Program, printed: int | IO[bytes], words: int | IO[bytes]) -> Started:
    environment = {**os.environ, **program.environment}
    return subprocess.Popen(
        program.words, stdout=printed, stderr=words, cwd=program.folder, env=environment
    )


def _see_sound(program: Program, status: int, words: IO[bytes]) -> None:
    """Failed unless it ended as one ends that has done its work: 1 says that it found something."""
    words.seek(0)
    told = words.read()
    if status not in (0, 1) or TRACE in told:
        raise Failed(f"{_called(program)}: {told[-2000:].decode(errors='replace')}")


def _called(program: Program) -> str:
    return " ".join(program.words)[:400]


def _median(costs: Sequence[Cost]) -> Cost:
    return Cost(
        statistics.median(cost.cpu for cost in costs),
        statistics.median(cost.wall for cost in costs),
        statistics.median(cost.memory for cost in costs),
        any(cost.given_up for cost in costs),
    )


def output_of(program: Program) -> str:
    """What a program prints; Failed where it ends with a fault."""
    with tempfile.TemporaryFile() as printed, tempfile.TemporaryFile() as words:
        _see_sound(program, _started(program, printed, words).wait(), words)
        printed.seek(0)
        return printed.read().decode()


def status_of(program: Program) -> int:
    """How a program ends."""
    return _started(program, subprocess.DEVNULL, subprocess.DEVNULL).wait()
