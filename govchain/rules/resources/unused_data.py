from collections.abc import Iterator

from govchain.analysis.hits.naming import data_named, department_named
from govchain.analysis.questions.doubt import all_is_known
from govchain.analysis.rule import Hit, Spot, registry_rule
from govchain.compiler.catalogue import Catalogue
from govchain.findings import Lever, Severity
from govchain.model.nouns import Matter


@registry_rule(
    "unused-data",
    severity=Severity.ADVICE,
    lever=Lever.CLARIFY,
    message="no matter has anything to do with {data} ({holder}): nothing needs, brings or makes "
    "it, and nothing is judged by it",
    remedy="write which step needs or makes {data}, or which paper brings it; if nothing does, "
    "take it out of the data catalogue",
)
def unused_data(catalogue: Catalogue) -> Iterator[Hit]:
    """Data stands in the catalogue, and no matter has to do with it."""
    registry = catalogue.registry
    if not registry.data or not all_is_known(catalogue):
        return
    named = {data for matter in catalogue.matters.values() for data in _named_in(matter)}
    if not named:
        return
    named.update(data for criterion in registry.criteria.values() for data in criterion.uses)
    for data in registry.data.values():
        if data.id not in named and not data.place.is_outside:
            facts = {
                "data": data_named(registry, data.id),
                "holder": department_named(registry, data.holder),
            }
            yield Hit(Spot(data.id, data.place), facts)


def _named_in(matter: Matter) -> Iterator[str]:
    """The data that the matter names anywhere."""
    if matter.trigger is not None:
        yield matter.trigger
    for material in matter.materials:
        yield from material.alternatives
    for step in matter.own_steps:
        yield from step.produces
        yield from step.changes
        for need in step.needs:
            yield from need.alternatives
