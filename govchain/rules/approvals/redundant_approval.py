from collections.abc import Iterator

from govchain.analysis.hits.naming import department_named, step_named
from govchain.analysis.hits.superfluous_checks import relied_on, verdict_facts
from govchain.analysis.questions.redundancy import redundancy_of
from govchain.analysis.rule import Hit, chain_rule
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.findings import Facts, Lever, Severity, Topic
from govchain.mends import DropStep, Mend


def _proposes(chain: Chain, catalogue: Catalogue, mend: Mend) -> bool:
    """Whether the step is still redundant."""
    redundant = redundancy_of(chain, catalogue).redundant
    return isinstance(mend, DropStep) and mend.step in redundant


@chain_rule(
    "redundant-approval",
    severity=Severity.WARNING,
    lever=Lever.CUT,
    topic=Topic.REDUNDANT_STEP,
    message="{step} ({department}) checks only what is settled anyway by {relied_on}, and makes "
    "or changes nothing",
    remedy="remove {step}, so that what followed it follows what it followed",
    proposes=_proposes,
)
def redundant_approval(chain: Chain, catalogue: Catalogue) -> Iterator[Hit]:
    """An approval each of whose checks somebody else makes, or data attests."""
    for id, verdicts in redundancy_of(chain, catalogue).redundant.items():
        step = chain.step(id)
        facts: Facts = {
            "step": step_named(chain, id),
            "department": department_named(chain.registry, step.department),
            "relied_on": tuple(dict.fromkeys(relied_on(verdict, chain) for verdict in verdicts)),
            "checks": tuple(verdict_facts(verdict, chain) for verdict in verdicts),
        }
        yield Hit(step, facts, DropStep(id))
