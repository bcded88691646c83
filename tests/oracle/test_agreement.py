"""Tool and oracle agree on random catalogues: 240 here, 100,000 in `make.py oracle`.

Where they differ the catalogue is shown as it was drawn: to make it small would take minutes.
"""

from __future__ import annotations

import pytest

from tests.oracle.agreement import disagreements
from tests.oracle.strategies import some_catalogues

CATALOGUES = 240
PARTS = 8
"""The catalogues are drawn in parts, so that they are judged side by side."""


@pytest.mark.parametrize("part", range(PARTS))
def test_tool_and_oracle_agree(part: int) -> None:
    for files in some_catalogues(CATALOGUES // PARTS, part):
        assert disagreements(files) == [], files
