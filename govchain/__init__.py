"""Model how a government serves people, and prove what can be spared.

import datetime, govchain
catalogue = govchain.load("matters", date=datetime.date(2026, 6, 1))
report = govchain.analyze(catalogue)
"""

from __future__ import annotations

__version__ = "0.1.0"
__all__ = ["Catalogue", "Chain", "Finding", "Report", "analyze", "listing", "load"]

TYPE_CHECKING = False  # nothing is imported here: what comes first must not be interrupted
if TYPE_CHECKING:
    from typing import Any

    from govchain.compiler.catalogue import Catalogue
    from govchain.compiler.chain import Chain
    from govchain.findings import Finding
    from govchain.pipeline import analyze, listing, load
    from govchain.reporting.report import Report

_HOMES = {
    "Catalogue": "govchain.compiler.catalogue",
    "Chain": "govchain.compiler.chain",
    "Finding": "govchain.findings",
    "Report": "govchain.reporting.report",
    "analyze": "govchain.pipeline",
    "listing": "govchain.pipeline",
    "load": "govchain.pipeline",
}


def __getattr__(name: str) -> Any:  # a public name may be a class or a function
    """Imports a public name when it is first used, so that starting a command stays quick."""
    import importlib

    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(_HOMES[name]), name)
