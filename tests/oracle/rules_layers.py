"""layered-approval (semantics 2): one department judges again and again, path by path."""

from collections.abc import Iterator

from .catalogue import Step
from .chain import Chain
from .claims import Claims
from .finding import WARNING, Found, at_step

RULES = frozenset(["layered-approval"])

LAYERS = frozenset({"review", "approve", "countersign"})
MAX_LAYERS = 2
"""The default of the settings."""

Path = tuple[Step, ...]


def of_chain(chain: Chain, _: Claims) -> Iterator[Found]:
    """One per group, at the last step of its longest path, the first in chain order of equals."""
    if not chain.is_described:
        return
    for group in groups_of(chain):
        paths = [path for step in group for path in paths_to(chain, group, (step,))]
        most = max(len(path) for path in paths)
        if most > MAX_LAYERS and not chain.catalogue.is_external(group[0].department):
            last = next(s for s in group if any(p[-1] == s and len(p) == most for p in paths))
            yield at_step("layered-approval", WARNING, last.id, str(last.department), "merge")


def groups_of(chain: Chain) -> Iterator[list[Step]]:
    """The steps of these kinds, of one department, connected by direct edges; in chain order."""
    left = [step for step in chain.ordered if step.kind in LAYERS and step.department]
    while left:
        group = [left.pop(0)]
        for step in group:
            near = [other for other in left if are_joined(step, other)]
            group += near
            left = [other for other in left if other not in near]
        yield [step for step in chain.ordered if step in group]


def are_joined(one: Step, other: Step) -> bool:
    """Is there a direct edge between the two, either way, within one department?"""
    follows = one.id in other.after or other.id in one.after
    return follows and one.department == other.department


def paths_to(chain: Chain, group: list[Step], path: Path) -> Iterator[Path]:
    """Every path of direct edges that ends with this one and whose guards can hold together."""
    if chain.scenarios.satisfiable(*(step.guard for step in path)):
        yield path
        for before in group:
            if before.id in path[0].after:
                yield from paths_to(chain, group, (before, *path))
