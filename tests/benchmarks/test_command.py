"""The one command measures everything, here on a tiny city; how long it takes proves nothing."""

from __future__ import annotations

import sys

import pytest

from benchmarks import __main__ as command
from benchmarks import budgets
from benchmarks.hostile import HOSTILE


def test_the_command_prints_the_page_of_figures(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One command and one hostile set of each stand for the others, which differ by their files."""
    monkeypatch.setattr(budgets, "COMMANDS", budgets.COMMANDS[:1])
    monkeypatch.setattr(budgets, "HOSTILE", HOSTILE[:1])
    tiny = ("--matters", "3", "--rounds", "1", "--hostile", "0.002")
    monkeypatch.setattr(sys, "argv", ["benchmarks", *tiny])
    assert command.main() == 0
    page = capsys.readouterr().out
    for heading in ("## What is felt", "## Peers and limit", "## Where the time goes"):
        assert heading in page
    for row in ("growth 3 → 30", "one matter of 10,000", "`govchain --help`", "rules: sharing"):
        assert row in page
