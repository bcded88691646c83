"""Nobody but a rule's own file names the rule: what is alike is told by topic, lever and facts."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from govchain.rules.discovery import all_rules

HOME = Path(__file__).parents[2] / "govchain"
JUDGING = frozenset(rule.id for rule in all_rules() if rule.family != "definition")
"""Those of the reader say with what they are declared: their troubles are made there."""
FILES = [
    file
    for room in ("analysis/running", "analysis/hits", "cli", "drawing", "reporting")
    for file in HOME.joinpath(room).rglob("*.py")
]


def named_in(source: str) -> set[str]:
    """The rules that the text names as values."""
    constants = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Constant))
    return {node.value for node in constants if node.value in JUDGING}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(HOME).as_posix())
def test_no_rule_is_named(file: Path) -> None:
    assert named_in(file.read_text(encoding="utf-8")) == set()


def test_a_name_would_be_seen() -> None:
    assert named_in("if finding.rule == 'missing-link': pass") == {"missing-link"}
