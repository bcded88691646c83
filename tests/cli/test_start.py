"""A command starts quickly: heavy libraries are imported where they are used."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.cli.desk import HOME

HEAVY = (
    "networkx", "graphviz", "pydantic", "rich", "yaml", "govchain.compiler",
    "govchain.findings", "govchain.reader.reading",
)  # fmt: skip


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["check", "--help"]])
def test_nothing_heavy_is_imported_to_begin_with(arguments: list[str]) -> None:
    assert not loaded_by(arguments).intersection(HEAVY)


@pytest.mark.parametrize(
    "arguments",
    [
        ["rules", "--lang", "zh"],
        ["explain", "own-paper"],
        ["check", "examples", "--select", "sharing"],
        ["check", "examples", "--baseline", "none.json", "-o", "none/report.txt"],
        ["analyze", "examples", "--limit", "3", "--jobs", "1"],
    ],
)
def test_text_is_taken_as_it_is_typed(arguments: list[str]) -> None:
    """typer would convert it by pydantic, which takes as long to import as all of `--help`."""
    assert "pydantic" not in loaded_by(arguments)


def test_the_list_of_rules_opens_neither_the_parser_nor_the_run_of_all() -> None:
    opened = loaded_by(["rules", "--lang", "zh"])
    assert opened.isdisjoint({"yaml", "govchain.reader.reading", "govchain.analysis.running"})


def test_to_explain_one_rule_opens_no_other() -> None:
    opened = loaded_by(["explain", "own-paper"])
    assert [name for name in opened if name.startswith("govchain.rules.sharing.")] == [
        "govchain.rules.sharing.own_paper"
    ]
    assert opened.isdisjoint({"rich", "yaml", "importlib.metadata"})


@pytest.mark.parametrize("command", ["check", "analyze"])
def test_what_draws_nothing_opens_no_drawing_room(command: str) -> None:
    opened = loaded_by([command, "matters/person", "--no-cache"])
    assert "govchain.compiler" in opened
    assert "govchain.drawing" not in opened


def test_what_is_no_text_is_converted() -> None:
    assert "pydantic" in loaded_by(["analyze", "examples", "--limit", "-3"])


def loaded_by(arguments: list[str]) -> set[str]:
    """The modules that a run of the command imports."""
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
    return set(done.stderr.split())
