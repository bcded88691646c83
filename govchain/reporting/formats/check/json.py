"""The report for programs: the same as `analyze` gives."""

from govchain.reporting.formats.analyze.json import FORESEEN, SIGN, pieces

__all__ = ["FORESEEN", "SIGN", "pieces"]
