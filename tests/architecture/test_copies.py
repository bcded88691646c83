"""Work shared out among copies of a process: all is done, in order, whatever becomes of them."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from pathlib import Path

import pytest

from govchain.copies import handed_over, made_of_each
from tests.cli.desk import run

HERE = os.getpid()


@pytest.fixture(autouse=True)
def two_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: range(2), raising=False)


def made(thing: int) -> tuple[int, bool]:
    return thing * thing, os.getpid() == HERE


def test_each_is_made_elsewhere_and_told_in_order() -> None:
    with made_of_each(2, made, range(101)) as answers:
        assert [*answers] == [(n * n, False) for n in range(101)]


def test_each_of_many_is_taken_once(tmp_path: Path) -> None:
    """More than there are turns: what one turn takes stands beside each other."""

    def once(thing: int) -> tuple[int, bool]:
        (tmp_path / f"{thing}").touch(exist_ok=False)
        return made(thing)

    with made_of_each(2, once, range(2500)) as answers:
        assert [*answers] == [(n * n, False) for n in range(2500)]


@pytest.mark.parametrize(("jobs", "count"), [(1, 3), (2, 1), (2, 0)])
def test_one_alone_is_made_here(jobs: int, count: int) -> None:
    with made_of_each(jobs, made, range(count)) as answers:
        assert [*answers] == [(n * n, True) for n in range(count)]


def test_what_a_copy_does_not_come_to_is_made_here() -> None:
    def dying(thing: int) -> tuple[int, bool]:
        if thing == 4 and os.getpid() != HERE:
            os.kill(os.getpid(), signal.SIGKILL)
        return made(thing)

    with made_of_each(2, dying, range(8)) as answers:
        told = [*answers]
    assert [value for value, _ in told] == [n * n for n in range(8)]
    assert [n for n, (_, is_here) in enumerate(told) if is_here] == [4]


def test_while_one_is_waited_for_the_other_goes_on(tmp_path: Path) -> None:
    """What comes first takes until the other copy has made all the rest."""

    def waiting(thing: int) -> tuple[str, bool]:
        rest = tmp_path / "rest"
        if thing == 0:
            looks = 2000
            while not rest.exists():
                looks -= 1
                assert looks
                time.sleep(0.01)
        elif thing == 19:
            rest.touch()
        return "x" * 100_000, os.getpid() == HERE

    with made_of_each(2, waiting, range(20)) as answers:
        assert [(len(text), is_here) for text, is_here in answers] == [(100_000, False)] * 20


def test_our_own_fault_is_told_as_without_copies() -> None:
    def faulty(thing: int) -> int:
        return 1 // (thing - 2)

    with made_of_each(2, faulty, range(4)) as answers, pytest.raises(ZeroDivisionError):
        list(answers)


def test_the_copies_end_where_nobody_asks_further() -> None:
    with handed_over(lambda thing: "x" * 1_000_000, [range(9), range(9)]) as given:
        assert next(given)
        copies = multiprocessing.active_children()
    assert len(copies) == 2
    assert not any(copy.is_alive() for copy in copies)


def test_a_page_drawn_by_two_is_the_same(tmp_path: Path) -> None:
    pages = [tmp_path / f"{jobs}.html" for jobs in "12"]
    for jobs, page in zip("12", pages, strict=True):
        done = run("analyze", "matters/family", "--format", "html", "--jobs", jobs, "-o", str(page))
        assert done.exit_code == 0, done.output
    assert pages[0].read_bytes() == pages[1].read_bytes()
