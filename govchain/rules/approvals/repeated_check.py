from collections.abc import Iterator

from govchain.analysis.hits.naming import department_named, step_named
from govchain.analysis.hits.superfluous_checks import repetition_facts
from govchain.analysis.questions.redundancy import redundancy_of
from govchain.analysis.questions.repetitions import Repetition
from govchain.analysis.rule import Check, Hit, chain_rule
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.findings import Lever, Severity, Topic
from govchain.mends import DropCheck, Mend


def _proposes(chain: Chain, catalogue: Catalogue, mend: Mend) -> bool:
    """Whether the check is still repeated at the step."""
    if not isinstance(mend, DropCheck):
        return False
    why = redundancy_of(chain, catalogue).why_superfluous(mend.step, mend.criterion)
    return isinstance(why, Repetition)


@chain_rule(
    "repeated-check",
    severity=Severity.WARNING,
    lever=Lever.CUT,
    topic=Topic.REPEATED_CHECK,
    message="{criterion} is checked both at {step} ({department}) and at {keeper} "
    "({keeper_department}); the check at {keeper} is enough",
    remedy="drop {criterion} from {step} and rely on {keeper} ({keeper_department}); where the "
    "law wants a separate look, mark the step as independent and name its basis",
    remedies={
        "owner": "drop {criterion} from {step} and rely on {keeper}: {keeper_department} holds "
        "what it rests on",
        "no-data": "drop {criterion} from {step} and rely on {keeper} ({keeper_department}); if "
        "{keeper} makes a result that proves it, write that as what it produces",
        "later": "drop {criterion} from {step} and leave it to {keeper} ({keeper_department}), "
        "which judges it later; nothing is decided before",
    },
    proposes=_proposes,
)
def repeated_check(chain: Chain, catalogue: Catalogue) -> Iterator[Hit]:
    """A step that has to stay judges what another step judges and keeps."""
    for (id, criterion), repetition in redundancy_of(chain, catalogue).repeated.items():
        step = chain.step(id)
        facts = {
            "step": step_named(chain, id),
            "department": department_named(chain.registry, step.department),
            **repetition_facts(repetition, chain),
        }
        variant = _variant(id, repetition.keeper, criterion, chain)
        yield Hit(Check(step, criterion), facts, DropCheck(id, criterion), variant=variant)


def _variant(step: str, keeper: str, criterion: str, chain: Chain) -> str:
    """What is known of why the keeper is the one to rely on."""
    uses = chain.criterion(criterion).uses
    department = chain.step(keeper).department or ""
    holders = [chain.data(data).holder or "" for data in uses]
    if uses and all(chain.network.is_within(department, holder) for holder in holders):
        return "owner"
    if chain.order.is_before(step, keeper):
        return "later"
    return "" if uses else "no-data"
