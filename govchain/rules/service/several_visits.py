from collections.abc import Iterator

from govchain.analysis.hits.cases import scenario_facts
from govchain.analysis.hits.naming import department_named, matter_named, step_named
from govchain.analysis.questions.offices import office_of
from govchain.analysis.questions.visits import visits_asked
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
    message="people come to public offices up to {count} times for {matter}, visits elsewhere and "
    "where there is another way aside ({allowed_visits} should do): {trips}",
    variants={
        "staying": "people come to public offices up to {count} times for {matter}, visits "
        "elsewhere and where there is another way aside, of which {over} could be spared: {trips}; "
        "they have to come for {staying}",
    },
    remedy="have people do in one visit what they come for separately, and offer the rest online "
    "or by post",
)
def several_visits(chain: Chain, catalogue: Catalogue) -> Iterator[Hit]:
    """People come to public offices more often than the settings allow (最多跑一次)."""
    if chain.is_doubtful:
        return
    visited, staying = visits_asked(chain)
    allowed = catalogue.settings.limits.max_visits
    count, over, case = chain.measure.most_visits_over(allowed, visited, staying)
    if over > 0:
        facts: Facts = {
            "matter": matter_named(chain.matter),
            "count": count,
            "allowed_visits": allowed,
            "over": over,
            "trips": tuple(_trip(step, chain) for step in visited if step not in staying),
            **({"staying": tuple(_trip(step, chain) for step in staying)} if staying else {}),
            **scenario_facts(case, visited, chain),
        }
        spot = Spot(chain.matter.id, chain.matter.place)
        variant = "staying" if staying else ""
        yield Hit(spot, facts, benefit=Benefit(visits=over), variant=variant)


def _trip(step: ChainStep, chain: Chain) -> Fact:
    """Where people come, how often if more than once, and the law that asks for it."""
    told: dict[str, Fact] = {
        "step": step_named(chain, step.id),
        "matter": matter_named(step.matter),
        "department": department_named(chain.registry, office_of(step, chain)),
    }
    if step.visit > 1:
        told["visits"] = step.visit
    if step.written.visit_basis:
        told["basis"] = step.written.visit_basis
    return told
