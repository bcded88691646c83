"""What the package brings and what it asks for."""

from __future__ import annotations

import re
import tomllib
from importlib import resources

import make
from tests.docs.pages import HOME

PROJECT = tomllib.loads((HOME / "pyproject.toml").read_text(encoding="utf-8"))["project"]
WITHOUT_UPPER_BOUND = {"chinesecalendar"}
"""A new version brings a new year."""


def test_the_types_go_with_the_package() -> None:
    assert resources.files("govchain").joinpath("py.typed").is_file()
    assert "Typing :: Typed" in PROJECT["classifiers"]


def test_what_is_needed_has_bounds() -> None:
    for requirement in PROJECT["dependencies"]:
        name = make.name_of(requirement)
        assert ">=" in requirement
        assert ("<" in requirement) is (name not in WITHOUT_UPPER_BOUND), requirement


def test_the_lowest_versions_are_those_that_are_named() -> None:
    pinned = make.lowest_versions()
    assert {re.split("==", pin)[0] for pin in pinned} == {
        *map(make.name_of, PROJECT["dependencies"]),
        *make.TESTING,
    }
    assert all(re.fullmatch(r"[\w-]+==[\d.]+", pin) for pin in pinned)
    assert "networkx==3.4" in pinned
