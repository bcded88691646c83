"""What changed, for programs; its shape is `govchain/reporting/diff.schema.json`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govchain.reporting.difference.as_json import difference_as_json
from govchain.reporting.difference.difference import Difference
from govchain.reporting.json_text import json_pieces
from govchain.reporting.style import Style

SIGN = re.compile(r'\s*\{\s*"schema"\s*:\s*"govchain\.diff/', re.DOTALL)


def pieces(difference: Difference, style: Style) -> Iterator[str]:
    return json_pieces(difference_as_json(difference, style.language), depth=3)
