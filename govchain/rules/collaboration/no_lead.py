from collections.abc import Iterator

from govchain.analysis.hits.naming import matter_named, step_named
from govchain.analysis.questions.recorded import LEAD, is_recorded
from govchain.analysis.rule import Hit, Spot, chain_rule
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.findings import Facts, Lever, Severity


@chain_rule(
    "no-lead",
    severity=Severity.ERROR,
    lever=Lever.CLARIFY,
    message="no department is written that leads {matter}",
    variants={
        "steps": "no department is written that leads {matter}, and nobody is responsible for "
        "{steps}; what these need and judge is not looked at",
    },
    remedy="write the department that answers for {matter}; where another does a step, write that "
    "department at the step",
)
def no_lead(chain: Chain, catalogue: Catalogue) -> Iterator[Hit]:
    """Nobody answers for a matter."""
    matter = chain.matter
    if matter.department or matter.doubtful or not is_recorded(LEAD, catalogue):
        return
    abandoned = [
        s for s in chain.steps if s.department is None and s.kind != "apply" and not s.reach
    ]
    steps = tuple(step_named(chain, step.id) for step in abandoned)
    facts: Facts = {"matter": matter_named(matter), "steps": steps}
    yield Hit(Spot(matter.id, matter.place), facts, variant="steps" if steps else "")
