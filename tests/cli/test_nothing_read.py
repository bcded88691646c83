"""What a run that could read nothing, or not all, leaves of the old file and says of it."""

from __future__ import annotations

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
