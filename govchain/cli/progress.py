"""A word to whoever waits: only on a terminal, and only past a second."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from govchain.cli.output import is_terminal, terminal_width

if TYPE_CHECKING:
    from govchain.cli.session import Session

PATIENCE = 1.0
"""Seconds before anything is shown."""


@contextmanager
def shown_progress(session: Session, doing: str) -> Iterator[None]:
    """Says on stderr what is being done, while it is done."""
    if session.quiet or not is_terminal(sys.stderr):
        yield
        return
    done = threading.Event()
    told = session.words.say(doing), done, session.colour
    waiting = threading.Thread(target=_show, args=told, daemon=True)
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
    with terminal.status(text):
        done.wait()
