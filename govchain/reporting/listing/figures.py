"""Figures of chains that several lists tell."""

from __future__ import annotations

from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.compiler.metrics import Metrics


def metrics_of(chain: Chain, catalogue: Catalogue) -> Metrics:
    """Worst case and mean of all figures of the chain."""
    return chain.metrics()
