from collections.abc import Iterator, Sequence

from govchain.analysis.hits.naming import (
    data_named,
    department_named,
    departments_named,
    matter_named,
)
from govchain.analysis.questions.resources import are_several_authorities, can_be_shared
from govchain.analysis.rule import Hit, Spot, registry_rule
from govchain.compiler.catalogue import Catalogue
from govchain.findings import Facts, Lever, Severity
from govchain.model.nouns import Data, Matter


@registry_rule(
    "duplicate-collection",
    severity=Severity.WARNING,
    lever=Lever.CUT,
    message="{departments} each have people bring {data}, which {holder} holds, {count} matters "
    "in all",
    remedy="let {holder} share {data} with those who need it, and have nobody bring it any more",
)
def duplicate_collection(catalogue: Catalogue) -> Iterator[Hit]:
    """Several departments collect from people what one of the state's registers has."""
    asking = _matters_asking(catalogue)
    for data in catalogue.registry.data.values():
        matters = asking.get(data.id, ())
        leads = [matter.department for matter in matters if matter.department]
        if (
            are_several_authorities(leads, catalogue.network)
            and can_be_shared(data, catalogue.network)
            and not data.banned
        ):
            yield Hit(Spot(data.id, data.place), _facts(data, matters, catalogue))


def _matters_asking(catalogue: Catalogue) -> dict[str, list[Matter]]:
    """Data -> the matters, as written, in which people hand in that very data."""
    found: dict[str, list[Matter]] = {}
    for matter in catalogue.matters.values():
        if matter.department is None or matter.doubtful:
            continue
        papers = [m for m in matter.materials if m.handling == "submitted" and not m.is_optional]
        for data in dict.fromkeys(m.alternatives[0] for m in papers if len(m.alternatives) == 1):
            found.setdefault(data, []).append(matter)
    return found


def _facts(data: Data, matters: Sequence[Matter], catalogue: Catalogue) -> Facts:
    registry = catalogue.registry
    return {
        "data": data_named(registry, data.id),
        "holder": department_named(registry, data.holder),
        "departments": departments_named(registry, (m.department or "" for m in matters)),
        "count": len(matters),
        "asked_in": tuple(
            {
                "matter": matter_named(matter),
                "department": department_named(registry, matter.department),
            }
            for matter in matters
        ),
    }
