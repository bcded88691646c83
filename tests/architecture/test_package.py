"""What the package brings and what it asks for."""

from __future__ import annotations

import re
import tomllib
from importlib import resources

import make
from tests.docs.pages import HOME

SETTINGS = tomllib.loads((HOME / "pyproject.toml").read_text(encoding="utf-8"))
PROJECT = SETTINGS["project"]
WITHOUT_UPPER_BOUND = {"chinesecalendar"}
"""A new version brings a new year."""


def test_the_types_go_with_the_package() -> None:
    assert resources.files("govchain").joinpath("py.typed").is_file()
    assert "Typing :: Typed" in PROJECT["classifiers"]


def test_what_is_needed_has_bounds() -> None:
    for requirement in (
        *PROJECT["dependencies"],
        *PROJECT["optional-dependencies"]["pictures"],
    ):
        name = make.name_of(requirement)
        assert ">=" in requirement
        assert ("<" in requirement) is (name not in WITHOUT_UPPER_BOUND), requirement


def test_types_are_checked_in_all_python_there_is() -> None:
    """Tests, tools and benchmarks too; examples hold none."""
    folders = {path.parent.name for path in HOME.glob("*/__init__.py")}
    files = {path.name for path in HOME.glob("*.py")}
    checked = SETTINGS["tool"]["mypy"]
    assert {"govchain", "tests"} <= folders
    assert set(checked["files"]) == folders | files
    assert checked["strict"] is True


def test_the_lowest_versions_are_those_that_are_named() -> None:
    pinned = make.lowest_versions()
    assert {re.split("==", pin)[0] for pin in pinned} == {
        *map(make.name_of, PROJECT["dependencies"]),
        *map(make.name_of, PROJECT["optional-dependencies"]["pictures"]),
        *make.TESTING,
    }
    assert all(re.fullmatch(r"[\w-]+==[\d.]+", pin) for pin in pinned)
    assert "networkx==3.4" in pinned
