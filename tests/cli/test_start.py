"""A command starts quickly: heavy libraries are imported where they are used."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.cli.desk import HOME

HEAVY = ("networkx", "graphviz", "rich", "yaml", "govchain.compiler", "govchain.reader.reading")


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["check", "--help"]])
def test_nothing_heavy_is_imported_to_begin_with(arguments: list[str]) -> None:
    code = (
        "import sys\n"
        "from govchain.cli.app import app\n"
        "try: app(sys.argv[1:])\n"
        "except SystemExit: pass\n"
        "print(*sorted(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=HOME, capture_output=True, text=True, check=True,
    )  # fmt: skip
    loaded = set(done.stderr.split())
    assert not loaded.intersection(HEAVY)
