"""What several lists tell of chains and matters: figures, cases, who is named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from govchain.analysis.hits.naming import department_named
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.compiler.metrics import Metrics
from govchain.findings import Named
from govchain.model.figures import figure
from govchain.model.nouns import Registry
from govchain.reporting.listing.row import Row
from govchain.reporting.words import Words


def metrics_of(chain: Chain, catalogue: Catalogue) -> Metrics:
    """Worst case and mean of all figures of the chain."""
    return chain.metrics()


def cases_a_year(matters: Iterable[str], catalogue: Catalogue) -> int | None:
    """The cases a year of these matters, each once; None where none is known."""
    known = (catalogue.matters[id].volume for id in dict.fromkeys(matters))
    volumes = [volume for volume in known if volume is not None]
    return sum(volumes) if volumes else None


def office_named(registry: Registry, id: str | None) -> Named | None:
    """The department, where one is written."""
    return department_named(registry, id) if id else None


def kinds_counted(
    rows: Iterable[Row],
    key: str,
    kinds: Iterable[tuple[str | None, str]],
    spoken: Words,
) -> Iterator[str]:
    """How many rows are of each of these kinds, which the column says; of some none are."""
    counts = Counter(row.cells[key] for row in rows)
    for kind, head in kinds:
        if counts[kind]:
            yield spoken.say("{kind} ({n})", kind=spoken.say(head), n=figure(counts[kind]))
