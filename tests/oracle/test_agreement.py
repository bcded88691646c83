"""Tool and oracle agree on random catalogues: 2,000 here, 100,000 in `make.py oracle`.

Where they differ the catalogue is shown as it was drawn: to make it small would take minutes.
"""

from __future__ import annotations

import pytest

from govchain.rules.discovery import all_rules, families
from tests.oracle.agreement import NOT_JUDGED, RULES, disagreements
from tests.oracle.strategies import some_catalogues

CATALOGUES = 2_000
PARTS = 20
"""The catalogues are drawn in parts, so that they are judged side by side."""


@pytest.mark.parametrize("part", range(PARTS))
def test_tool_and_oracle_agree(part: int) -> None:
    for files in some_catalogues(CATALOGUES // PARTS, part):
        assert disagreements(files) == [], files


def test_the_oracle_knows_every_rule_of_the_families_that_it_judges() -> None:
    """That it finds what it knows, and nothing else, is told by `test_strategies`."""
    assert {rule.id for rule in all_rules() if rule.family not in NOT_JUDGED} == RULES


def test_only_families_that_there_are_are_left_out() -> None:
    assert NOT_JUDGED.keys() < set(families())
