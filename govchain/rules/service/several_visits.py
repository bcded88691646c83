from collections.abc import Iterator

from govchain.analysis.hits.cases import scenario_facts
from govchain.analysis.hits.naming import department_named, matter_named, step_named
from govchain.analysis.rule import Hit, Spot, chain_rule
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.compiler.expansion import ChainStep
from govchain.findings import Benefit, Fact, Facts, Lever, Severity, Topic


@chain_rule(
    "several-visits",
    severity=Severity.WARNING,
    lever=Lever.CUT,
    topic=Topic.ONE_VISIT,
    message="people come in person up to {count} times for {matter} ({allowed_visits} should do): "
    "{trips}",
    remedy="have people do in one visit what they come for separately, and offer the rest online "
    "or by post; where a law wants them to come, its provision has to be amended first",
)
def several_visits(chain: Chain, catalogue: Catalogue) -> Iterator[Hit]:
    """People come in person more often than the settings allow (最多跑一次)."""
    count, _ = chain.measure.visits
    allowed = catalogue.settings.limits.max_visits
    if count > allowed and not chain.is_doubtful:
        spot = Spot(chain.matter.id, chain.matter.place)
        over = Benefit(visits=count - allowed)
        yield Hit(spot, _facts(count, allowed, chain), benefit=over)


def _facts(count: int, allowed: int, chain: Chain) -> Facts:
    visited = [step for step in chain.steps if step.visit]
    return {
        "matter": matter_named(chain.matter),
        "count": count,
        "allowed_visits": allowed,
        "trips": tuple(_trip(step, chain) for step in visited),
        **scenario_facts(chain.measure.case_of_visits(), visited, chain),
    }


def _trip(step: ChainStep, chain: Chain) -> Fact:
    """Where people come, how often if more than once, and the law that asks for it."""
    lead = step.department or step.matter.department
    told: dict[str, Fact] = {
        "step": step_named(chain, step.id),
        "matter": matter_named(step.matter),
        "department": department_named(chain.registry, lead),
    }
    if step.visit > 1:
        told["visits"] = step.visit
    if step.written.visit_basis:
        told["basis"] = step.written.visit_basis
    return told
