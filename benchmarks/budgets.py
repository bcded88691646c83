"""The budgets that hold from the first release on, each measured as its row says."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.city import city_files, write_city, write_files
from benchmarks.hostile import HOSTILE, Hostile
from benchmarks.processes import (
    BARE,
    Command,
    Cost,
    Failed,
    alternated,
    analyze,
    cost_of,
    govchain,
    raw,
)

COMMANDS: tuple[Command, ...] = (
    govchain("--help"),
    govchain("--version"),
    govchain("rules"),
    govchain("analyze", "--help"),
    govchain("check", "--help"),
    govchain("render", "--help"),
    govchain("explain", "missing-link"),
    govchain("schema"),
)
HOPELESS = 15
"""A hostile set that takes so many times the seconds of an ordinary one is given up."""
LONGER = 10
"""How many times more matters the growth is measured with."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How much is measured: matters of the city, rounds of each, size of hostile sets (0 to 1)."""

    matters: int = 2_000
    rounds: int = 5
    hostile: float = 1.0


@dataclass(frozen=True, slots=True)
class Budget:
    """A figure and the most it may be; `is_least`: the run was given up, so it is at least this."""

    what: str
    most: float
    figure: float
    unit: str
    is_least: bool = False

    @property
    def holds(self) -> bool:
        return self.figure <= self.most and not self.is_least


@dataclass(frozen=True, slots=True)
class CityRun:
    """What the city of the plan costs: the yardstick, cold, and once more unchanged."""

    raw: Cost
    cold: Cost
    again: Cost


def run_city(plan: Plan, folder: Path) -> CityRun:
    """Analyses the city in turn with its yardstick."""
    write_city(folder, plan.matters)
    commands = {"raw": raw(folder), "cold": analyze(folder), "again": analyze(folder)}
    costs = alternated(commands, plan.rounds)
    return CityRun(costs["raw"], costs["cold"], costs["again"])


def budgets(plan: Plan, city: CityRun, folder: Path) -> Iterator[Budget]:
    """Every row, in the order of the table; `folder` is for what has to be written."""
    matters = f"{plan.matters:,}"
    what = f"`analyze --format json` of {matters} matters, cold"
    yield Budget(what, 4, city.cold.cpu / city.raw.cpu, "× raw", city.cold.given_up)
    yield _growth(plan, city, folder / "longer")
    for number, hostile in enumerate(HOSTILE):
        yield _hostility(plan, hostile, folder / f"hostile-{number}")
    yield from _starts(plan)
    yield Budget(f"resident memory at {matters} matters", 200, city.cold.memory, "MB")
    yield from _pictures()


def _growth(plan: Plan, city: CityRun, folder: Path) -> Budget:
    """One run over ten times the matters: it is long enough to need no median."""
    write_city(folder, plan.matters * LONGER)
    longer = cost_of(analyze(folder))
    what = f"growth {plan.matters:,} → {plan.matters * LONGER:,} matters"
    return Budget(what, 11, longer.cpu / city.cold.cpu, "× time", longer.given_up)


def _hostility(plan: Plan, hostile: Hostile, folder: Path) -> Budget:
    """The hostile set in turn with an ordinary city of as many bytes."""
    write_files(folder / "set", hostile.files(plan.hostile))
    _write_city_of(_bytes_of(folder / "set"), folder / "ordinary")
    commands = {"set": analyze(folder / "set"), "ordinary": analyze(folder / "ordinary")}
    longest = HOPELESS * max(1.0, cost_of(commands["ordinary"]).cpu)
    costs = alternated(commands, max(1, plan.rounds // 2), longest)
    factor = costs["set"].cpu / costs["ordinary"].cpu
    return Budget(hostile.name, 3, factor, "× ordinary", costs["set"].given_up)


def _bytes_of(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*.yaml"))


def _write_city_of(size: int, folder: Path) -> None:
    """An ordinary city of that many bytes, at least its registry and one matter."""

    def files() -> Iterator[tuple[str, str]]:
        written = 0
        for path, text in city_files(sys.maxsize):
            yield path, text
            written += len(text.encode())
            if written >= size and "registry" not in path and path.endswith(".yaml"):
                return

    write_files(folder, files())


def _starts(plan: Plan) -> Iterator[Budget]:
    for command in COMMANDS:
        cost_of(command)  # compiles its modules, as installing them does
        costs = alternated({"bare": BARE, "start": command}, plan.rounds)
        words = " ".join(command[1:])
        yield Budget(f"`govchain {words}`", 20, costs["start"].cpu / costs["bare"].cpu, "× bare")


def _pictures() -> Iterator[Budget]:
    most = {12: 10.0, 300: 300.0}
    for picture in json.loads(output_of("benchmarks.pictures")):
        what = f"svg of a chain of {picture['steps']} steps, view `{picture['view']}`"
        yield Budget(what, most[picture["steps"]], picture["milliseconds"], "ms")


def output_of(module: str, *arguments: str) -> str:
    """What a module of this room prints, run in a process of its own."""
    command = (sys.executable, "-m", module, *arguments)
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Failed(f"{module}: {done.stderr[-2000:]}")
    return done.stdout
