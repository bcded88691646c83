"""Bundles judged by several processes: the same answer, whatever becomes of the processes."""

from __future__ import annotations

import errno
import os
import signal

import pytest
from hypothesis import given, settings

from govchain import processes
from govchain.analysis.running import limits
from govchain.analysis.running.bundles import Bundle, Judge, Judged, bundles_of
from govchain.compiler.catalogue import Catalogue
from govchain.pipeline import analyze
from govchain.reporting import formats
from govchain.reporting.style import Style
from tests.analysis.test_properties import Files, compiled, drawn
from tests.cli.desk import run
from tests.oracle.strategies import catalogues, to_yaml

FORESEEN = formats.foreseen("analyze", "json")
TWO_SERVICES = {
    f"{id}.yaml": f"matter: {id}\nname: 甲\ndepartment: d\nmaterials: [{{name: 证, data: held}}]\n"
    "steps: [{id: decide, kind: approve, needs: [held], visit: 1}]"
    for id in ("one", "two", "three")
} | {"registry.yaml": "departments: {d: {name: 局}}\ndata: {held: {name: 数据, holder: d}}"}


@pytest.fixture(autouse=True)
def two_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    """As many as the tests have processes, whatever the machine has."""
    monkeypatch.setattr(os, "cpu_count", lambda: 4)


def told(catalogue: Catalogue, jobs: int) -> str:
    report = analyze(catalogue, foreseen=FORESEEN, jobs=jobs)
    return formats.write(report, "analyze", "json", Style("en"))


@settings(drawn, max_examples=15)
@given(catalogues())
def test_two_processes_tell_what_one_does(files: Files) -> None:
    texts = {name: to_yaml(documents) for name, documents in files}
    assert told(compiled(texts), 1) == told(compiled(texts), 2)


def test_the_command_tells_the_same() -> None:
    one, three = (run("analyze", "matters", "--format", "json", "--jobs", n) for n in "13")
    assert one.stdout == three.stdout
    assert run("check", "--jobs", "0").exit_code == 2


def test_a_process_that_ends_before_its_time_costs_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    judged = Judge.judged
    here = os.getpid()

    def dying(judge: Judge, bundle: Bundle) -> Judged:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return judged(judge, bundle)

    expected = told(compiled(TWO_SERVICES), 1)
    monkeypatch.setattr(Judge, "judged", dying)
    assert told(compiled(TWO_SERVICES), 2) == expected


def test_where_no_process_can_be_made_nothing_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    """As where a user may have no more of them: the second is refused."""
    expected = told(compiled(TWO_SERVICES), 1)
    made: list[int] = []
    fork = os.fork

    def refusing() -> int:
        if made:
            raise BlockingIOError(errno.EAGAIN, "no more processes")
        made.append(1)
        return fork()

    monkeypatch.setattr(os, "fork", refusing)
    assert told(compiled(TWO_SERVICES), 2) == expected
    assert made


def test_a_process_judges_its_part_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """What two processes tell comes from them: this one judges nothing."""
    expected = told(compiled(TWO_SERVICES), 1)
    here, judged = os.getpid(), Judge.judged

    def elsewhere(judge: Judge, bundle: Bundle) -> Judged:
        assert os.getpid() != here
        return judged(judge, bundle)

    monkeypatch.setattr(Judge, "judged", elsewhere)
    assert told(compiled(TWO_SERVICES), 2) == expected


def test_what_all_may_spend_is_spent_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where several processes spent more than one may, what one would tell is told."""
    monkeypatch.setattr(limits, "MOST_MENDED_OF_ALL", 10)
    monkeypatch.setattr(limits, "MOST_MENDED_FOR_EACH", 0)
    expected = told(compiled(TWO_SERVICES), 1)
    assert "findings without what they save" in expected
    assert told(compiled(TWO_SERVICES), 3) == expected


def test_parts_are_about_equal_and_whole() -> None:
    catalogue = compiled(TWO_SERVICES)
    judge = Judge.of((), catalogue, lambda finding: True, FORESEEN)
    bundles = bundles_of(catalogue)
    parts = processes.parts_of(2, judge, bundles)
    assert sorted(map(len, parts)) == [1, 2]
    assert sorted(bundle for part in parts for bundle in part) == sorted(bundles)
