"""The architecture contract holds, and it can fail."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HOME = Path(__file__).parents[2]
LINT = Path(sys.executable).with_name("lint-imports")


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(LINT), "--no-cache"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": str(folder), "PATH": "/usr/bin:/bin"},
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copytree(HOME / "govchain", tmp_path / "govchain")
    shutil.copy(HOME / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_contract_holds() -> None:
    result = lint(HOME)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("compiler/order.py", "import govchain.rules.discovery"),
        ("rules/sharing/own_paper.py", "import govchain.rules.sharing.asked_again"),
        ("analysis/ranking.py", "import os"),
        ("reader/workspace.py", "import govchain.compiler.chain"),
        ("rules/sharing/own_paper.py", "import os"),
        ("rules/sharing/own_paper.py", "import yaml"),
        ("cli/progress.py", "import govchain.cli.session"),
    ],
)
def test_a_wrong_import_is_seen(copy: Path, file: str, line: str) -> None:
    path = copy / "govchain" / file
    path.write_text(f"{path.read_text()}\n\n{line}\n")
    result = lint(copy)
    assert result.returncode != 0
    assert "BROKEN" in result.stdout


def test_a_new_room_must_be_named_in_the_contract(copy: Path) -> None:
    (copy / "govchain" / "attic").mkdir()
    (copy / "govchain" / "attic" / "__init__.py").write_text("")
    assert lint(copy).returncode != 0
