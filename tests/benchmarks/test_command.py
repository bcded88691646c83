"""The one command measures everything, here on a tiny city; how long it takes proves nothing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_command_prints_the_page_of_figures() -> None:
    tiny = ("--matters", "3", "--rounds", "1", "--hostile", "0.002")
    done = subprocess.run(
        (sys.executable, "-m", "benchmarks", *tiny), capture_output=True, text=True, cwd=ROOT
    )
    assert done.returncode == 0, done.stderr
    for heading in ("## What is felt", "## Peers and limit", "## Where the time goes"):
        assert heading in done.stdout
    for row in ("growth 3 → 30", "one matter of 10,000", "`govchain --help`", "rules: sharing"):
        assert row in done.stdout
