"""What people are relieved of by a mend that leaves steps, checks and order alone: data flows, or
a paper is not asked for.

Nothing of the chain is compiled anew for it: whatever the mend does not touch stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from govchain.compiler.chain import Chain
from govchain.compiler.expansion import ChainMaterial
from govchain.compiler.needs import Need
from govchain.mends import DropMaterial, Mend, ShareData


@dataclass(frozen=True, slots=True)
class Relief:
    """A chain in which some needs come to be shared, and some papers are not asked for."""

    chain: Chain
    shared: frozenset[Need] = frozenset()
    gone: frozenset[int] = frozenset()
    """The numbers of the papers."""

    @property
    def materials(self) -> Iterator[ChainMaterial]:
        """What is still asked for."""
        return (paper for paper in self.chain.materials if paper.number not in self.gone)

    def burdens(self, need: Need) -> bool:
        """The applicant still carries the data of the need, or nobody brings it."""
        return need not in self.shared and self.chain.supply_of(need).state.burdens_applicant

    def is_supplied(self, need: Need) -> bool:
        """The office has the data of the need, or gets it by itself."""
        return need in self.shared or self.chain.supply_of(need).state.is_without_applicant


def relief_by(change: Mend, chain: Chain) -> Relief | None:
    """What the mend alone relieves people of; None where it may change more of the chain."""
    match change:
        case ShareData(data):
            burdening = (
                need
                for need in chain.needs_of_data(data)
                if chain.step(need.step).department is not None
                if chain.supply_of(need).state.burdens_applicant
            )
            return Relief(chain, shared=frozenset(burdening))
        case DropMaterial(number):
            return Relief(chain, gone=frozenset({number}))
        case _:
            return None
