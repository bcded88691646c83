"""The command of a case, run in this process in a folder of its own, and watched."""

from __future__ import annotations

import gc
import os
import resource
import shutil
import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from typer.testing import CliRunner

from govchain.cli.app import app
from tests.cli.desk import surroundings
from tests.fuzz.cases import Case

LONGEST = 10.0
"""Seconds of the processor that a command may take, whatever files of 100 KB say."""
MOST_MEMORY = 500
"""Megabytes that it may need beyond what the process has."""
SECRET = "SECRET-OF-THE-HOUSE"
"""What stands in a file beside the workspace, which nothing leads to but links."""


class TookTooLong(BaseException):
    """Ends a command: no `except Exception` takes it."""


@dataclass(frozen=True)
class Outcome:
    """How the command ended, what it said, and what it left."""

    status: int | None
    stdout: bytes
    stderr: bytes
    error: BaseException | None
    seconds: float
    megabytes: float
    written: dict[str, bytes]
    """The files that are in the folder `out` now, by their names there."""
    touched: tuple[str, ...]
    """What was opened to be written, made, renamed or deleted outside of that folder."""


@contextmanager
def laid_out(case: Case, home: Path) -> Iterator[Path]:
    """The workspace of the case as the working folder, beside it `out` and a secret."""
    shutil.rmtree(home, ignore_errors=True)
    workspace = home / "workspace"
    (home / "out").mkdir(parents=True)
    workspace.mkdir()
    (home / "secret").write_text(f'{SECRET}: "\\q"\n', encoding="utf-8")
    for name, content in case.files.items():
        file = workspace / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    for name, goal in case.links.items():
        (workspace / name).parent.mkdir(parents=True, exist_ok=True)
        (workspace / name).symlink_to(goal)
    for name in case.pipes:
        (workspace / name).parent.mkdir(parents=True, exist_ok=True)
        os.mkfifo(workspace / name)
    before = Path.cwd()
    os.chdir(workspace)
    try:
        yield workspace
    finally:
        os.chdir(before)


def outcome_of(case: Case, home: Path) -> Outcome:
    """Runs its command in the working folder, which lies in `home`."""
    out = home / "out"
    began, held = time.process_time(), _peak()
    with _watched(home / "workspace" if case.writes_anew else out) as touched, _bounded():
        said = CliRunner().invoke(app, list(case.command), env=surroundings(case.language))
    seconds, grown = time.process_time() - began, _peak() - held
    gc.unfreeze()
    error = None if isinstance(said.exception, SystemExit) else said.exception
    written = {
        str(file.relative_to(out)): file.read_bytes() for file in out.rglob("*") if file.is_file()
    }
    return Outcome(
        said.exit_code, said.stdout_bytes, said.stderr_bytes, error, seconds, grown, written,
        tuple(touched),
    )  # fmt: skip


def _peak() -> float:
    """The most that the process has held so far, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


@contextmanager
def _bounded() -> Iterator[None]:
    """Breaks off what takes far too long, or far too much memory."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    usual = signal.signal(signal.SIGPROF, _stop)
    resource.setrlimit(resource.RLIMIT_AS, (_held() + 3 * MOST_MEMORY * 1024 * 1024, hard))
    signal.setitimer(signal.ITIMER_PROF, 2 * LONGEST)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, usual)
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def _held() -> int:
    """Bytes of memory that the process has asked for."""
    pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[0]
    return int(pages) * resource.getpagesize()


def _stop(number: int, frame: FrameType | None) -> None:
    raise TookTooLong


_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_CHANGES = frozenset(
    ["os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.link", "os.symlink", "os.truncate"]
)
_REACHING = ("socket.connect", "socket.getaddrinfo", "subprocess.Popen", "os.system", "os.exec")
"""Ways to other programs and machines: no command has need of one."""
_watching: list[tuple[str, list[str]]] = []
"""The folder in which anything goes, and what was touched outside of it."""


@contextmanager
def _watched(folder: Path) -> Iterator[list[str]]:
    """What is written outside of the folder while it lasts."""
    _hook_once()
    touched: list[str] = []
    _watching.append((str(folder.resolve()), touched))
    try:
        yield touched
    finally:
        _watching.pop()


def _hear(event: str, arguments: tuple[object, ...]) -> None:
    if not _watching:
        return
    if event == "open":
        path, _, flags = arguments
        if isinstance(path, str | bytes) and isinstance(flags, int) and flags & _WRITING:
            _note(event, path)
    elif event in _REACHING:
        _watching[-1][1].append(f"{event} {arguments[0]}")
    elif event in _CHANGES:
        for path in arguments:
            if isinstance(path, str | bytes):
                _note(event, path)


def _note(event: str, path: str | bytes) -> None:
    folder, touched = _watching[-1]
    name = os.fsdecode(path)
    real = os.path.realpath(name)
    is_ours = real.startswith(folder + os.sep) or "__pycache__" in real or real == os.devnull
    if not is_ours:
        touched.append(f"{event} {name}")


_hooked: list[bool] = []


def _hook_once() -> None:
    if not _hooked:
        _hooked.append(True)
        sys.addaudithook(_hear)
