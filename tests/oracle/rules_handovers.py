"""How a case goes from department to department (semantics 2): back-and-forth, and too often."""

from collections.abc import Iterator

from .cases import Case
from .catalogue import Step
from .chain import Chain
from .claims import Claims
from .finding import ADVICE, Found, at_step
from .metrics import handovers, is_handover, taking_place

RULES = frozenset(["back-and-forth", "too-many-handovers"])

MAX_HANDOVERS = 5
"""The default of the settings."""

LAYERS = ("review", "approve", "countersign")


def of_chain(chain: Chain, claims: Claims) -> Iterator[Found]:
    """Of each b with its first m; of the matter in its worst case."""
    for b in chain.ordered if chain.is_described else []:
        for m in [m for m in chain.ordered if is_between(chain, claims, m, b)][:1]:
            element = (m.id.removeprefix(m.reach),)
            yield at_step("back-and-forth", ADVICE, b.id, m.id, "merge", element=element)
    if any(handed_on_in_a_row(chain, case) > MAX_HANDOVERS for case in chain.cases):
        yield Found("too-many-handovers", ADVICE, None, chain.matter.id, "merge")


def is_between(chain: Chain, claims: Claims, m: Step, b: Step) -> bool:
    """A direct edge m → b, and some a from which it came there."""
    return m.id in b.after and any(is_back_again(chain, claims, a, m, b) for a in chain.steps)


def is_back_again(chain: Chain, claims: Claims, a: Step, m: Step, b: Step) -> bool:
    """a → m → b, and b could have been judged along with a."""
    return (
        a.id in m.after
        and a.reach == m.reach == b.reach
        and a.department is not None
        and m.department is not None
        and a.department == b.department != m.department
        and a.kind in LAYERS
        and b.kind in LAYERS
        and m.kind in ("review", "approve")
        and a.is_decision == b.is_decision
        and not (m.order_basis or b.order_basis)
        and not any(step.is_independent or step.id in claims.redundant for step in (a, m, b))
        and chain.scenarios.satisfiable(a.guard, m.guard, b.guard)
        and not any(
            rests_on(chain, b, x)
            for x in chain.steps
            if chain.is_ancestor(x, b) and x.id != a.id and not chain.is_ancestor(x, a)
        )
    )


def rests_on(chain: Chain, b: Step, x: Step) -> bool:
    """x is no review or approve, alters what b needs, or is no decision step where b is one."""
    return (
        x.kind not in ("review", "approve")
        or any(need.data in x.alters for need in chain.needs[b.id])
        or (b.is_decision and not x.is_decision)
    )


def handed_on_in_a_row(chain: Chain, case: Case) -> int:
    """The most hand-overs on one path: skipped and `apply` steps contracted, transitive reduction.

    There are no more on one path than in all.
    """
    if handovers(chain, case) <= MAX_HANDOVERS:
        return 0
    kept = [step for step in taking_place(chain, case) if step.kind != "apply"]
    most: dict[str, int] = {}
    for later in (step for step in chain.ordered if step in kept):
        before = [step for step in kept if chain.is_ancestor(step, later)]
        direct = [b for b in before if not any(chain.is_ancestor(b, x) for x in before)]
        most[later.id] = max((most[b.id] + is_handover(b, later) for b in direct), default=0)
    return max(most.values(), default=0)
