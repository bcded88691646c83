from collections.abc import Iterator

from govchain.analysis.hits.links import Use, link_facts, uses_of
from govchain.analysis.hits.naming import department_named, matter_named
from govchain.analysis.questions.doubt import all_needs_are_known, data_needed_by_nobody
from govchain.analysis.rule import Hit, catalogue_rule
from govchain.compiler.catalogue import Catalogue
from govchain.findings import Fact, Facts, Lever, Named, Severity


@catalogue_rule(
    "excess-fields",
    severity=Severity.WARNING,
    lever=Lever.CLARIFY,
    message="{from} provides {excess} of {data} to {to}, but no step that the link serves uses "
    "them",
    remedy="limit the fields of the link to those that are used; if a step does use {excess}, "
    "write it in the needs of that step",
)
def excess_fields(catalogue: Catalogue) -> Iterator[Hit]:
    """A link carries more of the data than those it serves say they need."""
    registry = catalogue.registry
    unknown = data_needed_by_nobody(catalogue)
    for link in registry.links if all_needs_are_known(catalogue) else ():
        uses = () if link.data in unknown else uses_of(link, catalogue)
        if not uses or not all(use.need.demand.fields for use in uses):
            continue
        needed = frozenset[str]().union(*(use.need.demand.fields for use in uses))
        carried = link.fields or registry.data[link.data].fields
        excess = tuple(field for field in carried if field not in needed)
        if excess:
            facts: Facts = {
                **link_facts(link, catalogue),
                "excess": excess,
                "fields": carried,
                "uses": _told(uses, catalogue),
            }
            yield Hit(link, facts)


def _told(uses: tuple[Use, ...], catalogue: Catalogue) -> Fact:
    """What each step uses, once for all chains that it stands in."""
    told: dict[tuple[str, str, frozenset[str]], Facts] = {}
    for chain, need in uses:
        step = chain.step(need.step)
        told.setdefault(
            (step.matter.id, step.written.id, need.demand.fields),
            {
                "matter": matter_named(step.matter),
                "step": Named(step.written.id, step.name, step.kind),
                "department": department_named(catalogue.registry, step.department),
                "fields": tuple(sorted(need.demand.fields)),
            },
        )
    return tuple(told[key] for key in sorted(told, key=lambda key: (key[:2], sorted(key[2]))))
