from collections.abc import Iterator, Sequence

from govchain.analysis.hits.cases import scenario_facts
from govchain.analysis.hits.naming import department_named, matter_named, step_named
from govchain.analysis.rule import Hit, Spot, chain_rule
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.compiler.expansion import ChainStep
from govchain.compiler.handovers import handovers_at_most
from govchain.findings import Lever, Severity


@chain_rule(
    "too-many-handovers",
    severity=Severity.ADVICE,
    lever=Lever.MERGE,
    message="a case of {matter} goes from one body to the next up to {count} times, one after the "
    "other ({max_handovers} should do): {handed_on}",
    remedy="let one window spread a case over the departments at once, as far as none waits for "
    "another's result, and let each do in one go what it does",
)
def too_many_handovers(chain: Chain, catalogue: Catalogue) -> Iterator[Hit]:
    """A case goes through many hands, one after another."""
    limit = catalogue.settings.limits.max_handovers
    if chain.is_doubtful or handovers_at_most(chain.expansion.steps, chain.order) <= limit:
        return
    count, way, case = chain.measure.most_handovers(chain.order)
    if count > limit:
        stays = _stays(way)
        facts = {
            "matter": matter_named(chain.matter),
            "count": count,
            "max_handovers": limit,
            "handed_on": tuple(department_named(chain.registry, s.department) for s in stays),
            "reached_at": tuple(step_named(chain, s.id) for s in stays),
            **scenario_facts(chain.measure.case(case), way, chain),
        }
        yield Hit(Spot(chain.matter.id, chain.matter.place), facts)


def _stays(way: Sequence[ChainStep]) -> list[ChainStep]:
    """The first step of each stay with one department."""
    return [
        step
        for before, step in zip((None, *way), way, strict=False)
        if before is None or before.department != step.department
    ]
