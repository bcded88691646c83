"""What help shows as choices is what the commands take, and what there are files for."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable
from pathlib import Path

import pytest

import govchain
from govchain import drawing
from govchain.cli.commands import compile, rules
from govchain.cli.line.choices import ENGINES, ONLY, THRESHOLDS, names_in
from govchain.cli.terminal.language import LANGUAGES
from govchain.drawing.chart.subject import Fold
from govchain.drawing.ink.paper import PAPERS
from govchain.reporting.formats import formats_of
from govchain.reporting.words import ORDERS
from tests.cli.desk import HOME, run

MATTER = ("birth-registration",)
CHOICES = (
    ("analyze", "--format", formats_of("analyze"), ()),
    ("check", "--format", formats_of("check"), ("--fail-on", "never")),
    ("check", "--fail-on", THRESHOLDS, ()),
    ("check", "--sort", ORDERS, ()),
    ("check", "--lang", LANGUAGES, ()),
    ("diff", "--format", formats_of("diff"), ("matters",)),
    ("render", "--view", drawing.views(), MATTER),
    ("render", "--format", drawing.formats(), MATTER),
    ("render", "--engine", ENGINES, MATTER),
    ("render", "--paper", [*PAPERS], MATTER),
    ("render", "--fold", [*Fold], MATTER),
    ("render", "--only", ONLY, MATTER),
    ("rules", "--format", rules.FORMATS, ()),
    ("compile", "--format", compile.FORMATS, MATTER),
)


@pytest.mark.parametrize(("command", "option", "known", "more"), CHOICES)
def test_help_shows_what_there_is(
    workspace: Path, command: str, option: str, known: Iterable[str], more: tuple[str, ...]
) -> None:
    page = " ".join(run(command, "--help").stdout.split())
    shown = re.search(rf"{option} ([\w|-]+)", page)
    assert shown
    assert sorted(shown[1].split("|")) == sorted(known)


@pytest.mark.parametrize(("command", "option", "known", "more"), CHOICES)
def test_each_of_them_is_taken(
    workspace: Path, command: str, option: str, known: Iterable[str], more: tuple[str, ...]
) -> None:
    for name in known:
        is_held = option == "--view" and drawing.needs_after(name)
        told = run(command, *more, *(("--against", ".") if is_held else ()), option, name)
        assert told.exit_code in (0, 1) or "Graphviz" in told.stderr, told.stderr


def test_the_default_is_the_first(workspace: Path) -> None:
    for command in ("analyze", "check", "diff", "render", "rules", "compile"):
        page = " ".join(run(command, "--help").stdout.split())
        shown = re.search(r"--format (\w+).*?(?:\[default: |, else )(\w+)", page)
        assert shown
        assert shown[1] == shown[2]


def test_a_new_file_is_in_the_help(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert names_in("reporting", "formats", "check") == sorted(formats_of("check"))
    monkeypatch.setattr(govchain, "__file__", str(tmp_path / "__init__.py"))
    (tmp_path / "drawing" / "format").mkdir(parents=True)
    for name in ("svg", "bpmn", "__init__"):
        (tmp_path / "drawing" / "format" / f"{name}.py").touch()
    assert names_in("drawing", "format") == ["bpmn", "svg"]


def choices_by_hand(source: str) -> list[str]:
    """The lists of choices that a module has as text: `a|b`, save where both stand for a value."""
    texts = (
        str(node.value.value)
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.keyword)
        and node.arg == "metavar"
        and isinstance(node.value, ast.Constant)
    )
    return [text for text in texts if re.search(r"[a-z]\|[a-z]", text)]


def test_no_command_lists_its_choices_by_hand() -> None:
    files = sorted((HOME / "govchain" / "cli").rglob("*.py"))
    assert "render.py" in {file.name for file in files}
    for file in files:
        assert choices_by_hand(file.read_text(encoding="utf-8")) == [], file.name
    assert choices_by_hand('Option("--x", metavar="text|json")') == ["text|json"]
    assert choices_by_hand('Option("--x", metavar="RULE|FAMILY")') == []
