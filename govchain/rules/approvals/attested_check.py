from collections.abc import Iterator

from govchain.analysis.hits.naming import department_named, step_named
from govchain.analysis.hits.superfluous_checks import attestation_facts
from govchain.analysis.questions.attestations import Attestation
from govchain.analysis.questions.redundancy import redundancy_of
from govchain.analysis.rule import Check, Hit, chain_rule
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.findings import Lever, Severity, Topic
from govchain.mends import DropCheck, Mend


def _proposes(chain: Chain, catalogue: Catalogue, mend: Mend) -> bool:
    """Whether the check is still attested at the step."""
    if not isinstance(mend, DropCheck):
        return False
    why = redundancy_of(chain, catalogue).why_superfluous(mend.step, mend.criterion)
    return isinstance(why, Attestation)


@chain_rule(
    "attested-check",
    severity=Severity.WARNING,
    lever=Lever.CUT,
    topic=Topic.ATTESTED_CHECK,
    message="{criterion} is judged anew at {step}, although {data} ({holder}) already attests it",
    remedy="drop {criterion} from {step} and rely on {data} ({holder})",
    proposes=_proposes,
)
def attested_check(chain: Chain, catalogue: Catalogue) -> Iterator[Hit]:
    """A step that has to stay judges what data at hand already proves."""
    for (id, criterion), attestation in redundancy_of(chain, catalogue).attested.items():
        step = chain.step(id)
        facts = {
            "step": step_named(chain, id),
            "department": department_named(chain.registry, step.department),
            **attestation_facts(attestation, chain),
        }
        yield Hit(Check(step, criterion), facts, DropCheck(id, criterion))
