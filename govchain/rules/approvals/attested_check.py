from collections.abc import Iterator

from govchain.analysis.naming import department_named, step_named
from govchain.analysis.redundancy import redundancy_of
from govchain.analysis.rule import Check, Hit, chain_rule
from govchain.analysis.verdicts import attestation_facts
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.compiler.mends import DropCheck
from govchain.findings import Lever, Severity


@chain_rule(
    "attested-check",
    severity=Severity.WARNING,
    lever=Lever.CUT,
    message="{criterion} is judged anew at {step}, although {data} ({holder}) already attests it",
    remedy="drop {criterion} from {step} and rely on {data} ({holder})",
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
