"""The report for programs: the same as `analyze` gives."""

from govchain.reporting.formats.analyze.json import SIGN, pieces

__all__ = ["SIGN", "pieces"]
