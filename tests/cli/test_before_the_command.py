"""The language named before a command is that of the command, and what a file is called counts."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from govchain import drawing
from tests.cli.desk import commands, run

CHINESE = re.compile(r"[\u4e00-\u9fff]")


@pytest.mark.parametrize("language", ["--lang zh", "--lang=zh"])
def test_help_is_in_the_language_named_first(language: str) -> None:
    told = run(*language.split(), "--help")
    assert told.exit_code == 0
    assert "命令：" in told.output
    assert "清单" in run(*language.split(), "list", "--help").output


@pytest.mark.parametrize("name", sorted(commands()))
def test_every_command_takes_it(name: str) -> None:
    assert any(param.name == "lang" for param in commands()[name].params)


def test_a_command_speaks_it_unless_told_otherwise() -> None:
    assert "清单" in run("--lang", "zh", "list").stdout
    assert "no such" not in run("--lang", "zh", "list").output
    assert not CHINESE.search(run("--lang", "zh", "list", "--lang", "en").stdout)
    assert "清单" in run("--lang", "en", "list", "--lang", "zh").stdout


def test_what_was_answered_in_one_language_is_not_given_in_another(
    workspace: Path, cache: Path
) -> None:
    told = [run("--lang", lang, "analyze").stdout for lang in ("zh", "en", "zh")]
    assert told[0] == told[2]
    assert told[1] == run("analyze", "--lang", "en").stdout


def test_wrong_use_is_told_in_it() -> None:
    assert "错误：没有命令“analize”" in run("--lang", "zh", "analize").output
    assert "zh" in run("--lang", "fr", "list").output
    assert "错误：缺少命令" in run("--lang", "zh").output


@pytest.mark.parametrize("ending", ["svg", "SVG", "mmd", "dot", "bpmn", "png", "pdf"])
def test_the_ending_of_the_file_says_the_format(workspace: Path, ending: str) -> None:
    asked = {"mmd": "mermaid"}.get(ending, ending.lower())
    assert run("render", "birth-registration", "-o", f"a.{ending}", "--quiet").exit_code == 0
    named = run("render", "birth-registration", "--format", asked, "-o", f"b.{ending}", "--quiet")
    assert named.exit_code == 0
    first, second = (Path(f"{name}.{ending}").read_bytes() for name in "ab")
    assert first == second or asked == "pdf"
    assert asked in drawing.formats()


def test_without_a_format_in_its_name_a_picture_is_svg(workspace: Path) -> None:
    (workspace / "d.png").mkdir()
    assert run("render", "birth-registration", "-o", "d.png").exit_code == 0
    assert [file.suffix for file in (workspace / "d.png").iterdir()] == [".svg"]
    assert run("render", "birth-registration").stdout.startswith("<svg")
