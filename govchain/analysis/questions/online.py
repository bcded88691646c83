"""What people cannot do from where they are, in services that are said to be fully online (一网).

semantics.md section 2, "Service": offline-step.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.compiler.expansion import ChainStep
from govchain.model.nouns import Matter

_FROM_AFAR = frozenset({"online", "mail", "phone"})
"""Ways in which an office hands something out, or asks back, without people on their way."""


class OfflineStep(NamedTuple):
    """A step that nobody can do online, and the matter that is said to be fully online."""

    step: ChainStep
    claiming: Matter


def offline_steps(chain: Chain, catalogue: Catalogue) -> Iterator[OfflineStep]:
    """The steps of the chain that keep what is said to be fully online from being so."""
    if not any(is_fully_online(catalogue.matters[id]) for id in chain.matters):
        return
    for step in chain.steps:
        claiming = _fully_online(step, chain, catalogue)
        if claiming is not None and _is_offline(step):
            yield OfflineStep(step, claiming)


def is_fully_online(matter: Matter) -> bool:
    """It is said to be so."""
    return matter.online == "full"


def _fully_online(step: ChainStep, chain: Chain, catalogue: Catalogue) -> Matter | None:
    """Of the matters on the way to the step, its own first, the nearest that is said to be so."""
    way = step.reach
    while way:
        call = way.removesuffix("/")
        matter = catalogue.matters[chain.expansion.calls[call]]
        if is_fully_online(matter):
            return matter
        way = call[: call.rfind("/") + 1]
    return chain.matter if is_fully_online(chain.matter) else None


def _is_offline(step: ChainStep) -> bool:
    """Nobody can do it from where they are: of its channels none is online (what the office hands
    out may also be sent or told), or it names none and people come."""
    written = step.written
    if written.visit_basis or written.doubtful:
        return False
    if not written.channel or step.is_joined:
        return step.visit > 0
    fit = {"online"} if step.kind == "apply" else _FROM_AFAR
    return fit.isdisjoint(written.channel)
