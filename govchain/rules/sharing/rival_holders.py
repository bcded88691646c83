import itertools
from collections.abc import Iterator

from govchain.analysis.naming import data_named, department_named
from govchain.analysis.rule import Hit, Spot, catalogue_rule
from govchain.compiler.catalogue import Catalogue
from govchain.findings import Facts, Lever, Severity
from govchain.model.nouns import Data, Registry


@catalogue_rule(
    "rival-holders",
    severity=Severity.ERROR,
    lever=Lever.CLARIFY,
    message='"{name}" stands in the data catalogue twice, held by {holders}',
    remedy="agree which of {holders} is the one source and keep that entry; if they are different "
    "data, give them different names",
)
def rival_holders(catalogue: Catalogue) -> Iterator[Hit]:
    """The same data is written as two, each with a source of its own."""
    by_name: dict[str, list[Data]] = {}
    for _, data in sorted(catalogue.registry.data.items()):
        if data.holder is not None and not data.doubtful:
            by_name.setdefault(data.name, []).append(data)
    for alike in by_name.values():
        for first, second in itertools.combinations(alike, 2):
            if first.holder != second.holder:
                subject = f"{first.id}|{second.id}"
                yield Hit(Spot(subject, second.place), _facts(first, second, catalogue.registry))


def _facts(first: Data, second: Data, registry: Registry) -> Facts:
    entries = (first, second)
    return {
        "name": first.name,
        "holders": tuple(department_named(registry, data.holder) for data in entries),
        "entries": tuple(
            {
                "data": data_named(registry, data.id),
                "holder": department_named(registry, data.holder),
                "place": f"{data.place.file}:{data.place.line}",
            }
            for data in entries
        ),
    }
