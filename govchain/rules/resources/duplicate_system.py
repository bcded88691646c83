from collections.abc import Iterator
from itertools import combinations, product
from typing import NamedTuple

from govchain.analysis.hits.naming import data_named, department_named, matter_named
from govchain.analysis.questions.resources import are_apart
from govchain.analysis.rule import Hit, Spot, registry_rule
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.sharing import SharingNetwork
from govchain.findings import Facts, Lever, Named, Severity, Topic
from govchain.model.nouns import Data, Matter, Step


class Use(NamedTuple):
    """A department keeps data in a system, as written at the data or at a step that makes it."""

    system: str
    department: str
    matter: Matter | None = None
    step: Step | None = None


@registry_rule(
    "duplicate-system",
    severity=Severity.ADVICE,
    lever=Lever.CLARIFY,
    topic=Topic.MADE_TWICE,
    message="{data} is kept in {count} systems of different departments: {systems}",
    remedy="see whether {data} can be made and kept in one of them, and the others read it there; "
    "do not build another system for what one does already",
)
def duplicate_system(catalogue: Catalogue) -> Iterator[Hit]:
    """Departments each have a system of their own for the same data (重复建设)."""
    made = _made_in(catalogue)
    for data in catalogue.registry.data.values():
        uses = [*_kept_in(data, catalogue.network), *made.get(data.id, ())]
        if not data.doubtful and _are_duplicates(uses, catalogue.network):
            yield Hit(Spot(data.id, data.place), _facts(data, uses, catalogue))


def _kept_in(data: Data, network: SharingNetwork) -> list[Use]:
    """Its own system, which is the holder's."""
    if data.system is None or data.office is None or not network.is_certain(data.office):
        return []
    return [Use(data.system, data.office)]


def _made_in(catalogue: Catalogue) -> dict[str, list[Use]]:
    """Data -> the systems of the steps that produce it, and whose steps these are."""
    found: dict[str, list[Use]] = {}
    for matter in catalogue.matters.values():
        for step in matter.own_steps:
            department = step.department or matter.department
            if step.system is None or step.kind == "apply" or step.doubtful or department is None:
                continue
            if catalogue.network.is_certain(department):
                for data in dict.fromkeys(step.produces):
                    found.setdefault(data, []).append(Use(step.system, department, matter, step))
    return found


def _are_duplicates(uses: list[Use], network: SharingNetwork) -> bool:
    """Two of the systems are of different authorities altogether."""
    owners: dict[str, set[str]] = {}
    for use in uses:
        owners.setdefault(use.system, set()).add(use.department)
    return any(
        all(are_apart(some, other, network) for some, other in product(one, another))
        for one, another in combinations(set(map(frozenset, owners.values())), 2)
    )


def _facts(data: Data, uses: list[Use], catalogue: Catalogue) -> Facts:
    registry = catalogue.registry
    return {
        "data": data_named(registry, data.id),
        "count": len({use.system for use in uses}),
        "systems": tuple(
            {"system": system, "department": department_named(registry, department)}
            for system, department in dict.fromkeys((u.system, u.department) for u in uses)
        ),
        "made_at": tuple(
            {
                "step": Named(use.step.id, use.step.name, use.step.kind),
                "matter": matter_named(use.matter),
                "system": use.system,
            }
            for use in uses
            if use.matter and use.step
        ),
    }
