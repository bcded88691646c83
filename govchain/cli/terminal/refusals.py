"""Why something could not be written, as the system tells it, and what there is to do."""

from __future__ import annotations

import errno

from govchain.cli.terminal.wrong_use import WrongUse
from govchain.reporting.words import noted

_ROOM = noted("make room on that disk, or name a place on another one")
_RIGHT = noted("name a place that you may write to")
_HINTS = {
    errno.ENOSPC: _ROOM,
    errno.EDQUOT: _ROOM,
    errno.EROFS: _RIGHT,
    errno.EACCES: _RIGHT,
    errno.EPERM: _RIGHT,
    errno.ENXIO: noted("name an ordinary file"),
    errno.ENAMETOOLONG: noted("give it a shorter name"),
}
_ROOM_THERE = noted("make room on that disk")
_RIGHT_THERE = noted("give yourself the right to write there")
_HINTS_IN_PLACE = {
    errno.ENOSPC: _ROOM_THERE,
    errno.EDQUOT: _ROOM_THERE,
    errno.EROFS: noted("copy the workspace to where it may be written"),
    errno.EACCES: _RIGHT_THERE,
    errno.EPERM: _RIGHT_THERE,
}


def hint_for(error: OSError) -> str:
    """What to do where whoever asked chose the place; empty where there is nothing."""
    return _HINTS.get(error.errno or 0, "")


def refused(file: str, error: OSError) -> WrongUse:
    """The file could not be written where it was to stand."""
    return _refused(file, error, hint_for(error))


def refused_in_place(file: str, error: OSError) -> WrongUse:
    """The file could not be written anew, and has no other place."""
    return _refused(file, error, _HINTS_IN_PLACE.get(error.errno or 0, ""))


def _refused(file: str, error: OSError, hint: str) -> WrongUse:
    why = error.strerror or ""
    return WrongUse('"{file}" cannot be written: {why}', hint, file=file, why=why)
