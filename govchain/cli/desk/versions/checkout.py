"""The definitions of a revision, laid out in a folder of their own that is removed again.

The names in a revision are nobody's to trust: only plain names are written, only into the new
folder, each file once and through no link. What the links among them lead to, the reader judges as
it does in any workspace.
"""

from __future__ import annotations

import os
import posixpath
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial

from govchain.cli.desk.versions.git import Entry, Repository
from govchain.cli.terminal.interrupts import undone_if_ended
from govchain.cli.terminal.wrong_use import WrongUse
from govchain.reader.text.decoding import LARGEST
from govchain.reader.workspace.settings import read_settings
from govchain.reader.workspace.settings_file import PROJECT_FILE, SETTINGS_FILE
from govchain.reader.workspace.sources import is_definition_file

_SETTINGS = (SETTINGS_FILE, PROJECT_FILE)
_MOST_BYTES = 500 * 1024 * 1024
"""So much is laid out of one revision."""
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
_NEW |= getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class Checkout:
    """Where a commit is laid out: all of it, and the folder of the workspace in it."""

    place: str
    root: str


@contextmanager
def laid_out(repository: Repository, commit: str, name: str, folder: str) -> Iterator[Checkout]:
    """What the workspace in `folder` (as seen from the root of the repository) reads in that
    commit, that `name` stands for, and its settings; it is gone afterwards."""
    place = tempfile.mkdtemp(prefix="govchain-")
    remove = partial(shutil.rmtree, place, ignore_errors=True)
    with undone_if_ended(remove):
        try:
            real = os.path.realpath(place)
            root = _laid_out(_Laying(repository, name, real), commit, folder)
            yield Checkout(real, root)
        finally:
            remove()


@dataclass(frozen=True, slots=True)
class _Laying:
    """From which repository, of a revision called so, into which folder."""

    repository: Repository
    name: str
    place: str


def _laid_out(laying: _Laying, commit: str, folder: str) -> str:
    root = os.path.join(laying.place, *_parts(folder))
    settings = [posixpath.join(folder, file) for file in _SETTINGS]
    _lay_out(laying, list(laying.repository.entries(commit, settings)))
    read = [folder, *_outside(root, laying.place)]
    entries = list(laying.repository.entries(commit, [] if "" in read else read))
    goals = _lay_out(laying, [entry for entry in entries if _is_wanted(entry)])
    _lay_out(laying, [e for e in entries if e.path in goals and not _is_wanted(e)])
    os.makedirs(root, mode=0o700, exist_ok=True)
    return root


def _outside(root: str, place: str) -> Iterator[str]:
    """What the settings read outside of the folder, as seen from the root of the repository."""
    for path in read_settings(root).settings.paths:
        there = os.path.relpath(os.path.normpath(os.path.join(root, path)), place)
        seen = there.replace(os.sep, "/")
        if not seen.startswith("../") and seen != ".." and not os.path.isabs(path):
            yield "" if seen == "." else seen


def _is_wanted(entry: Entry) -> bool:
    """Definitions and settings by their names, and all links."""
    name = posixpath.basename(entry.path)
    return entry.is_link or is_definition_file(name) or name in _SETTINGS


def _lay_out(laying: _Laying, entries: Sequence[Entry]) -> set[str]:
    """Writes the files, and then the links: nothing is written through one. What they lead to, by
    the paths in the repository."""
    entries = [entry for entry in entries if entry.is_link or entry.is_file]
    small = [entry for entry in entries if entry.size <= LARGEST]
    if sum(entry.size for entry in small) > _MOST_BYTES:
        raise WrongUse(
            'the definitions of the revision "{name}" are too large: more than {megabytes} MB',
            "name a folder of definitions alone with --workspace",
            name=laying.name,
            megabytes=_MOST_BYTES // (1024 * 1024),
        )
    links: list[tuple[Entry, str]] = []
    objects = [entry.object for entry in small]
    for entry, content in zip(small, laying.repository.contents(objects), strict=True):
        if entry.is_link:
            links.append((entry, os.fsdecode(content)))
        else:
            _make(laying, entry, partial(_write, content=content))
    for entry in entries:
        if entry.size > LARGEST and entry.is_file:
            _make(laying, entry, partial(_write, content=b"", size=entry.size))
    for entry, goal in links:
        _make(laying, entry, partial(os.symlink, goal))
    return {_goal(entry, goal) for entry, goal in links}


def _goal(link: Entry, goal: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(link.path), goal))


def _make(laying: _Laying, entry: Entry, make: Callable[[str], None]) -> None:
    """Makes what stands there, unless something does. WrongUse where that cannot be."""
    try:
        place = _place_of(entry, laying.place)
        if not os.path.lexists(place):
            make(place)
    except (OSError, ValueError) as error:
        raise WrongUse(
            'the revision "{name}" cannot be laid out: "{file}": {why}',
            "rename the file, or compare two folders",
            name=laying.name,
            file=entry.path,
            why=getattr(error, "strerror", None) or "no file name",
        ) from error


def _write(place: str, *, content: bytes, size: int = 0) -> None:
    """A new file; one too large to be read is as large, and empty."""
    with open(os.open(place, _NEW, 0o600), "wb") as opened:
        opened.write(content)
        if size:
            opened.truncate(size)


def _place_of(entry: Entry, place: str) -> str:
    """Where it is to stand, in a folder that is there. ValueError where that would be elsewhere."""
    parts = _parts(entry.path)
    folder = os.path.join(place, *parts[:-1])
    os.makedirs(folder, mode=0o700, exist_ok=True)
    if os.path.realpath(folder) != folder:
        raise ValueError("its folder is a link")
    return os.path.join(folder, parts[-1])


def _parts(path: str) -> list[str]:
    """The names on the way. ValueError where one is none of a file."""
    parts = path.split("/") if path else []
    for part in parts:
        if part in ("", ".", "..") or part.lower() == ".git" or set(part) & _UNFIT:
            raise ValueError("no name of a file")
    return parts


_UNFIT = {"\0", "\\", ":"} if os.name == "nt" else {"\0"}
"""What would be more than a name."""
