"""No test fails because the machine is busy: none is judged by the clock on the wall.

Time of the processor may be: a bound is then for what a run does, not for what runs beside it.
"""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

TESTS = Path(__file__).parents[1]
WALL = frozenset({"monotonic", "monotonic_ns", "perf_counter", "perf_counter_ns", "time_ns"})
FILES = sorted(TESTS.rglob("test_*.py"))


def judged_by(source: str) -> set[str]:
    """The clocks on the wall that a file of tests reads, and deadlines of its own."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute) and (
            node.attr in WALL or ast.unparse(node) == "time.time"
        ):
            found.add(ast.unparse(node))
        elif isinstance(node, ast.ImportFrom) and node.module == "time":
            found |= {alias.name for alias in node.names} & {*WALL, "time"}
        elif isinstance(node, ast.keyword) and node.arg == "deadline":
            found.add("deadline")
    return found


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(TESTS).as_posix())
def test_no_test_reads_the_clock_on_the_wall(file: Path) -> None:
    assert judged_by(file.read_text(encoding="utf-8")) == set()


def test_what_hypothesis_draws_has_no_deadline() -> None:
    assert settings().deadline is None
    assert HealthCheck.too_slow in settings().suppress_health_check


@pytest.mark.parametrize(
    ("line", "clock"),
    [
        ("begun = time.monotonic()", "time.monotonic"),
        ("from time import perf_counter", "perf_counter"),
        ("from time import process_time, time", "time"),
        ("assert time.time() - begun < 2", "time.time"),
        ("@settings(deadline=200)\ndef test(): ...", "deadline"),
    ],
)
def test_one_that_is_read_is_seen(line: str, clock: str) -> None:
    assert judged_by(line) == {clock}
    assert judged_by("begun = time.process_time()\ntime.sleep(1)") == set()
