"""Runs of a command that end before their time, and what they may leave.

A run is interrupted at a random moment of its whole length, and every second one at a random moment
of its writing, which is short. Some are programs that start from nothing; most are children of this
process, which has imported what they need, so that many moments can be tried. Whatever ends it,
each file is the old one or the new one; nothing else is there, save what the system's KILL gives
nobody time to remove: that has a name of ours, and the next run removes it.
"""

from __future__ import annotations

import importlib
import os
import pkgutil
import random
import re
import shutil
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import govchain
from govchain.cli.app import main
from govchain.cli.terminal.interrupts import end_quietly
from tests.cli.desk import HOME, surroundings
from tests.reporting.reports import CATALOGUE

for _module in pkgutil.walk_packages(govchain.__path__, "govchain."):
    importlib.import_module(_module.name)

SIGNALS = (signal.SIGKILL, signal.SIGTERM, signal.SIGINT)
_PROGRAM = (sys.executable, "-m", "govchain")
_OURS = re.compile(r"\.govchain-[0-9a-f]{32}\.(?:tmp|init)")
_LONGEST_WRITING = 0.004
"""Seconds after a file in the making has appeared within which the run is interrupted."""
_WHOLE_PROGRAM = 12
"""Of so many runs one is a program of its own."""

Tree = dict[str, tuple[bytes, int]]
"""Path -> content and permissions of each file below a folder."""


@dataclass(frozen=True, slots=True)
class Command:
    """A command that writes; `home` is the folder in which what it makes appears."""

    name: str
    arguments: tuple[str, ...]
    home: str = "out"
    old: str | None = None
    """What the old file says; None: what the command writes in Chinese."""
    is_whole: bool = False
    """Whether its files are there all or none."""


COMMANDS = (
    Command("analyze", ("analyze", "--format", "json", "-o", "out/report.json")),
    Command("jobs", ("analyze", "--format", "json", "--jobs", "2", "-o", "out/report.json")),
    Command("analyze-text", ("analyze", "-o", "out/report.txt", "--force")),
    Command("list", ("list", "demand", "--format", "csv", "-o", "out/demand.csv", "--force")),
    Command("lists", ("list", "--all", "--format", "xlsx", "-o", "out/lists.xlsx", "--force")),
    Command("check", ("check", "--format", "sarif", "--fail-on", "never", "-o", "out/r.sarif")),
    Command(
        "baseline",
        ("check", "--write-baseline", "out/known.json"),
        old='{"schema": "govchain.baseline/1", "findings": []}\n',
    ),
    Command("diff", ("diff", "matters", "--format", "json", "-o", "out/diff.json")),
    Command("show", ("show", "birth-registration", "-o", "out/chain.txt", "--force")),
    Command("render", ("render", "birth-registration", "-o", "out/chain.svg")),
    Command("render-all", ("render", "-o", "out")),
    Command("compile", ("compile", "--format", "graphml", "-o", "out/chains.graphml")),
    Command(
        "schema", ("schema", "-o", "out/schema.json"), old='{"$id": "urn:govchain:language:0"}'
    ),
    Command(
        "fmt",
        ("fmt", "--keys", "zh", "matters/second.yaml", "matters/birth.yaml"),
        "matters",
        old="# mine\nname: N\nmatter: birth-registration\n",
    ),
    Command("new", ("new", "third", "--department", "police"), "matters", is_whole=True),
    Command("init", ("init", "city"), ".", is_whole=True),
    Command("init-here", ("init", "out"), is_whole=True),
)


@dataclass(slots=True)
class Tally:
    """What has happened in so many runs."""

    runs: int = 0
    ended: Counter[str] = field(default_factory=Counter)
    """By which signal, or that the run was quicker."""
    old: int = 0
    new: int = 0
    left: int = 0
    """Runs after which something in the making was there, all of them killed."""
    half: int = 0
    """Killed runs after which some files of a whole were there, until the next run."""

    def __str__(self) -> str:
        ended = ", ".join(f"{number} {how}" for how, number in sorted(self.ended.items()))
        return (
            f"{self.runs} runs ({ended}): {self.old} left the old, {self.new} the new; "
            f"{self.left} killed left a temporary file, {self.half} a part, which the next removed"
        )


def interrupted(command: Command, runs: int, folder: Path, seed: int = 0) -> Tally:
    """So many interrupted runs in the folder; AssertionError where one leaves what it may not."""
    chance = random.Random(f"{command.name} {seed}")
    before, after = _prepared(command, folder)
    lengths = [_length(command, folder, before, start) for start in (_program, _child)]
    tally = Tally()
    for number in range(runs):
        _restore(folder, before)
        sent = SIGNALS[number % len(SIGNALS)]
        is_aimed = number // len(SIGNALS) % 2 == 1
        is_program = number // len(SIGNALS) % _WHOLE_PROGRAM == 0
        start, length = (_program, lengths[0]) if is_program else (_child, lengths[1])
        wait = chance.uniform(0, _LONGEST_WRITING if is_aimed else length)
        status, said = _run_and_interrupt(command, folder, sent, start, wait, is_aimed=is_aimed)
        where = f"{command.name} run {number} {sent.name} status {status}: {said}"
        _expect_end(sent, status, said, where)
        _expect_tree(command, folder, sent, status, (before, after), tally, where)
    return tally


def _prepared(command: Command, folder: Path) -> tuple[Tree, Tree]:
    """The workspace with the old results, and the same with the new ones."""
    matter, _, registry = CATALOGUE.partition("---\n")
    second = matter.replace("birth-registration", "second", 1)
    files = {"birth.yaml": matter, "second.yaml": second, "registry.yaml": registry}
    for name in ("matters", "out"):
        (folder / name).mkdir()
    for name, text in files.items():
        (folder / "matters" / name).write_text(text, "utf-8")
    (folder / "govchain.toml").write_text("", "utf-8")
    (folder / "out" / "notes.txt").write_text("mine", "utf-8")
    if command.old is not None:
        (folder / command.arguments[-1]).write_text(command.old, "utf-8")
    elif not command.is_whole:
        _run(command, folder, "--lang", "zh")
    for file in (folder / "out").iterdir():
        file.chmod(0o640)
    before = _tree(folder)
    _run(command, folder)
    after = _tree(folder)
    assert before != after, command.name
    return before, after


def _run(command: Command, folder: Path, *more: str) -> None:
    run = _program(command, folder, more)
    said = run.said()
    assert run.ended() == 0, (command.name, said)


def _length(command: Command, folder: Path, before: Tree, start: Start) -> float:
    """The seconds that a run takes, once what it reads has been read before."""
    _restore(folder, before)
    begun = time.monotonic()
    run = start(command, folder)
    run.said()
    assert run.ended() == 0, command.name
    return time.monotonic() - begun


@dataclass(slots=True)
class Run:
    """A run that goes on: its process, and where its notes come out."""

    process: int
    notes: int
    status: int | None = None

    def is_over(self) -> bool:
        """Whether it has ended."""
        return self._status(os.WNOHANG) is not None

    def said(self) -> str:
        """Its notes; waits until no more can come."""
        with open(self.notes, "rb") as notes:
            return notes.read().decode()

    def ended(self) -> int:
        """Its status, negative where a signal ended it; waits for its end."""
        status = self._status(0)
        assert status is not None
        return status

    def _status(self, options: int) -> int | None:
        if self.status is None:
            process, status = os.waitpid(self.process, options)
            self.status = os.waitstatus_to_exitcode(status) if process else None
        return self.status


Start = Callable[[Command, Path], Run]


def _program(command: Command, folder: Path, more: Sequence[str] = ()) -> Run:
    """A program of its own, from the first line of Python on."""
    ours, theirs = os.pipe()
    child = os.posix_spawn(
        "/bin/sh",
        ["sh", "-c", 'cd "$0" && exec "$@"', str(folder), *_PROGRAM, *command.arguments, *more],
        {**os.environ, **surroundings("en"), "PYTHONPATH": str(HOME)},
        file_actions=[
            (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
            (os.POSIX_SPAWN_DUP2, theirs, 2),
            (os.POSIX_SPAWN_CLOSE, ours),
        ],
        setsigdef=SIGNALS[1:],
    )
    os.close(theirs)
    return Run(child, ours)


def _child(command: Command, folder: Path) -> Run:
    """A child of this process, which runs the same from where all is imported."""
    ours, theirs = os.pipe()
    signal.pthread_sigmask(signal.SIG_BLOCK, SIGNALS[1:])  # until the child can answer them
    child = os.fork()
    if child:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, SIGNALS[1:])
        os.close(theirs)
        return Run(child, ours)
    status = 1
    try:
        for number in SIGNALS[1:]:  # whoever started us may have ignored them
            signal.signal(number, signal.SIG_DFL)
        end_quietly()
        signal.pthread_sigmask(signal.SIG_UNBLOCK, SIGNALS[1:])
        os.chdir(folder)
        os.environ.update(surroundings("en"))
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        os.dup2(theirs, 2)
        os.closerange(3, theirs + 1)
        sys.stdout, sys.stderr = open(1, "w"), open(2, "w")  # noqa: SIM115  until the end
        sys.argv = ["govchain", *command.arguments]
        main()
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else 0
    except BaseException:  # noqa: BLE001  told by what it says
        traceback.print_exc()
    finally:
        os._exit(status)


def _run_and_interrupt(
    command: Command,
    folder: Path,
    sent: signal.Signals,
    start: Start,
    wait: float,
    *,
    is_aimed: bool,
) -> tuple[int, str]:
    run = start(command, folder)
    if is_aimed:
        _wait_for_writing(run, folder / command.home)
    time.sleep(wait)
    if not run.is_over():
        os.kill(run.process, sent)
    said = run.said()
    return run.ended(), said


def _wait_for_writing(run: Run, home: Path) -> None:
    while not run.is_over():
        if any(_OURS.fullmatch(name) for name in os.listdir(home)):
            return
        time.sleep(0.001)


def _expect_end(sent: signal.Signals, status: int, said: str, where: str) -> None:
    """Quiet, with the status that says so; as Python itself begins and ends, it does so its way."""
    is_early = "govchain" not in said and status in (-sent, 1)
    if sent is signal.SIGINT and is_early:
        return
    assert status in (0, -sent, 128 + sent), where
    assert "Traceback" not in said, where


def _expect_tree(
    command: Command,
    folder: Path,
    sent: signal.Signals,
    status: int,
    trees: tuple[Tree, Tree],
    tally: Tally,
    where: str,
) -> None:
    before, after = trees
    now = _tree(folder)
    visible = {path: file for path, file in now.items() if not _is_in_the_making(path)}
    is_left = visible != now or any(_is_in_the_making(name) for name in _folders(folder))
    assert not is_left or sent is signal.SIGKILL, (where, sorted(now))
    for path in {*visible, *before}:
        assert path in visible, (where, path)
        assert visible[path] in (before.get(path), after.get(path)), (where, path)
    is_half = command.is_whole and visible not in (before, after)
    assert not is_half or is_left, (where, sorted(visible))
    if is_left:
        _expect_next_removes(command, folder, visible == after, after, where)
    tally.runs += 1
    tally.ended["ended first" if status == 0 else sent.name] += 1
    tally.old += visible == before
    tally.new += visible == after
    tally.left += is_left
    tally.half += is_half


def _expect_next_removes(
    command: Command, folder: Path, is_done: bool, after: Tree, where: str
) -> None:
    """The next run of the command ends well and leaves nothing but the new."""
    run = _child(command, folder)
    said = run.said()
    is_there = command.is_whole and is_done
    assert run.ended() == (2 if is_there else 0), (where, said)
    assert _tree(folder) == after, (where, sorted(_tree(folder)))
    assert not any(_is_in_the_making(name) for name in _folders(folder)), where


def _is_in_the_making(path: str) -> bool:
    return any(_OURS.fullmatch(part) for part in path.split("/"))


def _tree(folder: Path) -> Tree:
    return {
        file.relative_to(folder).as_posix(): (file.read_bytes(), file.stat().st_mode & 0o777)
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def _folders(folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_dir()]


def _restore(folder: Path, tree: Tree) -> None:
    for path in folder.iterdir():
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
    for name, (content, mode) in tree.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
        file.chmod(mode)
