from collections.abc import Iterator

from govchain.analysis.hits.naming import department_named, step_named
from govchain.analysis.questions.layers import Row, longest_rows
from govchain.analysis.questions.offices import may_be_external
from govchain.analysis.rule import Hit, Spot, chain_rule
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.findings import Facts, Lever, Severity


@chain_rule(
    "layered-approval",
    severity=Severity.WARNING,
    lever=Lever.MERGE,
    message="{department} judges one case {count} times, one after another ({layers}); more than "
    "{max_layers} are too many",
    remedy="merge {layers} into one examination and one decision, and let whoever examines and "
    "whoever decides answer for it",
)
def layered_approval(chain: Chain, catalogue: Catalogue) -> Iterator[Hit]:
    """A case climbs one layer after another inside one department."""
    limit = catalogue.settings.limits.max_layers
    for row in longest_rows(chain):
        last = chain.step(row.last)
        if row.length > limit and not may_be_external(last.department, chain):
            spot = Spot(last.department or "", last.place, last.id)
            yield Hit(spot, _facts(row, limit, chain))


def _facts(row: Row, limit: int, chain: Chain) -> Facts:
    steps = [chain.step(id) for id in row.steps]
    return {
        "department": department_named(chain.registry, steps[-1].department),
        "layers": tuple(step_named(chain, step.id) for step in steps),
        "count": row.length,
        "max_layers": limit,
        "basis": tuple(text for step in steps for text in step.written.basis),
    }
