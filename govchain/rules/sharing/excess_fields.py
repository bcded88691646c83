from collections.abc import Iterator

from govchain.analysis.hits.links import Use, link_facts, links_used, uses_of
from govchain.analysis.hits.naming import department_named, matter_named, step_named
from govchain.analysis.questions.doubt import (
    all_needs_are_known,
    data_needed_by_nobody,
    needed_by_nobody,
)
from govchain.analysis.rule import Hit, registry_rule
from govchain.compiler.catalogue import Catalogue
from govchain.findings import Fact, Facts, Lever, Severity


@registry_rule(
    "excess-fields",
    severity=Severity.WARNING,
    lever=Lever.CLARIFY,
    asks=(links_used, needed_by_nobody),
    message="{from} provides {excess} of {data} to {to}, but no step that the link serves uses "
    "them",
    remedy="limit the fields of the link to those that are used; if a step does use {excess}, "
    "[[write it in the needs of that step|say what for]]",
)
def excess_fields(catalogue: Catalogue) -> Iterator[Hit]:
    """A link carries more of the data than those it serves say they need."""
    registry = catalogue.registry
    unknown = data_needed_by_nobody(catalogue)
    for link in registry.links if all_needs_are_known(catalogue) else ():
        uses = () if link.data in unknown else uses_of(link, catalogue)
        if not uses or not all(use.fields for use in uses):
            continue
        needed = frozenset[str]().union(*(use.fields for use in uses))
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
    for use in uses:
        told.setdefault(
            (use.matter, use.step, use.fields),
            {
                "matter": matter_named(catalogue.matters[use.matter]),
                "step": step_named(catalogue.chains[use.matter], use.step),
                "department": department_named(catalogue.registry, use.department),
                "fields": tuple(sorted(use.fields)),
            },
        )
    return tuple(told[key] for key in sorted(told, key=lambda key: (key[:2], sorted(key[2]))))
