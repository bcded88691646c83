"""A word to whoever waits: only on a terminal, and only past a second."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial

from govchain.cli.terminal.interrupts import undone_if_ended
from govchain.cli.terminal.output import is_terminal, terminal_width

PATIENCE = 1.0
"""Seconds before anything is shown."""


@contextmanager
def shown_progress(doing: Callable[[], str], quiet: bool, in_colour: bool) -> Iterator[None]:
    """Says on stderr what is being done, while it is done, unless it is to be quiet."""
    if quiet or not is_terminal(sys.stderr):
        yield
        return
    done = threading.Event()
    told = doing(), done, in_colour
    waiting = threading.Thread(target=_show, args=told, name="govchain waits", daemon=True)
    waiting.start()
    try:
        yield
    finally:
        done.set()
        waiting.join()


def _show(text: str, done: threading.Event, in_colour: bool) -> None:
    if done.wait(PATIENCE):
        return
    from rich.console import Console

    terminal = Console(stderr=True, width=terminal_width(), no_color=not in_colour)
    with undone_if_ended(partial(_give_back, terminal.is_dumb_terminal)), terminal.status(text):
        done.wait()


def _give_back(is_dumb: bool) -> None:
    """The terminal as it was: its cursor, which rich hides meanwhile, and an empty line."""
    if not is_dumb:
        with suppress(OSError):
            os.write(2, b"\r\x1b[2K\x1b[?25h")
