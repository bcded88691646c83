"""Results in files: whole, or the old one stays."""

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from govchain.cli.files import unfinished
from govchain.cli.terminal.interrupts import undone_if_ended
from govchain.cli.terminal.output import in_bytes
from govchain.cli.terminal.refusals import refused, refused_in_place
from govchain.cli.terminal.wrong_use import WrongUse

_STREAMS = {"/dev/stdin": 0, "/dev/stdout": 1, "/dev/stderr": 2}
_DESCRIPTOR = re.compile(r"/(?:dev|proc/self)/fd/(\d{1,9})")

_tidy: set[str] = set()
"""The folders in which this run has looked for what killed ones left."""


def _nothing() -> None:
    """What is told where nothing is."""


def save_result(text: str, file: Path, tell_waiting: Callable[[], None] = _nothing) -> None:
    """Writes the file whole or leaves the old one, as `save_pieces` does."""
    save_pieces([text], file, tell_waiting)


def save_pieces(
    pieces: Iterable[str], file: Path, tell_waiting: Callable[[], None] = _nothing
) -> None:
    """Writes the text whole or leaves the old one, as `save_content` does."""
    save_content(in_bytes(pieces), file, tell_waiting)


def save_content(
    content: Iterable[bytes], file: Path, tell_waiting: Callable[[], None] = _nothing
) -> None:
    """Writes the file whole or leaves the old one: into a new file beside it, then in its place.

    A link stays, and what it leads to is replaced; a pipe or device is written as it is, once all
    pieces are there, and a reader that has gone ends that quietly; one that has not come yet is
    waited for, which is told. WrongUse where it cannot be written.
    """
    try:
        _write(content, str(file), tell_waiting)
    except BrokenPipeError:
        return
    except OSError as error:
        raise refused(str(file), error) from error


class ChangedError(Exception):
    """The file that was to be written anew is no longer what was read."""


def save_anew(content: bytes, file: Path, old: bytes, name: str) -> None:
    """Writes a file that was read, whole or not at all; ChangedError where it has changed since,
    WrongUse, which calls it by the name, where it cannot be written.

    It is looked at once more when the new one is written and has only to take its place.
    """
    try:
        _write(_while_it_says(old, content, str(file)), str(file), _nothing)
    except OSError as error:
        raise refused_in_place(name, error) from error


def _while_it_says(old: bytes, content: bytes, file: str) -> Iterator[bytes]:
    yield content
    try:
        with open(file, "rb") as opened:
            found = opened.read(len(old) + 1)
    except FileNotFoundError:
        found = None
    if found != old:
        raise ChangedError


def _write(content: Iterable[bytes], file: str, tell_waiting: Callable[[], None]) -> None:
    descriptor = descriptor_named(file)
    if descriptor is not None:
        _write_all(b"".join(content), descriptor)
        return
    if os.path.isdir(file):
        raise WrongUse('"{file}" is a folder', "name a file", file=file)
    if os.path.exists(file) and not os.path.isfile(file):
        _pour(b"".join(content), file, tell_waiting)
        return
    place = os.path.realpath(file)
    for folder in (os.path.dirname(file) or os.curdir, os.path.dirname(place)):
        if not os.path.isdir(folder):
            raise WrongUse('the folder "{folder}" does not exist', "create it first", folder=folder)
    tidy(os.path.dirname(place))
    replace_file(content, place)


def descriptor_named(file: str) -> int | None:
    """What `/dev/stdout` and its like stand for: it is open, and need not be found anew."""
    if file in _STREAMS:
        return _STREAMS[file]
    found = _DESCRIPTOR.fullmatch(file)
    return int(found[1]) if found else None


def _pour(content: bytes, file: str, tell_waiting: Callable[[], None]) -> None:
    """Into a pipe or device, which has no old content to lose."""
    descriptor = _opened(file, tell_waiting)
    try:
        _write_all(content, descriptor)
    finally:
        os.close(descriptor)


def _opened(file: str, tell_waiting: Callable[[], None]) -> int:
    """To write; a pipe once somebody reads it, which is told where nobody does yet."""
    how = os.O_WRONLY | getattr(os, "O_NOCTTY", 0)
    if stat.S_ISFIFO(os.stat(file).st_mode):
        try:
            descriptor = os.open(file, how | os.O_NONBLOCK)
        except OSError as error:
            if error.errno != errno.ENXIO:
                raise
            tell_waiting()
        else:
            os.set_blocking(descriptor, True)
            return descriptor
    return os.open(file, how)


def _write_all(content: bytes, descriptor: int) -> None:
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def replace_file(pieces: Iterable[bytes], file: str) -> None:
    """The pieces in the place of the file: the old or the new, whole, at every moment."""
    old = _status_of(file)
    new = unfinished.new_file(os.path.dirname(file))
    with undone_if_ended(lambda: _remove(new)):
        descriptor = unfinished.opened(new)
        try:
            for piece in pieces:
                _write_all(piece, descriptor)
            _settle(descriptor)
            _dress(new, old)
            if os.name != "nt":  # held until it stands in its place
                os.replace(new, file)
        finally:
            os.close(descriptor)
        if os.name == "nt":
            os.replace(new, file)


def save_new(content: bytes, file: Path) -> None:
    """Writes a new file whole or not at all; WrongUse where anything stands in its place."""
    folder = os.path.dirname(file) or os.curdir
    if not os.path.isdir(folder):
        raise WrongUse('the folder "{folder}" does not exist', "create it first", folder=folder)
    expect_no_file(file)
    try:
        _make(content, str(file))
    except FileExistsError as error:  # since we looked, somebody was quicker
        raise _there_already(file) from error
    except OSError as error:
        raise refused(str(file), error) from error


def expect_no_file(file: Path) -> None:
    """WrongUse where anything stands in its place; what a killed run left beside it goes first."""
    tidy(os.path.realpath(os.path.dirname(file) or os.curdir))
    if os.path.lexists(file):
        raise _there_already(file)


def _there_already(file: Path) -> WrongUse:
    return WrongUse(
        '"{file}" is already there; nothing was written', "name another file", file=str(file)
    )


def _make(content: bytes, file: str) -> None:
    """Into a new file beside it, which then appears under its name, whole."""
    new = unfinished.new_file(os.path.dirname(file))
    with undone_if_ended(lambda: _remove(new)):
        descriptor = unfinished.opened(new)
        try:
            _write_all(content, descriptor)
            _settle(descriptor)
            _dress(new, None)
        finally:
            os.close(descriptor)
        appear(new, file)
        _remove(new)


def appear(aside: str, place: str) -> None:
    """The file at its place, whole; FileExistsError where something is there."""
    try:
        os.link(aside, place)
    except FileExistsError:
        raise
    except OSError:  # a file system without such links
        if os.path.lexists(place):
            raise
        os.rename(aside, place)


def _settle(descriptor: int) -> None:
    """What the disk has no room for is known before the old file goes."""
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):  # a file system that cannot say
            raise


def _status_of(file: str) -> os.stat_result | None:
    """Of the file that is to be replaced; OSError where it may not be written."""
    try:
        status = os.stat(file)
    except FileNotFoundError:
        return None
    if not os.access(file, os.W_OK):
        os.close(os.open(file, os.O_WRONLY))  # which tells why not
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    return status


def _dress(new: str, old: os.stat_result | None) -> None:
    """Owner, group and permissions of the old one, as far as we may; else what is usual here."""
    if old is None:
        os.chmod(new, 0o666 & ~_umask())
        return
    if hasattr(os, "chown"):
        with suppress(OSError):
            os.chown(new, -1, old.st_gid)
        with suppress(OSError):
            os.chown(new, old.st_uid, -1)
    os.chmod(new, stat.S_IMODE(old.st_mode) & 0o777)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _remove(path: str) -> None:
    with suppress(OSError):
        os.unlink(path)


def tidy(folder: str) -> None:
    """Removes from the folder the files that killed runs left in the making, once a run."""
    if folder in _tidy:
        return
    _tidy.add(folder)
    for path, is_folder in unfinished.forsaken(folder):
        if not is_folder:
            _remove(path)
