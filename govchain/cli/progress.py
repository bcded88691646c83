"""A word to whoever waits: only on a terminal, and only past a second."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from govchain.cli.output import is_terminal, terminal_width

PATIENCE = 1.0
"""Seconds before anything is shown."""


@contextmanager
def shown_progress(doing: Callable[[], str], quiet: bool) -> Iterator[None]:
    """Says on stderr what is being done, while it is done, unless it is to be quiet."""
    if quiet or not is_terminal(sys.stderr):
        yield
        return
    done = threading.Event()
    waiting = threading.Thread(target=_show, args=(doing(), done), daemon=True)
    waiting.start()
    try:
        yield
    finally:
        done.set()
        waiting.join()


def _show(text: str, done: threading.Event) -> None:
    if done.wait(PATIENCE):
        return
    from rich.console import Console

    with Console(stderr=True, width=terminal_width()).status(text):
        done.wait()
