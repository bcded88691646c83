"""Figures of chains that several lists tell."""

from __future__ import annotations

from collections.abc import Iterable

from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.compiler.metrics import Metrics
from govchain.model.nouns import Call


def metrics_of(chain: Chain, catalogue: Catalogue) -> Metrics:
    """Worst case and mean of all figures of the chain."""
    return chain.metrics()


def cases_a_year(matters: Iterable[str], catalogue: Catalogue) -> int | None:
    """The cases a year of these matters, each once; None where none is known."""
    known = (catalogue.matters[id].volume for id in dict.fromkeys(matters))
    volumes = [volume for volume in known if volume is not None]
    return sum(volumes) if volumes else None


def with_called(matters: Iterable[str], catalogue: Catalogue) -> list[str]:
    """The matters and all that they call."""
    found: dict[str, None] = {}
    waiting = [id for id in reversed([*matters]) if id in catalogue.matters]
    while waiting:
        id = waiting.pop()
        if id not in found:
            found[id] = None
            calls = [s.matter for s in catalogue.matters[id].steps if isinstance(s, Call)]
            waiting += [called for called in reversed(calls) if called in catalogue.matters]
    return [*found]
