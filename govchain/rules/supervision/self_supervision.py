from collections.abc import Iterator

from govchain.analysis.hits.naming import department_named, step_facts
from govchain.analysis.questions.offices import may_be_external
from govchain.analysis.rule import Hit, Spot, chain_rule
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.compiler.expansion import ChainStep
from govchain.findings import Lever, Severity


@chain_rule(
    "self-supervision",
    severity=Severity.ERROR,
    lever=Lever.CLARIFY,
    message="{supervisor} is to supervise {step}, but belongs to the very department that decides "
    "there ({department})",
    remedy="let a department that does not belong to {department} supervise {step}, one above it "
    "or one that watches over others, and write it as supervisor",
    variants={"itself": "{department} decides at {step}, and is to supervise that itself"},
    reads=["supervised-by"],
)
def self_supervision(chain: Chain, catalogue: Catalogue) -> Iterator[Hit]:
    """A department decides, and it or an office of its own watches over that."""
    for step in chain.steps:
        supervisor = step.written.supervised_by or step.matter.supervised_by
        if supervisor and _decides_over(supervisor, step, chain):
            variant = "itself" if supervisor == step.department else ""
            spot = Spot(supervisor, step.place, step.id)
            named = department_named(chain.registry, supervisor)
            facts = {"supervisor": named, **step_facts(step, chain)}
            yield Hit(spot, facts, variant=variant)


def _decides_over(supervisor: str, step: ChainStep, chain: Chain) -> bool:
    """The step is a decision of a department that the supervisor is within, as far as is known."""
    return (
        step.is_decision
        and step.department is not None
        and not may_be_external(step.department, chain)
        and chain.network.is_within(supervisor, step.department)
        and chain.network.is_certain(supervisor)
        and not (step.written.doubtful or step.matter.doubtful)
    )
