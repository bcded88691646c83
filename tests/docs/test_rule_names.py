"""What a page calls by the name of a rule is a rule that there is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain
from pathlib import Path

import pytest

from govchain.rules.discovery import all_rules

HOME = Path(__file__).parents[2]
_BOLD_RULE = re.compile(r"\*\*([a-z]+(?:-[a-z]+)+)\*\*")
SEMANTICS = (HOME / "docs" / "semantics" / "README.md").read_text(encoding="utf-8")
ONLY_DEFINED = set(_BOLD_RULE.findall(SEMANTICS)) - {rule.id for rule in all_rules()}
"""Rules that semantics.md defines and nobody has written yet."""
PAGES = sorted(
    chain(
        HOME.glob("*.md"),
        HOME.glob("docs/*.md"),
        HOME.glob("docs/*.yaml"),
        HOME.glob("examples/**/*.md"),
        HOME.glob("govchain/rules/**/*.md"),
    )
)


def unknown_rules(text: str, unwritten: Iterable[str] = ONLY_DEFINED) -> set[str]:
    return {name for name in unwritten if re.search(rf"(?<![a-z-]){name}(?![a-z-])", text)}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(HOME).as_posix())
def test_no_page_names_a_rule_that_there_is_not(page: Path) -> None:
    assert not unknown_rules(page.read_text(encoding="utf-8"))


def test_the_guard_sees_one() -> None:
    assert unknown_rules("由no-rule来说", {"no-rule"}) == {"no-rule"}
    assert unknown_rules("so no-rule says", {"no-rule"}) == {"no-rule"}
    assert not unknown_rules("no-rule-at-all", {"no-rule"})
