from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from govchain.analysis.hits.naming import (
    data_named,
    department_named,
    departments_named,
    matter_named,
)
from govchain.analysis.hits.unsupplied import providers_in
from govchain.analysis.questions.bases import laws_asking_for
from govchain.analysis.questions.resources import (
    are_apart,
    are_several_authorities,
    can_be_shared,
)
from govchain.analysis.rule import Hit, Spot, registry_rule
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.sharing import Demand
from govchain.findings import Fact, Facts, Lever, Severity, Topic
from govchain.model.nouns import Data, Material, Matter


class Asking(NamedTuple):
    """A matter in which people hand in some data, who leads it, and the paper."""

    matter: Matter
    lead: str
    paper: Material


@registry_rule(
    "duplicate-collection",
    severity=Severity.WARNING,
    lever=Lever.CUT,
    asks=(providers_in,),
    topic=Topic.COLLECTED_TWICE,
    message="{departments} each have people bring {data}, which {holder} holds, {count} matters "
    "in all",
    remedy="let {providers} share {data} with those who need it, and have nobody bring it any more",
    remedies={
        "flowing": "have nobody bring {data} any more: it reaches {departments} already",
        "partly": "let {providers} share {data} with {unreached} too, and have nobody bring it any "
        "more: the others have it already",
    },
)
def duplicate_collection(catalogue: Catalogue) -> Iterator[Hit]:
    """Several other departments collect from people what a register of the state has."""
    asking = _matters_asking(catalogue)
    for data in catalogue.registry.data.values():
        if data.banned or not can_be_shared(data, catalogue.network):
            continue
        matters = _of_others(data, asking.get(data.id, ()), catalogue)
        if are_several_authorities((one.lead for one in matters), catalogue.network):
            lacking = _lacking(data, matters, catalogue)
            unreached = dict.fromkeys(office for offices in lacking.values() for office in offices)
            is_partly = any(lacking.values()) and not all(lacking.values())
            variant = "partly" if is_partly else "" if unreached else "flowing"
            facts = _facts(data, matters, catalogue)
            if unreached:
                opened = frozenset[str]().union(
                    *(o for each in lacking.values() for o in each.values())
                )
                providers = opened or {data.office or ""}
                facts["providers"] = departments_named(catalogue.registry, providers)
            if any(not opened for each in lacking.values() for opened in each.values()):
                variant = ""  # somebody is to be answered, and nothing is opened to them
            if variant == "partly":
                facts["unreached"] = departments_named(catalogue.registry, unreached)
            yield Hit(Spot(data.id, data.place), facts, variant=variant)


def _lacking(
    data: Data, asking: Iterable[Asking], catalogue: Catalogue
) -> dict[str, Mapping[str, frozenset[str]]]:
    """By each lead: to whom it has to be opened, and by whom. To the departments of steps of its
    matters that lack it; where none does, to the lead itself, if it does not arrive there."""
    found: dict[str, dict[str, frozenset[str]]] = {}
    for one in asking:
        known = catalogue.contribution(providers_in, one.matter.id).get(data.id, {})
        offices = found.setdefault(one.lead, {})
        for office, providers in known.items():
            offices[office] = offices.get(office, frozenset()) | providers
    return {lead: offices or _on_the_way(data, lead, catalogue) for lead, offices in found.items()}


def _on_the_way(data: Data, department: str, catalogue: Catalogue) -> Mapping[str, frozenset[str]]:
    """That it has to be opened to the department by who provides a link on the way there that
    fails, by a platform that has the data, else by who holds it; nothing where links that are
    usable, whatever is asked of them, bring it there."""
    network, holders, whatever = catalogue.network, frozenset({data.office or ""}), Demand()
    if network.path(data.id, holders, department, whatever) is not None:
        return {}
    path = network.nearest_path(data.id, holders, department, whatever) or ()
    failing = [flow.source for flow in path if network.shortcomings(flow.link, whatever)]
    having = network.platforms_reached(data.id, holders, whatever)
    return {department: frozenset(failing or having or holders)}


def _of_others(data: Data, asking: Sequence[Asking], catalogue: Catalogue) -> list[Asking]:
    """Those of departments that are another authority than the holder: what the holder's own line
    asks for is its own paper."""
    network, holder = catalogue.network, data.office or ""
    return [
        one
        for one in asking
        if network.is_certain(one.lead) and are_apart(one.lead, holder, network)
    ]


def _matters_asking(catalogue: Catalogue) -> dict[str, list[Asking]]:
    """Data -> the matters of public departments, as written, in which people hand it in."""
    found: dict[str, dict[str, Asking]] = {}
    departments = catalogue.registry.departments
    for matter in catalogue.matters.values():
        lead = departments.get(matter.department or "")
        if lead is None or not lead.is_public or matter.doubtful:
            continue
        for paper in matter.materials:
            if paper.handling == "submitted" and not paper.is_optional:
                for data in paper.alternatives if len(paper.alternatives) == 1 else ():
                    found.setdefault(data, {}).setdefault(matter.id, Asking(matter, lead.id, paper))
    return {data: list(asking.values()) for data, asking in found.items()}


def _still_demanding(papers: Iterable[Material]) -> Facts:
    """The provisions that ask for the papers, save where law itself waives the paper."""
    basis = tuple(dict.fromkeys(law for paper in papers for law in laws_asking_for(paper)))
    return {"demanded_by": basis} if basis else {}


def _facts(data: Data, asking: Sequence[Asking], catalogue: Catalogue) -> dict[str, Fact]:
    registry = catalogue.registry
    return {
        "data": data_named(registry, data.id),
        "holder": department_named(registry, data.holder),
        "departments": departments_named(registry, (one.lead for one in asking)),
        "count": len(asking),
        **_still_demanding(one.paper for one in asking),
        "asked_in": tuple(
            {
                "matter": matter_named(matter),
                "department": department_named(registry, lead),
                **({"basis": paper.basis} if paper.basis else {}),
            }
            for matter, lead, paper in asking
        ),
    }
