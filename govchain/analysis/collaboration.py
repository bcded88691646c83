"""Which departments take part in a chain, held against those officially declared.

semantics.md section 2, "Collaboration". A declared department stands for all below it.
"""

from __future__ import annotations

from govchain.compiler.chain import Chain


def undeclared_collaborators(chain: Chain) -> tuple[str, ...]:
    """Departments that take part and lie within none that is declared; none where none is."""
    matter = chain.matter
    if not matter.declares_collaborators:
        return ()
    network = chain.network
    return tuple(
        id for id in chain.collaborators if not network.is_within_any(id, matter.collaborators)
    )


def idle_collaborators(chain: Chain) -> tuple[str, ...]:
    """Declared departments, the lead aside, within which none lies that takes part."""
    if chain.is_doubtful:
        return ()
    return tuple(
        declared
        for declared in chain.matter.collaborators
        if declared != chain.matter.department
        and not any(chain.network.is_within(id, declared) for id in chain.collaborators)
    )
