from collections.abc import Iterator

from govchain.analysis.hits.naming import department_named, matter_named, step_named
from govchain.analysis.questions.offices import is_public_office, office_of
from govchain.analysis.questions.recorded import MATERIALS
from govchain.analysis.questions.visits import is_needless_visit
from govchain.analysis.rule import Hit, chain_rule
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.compiler.expansion import ChainStep, are_within_reach
from govchain.findings import Facts, Lever, Severity
from govchain.mends import DropVisit


@chain_rule(
    "needless-visit",
    severity=Severity.WARNING,
    lever=Lever.CUT,
    message="{matter} has people come in person ({step}), although nothing that the offices lack "
    "has to be brought there",
    remedy="offer {step} online or by post; where the law wants people to come, write it as "
    "the basis of the visit",
)
def needless_visit(chain: Chain, catalogue: Catalogue) -> Iterator[Hit]:
    """People come to a counter although all that it needs is there without them."""
    if chain.is_doubtful or not chain.is_described:
        return
    for step in chain.steps:
        if _is_claimed(step, chain) and is_needless_visit(step, chain):
            facts: Facts = {
                "step": step_named(chain, step.id),
                "matter": matter_named(step.matter),
                "department": department_named(chain.registry, office_of(step, chain)),
                "visits": step.visit,
            }
            yield Hit(step, facts, DropVisit(step.id))


def _is_claimed(step: ChainStep, chain: Chain) -> bool:
    """At an office of the state; where people apply, it is known what they bring."""
    return is_public_office(step, chain) and (step.kind != "apply" or _knows_papers(step, chain))


def _knows_papers(step: ChainStep, chain: Chain) -> bool:
    """Somebody wrote which papers are brought there, or that there are none."""
    if step.matter.materials or MATERIALS in step.matter.complete:
        return True
    return any(are_within_reach(paper.reach, step.reach) for paper in chain.materials)
