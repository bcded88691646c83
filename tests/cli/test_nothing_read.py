"""What a run that could read nothing, or not all, leaves of the old file and says of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from govchain import drawing
from govchain.reporting.formats import formats_of
from tests.cli.desk import run

WRITING = [
    *[("analyze", "--format", format) for format in formats_of("analyze")],
    *[("check", "--format", format) for format in formats_of("check")],
    *[("list", "demand", "--format", format) for format in formats_of("list")],
    *[("diff", ".", "matters", "--format", format) for format in formats_of("diff")],
    *[("render", "--format", format) for format in drawing.formats()],
    *[("compile", "--format", format) for format in ("json", "graphml")],
    ("show", "birth-registration"),
]


@pytest.mark.parametrize("command", WRITING, ids=" ".join)
def test_where_no_matter_could_be_read_the_old_file_stays(
    workspace: Path, command: tuple[str, ...]
) -> None:
    (workspace / "matters" / "birth.yaml").write_text("matter: [\n", "utf-8")
    (workspace / "old").write_text("mine", "utf-8")
    for file, more in (("old", ("--force",)), ("new", ())):
        told = run(*command, "-o", file, *more)
        assert told.exit_code == 2
        assert "no matter could be read" in told.stderr
        assert "`govchain check` says what is wrong" in told.stderr
        assert "written:" not in told.stderr
    assert (workspace / "old").read_text("utf-8") == "mine"
    assert not (workspace / "new").exists()


@pytest.mark.parametrize("command", ["analyze", "check", "list demand"])
def test_on_stdout_what_is_wrong_is_told_all_the_same(workspace: Path, command: str) -> None:
    (workspace / "matters" / "birth.yaml").write_text("matter: [\n", "utf-8")
    told = run(*command.split(), "-o", "-")
    assert told.exit_code == 2
    assert told.stdout


UNTOLD = [
    "show birth-registration",
    "render birth-registration -o -",
    "render --view matrix -o -",
    "compile",
    "compile birth-registration --format graphml",
    *[f"list demand --format {format}" for format in formats_of("list")],
]
"""What tells no findings of files."""


@pytest.mark.parametrize("command", UNTOLD)
@pytest.mark.parametrize(
    ("file", "text", "place"),
    [
        ("matters/other.yaml", "matter: [\n", "matters/other.yaml:1:9"),
        ("govchain.toml", 'paths = ["matters", "nowhere"]\n', "govchain.toml:1:21"),
        ("govchain.toml", "paths = [", "govchain.toml:1:1"),
    ],
)
def test_what_could_not_be_read_is_said_beside_the_rest(
    workspace: Path, command: str, file: str, text: str, place: str
) -> None:
    told = run(*command.split())
    assert (told.exit_code, told.stderr) == (0, "")
    (workspace / file).write_text(text, "utf-8")
    told = run(*command.split())
    assert told.exit_code == 0
    assert told.stderr == (
        f"note: not all could be read, and what is defined there is missing here: {place}; "
        "`govchain check` says what is wrong\n"
    )
    assert run(*command.split(), "--quiet").stderr == ""


def test_of_many_places_the_first_are_named(workspace: Path) -> None:
    for number in range(8):
        (workspace / "matters" / f"x{number}.yaml").write_text("matter: [\n", "utf-8")
    told = run("show", "birth-registration", language="zh")
    named = "，".join(f"matters/x{number}.yaml:1:9" for number in range(5))
    assert f"：{named}，… +3；" in told.stderr


def test_of_the_version_after_it_is_said_too(workspace: Path) -> None:
    (workspace / "govchain.toml").write_text('paths = ["matters"]\n', "utf-8")
    after = workspace / "after"
    after.mkdir()
    (after / "govchain.toml").write_text("", "utf-8")
    birth = (workspace / "matters" / "birth.yaml").read_text("utf-8")
    (after / "birth.yaml").write_text(birth, "utf-8")
    (after / "x.yaml").write_text("matter: [\n", "utf-8")
    told = run("render", "birth-registration", "--against", "after", "-o", "-")
    assert told.exit_code == 0
    assert "missing here: after: x.yaml:1:9" in told.stderr


def test_an_explanation_says_it(workspace: Path) -> None:
    found = json.loads(run("check", "--format", "json").stdout)["findings"]
    (workspace / "matters" / "x.yaml").write_text("matter: [\n", "utf-8")
    told = run("explain", found[-1]["fingerprint"])
    assert told.exit_code == 0
    assert "missing here: matters/x.yaml:1:9" in told.stderr


def test_rules_say_what_of_the_settings_could_not_be_read(workspace: Path) -> None:
    assert run("rules").stderr == ""
    (workspace / "govchain.toml").write_text("ignre = 1\n", "utf-8")
    told = run("rules")
    assert told.exit_code == 0
    assert "not all of the settings could be read: govchain.toml:1:1;" in told.stderr
