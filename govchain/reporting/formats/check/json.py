"""The report for programs: the same as `analyze` gives."""

from govchain.reporting.formats.analyze.json import SIGN, write

__all__ = ["SIGN", "write"]
