"""The report for programs: the same as `analyze` gives."""

from govchain.reporting.formats.analyze.json import FORESEEN, SIGN, write

__all__ = ["FORESEEN", "SIGN", "write"]
