"""What several lists tell of chains and matters: figures, cases, who is named."""

from __future__ import annotations

from collections.abc import Iterable

from govchain.analysis.hits.naming import department_named
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.compiler.metrics import Metrics
from govchain.findings import Named
from govchain.model.nouns import Registry


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
            calls = reversed(catalogue.matters[id].called)
            waiting += [called for called in calls if called in catalogue.matters]
    return [*found]


def office_named(registry: Registry, id: str | None) -> Named | None:
    """The department, where one is written."""
    return department_named(registry, id) if id else None
