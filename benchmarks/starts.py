"""How long a command takes that has nothing to work on: what is felt before anything happens."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from benchmarks.budgets import Budget, Figure
from benchmarks.processes import Program, alternated
from benchmarks.programs import BARE, completion, govchain

UNIT = "× bare"

FAST: Mapping[Budget, Program] = {
    Budget("`govchain --help`", UNIT, 12, 8): govchain("--help"),
    Budget("`govchain --version`", UNIT, 9, 4): govchain("--version"),
    Budget("`govchain rules`", UNIT, 20, 12): govchain("rules"),
    Budget("`govchain explain missing-link`", UNIT, 20, 12): govchain("explain", "missing-link"),
    Budget("completion of `govchain ana`", UNIT, 20, 12): completion("govchain ana"),
}
"""What people wait for most often."""

FELT: Mapping[Budget, Program] = {
    Budget("`govchain analyze --help`", UNIT, 20): govchain("analyze", "--help"),
    Budget("`govchain check --help`", UNIT, 20): govchain("check", "--help"),
    Budget("`govchain render --help`", UNIT, 20): govchain("render", "--help"),
    Budget("`govchain schema`", UNIT, 20): govchain("schema"),
}
"""The start of any command, by some of them."""


def start_rows(starts: Mapping[Budget, Program], rounds: int) -> Iterator[Figure]:
    """Each start in turn with the bare interpreter."""
    for budget, program in starts.items():
        costs = alternated({"bare": BARE, "start": program}, rounds)
        yield Figure(budget, costs["start"].cpu / costs["bare"].cpu, costs["start"].given_up)
