from collections.abc import Iterator

from govchain.analysis.naming import department_named, step_named
from govchain.analysis.redundancy import redundancy_of
from govchain.analysis.rule import Check, Hit, chain_rule
from govchain.analysis.verdicts import repetition_facts
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.compiler.mends import DropCheck
from govchain.findings import Lever, Severity


@chain_rule(
    "repeated-check",
    severity=Severity.WARNING,
    lever=Lever.CUT,
    message="{criterion} is checked both at {step} ({department}) and at {keeper} "
    "({keeper_department}); the check at {keeper} is enough",
    remedy="drop {criterion} from {step} and rely on {keeper} ({keeper_department}); where the "
    "law wants a separate look, mark the step as independent and name its basis",
)
def repeated_check(chain: Chain, catalogue: Catalogue) -> Iterator[Hit]:
    """A step that has to stay judges what another step judges and keeps."""
    for (id, criterion), proof in redundancy_of(chain, catalogue).repeated.items():
        step = chain.step(id)
        facts = {
            "step": step_named(chain, id),
            "department": department_named(chain.registry, step.department),
            **repetition_facts(proof, chain),
        }
        yield Hit(Check(step, criterion), facts, DropCheck(id, criterion))
