"""The machine's own `git`, asked what a revision holds: it reads, and does nothing else.

The repository may have come from anywhere. So it is asked by commands that run no hook and no
filter, fetch nothing, and take no option from a name: `rev-parse`, `merge-base`, `ls-tree`,
`cat-file`.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO

from govchain.cli.desk.repository import repository_of
from govchain.cli.terminal.wrong_use import WrongUse
from govchain.reader.workspace.sources import MOST_ENTRIES

PATIENCE = 120.0
"""Seconds in which it has to answer."""

_LONGEST = 200
"""How much is told of what it says."""
_PIECE = 64 * 1024
_COMMIT = re.compile("[0-9a-f]{40,64}")
_SURROUNDINGS = {
    "GIT_ALLOW_PROTOCOL": "none",  # a partial clone fetches what it lacks, by what its settings say
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_LITERAL_PATHSPECS": "1",
    "LC_ALL": "C",
}
_SETTINGS = ("-c", "safe.bareRepository=explicit", "-c", "core.fsmonitor=false")
"""A folder of a workspace that looks like a repository is none."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of a revision: its path from the root of the repository, and what it is."""

    path: str
    mode: str
    object: str
    size: int

    @property
    def is_link(self) -> bool:
        return self.mode == "120000"

    @property
    def is_file(self) -> bool:
        return self.mode in ("100644", "100755")


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository, by the root of its working tree."""

    root: str

    def commit_of(self, revision: str) -> str | None:
        """The commit that the revision names; None where it names none."""
        if revision.startswith("-"):
            return None
        wanted = ("--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        done = _run(self.root, "rev-parse", *wanted)
        name = _line(done.stdout) if done.returncode == 0 else ""
        return name if _COMMIT.fullmatch(name) else None  # of `^main` it tells what is left out

    def commit_before(self, one: str, other: str) -> str | None:
        """The commit that both commits come from; None where there is none."""
        done = _run(self.root, "merge-base", one, other)
        return _line(done.stdout) if done.returncode == 0 else None

    def entries(self, commit: str, paths: Sequence[str]) -> Iterator[Entry]:
        """All files at or below the paths (none: all of them), however many there are."""
        arguments = ("ls-tree", "-r", "-z", "-l", "--full-tree", commit, "--", *paths)
        with _running(self.root, arguments) as stream:
            for line in _split(stream):
                about, _, path = line.partition(b"\t")
                mode, _, name, size = about.decode("ascii", "replace").split()
                known = int(size) if size.isdecimal() else 0
                yield Entry(os.fsdecode(path), mode, name, known)

    def contents(self, objects: Sequence[str]) -> Iterator[bytes]:
        """What each of the objects holds, in their order. WrongUse where one is not there."""
        with tempfile.TemporaryFile() as asked:
            asked.write("".join(f"{name}\n" for name in objects).encode("ascii"))
            asked.seek(0)
            with _running(self.root, ("cat-file", "--batch"), asked) as stream:
                for _ in objects:
                    yield _content(stream)


def repository_around(folder: str, name: str) -> Repository:
    """The repository that the folder lies in, in which `name` may be a revision.

    WrongUse where there is none, or no git.
    """
    done = _run(folder, "rev-parse", "--show-toplevel", wanted_for=name)
    if done.returncode == 0:
        return Repository(os.fsdecode(done.stdout.rstrip(b"\n")))
    if os.path.lexists(os.path.join(repository_of(folder), ".git")):
        raise WrongUse("git cannot read the repository: {why}", why=_said(done.stderr))
    raise WrongUse(
        '"{name}" is neither a folder nor a file of definitions here, and no revision: "{folder}" '
        "lies in no git repository",
        "give two folders, or name a workspace that lies in a repository with --workspace",
        name=name,
        folder=folder,
    )


def _program(name: str) -> str:
    """Where git is. It is looked for where programs are, never in the working folder."""
    folders = [folder for folder in os.get_exec_path() if os.path.isabs(folder)]
    found = shutil.which("git", path=os.pathsep.join(folders))
    if found is None or not os.path.isabs(found):
        raise WrongUse(
            '"{name}" is neither a folder nor a file of definitions here; to read a revision takes '
            "the program `git`, which is not installed",
            "install git, or give two folders",
            name=name,
        )
    return found


def _run(folder: str, *arguments: str, wanted_for: str = "") -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(
            _command(folder, arguments, wanted_for),
            env=_surroundings(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise _too_slow() from None
    except OSError as error:
        why = error.strerror or ""
        raise WrongUse("the program `git` cannot be run: {why}", why=why) from error


def _command(folder: str, arguments: Iterable[str], wanted_for: str = "") -> list[str]:
    return [_program(wanted_for), *_SETTINGS, "--no-pager", "-C", folder, *arguments]


def _surroundings() -> dict[str, str]:
    return {**os.environ, **_SURROUNDINGS}


@contextmanager
def _running(
    folder: str, arguments: Iterable[str], asked: IO[bytes] | None = None
) -> Iterator[IO[bytes]]:
    """What it says, as it says it. WrongUse where it fails, or takes too long."""
    with tempfile.TemporaryFile() as errors:
        process = _begun(_command(folder, arguments), asked, errors)
        watch = threading.Timer(PATIENCE, process.kill)
        watch.start()
        try:
            assert process.stdout is not None
            with process.stdout:
                yield process.stdout
            status = process.wait()
            is_late = not watch.is_alive()
        except BaseException:
            process.kill()
            process.wait()
            raise
        finally:
            watch.cancel()
        if is_late:
            raise _too_slow()
        if status != 0:
            errors.seek(0)
            raise WrongUse("git cannot read the repository: {why}", why=_said(errors.read(_PIECE)))


def _begun(
    command: Sequence[str], asked: IO[bytes] | None, errors: IO[bytes]
) -> subprocess.Popen[bytes]:
    try:
        return subprocess.Popen(
            command,
            env=_surroundings(),
            stdin=asked or subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=errors,
        )
    except OSError as error:
        why = error.strerror or ""
        raise WrongUse("the program `git` cannot be run: {why}", why=why) from error


def _split(stream: IO[bytes]) -> Iterator[bytes]:
    """The lines that end with NUL. WrongUse where there are more than anybody looks at: a few
    kilobytes can name more files than there is room for on any disk."""
    rest = b""
    number = 0
    while piece := stream.read(_PIECE):
        *lines, rest = (rest + piece).split(b"\0")
        number += len(lines)
        if number > MOST_ENTRIES:
            raise WrongUse(
                "the revision holds more than {most} files where definitions are looked for",
                "name a folder of definitions alone with --workspace",
                most=MOST_ENTRIES,
            )
        yield from lines


def _content(stream: IO[bytes]) -> bytes:
    """The next object."""
    head = stream.readline(_LONGEST).split()
    if len(head) != 3 or not head[2].isdigit():
        raise WrongUse(
            "the repository does not hold all of the revision",
            "fetch it whole: `git fetch --unshallow`, or `git fetch --refetch` in a partial clone",
        )
    size = int(head[2])
    content = stream.read(size)
    stream.read(1)
    return content


def _line(said: bytes) -> str:
    return said.decode("ascii", "replace").strip()


def _said(said: bytes) -> str:
    return said.decode(errors="replace").strip().partition("\n")[0][:_LONGEST]


def _too_slow() -> WrongUse:
    return WrongUse("the program `git` did not end within {n} seconds", n=int(PATIENCE))
