"""The architecture contract holds, and it can fail."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HOME = Path(__file__).parents[2]
LINT = Path(sys.executable).with_name("lint-imports")
WORLD = (
    "glob", "io", "locale", "multiprocessing", "os", "pathlib", "random", "rich", "socket",
    "sqlite3", "subprocess", "sys", "tempfile", "threading", "time", "typer", "urllib", "uuid",
    "yaml",
)  # fmt: skip
"""Modules by which a run could differ from another, or leave something behind."""


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
    for room in ("govchain", "tools"):
        shutil.copytree(HOME / room, tmp_path / room, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(HOME / "pyproject.toml", tmp_path)
    return tmp_path


def add(folder: Path, file: str, *lines: str) -> None:
    path = folder / "govchain" / file
    path.write_text("\n".join([path.read_text("utf-8"), *lines, ""]), encoding="utf-8")


def broken(folder: Path) -> str:
    """What `lint-imports` says is wrong; its names of contracts are those of pyproject.toml."""
    result = lint(folder)
    assert result.returncode == 1, result.stdout
    return result.stdout


def test_the_contract_holds() -> None:
    result = lint(HOME)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize(
    ("contract", "file", "line"),
    [
        ("One direction", "compiler/order.py", "import govchain.rules.discovery"),
        ("One direction", "reader/workspace/scope.py", "import govchain.compiler.chain"),
        ("One direction", "model/ids.py", "def late(): import govchain.reader.entries.keys"),
        ("Rules never", "rules/sharing/own_paper.py", "import govchain.rules.sharing.asked_again"),
        ("No circle", "cli/terminal/progress.py", "import govchain.cli.desk.session"),
        ("No circle", "cli/terminal/progress.py", "def late(): import govchain.cli.desk.session"),
        ("No circle", "compiler/needs.py", "if TYPE_CHECKING: import govchain.compiler.chain"),
        ("No circle", "drawing/layout/dotgraph.py", "import govchain.drawing.format.dot"),
        (
            "No circle",
            "reporting/chapters/burdens.py",
            "import govchain.reporting.chapters.numbers",
        ),
        ("The middle", "compiler/cases.py", "import random"),
        ("Inside the reader", "reader/text/decoding.py", "import govchain.reader.values.lists"),
        ("Inside the reader", "reader/values/lists.py", "import govchain.reader.resolve.calls"),
        ("Inside the analysis", "analysis/questions/doubt.py", "import govchain.analysis.rule"),
        ("Inside the drawing", "drawing/chart/cards.py", "import govchain.drawing.card.pills"),
        ("Inside the command", "cli/line/usage.py", "import govchain.cli.desk.under"),
    ],
)
def test_a_wrong_import_is_seen(copy: Path, contract: str, file: str, line: str) -> None:
    add(copy, file, line)
    assert re.search(rf"^{contract}.* BROKEN\b", broken(copy), re.MULTILINE)


@pytest.mark.parametrize(
    "file",
    ["rules/sharing/own_paper.py", "analysis/running/ranking.py", "model/ids.py", "findings.py"],
)
def test_the_middle_touches_nothing_of_the_world(copy: Path, file: str) -> None:
    add(copy, file, *(f"import {name}" for name in WORLD), "def late(): import shutil")
    said = broken(copy)
    module = f"govchain.{file.removesuffix('.py').replace('/', '.')}"
    for name in (*WORLD, "shutil"):
        assert f"{module} -> {name}: not on the list" in said


def test_an_exception_that_nothing_needs_is_seen(copy: Path) -> None:
    project = copy / "pyproject.toml"
    text = project.read_text("utf-8").replace("cases -> sys", "order -> sys")
    project.write_text(text, encoding="utf-8")
    said = broken(copy)
    assert "govchain.compiler.order -> sys: an exception that nothing needs" in said
    assert "govchain.compiler.cases -> sys: not on the list" in said


def test_a_circle_that_is_let_pass_is_one_of_types_alone(copy: Path) -> None:
    """Without what is imported for its type, there is none at all."""
    project = copy / "pyproject.toml"
    text = project.read_text("utf-8")
    alone = re.sub(r"^ignore_imports = .*# for its type alone\n", "", text, flags=re.MULTILINE)
    assert alone != text
    package = 'root_package = "govchain"\n'
    alone = alone.replace(package, f"{package}exclude_type_checking_imports = true\n")
    lazy = 'ignore_imports = ["govchain -> govchain.**"]'
    assert lazy in alone
    alone = alone.replace(lazy, "")
    project.write_text(alone, encoding="utf-8")
    result = lint(copy)
    assert re.search(r"^No circle.* KEPT", result.stdout, re.MULTILINE), result.stdout


def test_a_new_room_must_be_named_in_the_contract(copy: Path) -> None:
    (copy / "govchain" / "attic").mkdir()
    (copy / "govchain" / "attic" / "__init__.py").write_text("")
    assert lint(copy).returncode != 0
