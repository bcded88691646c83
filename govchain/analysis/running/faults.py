"""What failed by our fault, as a finding: the run goes on, and nothing else is lost."""

from __future__ import annotations

from govchain.analysis.running.proofs import fingerprint
from govchain.compiler.chain import Chain
from govchain.findings import Finding, Lever, Place, Severity

FAULT = "internal-fault"
"""Stands for a rule that crashed: our mistake, never the user's."""


def fault(what: str, chain: Chain | None, error: str) -> Finding:
    """What failed, on which chain, and the error's text."""
    matter = chain.matter if chain else None
    return Finding(
        rule=FAULT,
        family="internal",
        severity=Severity.ERROR,
        matter=matter.id if matter else None,
        step=None,
        subject=what,
        place=matter.place if matter else Place("", 1, 1),
        message='"{rule}" failed here ({error}); this is a fault of govchain',
        facts={"rule": what, "error": error},
        lever=Lever.CLARIFY,
        remedy="please report it with the definition that it happened on",
        fingerprint=fingerprint(FAULT, matter.id if matter else None, None, what),
    )


def named(error: Exception) -> str:
    """What went wrong, with the kind of error before it."""
    return f"{type(error).__name__}: {error}"
