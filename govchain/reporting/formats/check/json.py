"""The report for programs: the same as `analyze` gives."""

from govchain.reporting.formats.analyze.json import write

__all__ = ["write"]
