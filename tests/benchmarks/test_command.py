"""The one command measures everything, here on tiny cities; how long it takes proves nothing."""

from __future__ import annotations

import sys

import pytest

from benchmarks import __main__ as command
from benchmarks import felt
from benchmarks.budgets import Plan
from benchmarks.made.hostile import HOSTILE
from benchmarks.passes import HOME, matters_in
from benchmarks.starts import FAST, FELT

ROWS = (
    "one process: made city of 3 matters",
    "busy city of 3 matters",
    f"`matters/`, {matters_in(HOME / 'matters')} matters",
    "made city of 3 matters: unchanged again",
    "made city of 3 matters: a step of one changed",
    "made city of 3 matters, cold, two processes",
    "memory: made city of 3 matters",
    "memory: busy city of 3 matters",
    "growth: made city of 3 → 30 matters",
    "growth: made city of 3 → 112 matters",
    "one matter of 4 approvals in a row",
    "`govchain --help`",
    "one matter of 20 steps",
    "`govchain analyze --help`",
    "svg of a chain of 300 steps",
    "pages of a theme of 80 matters, a3",
    "page of the made city of 3 matters",
    "it opens in Chromium, 3 matters",
    "rules: sharing",
)


def test_the_command_prints_the_page_of_figures(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One command and one hostile set of each stand for the others, which differ by their files."""
    monkeypatch.setattr(command, "FAST", dict(list(FAST.items())[:1]))
    monkeypatch.setattr(command, "FELT", dict(list(FELT.items())[:1]))
    monkeypatch.setattr(felt, "HOSTILE", HOSTILE[:1])
    tiny = ("--matters", "3", "--rounds", "1", "--hostile", "0.002")
    monkeypatch.setattr(sys, "argv", ["benchmarks", *tiny])
    before = command.PAGE.read_bytes()
    assert command.main() == 0
    page = capsys.readouterr().out
    for heading in ("## One pass", "## What is felt", "## Where the time goes"):
        assert heading in page
    assert [row for row in ROWS if row not in page] == []
    assert "Peers" not in page
    assert command.PAGE.read_bytes() == before


def test_the_whole_size_is_what_the_budgets_speak_of() -> None:
    """2,000 matters, growth to 20,000 and 75,000, and nothing but options makes it less."""
    assert (Plan().matters, Plan().hostile, Plan().is_full) == (2_000, 1, True)
    assert not command.QUICK.is_full
    assert not Plan(hostile=0.5).is_full
