"""The rooms between the two ends reach the world by no name that needs no import, either.

What they import, `lint-imports` judges; opening a file and asking for today need none.
"""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

HOME = Path(__file__).parents[2]
REACHING = frozenset(
    {"__import__", "breakpoint", "compile", "eval", "exec", "input", "open", "print"}
)
"""Names that every module has."""
CLOCK = frozenset({"now", "today", "utcnow"})
"""What a `datetime` that may be imported for its dates can be asked besides."""


def rooms() -> list[str]:
    """The rooms that `pyproject.toml` lets import nothing but what is listed."""
    project = tomllib.loads((HOME / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = project["tool"]["importlinter"]["contracts"]
    lists = (each["rooms"] for each in contracts if each["type"] == "nothing_else")
    return sorted({room for listed in lists for room in listed})


def files_of(room: str) -> Iterator[Path]:
    place = HOME.joinpath(*room.split("."))
    return place.rglob("*.py") if place.is_dir() else iter([place.with_suffix(".py")])


def reached(source: str) -> set[str]:
    """By which names a module reaches out."""
    nodes = list(ast.walk(ast.parse(source)))
    bare = {node.id for node in nodes if isinstance(node, ast.Name)}
    asked = {node.attr for node in nodes if isinstance(node, ast.Attribute)}
    return (bare & REACHING) | (asked & CLOCK)


@pytest.mark.parametrize("room", rooms())
def test_no_file_no_clock(room: str) -> None:
    files = list(files_of(room))
    assert files
    told = {str(file.relative_to(HOME)): reached(file.read_text("utf-8")) for file in files}
    assert {file: names for file, names in told.items() if names} == {}


def test_the_rooms_are_those_between_the_ends() -> None:
    assert {"govchain.compiler", "govchain.rules", "govchain.drawing"} <= set(rooms())


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("text = open('a').read()", "open"),
        ("print(chain)", "print"),
        ("os = __import__('os')", "__import__"),
        ("day = datetime.date.today()", "today"),
        ("moment = datetime.datetime.now()", "now"),
        ("ask = date.today", "today"),
    ],
)
def test_what_reaches_out_is_seen(line: str, name: str) -> None:
    assert reached(line) == {name}
    assert reached("pattern = re.compile('x')\nself.open = layout.print") == set()
