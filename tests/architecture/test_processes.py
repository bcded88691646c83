"""Bundles judged by several processes: the same answer, whatever becomes of the processes."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from hypothesis import given, settings

from govchain import processes
from govchain.analysis.running import limits
from govchain.analysis.running.bundles import Bundle, Judge, Judged, bundles_of
from govchain.cli.terminal.progress import shown_progress
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
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: range(4), raising=False)


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


def test_beside_other_threads_no_copy_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    """What another thread holds at that moment would be held in the copy for good; ours waits."""
    expected = told(compiled(TWO_SERVICES), 1)
    monkeypatch.setattr(os, "fork", lambda: pytest.fail("a copy was made"))
    done = threading.Event()
    other = threading.Thread(target=done.wait)
    other.start()
    try:
        assert told(compiled(TWO_SERVICES), 2) == expected
    finally:
        done.set()
        other.join()


def test_the_thread_that_shows_progress_only_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("govchain.cli.terminal.progress.is_terminal", lambda stream: True)
    here, judged = os.getpid(), Judge.judged

    def elsewhere(judge: Judge, bundle: Bundle) -> Judged:
        assert os.getpid() != here
        return judged(judge, bundle)

    expected = told(compiled(TWO_SERVICES), 1)
    monkeypatch.setattr(Judge, "judged", elsewhere)
    with shown_progress(lambda: "", quiet=False, in_colour=False):
        assert told(compiled(TWO_SERVICES), 2) == expected


@pytest.mark.parametrize("sent", [signal.SIGKILL, signal.SIGTERM])
def test_no_copy_outlives_the_one_that_waits(sent: signal.Signals, tmp_path: Path) -> None:
    """Neither one that is still judging nor one that has more to hand over than a pipe takes."""
    code = (
        "import os, sys, time\n"
        "from govchain.analysis.running.bundles import Judge\n"
        "from govchain import load, pipeline, processes\n"
        "judged = Judge.judged\n"
        "def slow(judge, bundle):\n"
        "    os.write(1, b'%d\\n' % os.getpid())\n"
        "    time.sleep(30 if 'one' in bundle else 0)\n"
        "    return judged(judge, bundle)\n"
        "Judge.judged = slow\n"
        "processes.Share.__getstate__ = lambda share: 'x' * 1_000_000\n"
        "os.sched_getaffinity = lambda _: range(3)\n"
        "pipeline.analyze(load('.'), jobs=3)\n"
    )
    for name, text in TWO_SERVICES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, "-c", code], cwd=tmp_path, stdout=subprocess.PIPE
    ) as run:
        assert run.stdout is not None
        copies = [int(run.stdout.readline()) for _ in range(3)]
        time.sleep(0.2)
        run.send_signal(sent)
        run.wait()
        looks = 100
        while any(map(is_alive, copies)) and looks:
            time.sleep(0.05)
            looks -= 1
        assert looks, "a copy is still there"


def is_alive(process: int) -> bool:
    """Not one that has ended and that nobody has asked how."""
    try:
        os.kill(process, 0)
        return ") Z" not in Path(f"/proc/{process}/stat").read_text(encoding="utf-8")
    except (ProcessLookupError, FileNotFoundError):
        return False


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
