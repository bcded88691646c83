"""Runs programs as a user would, each in a process of its own, and says what they cost.

Machines are shared, so what counts is CPU time and its ratio to a yardstick that took turns with
it in the same run. A process inherits the memory mark of the one that starts it, so this one stays
small: heavy work is measured in processes of its own.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Timer

LONGEST = 600.0
"""Seconds after which a run is given up, where nothing else is said."""

Command = tuple[str, ...]

_UNCOMPILED = "PYTHONDONTWRITEBYTECODE"
"""Where this is set, each run compiles all modules anew; what pip installs is compiled once."""

BARE: Command = (sys.executable, "-c", "pass")
"""The yardstick of starting: the interpreter of the same environment, doing nothing."""

_KILOBYTES_PER_MB = 1024 if sys.platform != "darwin" else 1024 * 1024


class Failed(Exception):
    """A program that was to be measured did not do its work; its last words."""


@dataclass(frozen=True, slots=True)
class Cost:
    """CPU seconds (user and system) and peak resident memory in MB.

    `given_up`: it was ended after the longest time, so it costs at least this.
    """

    cpu: float
    memory: float
    given_up: bool = False


def raw(folder: Path) -> Command:
    """The yardstick of work: PyYAML's C loader over the same files."""
    return (sys.executable, str(Path(__file__).with_name("raw.py")), str(folder))


def govchain(*arguments: str) -> Command:
    """The command as installed beside the interpreter."""
    return (str(Path(sys.executable).with_name("govchain")), *arguments)


def analyze(folder: Path) -> Command:
    """Everything on, benefits included, in a format for programs."""
    return govchain("analyze", "--format", "json", "--date", "2026-06-01", str(folder))


def alternated(
    commands: Mapping[str, Command], rounds: int, longest: float = LONGEST
) -> dict[str, Cost]:
    """What each costs: the median of rounds in which all take turns.

    A program that takes longer than so many seconds is given up, and not tried again.
    """
    costs: dict[str, list[Cost]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            if not any(cost.given_up for cost in costs[name]):
                costs[name].append(cost_of(command, longest))
    return {name: _median(found) for name, found in costs.items()}


def cost_of(command: Command, longest: float = LONGEST) -> Cost:
    """What one run costs; Failed where it ends with a fault."""
    with tempfile.TemporaryFile() as words:
        around = {name: value for name, value in os.environ.items() if name != _UNCOMPILED}
        program = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=words, env=around)
        timer = Timer(longest, program.kill)
        timer.start()
        _, status, usage = os.wait4(program.pid, 0)
        given_up = not timer.is_alive()
        timer.cancel()
        program.returncode = os.waitstatus_to_exitcode(status)
        if program.returncode not in (0, 1) and not given_up:
            words.seek(0)
            raise Failed(f"{' '.join(command)}: {words.read()[-2000:].decode(errors='replace')}")
    memory = usage.ru_maxrss / _KILOBYTES_PER_MB
    return Cost(usage.ru_utime + usage.ru_stime, memory, given_up)


def _median(costs: Sequence[Cost]) -> Cost:
    return Cost(
        statistics.median(cost.cpu for cost in costs),
        statistics.median(cost.memory for cost in costs),
        any(cost.given_up for cost in costs),
    )
