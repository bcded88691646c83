"""Costs are of the program that is named, each in its turn."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

import pytest

from benchmarks.answers import prove_answers
from benchmarks.processes import Failed, Program, alternated, cost_of, digest_of


def script(text: str, **environment: str) -> Program:
    return Program((sys.executable, "-c", text), environment=environment)


def append(file: Path, text: str) -> None:
    with file.open("a", encoding="utf-8") as open_file:
        open_file.write(text)


def test_programs_take_turns_and_are_prepared_each_time(tmp_path: Path) -> None:
    log = tmp_path / "log"

    def program(name: str) -> Program:
        runs = script(f"print('{name}', file=open(r'{log}', 'a'))")
        return runs.after(partial(append, log, f"before {name}\n"))

    alternated({"a": program("a"), "b": program("b")}, rounds=2)
    assert log.read_text().splitlines() == ["before a", "a", "before b", "b"] * 2


def test_the_clock_counts_what_takes_no_work() -> None:
    cost = cost_of(script("import time; time.sleep(0.3)"))
    assert cost.wall >= 0.3
    assert not cost.given_up


def test_memory_is_that_of_the_program() -> None:
    assert cost_of(script("b'x' * 200_000_000")).memory > 150


def test_what_takes_too_long_is_given_up_and_not_tried_again(tmp_path: Path) -> None:
    tried = tmp_path / "tried"
    sleeper = script("import time; time.sleep(60)")
    program = sleeper.after(partial(append, tried, "x"))
    assert alternated({"sleeper": program}, rounds=3, longest=0.2)["sleeper"].given_up
    assert tried.read_text() == "x"


@pytest.mark.parametrize("status", [0, 1])
def test_findings_are_no_fault(status: int) -> None:
    cost_of(script(f"raise SystemExit({status})"))


def test_a_fault_ends_the_run_with_its_words() -> None:
    with pytest.raises(Failed, match="it broke"):
        cost_of(script("import sys; print('it broke', file=sys.stderr); sys.exit(3)"))


def test_what_breaks_is_no_finding_though_it_ends_like_one() -> None:
    with pytest.raises(Failed, match="ZeroDivisionError"):
        cost_of(script("1 / 0"))


def test_a_program_has_its_environment() -> None:
    wants = "import os, sys; sys.exit(0 if 'WANTED' in os.environ else 3)"
    cost_of(script(wants, WANTED="yes"))
    with pytest.raises(Failed):
        cost_of(script(wants))


def test_what_prints_nothing_has_no_mark() -> None:
    with pytest.raises(Failed, match="nothing was printed"):
        digest_of(script("pass"))


def printing(file: Path) -> Program:
    return script(f"print(open(r'{file}').read())")


def test_runs_that_say_the_same_are_measured(tmp_path: Path) -> None:
    file = tmp_path / "text"
    append(file, "as it was")
    prove_answers(printing(file), printing(file), partial(append, file, ", and more"))


def test_a_run_that_says_what_was_before_is_seen(tmp_path: Path) -> None:
    file, stale = tmp_path / "text", script("print('as it was')")
    append(file, "as it was")
    with pytest.raises(Failed, match="before the change"):
        prove_answers(printing(file), stale, partial(append, file, ", and more"))


def test_a_run_that_says_something_else_is_seen(tmp_path: Path) -> None:
    file = tmp_path / "text"
    append(file, "as it was")
    with pytest.raises(Failed, match="unchanged prints other bytes"):
        prove_answers(printing(file), script("print('else')"), partial(append, file, "!"))
