"""The tutorial, followed from an empty folder: what it shows is what a reader sees."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.docs.pages import HOME, blocks_of, commands_in, is_shown, run

TUTORIAL = HOME / "examples" / "tutorial"
PAGES = {
    "README.md": ("**Why.**", "senior-card.svg", "materials:"),
    "README.zh.md": ("**为什么。**", "老年人优待证.svg", "材料:"),
}
TWO_PLACES = {"README.md": "## Two places\n", "README.zh.md": "## 两个地方\n"}
"""Each page: how it says why, the picture it ends with, the keyword that tells its language."""
STEPS = 9
_STEP = re.compile(r"^## ([1-9]\..*\n(?:(?!## ).*\n)*)", re.MULTILINE)
_FILE = re.compile(r"`([^`\s]+\.(?:yaml|toml))`")
_DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
_NAME = re.compile(r"\bp[0-9a-f]{12}(?=-(?:title|desc)\b)")
"""What a picture is called among others: made of all that stands in it, its day too."""
_CHANGED = ("-", " ")
_CHANGES = ("+", " ")


def steps_of(page: str) -> list[str]:
    return _STEP.findall((TUTORIAL / page).read_text(encoding="utf-8"))


@pytest.mark.parametrize("page", PAGES)
def test_it_shows_what_a_reader_sees(page: str, tmp_path: Path) -> None:
    folder = follow(page, tmp_path)
    picture = PAGES[page][1]
    assert drawn(folder / picture) == drawn(TUTORIAL / picture), "it is drawn otherwise now"


def drawn(picture: Path) -> str:
    """The picture as on any day: a reader's is drawn as of the day it is followed."""
    return _NAME.sub("p", _DAY.sub("2026-06-01", picture.read_text(encoding="utf-8")))


def follow(page: str, folder: Path) -> Path:
    """Does what the nine steps say; the folder that they leave the reader in."""
    for step in steps_of(page):
        folder = do(step, folder)
    return folder


def do(section: str, folder: Path) -> Path:
    """Does what a section says; a block whose paragraph names no file changes the one before."""
    file = ""
    for above, kind, text in blocks_of(section):
        if kind == "console":
            folder = type_in(text, folder)
        else:
            file = file_named(above) if _FILE.search(above) or not file else file
            write(kind, text, folder / file)
    return folder


@pytest.mark.parametrize("page", PAGES)
def test_two_places_are_two_departments(page: str, tmp_path: Path) -> None:
    text = (TUTORIAL / page).read_text(encoding="utf-8")
    section = text.split(TWO_PLACES[page])[1].split("\n## ")[0]
    do(section, follow(page, tmp_path))


def type_in(console: str, folder: Path) -> Path:
    """Runs the commands of a block and compares what they print with what is shown."""
    for command, shown in commands_in(console):
        if command.startswith("cd "):
            folder = folder / command[3:]
            continue
        printed = run(command, folder).rstrip("\n")
        assert is_shown(shown, printed.splitlines()), f"$ {command}\n{printed}"
    return folder


def write(kind: str, text: str, file: Path) -> None:
    """A new file, an addition to the end of one, or a change of some of its lines."""
    if kind == "diff":
        old, new = side_of(text, _CHANGED), side_of(text, _CHANGES)
        before = file.read_text(encoding="utf-8")
        assert before.count(old) == 1, f"{file.name} has not once\n{old}"
        file.write_text(before.replace(old, new), encoding="utf-8")
    else:
        with file.open("a", encoding="utf-8") as end:
            end.write(text)


def side_of(diff: str, marks: tuple[str, str]) -> str:
    """The lines of a change before it (`-`) or after it (`+`), those that stay among them."""
    lines = diff.splitlines(keepends=True)
    return "".join(line[1:] for line in lines if line.startswith(marks))


def file_named(paragraph: str) -> str:
    named = _FILE.search(paragraph)
    assert named, f"no file is named above a block:\n{paragraph}"
    return named[1]


@pytest.mark.parametrize("page", PAGES)
def test_each_of_nine_steps_says_what_to_write_to_run_and_why(page: str) -> None:
    steps = steps_of(page)
    assert len(steps) == STEPS
    for step in steps:
        kinds = {kind for _, kind, _ in blocks_of(step)}
        consoles = [text for _, kind, text in blocks_of(step) if kind == "console"]
        assert kinds & {"toml", "yaml", "diff"}, step
        assert any(shown for text in consoles for _, shown in commands_in(text)), step
        assert step.count(PAGES[page][0]) == 1, step


@pytest.mark.parametrize("page", PAGES)
def test_each_page_speaks_its_language(page: str) -> None:
    keywords = {words[-1] for words in PAGES.values()}
    text = (TUTORIAL / page).read_text(encoding="utf-8")
    assert {keyword for keyword in keywords if keyword in text} == {PAGES[page][-1]}


def test_what_to_try_next_is_found(tmp_path: Path) -> None:
    """With the criterion decidable, a program could decide."""
    folder = follow("README.md", tmp_path)
    registry = folder / "matters" / "registry.yaml"
    text = registry.read_text(encoding="utf-8")
    registry.write_text(text.replace("basis: the", "decidable: yes, basis: the"), encoding="utf-8")
    report = json.loads(run("govchain analyze --format json", folder))
    assert [finding["rule"] for finding in report["findings"]] == ["automatic-approval"]


def test_a_line_that_is_not_printed_is_noticed(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="another"):
        type_in("$ echo another\nother\n", tmp_path)


def test_lines_may_be_left_out_only_where_it_says_so() -> None:
    printed = ["a", "b", "c"]
    assert is_shown(["a", "…", "c"], printed)
    assert is_shown(["…", "c", "…"], printed)
    assert not is_shown(["a", "c"], printed)
    assert not is_shown(["a", "b"], printed)
    assert not is_shown(["…", "b", "a", "…"], printed)


def test_a_change_of_lines_that_are_not_there_is_noticed(tmp_path: Path) -> None:
    file = tmp_path / "matter.yaml"
    file.write_text("a\nb\n", encoding="utf-8")
    write("diff", "-a\n+c\n b\n", file)
    assert file.read_text(encoding="utf-8") == "c\nb\n"
    with pytest.raises(AssertionError, match="has not once"):
        write("diff", "-a\n", file)
