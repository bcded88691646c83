"""Who waits past a second at a terminal is told what for; nobody else is."""

from __future__ import annotations

import io
import re
import sys
import time

import pytest

from govchain.cli.desk.session import Session
from govchain.cli.terminal import progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def shown(
    monkeypatch: pytest.MonkeyPatch, screen: io.StringIO, patience: float, quiet: bool, looks: int
) -> str:
    """What is on the screen by the end; it is looked at so often, or until something is there."""
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setattr(progress, "PATIENCE", patience)
    session = Session("en", False, None, None, quiet)
    with session.progress("reading and compiling …"):
        for _ in range(looks):
            time.sleep(0.01)
            if "reading" in screen.getvalue():
                break
    return screen.getvalue()


def test_it_is_shown_at_a_terminal_past_the_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Terminal()
    assert "reading and compiling" in shown(monkeypatch, screen, 0.01, quiet=False, looks=6000)
    assert not re.search(r"\x1b\[[\d;]*3\d", screen.getvalue()), "colours were refused"


@pytest.mark.parametrize(
    ("screen", "patience", "quiet"),
    [(Terminal(), 10, False), (io.StringIO(), 0.01, False), (Terminal(), 0.01, True)],
    ids=["quick", "piped", "quiet"],
)
def test_else_it_is_not(
    monkeypatch: pytest.MonkeyPatch, screen: io.StringIO, patience: float, quiet: bool
) -> None:
    assert shown(monkeypatch, screen, patience, quiet, looks=10) == ""
