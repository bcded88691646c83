"""Every promise of docs/security names tests that there are, and both languages name the same."""

from __future__ import annotations

import ast
import re
from functools import cache

import pytest

from tests.docs.pages import HOME

PAGES = ("docs/security.md", "docs/security.zh.md")
_TEST = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")
_ROW = re.compile(r"^\| \*\*.*\|$", re.MULTILINE)


def promises(page: str) -> list[str]:
    """The rows of the table of promises."""
    return _ROW.findall((HOME / page).read_text(encoding="utf-8"))


@cache
def functions_in(file: str) -> frozenset[str]:
    tree = ast.parse((HOME / file).read_text(encoding="utf-8"))
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


@pytest.mark.parametrize("page", PAGES)
def test_every_promise_names_tests_that_there_are(page: str) -> None:
    rows = promises(page)
    assert len(rows) > 10
    for row in rows:
        named = _TEST.findall(row)
        assert named, row
        for file, test in named:
            assert test in functions_in(file), f"{file} has no {test}"


def test_both_languages_promise_the_same() -> None:
    english, chinese = (list(map(_TEST.findall, promises(page))) for page in PAGES)
    assert english == chinese


def test_a_test_that_is_gone_is_noticed() -> None:
    assert "test_that_never_was" not in functions_in("tests/docs/test_security.py")
    assert "test_a_test_that_is_gone_is_noticed" in functions_in("tests/docs/test_security.py")


@pytest.mark.parametrize("readme", ["README.md", "README.zh.md"])
def test_the_readme_leads_there(readme: str) -> None:
    page = "docs/security.md" if readme == "README.md" else "docs/security.zh.md"
    assert f"({page})" in (HOME / readme).read_text(encoding="utf-8")
