"""Which departments take part in a chain, held against those officially declared.

semantics.md section 2, "Collaboration". A declared department stands for all below it.
"""

from __future__ import annotations

from govchain.compiler.chain import Chain


def undeclared_collaborators(chain: Chain) -> tuple[str, ...]:
    """Departments that take part and lie within none that is declared; none where none is.

    What could not be read may be the declaration, or what one department belongs to.
    """
    matter = chain.matter
    if not matter.declares_collaborators or _is_doubtful(chain):
        return ()
    network = chain.network
    return tuple(
        id for id in chain.collaborators if not network.is_within_any(id, matter.collaborators)
    )


def idle_collaborators(chain: Chain) -> tuple[str, ...]:
    """Declared departments, the lead aside, within which none lies that takes part.

    In a chain of which not all steps are written nobody knows.
    """
    if _is_doubtful(chain) or not chain.is_described:
        return ()
    return tuple(
        declared
        for declared in chain.matter.collaborators
        if declared != chain.matter.department
        and not any(chain.network.is_within(id, declared) for id in chain.collaborators)
    )


def _is_doubtful(chain: Chain) -> bool:
    """Something of the chain, or of where its departments belong, could not be read."""
    named = (*chain.collaborators, *chain.matter.collaborators)
    return chain.is_doubtful or not all(chain.network.is_certain(id) for id in named)
