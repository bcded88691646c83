"""How a run ends that is told to end: at once, without a word, and with nothing half done.

A signal is answered where it arrives and not by an exception, for an exception that arises while
Python cleans up or imports is printed, or lost.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP")
_STATUS = 128
"""A status above it says which signal ended the run: 130 for SIGINT, 143 for SIGTERM."""

_undoings: list[Callable[[], None]] = []
"""What is to be undone where the run ends now, the last first."""


def end_quietly() -> None:
    """From now on a signal ends the program so; one that whoever started it ignores is ignored."""
    for name in _SIGNALS:
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _end)


@contextmanager
def undone_if_ended(undo: Callable[[], None]) -> Iterator[None]:
    """What ends the run inside, a signal or an exception, undoes first.

    `undo` may be called at any moment inside, and twice.
    """
    _undoings.append(undo)
    try:
        yield
    except BaseException:
        undo()
        raise
    finally:
        _undoings.remove(undo)


def _end(number: int, _: object) -> None:
    for undo in reversed(_undoings):
        undo()
    os._exit(_STATUS + number)
