"""Every command that writes, interrupted a few times; `python -m tests.faults.interrupted` more."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.faults.interruptions import COMMANDS, Command, interrupted

RUNS = 1

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows knows no such signals")


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_what_is_interrupted_leaves_the_old_or_the_new(command: Command, tmp_path: Path) -> None:
    assert interrupted(command, RUNS, tmp_path).runs == RUNS
