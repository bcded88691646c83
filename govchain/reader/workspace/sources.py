"""Files on the disk → their contents; a folder or file that cannot be read is a trouble."""

from __future__ import annotations

import os
import stat
from collections import deque
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from govchain.findings import Fact, Place, Trouble
from govchain.reader.ground.notes import Notes
from govchain.reader.text.decoding import LARGEST

_ENDINGS = (".yaml", ".yml")
_PIECE = 64 * 1024
MOST_ENTRIES = 200_000
"""So many files and folders are looked at in one run; a whole disk has more, no workspace has."""


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
    files, troubles = find_sources(paths, root)
    return _contents(files, root, troubles), troubles


def find_sources(paths: Sequence[str], root: str) -> tuple[list[str], list[Trouble]]:
    """The names of the files that `read_sources` takes, none of them opened, in order; and what
    below the paths leads to none that it would take."""
    troubles: list[Trouble] = []
    homes = _homes(paths, root)
    walk = _Walk(root, homes, troubles)
    found = sorted(walk.files(paths))
    inside = [
        file for file in found if walk.is_inside(file) or _stays_inside(file, root, homes, troubles)
    ]
    return inside, troubles


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


@dataclass(frozen=True, slots=True)
class _Way:
    """A file or folder, the path by which it is read, and the folders on the way to it."""

    here: str
    named: str
    above: tuple[tuple[int, int], ...] = ()


class _TooManyError(Exception):
    """More would have to be looked at than one run looks at."""


class _Walk:
    """The definition files at or below the paths; hidden ones and their folders are passed by.

    Links to folders come last: what stands in a folder that is read as itself too has the name
    that it has there. Of a path below which too much stands, nothing is found.
    """

    def __init__(self, root: str, homes: tuple[str, ...], troubles: list[Trouble]) -> None:
        self._root = root
        self._homes = homes
        self._troubles = troubles
        self._left = MOST_ENTRIES
        self._seen: set[tuple[int, int]] = set()
        self._found: dict[str, set[str]] = {}
        self._inside: set[str] = set()
        """Files that are no links, in folders that lie in one of the homes."""

    def files(self, paths: Sequence[str]) -> set[str]:
        """Each by its name as seen from the root."""
        self._found = {path: set() for path in paths}
        waiting = [_Way(path, path) for path in reversed(paths)]
        links: deque[_Way] = deque()
        while waiting or links:
            is_put_off = not waiting
            way = links.popleft() if is_put_off else waiting.pop()
            if not os.path.isdir(way.here):
                self._take(way)
            elif os.path.islink(way.here) and not is_put_off:
                links.append(way)
            elif not is_put_off or self._stays_inside(way):
                waiting += self._ways_into(way)
        return set().union(*self._found.values())

    def is_inside(self, file: str) -> bool:
        """Whether it is known to lie in one of the homes; else that is still to be looked at."""
        return file in self._inside

    def _take(self, way: _Way) -> None:
        if way.named in self._found:
            self._found[way.named].add(relative(way.here, self._root))

    def _stays_inside(self, way: _Way) -> bool:
        name = relative(way.here, self._root)
        return _stays_inside(name, self._root, self._homes, self._troubles)

    def _ways_into(self, way: _Way) -> list[_Way]:
        """What stands in the folder, unless it has been seen, or its path is given up."""
        identity = _identity(way.here)
        if identity in way.above:
            _report_loop(relative(way.here, self._root), self._troubles)
        elif identity not in self._seen and way.named in self._found:
            self._seen.add(identity)
            above = (*way.above, identity)
            return [_Way(name, way.named, above) for name in self._names_in(way)]
        return []

    def _names_in(self, way: _Way) -> list[str]:
        """The folders in a folder, and what may be a link to one, last name first; its files are
        taken."""
        try:
            with os.scandir(way.here) as entries:
                seen = [e for e in self._counted(entries) if not e.name.startswith(".")]
                files = {entry.name for entry in seen if _is_plain_definition(entry)}
                names = [
                    entry.path
                    for entry in seen
                    if entry.name not in files
                    and (is_definition_file(entry.name) or entry.is_dir())
                ]
        except OSError as error:
            _report_closed(relative(way.here, self._root), error, self._troubles)
            return []
        except _TooManyError:
            del self._found[way.named]
            _report_many(relative(way.named, self._root), self._troubles)
            return []
        self._take_files(way, files)
        return sorted(names, reverse=True)

    def _take_files(self, way: _Way, names: Collection[str]) -> None:
        """Takes files of a folder that are no links."""
        folder = relative(way.here, self._root)
        files = names if folder == os.curdir else [f"{folder}/{name}" for name in names]
        self._found[way.named].update(files)
        if _is_within(way.here, self._homes):
            self._inside.update(files)

    def _counted(self, entries: Iterable[os.DirEntry[str]]) -> Iterator[os.DirEntry[str]]:
        for entry in entries:
            self._left -= 1
            if self._left < 0:
                raise _TooManyError
            yield entry


def _is_plain_definition(entry: os.DirEntry[str]) -> bool:
    """A definition file by its name, and no link."""
    return is_definition_file(entry.name) and entry.is_file(follow_symlinks=False)


def _identity(folder: str) -> tuple[int, int]:
    status = os.stat(folder)
    return status.st_dev, status.st_ino


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
        content = _all_of(place, status.st_size)
    except OSError as error:
        _report_closed(file, error, troubles)
        return None
    if len(content) > LARGEST:
        _report_large(file, troubles)
        return None
    return content


def _all_of(place: str, size: int) -> bytes:
    """What the file says, more than what is too large aside; `size` is what it is thought to have:
    a buffer for the largest would cost more than the reading, and one of Python's as much."""
    descriptor = os.open(place, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        content = part = os.read(descriptor, size + 1)
        while part and len(content) <= LARGEST:  # it may have grown, or nobody knows its size
            part = os.read(descriptor, _PIECE)
            content += part
    finally:
        os.close(descriptor)
    return content


def _report_loop(folder: str, troubles: list[Trouble]) -> None:
    _report(
        folder,
        troubles,
        message="the folder is a link that leads back to a folder above it",
        remedy="delete the link",
    )


def _report_many(name: str, troubles: list[Trouble]) -> None:
    _report(
        name,
        troubles,
        message="more than {most} files and folders would have to be looked at, so nothing below "
        "it is read",
        remedy="name folders of definitions alone, under `paths` in the settings or as PATH",
        most=MOST_ENTRIES,
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
