"""Whether all that matters need could be read: only then does "nobody needs it" hold.

A matter marks what it lost itself (`doubtful`); what was lost with a whole file, with a second
matter of the same id, or in the registry shows only in the reader's findings (docs/decisions/0006).
"""

from __future__ import annotations

from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.findings import Finding


def all_needs_are_known(catalogue: Catalogue) -> bool:
    """Nothing was lost in which a matter may have said what it needs, or from whom."""
    return catalogue.once(_all_needs_are_known)


def _all_needs_are_known(catalogue: Catalogue) -> bool:
    if any(chain.is_doubtful or not chain.is_described for chain in catalogue.chains.values()):
        return False
    return registry_is_known(catalogue)


def registry_is_known(catalogue: Catalogue) -> bool:
    """Nothing was lost of what all matters share."""
    return catalogue.once(_registry_is_known)


def _registry_is_known(catalogue: Catalogue) -> bool:
    return not any(_lost_for_all(finding) for finding in catalogue.findings)


def _lost_for_all(finding: Finding) -> bool:
    """Something was lost that no matter bears: of the registry, or a matter as a whole."""
    return finding.is_loss and (finding.matter is None or finding.rule == "duplicate-id")


def all_is_known(catalogue: Catalogue) -> bool:
    """Every matter is described, and nothing at all was lost."""
    return all_needs_are_known(catalogue) and not any(f.is_loss for f in catalogue.findings)


def data_needed_by_nobody(catalogue: Catalogue) -> frozenset[str]:
    """Data that steps need for which nobody is responsible: a link may be meant for them."""
    return catalogue.once(_needed_by_nobody)


def _needed_by_nobody(catalogue: Catalogue) -> frozenset[str]:
    return frozenset[str]().union(*catalogue.contributions(needed_by_nobody).values())


def needed_by_nobody(chain: Chain, catalogue: Catalogue) -> frozenset[str]:
    """Data that steps of the chain need for which nobody is responsible."""
    needs = chain.all_needs
    return frozenset(need.data for need in needs if chain.step(need.step).is_unassigned)


def data_shown(catalogue: Catalogue) -> frozenset[str]:
    """Data that people show at a counter: a link of it may be what spares them that."""
    return catalogue.once(_shown)


def _shown(catalogue: Catalogue) -> frozenset[str]:
    return frozenset(
        data
        for chain in catalogue.chains.values()
        for material in chain.materials
        if material.is_shown
        for data in material.alternatives
    )
