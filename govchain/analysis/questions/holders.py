"""Who could share the data that a step needs: semantics.md section 2, "Sharing"."""

from __future__ import annotations

from govchain.compiler.chain import Chain
from govchain.compiler.needs import Need


def able_holders(need: Need, chain: Chain) -> tuple[str, ...]:
    """The holders of the data that could share it, sorted."""
    return chain.once(_find_able_holders, need)


def _find_able_holders(chain: Chain, need: Need) -> tuple[str, ...]:
    if chain.data(need.data).is_barred:
        return ()
    departments = chain.registry.departments
    holders = chain.holders_of(need.data, need.step, need.guard)
    return tuple(sorted(h for h in holders if (known := departments.get(h)) and known.is_public))
