import itertools
from collections import deque
from collections.abc import Iterator

from govchain.analysis.hits.naming import data_named, department_named, matter_named, step_named
from govchain.analysis.questions.requirements import (
    Circle,
    Requirement,
    circles_of,
    requirements_in,
    requirements_of,
)
from govchain.analysis.rule import Hit, Spot, catalogue_rule
from govchain.compiler.catalogue import Catalogue
from govchain.findings import Facts, Lever, Severity


@catalogue_rule(
    "mutual-prerequisites",
    severity=Severity.ERROR,
    lever=Lever.RESEQUENCE,
    asks=(requirements_in,),
    message="{requirements}, so nobody can begin",
    remedy="look at each prerequisite in {cycle}, and drop or move the one that no law or "
    "administrative regulation sets",
)
def mutual_prerequisites(catalogue: Catalogue) -> Iterator[Hit]:
    """Results of which each must be there before the other can be made."""
    requirements = requirements_of(catalogue)
    by_edge = {(r.made, r.required): r for r in requirements}
    for circle in circles_of(requirements):
        least = min(circle)
        cycle = _shortest_cycle(circle, least)
        steps = [by_edge[edge] for edge in itertools.pairwise(cycle)]
        yield _hit(least, steps, catalogue)


def _shortest_cycle(circle: Circle, start: str) -> list[str]:
    """A shortest cycle, through `start` where one of that length is."""
    cycles = []
    for first in (start, *sorted(set(circle) - {start})):
        ways_back = _ways_to(first, circle)
        nearest = min((ways_back[second] for second in circle[first] if second != first), key=len)
        cycles.append([first, *nearest])
        if len(nearest) == 2:
            break
    return min(cycles, key=len)


def _ways_to(goal: str, circle: Circle) -> dict[str, list[str]]:
    """Of each data of the circle a shortest way to this one, breadth first from its end."""
    requiring: dict[str, list[str]] = {data: [] for data in circle}
    for made, required in circle.items():
        for data in required:
            requiring[data].append(made)
    ways = {goal: [goal]}
    waiting = deque([goal])
    while waiting:
        data = waiting.popleft()
        for made in requiring[data]:
            if made not in ways:
                ways[made] = [made, *ways[data]]
                waiting.append(made)
    return ways


def _hit(least: str, cycle: list[Requirement], catalogue: Catalogue) -> Hit:
    producer = catalogue.sole_producer_of(least)
    assert producer is not None, "what is required has one producer"
    place = catalogue.chains[producer.matter].step(producer.step).place
    facts: Facts = {
        "data": data_named(catalogue.registry, least),
        "cycle": tuple(data_named(catalogue.registry, r.made) for r in (*cycle, cycle[0])),
        "requirements": tuple(_requirement_facts(r, catalogue) for r in cycle),
    }
    return Hit(Spot(least, place, producer.step), facts, matter=producer.matter)


def _requirement_facts(requirement: Requirement, catalogue: Catalogue) -> Facts:
    chain = catalogue.chains[requirement.producer.matter]
    step = chain.step(requirement.needed_at)
    return {
        "made": data_named(catalogue.registry, requirement.made),
        "required": data_named(catalogue.registry, requirement.required),
        "matter": matter_named(chain.matter),
        "step": step_named(chain, step.id),
        "department": department_named(catalogue.registry, step.department),
    }
