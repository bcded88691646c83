from collections.abc import Iterator

from govchain.analysis.hits.naming import data_named, department_named
from govchain.analysis.rule import Hit, Spot, registry_rule
from govchain.compiler.catalogue import Catalogue
from govchain.findings import Facts, Lever, Severity
from govchain.model.nouns import Data, Registry


@registry_rule(
    "rival-holders",
    severity=Severity.ERROR,
    lever=Lever.CLARIFY,
    message='"{name}" stands in the data catalogue twice, held by {holders}',
    remedy="agree which of {holders} is the one source and keep that entry; if they are different "
    "data, give them different names",
    variants={
        "several": '"{name}" stands in the data catalogue {count} times, held by {holders}',
    },
)
def rival_holders(catalogue: Catalogue) -> Iterator[Hit]:
    """The same data is written as two, each with a source of its own."""
    by_name: dict[str, list[Data]] = {}
    for _, data in sorted(catalogue.registry.data.items()):
        if data.holder is not None and not data.doubtful:
            by_name.setdefault(data.name, []).append(data)
    for alike in by_name.values():
        if len({data.holder for data in alike}) > 1:
            spot = Spot("|".join(data.id for data in alike), alike[-1].place)
            facts = _facts(alike, catalogue.registry)
            if len(alike) == 2:
                yield Hit(spot, facts)
            else:
                yield Hit(spot, {**facts, "count": len(alike)}, variant="several")


def _facts(entries: list[Data], registry: Registry) -> Facts:
    holders = dict.fromkeys(data.holder for data in entries)
    return {
        "name": entries[0].name,
        "holders": tuple(department_named(registry, holder) for holder in holders),
        "entries": tuple(
            {
                "data": data_named(registry, data.id),
                "holder": department_named(registry, data.holder),
                "place": f"{data.place.file}:{data.place.line}",
            }
            for data in entries
        ),
    }
