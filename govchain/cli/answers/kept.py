"""Answers kept for whoever asks the same again: in the cache folder of the user, not the workspace.

What a workspace brings along nobody need trust (docs/security.md), and an answer that came with it
could say that all is well. So none is kept or looked for where the workspace was checked out, nor
in a folder that others may write or look into.
"""

from __future__ import annotations

import ast
import os
import re
import stat
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from itertools import chain
from typing import BinaryIO

from govchain.cli.desk.repository import repository_of
from govchain.cli.desk.under import is_under
from govchain.cli.files.saving import replace_file, tidy

_FORM = b"govchain.answer/1 "
_NAME = re.compile(r"[0-9a-f]{64}")
MOST_BYTES = 200 * 1024 * 1024
MOST_ANSWERS = 200
"""So much is kept altogether; what has not been asked for longest goes first."""
_PIECE = 256 * 1024
_LONGEST = 1024 * 1024
"""The longest line that says what an answer is."""
_CAREFUL = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command said: its exit status, its lines on stderr, None where the result stands among
    them, and the result on stdout, piece by piece."""

    status: int
    said: Sequence[str | None]
    result: Iterable[bytes]


def kept_answer(key: str, places: Sequence[str]) -> Answer | None:
    """The answer that was kept under the key for what is read in these places, whole and
    unaltered; None where there is none."""
    folder = _folder_for(places)
    if folder is None or not _is_private(folder):
        return None
    file = os.path.join(folder, key)
    try:
        answer = _read(file, key)
    except Exception:  # noqa: BLE001  whatever is wrong with it, it is no answer
        return None
    with suppress(OSError):
        os.utime(file)
    return answer


def keep_answer(key: str, places: Sequence[str], answer: Answer) -> None:
    """Keeps it, where that can be done; else nothing happens."""
    folder = _folder_for(places)
    about = repr((key, answer.status, answer.said)).encode() + b"\n"
    content = (about, *answer.result)
    if folder is None or sum(map(len, content)) > MOST_BYTES // 2:
        return
    with suppress(OSError):
        _make(folder)
        if _is_private(folder):
            tidy(folder)
            replace_file((_head_of(content), *content), os.path.join(folder, key))
            _forget_oldest(folder)


def _folder_for(places: Sequence[str]) -> str | None:
    """The cache folder of the user; None where there is none, or it may have come along with what
    is read: it lies in the same repository, or in one folder with it that is not the user's home
    nor above that."""
    said = os.path.expanduser("~")
    home = os.path.realpath(said)
    if not os.path.isabs(said) or home == os.path.dirname(home):
        return None  # nobody's
    base = os.environ.get("LOCALAPPDATA" if os.name == "nt" else "XDG_CACHE_HOME", "")
    if not os.path.isabs(base):
        base = os.path.join(home, ".cache")
    folder = os.path.join(os.path.realpath(base), "govchain")
    came_along = any(
        is_under(folder, repository_of(place)) or not is_under(home, _above_both(folder, place))
        for place in places
    )
    return None if came_along else folder


def _above_both(folder: str, place: str) -> str:
    """The nearest folder that holds both; of different drives the first's own."""
    try:
        return os.path.commonpath([folder, os.path.realpath(place)])
    except ValueError:
        return os.path.splitdrive(folder)[0] + os.sep


def _make(folder: str) -> None:
    """The folder, and the one above it, for the user alone."""
    for path in (os.path.dirname(folder), folder):
        with suppress(FileExistsError):
            os.mkdir(path, 0o700)


def _is_private(folder: str) -> bool:
    """It is a folder of this user and no link to one, and nobody else's to look into."""
    try:
        status = os.lstat(folder)
    except OSError:
        return False
    if hasattr(os, "geteuid") and (status.st_uid != os.geteuid() or status.st_mode & 0o077):
        return False
    return stat.S_ISDIR(status.st_mode)


def _read(file: str, key: str) -> Answer:
    """ValueError where it is no whole answer to the key."""
    opened = open(os.open(file, os.O_RDONLY | _CAREFUL), "rb")  # noqa: SIM115  until it is told
    try:
        return _verified(opened, key)
    except BaseException:
        opened.close()
        raise


def _verified(opened: BinaryIO, key: str) -> Answer:
    """The file is gone through twice: that costs less than to have it in one piece in memory."""
    if not stat.S_ISREG(os.fstat(opened.fileno()).st_mode):
        raise ValueError("no ordinary file")
    head, about, start = opened.readline(_LONGEST), opened.readline(_LONGEST), opened.tell()
    if head != _head_of(chain((about,), iter(partial(opened.read, _PIECE), b""))):
        raise ValueError("not as it was written")
    written, status, said = ast.literal_eval(about.decode())
    if written != key or status not in (0, 1):
        raise ValueError("the answer to something else")
    if not all(note is None or isinstance(note, str) for note in said) or said.count(None) != 1:
        raise ValueError("nothing that a command says")
    opened.seek(start)
    return Answer(status, said, _pieces(opened))


def _head_of(content: Iterable[bytes]) -> bytes:
    """The first line: the form, and the hash of all that follows."""
    hashed = sha256()
    for piece in content:
        hashed.update(piece)
    return _FORM + hashed.hexdigest().encode() + b"\n"


def _pieces(opened: BinaryIO) -> Iterator[bytes]:
    with opened:
        while piece := opened.read(_PIECE):
            yield piece


def _forget_oldest(folder: str) -> None:
    """Removes what is too much."""
    with os.scandir(folder) as entries:
        kept = [entry for entry in entries if _NAME.fullmatch(entry.name)]
    found = [(entry.stat(follow_symlinks=False), entry.path) for entry in kept]
    found.sort(key=lambda each: each[0].st_mtime_ns, reverse=True)
    size = 0
    for number, (status, path) in enumerate(found):
        size += status.st_size
        if number >= MOST_ANSWERS or size > MOST_BYTES:
            with suppress(OSError):
                os.unlink(path)
