"""What the answer of a command depends on, as one number: the same number, the same answer.

The files are found and read by the reader's own functions, so nothing that a run would read is
forgotten. Their contents count, not their times: two thousand small files are read in some 30 ms,
and a time can be set by whoever writes the file.
"""

from __future__ import annotations

import datetime
import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain, islice
from typing import Any

import typer

import govchain
from govchain.cli.desk.baseline_file import baseline_content, baseline_of_settings
from govchain.cli.desk.repository import folder_in_repository
from govchain.cli.desk.session import Session
from govchain.cli.terminal.output import is_stdout
from govchain.reader.workspace.scope import Workspace, WorkspaceError, find_workspace
from govchain.reader.workspace.sources import MOST_ENTRIES, read_sources

ENVIRONMENT = (
    "COLOR", "COLUMNS", "FORCE_COLOR", "GOVCHAIN_", "LANG", "LC_", "LINES", "NO_COLOR", "PYTHON",
    "TERM", "TTY_", "UNICODE_VERSION",
)  # fmt: skip
"""How the names of variables begin that may change what is said, or how it looks."""

_NO_MATTER = ("no_cache", "force", "jobs")
"""Options that change no answer."""

Stamp = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """`key` is the number; `files` are all that were read for it, as seen from the working folder,
    `searched` where all files were looked at, and `root` the folder of the workspace."""

    key: str
    root: str
    files: tuple[str, ...]
    searched: tuple[str, ...]

    @property
    def places(self) -> tuple[str, ...]:
        """The folders and files that are read."""
        return (self.root, *self.searched)

    def stamps(self) -> tuple[Stamp, ...] | None:
        """When the files and all folders were last changed; None where one is gone, or there are
        more than a run looks at.

        What is changed to and fro while a command runs has the same key, and other stamps.
        """
        folders = {os.path.dirname(file) or os.curdir for file in self.files} | {self.root}
        folders.update(islice(_folders_below(self.searched), MOST_ENTRIES))
        if len(folders) >= MOST_ENTRIES:
            return None
        try:
            return tuple(_stamp(path) for path in (*self.files, *sorted(folders)))
        except OSError:
            return None


def question_of(session: Session, context: typer.Context) -> Question | None:
    """What is asked; None where that is not known, or the answer goes elsewhere than to stdout.

    Not known is what could not be read, or not found: the command will say so.
    """
    given = context.params
    if not is_stdout(given["output"]) or given.get("write_baseline") is not None:
        return None
    try:
        read = [_read_of(given["paths"] or (), session.workspace, given.get("baseline"))]
        if (against := given.get("against")) is not None:
            if not os.path.lexists(against):
                return None  # a revision, of which git alone knows what it holds
            read.append(_read_of((against,), None, None))
        hashed = sha256(repr(_circumstances(session, context, read[0].found)).encode())
        for each in read:
            hashed.update(each.digest)
    except (OSError, ValueError, WorkspaceError):
        return None
    if any(each.is_troubled for each in read):
        return None
    files = tuple(file for each in read for file in each.files)
    searched = tuple(path for each in read for path in each.searched)
    others = tuple(each.found.root for each in read[1:])
    return Question(hashed.hexdigest(), read[0].found.root, files, (*searched, *others))


@dataclass(frozen=True, slots=True)
class _Read:
    """A workspace, and all that is read of it as one number."""

    found: Workspace
    digest: bytes
    files: Sequence[str]
    is_troubled: bool

    @property
    def searched(self) -> tuple[str, ...]:
        return (self.found.root,) if self.found.is_alone else tuple(self.found.paths)


def _read_of(paths: Sequence[str], workspace: str | None, baseline: object) -> _Read:
    found = find_workspace(paths, workspace)
    contents, troubles = read_sources(found.paths, found.root)
    around = [*_around(found, baseline)]
    hashed = sha256(repr((found.root, found.paths, found.targets)).encode())
    files = []
    for file, content in chain(around, contents):
        hashed.update(repr((file, len(content))).encode())
        hashed.update(content)
        files.append(os.path.join(found.root, file))
    real = _real_places(found, paths, files[: len(around)], files)
    hashed.update(repr(real).encode())
    return _Read(found, hashed.digest(), files, bool(troubles or found.troubles))


def _around(found: Workspace, baseline: object) -> Iterator[tuple[str, bytes]]:
    """What is read besides the definitions: settings, the baseline, what stands beside."""
    for name, text in found.sources.items():
        yield name, text.encode()
    file = str(baseline) if baseline else baseline_of_settings(found.root, found.settings)
    if file is not None:
        yield os.path.relpath(file, found.root), baseline_content(file)
    if found.is_alone:
        from govchain.reader.workspace.left_out import texts_beside

        for name, text in texts_beside(found.root, *found.paths):
            yield name, text.encode(errors="surrogatepass")


def _circumstances(
    session: Session, context: typer.Context, found: Workspace
) -> tuple[object, ...]:
    """All but contents: the program, the command line, the place, the terminal, the day."""
    given = sorted((name, v) for name, v in context.params.items() if name not in _NO_MATTER)
    return (
        *_program(),
        context.command_path,
        given,
        folder_in_repository(found.root),
        session.style(for_people=True),
        session.date or datetime.date.today(),
        sorted(_environment(os.environ)),
    )


def _real_places(
    found: Workspace, paths: Sequence[str], around: Sequence[str], files: Sequence[str]
) -> list[str]:
    """Where links lead to: of the folders and what stands around them, and of all files where a
    path on the command line is reached by a link, for then they are looked for under its end."""
    is_by_link = any(os.path.realpath(path) != os.path.abspath(path) for path in paths)
    places = (found.root, *found.paths, *paths, *(files if is_by_link else around))
    return [os.path.realpath(place) for place in places]


def _environment(variables: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    return (item for item in variables.items() if item[0].startswith(ENVIRONMENT))


def _program() -> tuple[object, ...]:
    """This program as it is installed, its own files and the versions of what it stands on."""
    home = os.path.dirname(govchain.__file__)
    return govchain.__version__, sys.version, [*_files_of(home)], [*_packages()]


def _files_of(folder: str) -> Iterator[tuple[Any, ...]]:
    with os.scandir(folder) as entries:
        found = sorted(entries, key=lambda entry: entry.name)
    for entry in found:
        if entry.is_dir():
            if entry.name != "__pycache__":
                yield from _files_of(entry.path)
        else:
            status = entry.stat()
            yield entry.path, status.st_size, status.st_mtime_ns


def _packages() -> Iterator[tuple[str, int]]:
    """The folders that installers keep, whose names hold the version of each package."""
    for folder in filter(os.path.isdir, sys.path):
        with os.scandir(folder) as entries:
            for entry in sorted(entries, key=lambda entry: entry.name):
                if entry.name.endswith((".dist-info", ".egg-info")):
                    yield entry.path, entry.stat().st_mtime_ns


def _folders_below(places: Iterable[str]) -> Iterator[str]:
    """The places that are folders and all folders below, but what is hidden: that is not read."""
    for place in places:
        for folder, inner, _ in os.walk(place):
            inner[:] = (name for name in inner if not name.startswith("."))
            yield folder


def _stamp(path: str) -> Stamp:
    status = os.stat(path)
    return (
        status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns,
    )  # fmt: skip
