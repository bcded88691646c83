from collections.abc import Iterator

from govchain.analysis.hits.naming import department_named, matter_named, step_named
from govchain.analysis.rule import Hit, Spot, chain_rule
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.compiler.expansion import ChainStep
from govchain.findings import Facts, Lever, Severity


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
            yield Hit(spot, _facts(supervisor, step, chain), variant=variant)


def _decides_over(supervisor: str, step: ChainStep, chain: Chain) -> bool:
    """The step is a decision of a department that the supervisor is within, as far as is known."""
    return (
        step.is_decision
        and step.department is not None
        and chain.network.is_within(supervisor, step.department)
        and chain.network.is_certain(supervisor)
        and not (step.written.doubtful or step.matter.doubtful)
    )


def _facts(supervisor: str, step: ChainStep, chain: Chain) -> Facts:
    return {
        "supervisor": department_named(chain.registry, supervisor),
        "step": step_named(chain, step.id),
        "department": department_named(chain.registry, step.department),
        "matter": matter_named(step.matter),
    }
