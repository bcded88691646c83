"""Tool and oracle agree on random catalogues: 240 here, 100,000 in `make.py oracle`.

Where they differ the catalogue is shown as it was drawn: to make it small would take minutes.
"""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings

from tests.oracle.agreement import Files, disagreements
from tests.oracle.strategies import catalogues

CATALOGUES = 240
PARTS = 8
"""The catalogues are drawn in parts, so that they are judged side by side."""


@pytest.mark.parametrize("part", range(PARTS))
def test_tool_and_oracle_agree(part: int) -> None:
    @seed(part)
    @settings(
        max_examples=CATALOGUES // PARTS,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(catalogues())
    def agree(files: Files) -> None:
        assert disagreements(files) == []

    agree()
