"""Files and folders in the making: each has a name that the next run knows, and a lock.

Who is killed leaves its own behind, and with it no lock: so the next run that writes there knows
what nobody works on any more. The lock is the system's, for numbers of processes come again, and in
containers they are the same.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress

try:
    import fcntl
except ImportError:  # Windows: there what is open cannot be deleted, which is lock enough
    fcntl = None  # type: ignore[assignment]  # the module, or none

_NAME = re.compile(r"\.govchain-[0-9a-f]{32}\.(?:tmp|init)\Z")
TEMPORARY = ".tmp"
STAGED = ".init"
"""How the folder of a whole new workspace ends, which has nothing beside it."""


def new_file(folder: str) -> str:
    """The path of a file or folder that is to be made in the folder."""
    return new_path(folder, TEMPORARY)


def new_path(folder: str, ending: str) -> str:
    """A path in the folder that nobody has, of the form of ours."""
    return os.path.join(folder, f".govchain-{os.urandom(16).hex()}{ending}")


def opened(path: str) -> int:
    """Makes the file and holds it until the descriptor is closed."""
    while True:
        descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR | _BINARY, 0o600)
        if _held(descriptor, path):
            return descriptor
        os.close(descriptor)


@contextmanager
def folder_made(path: str) -> Iterator[None]:
    """Makes the folder and holds it meanwhile."""
    descriptor = None
    while descriptor is None:
        os.mkdir(path)
        if fcntl is None:
            break
        descriptor = os.open(path, os.O_RDONLY)
        if not _held(descriptor, path):
            os.close(descriptor)
            descriptor = None
    try:
        yield
    finally:
        if descriptor is not None:
            os.close(descriptor)


def forsaken(folder: str) -> Iterator[tuple[str, bool]]:
    """What nobody works on any more in the folder: its path, and whether it is a folder.

    Each is held while it is looked at; only what belongs to the same user is taken.
    """
    try:
        with os.scandir(folder) as entries:
            names = sorted(entry.path for entry in entries if _NAME.match(entry.name))
    except OSError:
        return
    for path in names:
        with suppress(OSError):
            descriptor = os.open(path, os.O_RDONLY | _CAREFUL)
            try:
                status = os.fstat(descriptor)
                if _is_own(status) and _nobody_holds(descriptor):
                    yield path, stat.S_ISDIR(status.st_mode)
            finally:
                os.close(descriptor)


_BINARY = getattr(os, "O_BINARY", 0)
_CAREFUL = _BINARY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


def _held(descriptor: int, path: str) -> bool:
    """Whether it is ours now, and still there: a run that cleans up may have been quicker."""
    if fcntl is None:
        return True
    with suppress(OSError):  # a file system without locks: nobody will clean up either
        fcntl.flock(descriptor, fcntl.LOCK_EX)
    try:
        return os.path.samestat(os.fstat(descriptor), os.lstat(path))
    except FileNotFoundError:
        return False


def _nobody_holds(descriptor: int) -> bool:
    if fcntl is None:
        return True
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _is_own(status: os.stat_result) -> bool:
    if hasattr(os, "geteuid") and status.st_uid != os.geteuid():
        return False
    return stat.S_ISREG(status.st_mode) or stat.S_ISDIR(status.st_mode)
