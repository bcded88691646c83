"""What is felt where the input is unusual: sets a careless design chokes on, and pictures."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.budgets import Budget, Figure, Plan
from benchmarks.made.city import city_files, write_files
from benchmarks.made.hostile import HOSTILE, Hostile
from benchmarks.processes import alternated, cost_of, output_of
from benchmarks.programs import analyze_cold, module

HOPELESS = 15
"""A hostile set that takes so many times the seconds of an ordinary one is given up."""
SLOWEST = {12: 10.0, 300: 300.0}
"""Milliseconds that a picture of so many steps may take."""
SLOWEST_THEME = {40: 100.0, 80: 500.0}
"""Milliseconds that the pages of a theme of so many matters may take."""


def hostile_rows(plan: Plan, folder: Path) -> Iterator[Figure]:
    """Each hostile set in turn with an ordinary city of as many bytes."""
    for number, hostile in enumerate(HOSTILE):
        yield _hostility(plan, hostile, folder / f"hostile-{number}")


def _hostility(plan: Plan, hostile: Hostile, folder: Path) -> Figure:
    write_files(folder / "set", hostile.files(plan.hostile))
    _write_city_of(_bytes_of(folder / "set"), folder / "ordinary")
    programs = {"set": analyze_cold(folder / "set"), "ordinary": analyze_cold(folder / "ordinary")}
    longest = HOPELESS * max(1.0, cost_of(programs["ordinary"]).cpu)
    costs = alternated(programs, max(1, plan.rounds // 2), longest)
    budget = Budget(hostile.what(plan.hostile), "× ordinary", 3)
    return Figure(budget, costs["set"].cpu / costs["ordinary"].cpu, costs["set"].given_up)


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


def picture_rows() -> Iterator[Figure]:
    """Drawing alone, several times in one process."""
    drawn = json.loads(output_of(module("benchmarks.pictures")))
    for picture in drawn["chains"]:
        what = f"svg of a chain of {picture['steps']} steps, view `{picture['view']}`"
        budget = Budget(what, "ms", SLOWEST[picture["steps"]])
        yield Figure(budget, picture["milliseconds"])
    for picture in drawn["themes"]:
        what = f"pages of a theme of {picture['matters']} matters, {picture['paper']}"
        budget = Budget(what, "ms", SLOWEST_THEME[picture["matters"]])
        yield Figure(budget, picture["milliseconds"])
