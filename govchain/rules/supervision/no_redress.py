from collections.abc import Iterator

from govchain.analysis.hits.naming import matter_named, written_steps_named
from govchain.analysis.questions.offices import may_be_external
from govchain.analysis.questions.recorded import REDRESS, first_that_names
from govchain.analysis.rule import Hit, Spot, chain_rule
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.findings import Facts, Lever, Severity
from govchain.model.nouns import Step


@chain_rule(
    "no-redress",
    severity=Severity.WARNING,
    lever=Lever.CLARIFY,
    message="{matter} is decided on ({decisions}), and it is not written where people can complain "
    "or appeal",
    remedy="write where people can complain about {matter}, ask for reconsideration or sue, and "
    "tell them so with the decision",
    reads=["redress"],
)
def no_redress(chain: Chain, catalogue: Catalogue) -> Iterator[Hit]:
    """Something is decided, and nobody says where to turn against it."""
    matter = chain.matter
    known = first_that_names(REDRESS, catalogue)
    decisions = _decisions(chain)
    if known is not None and decisions and not (matter.redress or matter.doubtful):
        facts: Facts = {
            "matter": matter_named(matter),
            "decisions": written_steps_named(decisions),
            "recorded_in": matter_named(known),
        }
        yield Hit(Spot(matter.id, matter.place), facts)


def _decisions(chain: Chain) -> list[Step]:
    """What the administration decides in the matter itself, as far as it could be read."""
    lead = chain.matter.department
    return [
        step
        for step in chain.matter.own_steps
        if step.is_decision and not step.doubtful
        if not may_be_external(step.department or lead, chain)
    ]
