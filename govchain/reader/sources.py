"""Files on the disk → their contents; a folder or file that cannot be read is a trouble."""

from __future__ import annotations

import os
import stat
from collections import deque
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeAlias

from govchain.findings import Fact, Place, Trouble
from govchain.reader.notes import Notes
from govchain.reader.texts import LARGEST

_ENDINGS = (".yaml", ".yml")


def is_definition_file(name: str) -> bool:
    """Whether a file of this name holds definitions; capitals make no difference."""
    return name.lower().endswith(_ENDINGS)


def read_sources(
    paths: Sequence[str], root: str
) -> tuple[Iterator[tuple[str, bytes]], list[Trouble]]:
    """Name and content of each definition file at or below the paths, in order of their names.

    Names are as seen from `root`, the folder of the workspace. A link that leads out of it and of
    the paths is not followed: what it leads to is nobody's to print. The troubles are complete
    once all files have been taken: each is read when its turn comes, so that not all stand in
    memory at once.
    """
    troubles: list[Trouble] = []
    homes = _homes(paths, root)
    found = sorted(set(_files_at(paths, root, homes, troubles)))
    inside = [file for file in found if _stays_inside(file, root, homes, troubles)]
    return _contents(inside, root, troubles), troubles


def _homes(paths: Sequence[str], root: str) -> tuple[str, ...]:
    """What may be read: the workspace, and paths that lie outside of it as they are written.

    A path that lies inside may be a link: it leads no further out than any other link does.
    """
    here = os.path.join(os.path.abspath(root), "")
    outside = (p for p in paths if not os.path.join(os.path.abspath(p), "").startswith(here))
    return tuple(os.path.join(os.path.realpath(home), "") for home in (root, *outside))


def _stays_inside(file: str, root: str, homes: tuple[str, ...], troubles: list[Trouble]) -> bool:
    """Whether the file or folder lies in one of the homes, links followed."""
    if _is_within(os.path.join(root, file), homes):
        return True
    _report_link(
        file,
        troubles,
        remedy="copy it into the workspace, or name its folder under `paths` in the settings",
    )
    return False


def leads_out(file: str, folder: str, name: str, troubles: list[Trouble]) -> bool:
    """Whether the file is a link that leads out of the folder, which is then reported."""
    if _is_within(file, _homes((), folder)):
        return False
    _report_link(name, troubles, remedy="copy it into the workspace")
    return True


def _is_within(place: str, homes: tuple[str, ...]) -> bool:
    return os.path.join(os.path.realpath(place), "").startswith(homes)


def _contents(
    files: Sequence[str], root: str, troubles: list[Trouble]
) -> Iterator[tuple[str, bytes]]:
    for file in files:
        content = content_of(file, root, troubles)
        if content is not None:
            yield file, content


def relative(path: str, folder: str = os.curdir) -> str:
    """The path as seen from the folder (the working folder), with forward slashes."""
    try:
        return Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:  # another drive: there is no way from here to there
        return Path(os.path.abspath(path)).as_posix()


_Way: TypeAlias = "tuple[str, tuple[tuple[int, int], ...]]"
"""A file or folder, and the folders on the way to it."""


def _files_at(
    paths: Sequence[str], root: str, homes: tuple[str, ...], troubles: list[Trouble]
) -> Iterator[str]:
    """The definition files at or below the paths; hidden ones and their folders are passed by.

    Links to folders come last: what stands in a folder that is read as itself too has the name
    that it has there.
    """
    seen: set[tuple[int, int]] = set()
    waiting: list[_Way] = [(path, ()) for path in reversed(paths)]
    links: deque[_Way] = deque()
    while waiting or links:
        is_put_off = not waiting
        here, above = way = links.popleft() if is_put_off else waiting.pop()
        if not os.path.isdir(here):
            yield relative(here, root)
            continue
        if os.path.islink(here) and not is_put_off:
            links.append(way)
            continue
        if is_put_off and not _stays_inside(relative(here, root), root, homes, troubles):
            continue
        identity = _identity(here)
        if identity in above:
            _report_loop(relative(here, root), troubles)
        elif identity not in seen:
            seen.add(identity)
            inside = (*above, identity)
            waiting += [(name, inside) for name in _names_in(here, root, troubles)]


def _identity(folder: str) -> tuple[int, int]:
    status = os.stat(folder)
    return status.st_dev, status.st_ino


def _names_in(folder: str, root: str, troubles: list[Trouble]) -> list[str]:
    """The folders and definition files in a folder, last name first."""
    try:
        with os.scandir(folder) as entries:
            names = [
                entry.path
                for entry in entries
                if not entry.name.startswith(".")
                and (is_definition_file(entry.name) or entry.is_dir())
            ]
    except OSError as error:
        _report_closed(relative(folder, root), error, troubles)
        return []
    return sorted(names, reverse=True)


def content_of(file: str, root: str, troubles: list[Trouble]) -> bytes | None:
    """The bytes of a file of the folder; None where it has none for us, which has been reported."""
    place = os.path.join(root, file)
    try:
        status = os.stat(place)
        if not stat.S_ISREG(status.st_mode):  # a pipe or device could keep us waiting for ever
            _report_no_file(file, troubles)
            return None
        if status.st_size > LARGEST:
            _report_large(file, troubles)
            return None
        with open(place, "rb") as opened:
            content = opened.read(LARGEST + 1)
    except OSError as error:
        _report_closed(file, error, troubles)
        return None
    if len(content) > LARGEST:
        _report_large(file, troubles)
        return None
    return content


def _report_loop(folder: str, troubles: list[Trouble]) -> None:
    _report(
        folder,
        troubles,
        message="the folder is a link that leads back to a folder above it",
        remedy="delete the link",
    )


def _report_link(name: str, troubles: list[Trouble], *, remedy: str) -> None:
    _report(
        name,
        troubles,
        message="it is reached by a link that leads out of the workspace",
        remedy=remedy,
    )


def _report_closed(name: str, error: OSError, troubles: list[Trouble]) -> None:
    if isinstance(error, PermissionError):
        _report(
            name,
            troubles,
            message="it may not be read",
            remedy="give yourself the right to read it",
        )
    elif isinstance(error, FileNotFoundError):
        _report(
            name,
            troubles,
            message="there is no such file, or the link to it is broken",
            remedy="restore the file, or delete the link",
        )
    else:
        _report(
            name,
            troubles,
            message="it cannot be opened: {problem}",
            remedy="see that it is an ordinary file or folder",
            problem=os.strerror(error.errno) if error.errno else type(error).__name__,
        )


def _report_no_file(name: str, troubles: list[Trouble]) -> None:
    _report(
        name,
        troubles,
        message="it is no ordinary file",
        remedy="move it out of the workspace, or give it another ending",
    )


def _report_large(name: str, troubles: list[Trouble]) -> None:
    _report(
        name,
        troubles,
        message="the file is too large: more than {megabytes} MB",
        remedy="split it, or move it out of the workspace",
        megabytes=LARGEST // (1024 * 1024),
    )


def _report(
    name: str, troubles: list[Trouble], *, message: str, remedy: str, **facts: Fact
) -> None:
    """A file or folder of this name gives nothing to read."""
    place = Place(name, 1, 1)
    Notes(name, troubles=troubles).report(
        "unreadable-file", "", place, message=message, remedy=remedy, related=(), **facts
    )
