"""Several matters, and one name for all their pictures: one file that holds them, or a folder."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from pptx import Presentation
from pypdf import PdfReader

from govchain import drawing
from tests.cli.desk import program, run

OTHER = "matter: move\nname: 迁移\nsteps:\n  - {id: apply, kind: apply}\n"
NAMES = ("birth-registration", "move")
BINDING = [f for f in drawing.formats() if drawing.holds_all_pages(f)]
SINGLE = {"mermaid": "mmd", **{f: f for f in drawing.formats() if f not in (*BINDING, "mermaid")}}


@pytest.fixture
def two(workspace: Path) -> Path:
    """A workspace with two matters."""
    (workspace / "matters" / "move.yaml").write_text(OTHER, encoding="utf-8")
    return workspace


def test_what_holds_pages_holds_pictures_too() -> None:
    assert BINDING == ["pdf", "pptx"]


def test_a_pdf_holds_all(two: Path) -> None:
    told = run("render", *NAMES, "--format", "pdf", "-o", "all.pdf")
    assert (told.exit_code, told.stderr) == (0, 'written: "all.pdf"\n')
    outline = PdfReader(two / "all.pdf").outline
    assert [entry.title.split(" · ")[0] for entry in outline] == ["出生登记", "迁移"]  # type: ignore[union-attr]  # one level


def test_slides_hold_all(two: Path) -> None:
    assert run("render", *NAMES, "--format", "pptx", "-o", "all.pptx").exit_code == 0
    assert len(Presentation(str(two / "all.pptx")).slides) == 2


def test_stdout_takes_the_one_file_too(two: Path) -> None:
    told = program("render", "--format", "pdf", "-o", "-", folder=two)
    assert told.returncode == 0
    assert len(PdfReader(io.BytesIO(told.stdout)).pages) == 2


@pytest.mark.parametrize("format", SINGLE)
def test_one_file_is_refused_where_it_would_hold_one_picture(two: Path, format: str) -> None:
    name = f"all.{SINGLE[format]}"
    told = run("render", *NAMES, "--format", format, "-o", name)
    assert told.exit_code == 2
    assert told.stderr == (
        f'error: "{name}" would be one file, and there are 2 pictures\n'
        "hint: name one matter, or a folder with -o; pdf and pptx hold several in one file\n"
    )
    assert not (two / name).exists()


@pytest.mark.parametrize(("format", "name"), [("svg", "all.pdf"), ("pdf", "all.svg")])
def test_a_name_that_says_another_format_is_refused(two: Path, format: str, name: str) -> None:
    told = run("render", *NAMES, "--format", format, "-o", name)
    assert told.exit_code == 2
    assert f'"{name}" would hold {format}' in told.stderr
    assert not (two / name).exists()


@pytest.mark.parametrize("name", ["pictures", "2026.06", "all.svg"])
def test_a_folder_takes_a_file_each(two: Path, name: str) -> None:
    if name == "all.svg":
        (two / name).mkdir()
    assert run("render", *NAMES, "-o", name).exit_code == 0
    assert {file.name for file in (two / name).iterdir()} == {f"{name}.svg" for name in NAMES}


def test_what_is_none_of_ours_stays(two: Path) -> None:
    (two / "all.pdf").write_text("mine", encoding="utf-8")
    assert run("render", "--format", "pdf", "-o", "all.pdf").exit_code == 2
    assert (two / "all.pdf").read_text("utf-8") == "mine"
