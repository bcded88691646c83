from collections.abc import Iterator

from govchain.analysis.hits.naming import department_named, ended_facts, matter_named, step_named
from govchain.analysis.questions.fees import are_fee_bases_recorded, is_baseless
from govchain.analysis.rule import Hit, chain_rule
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.compiler.expansion import ChainStep
from govchain.findings import Facts, Lever, Severity
from govchain.model.nouns import Fee


@chain_rule(
    "baseless-fee",
    severity=Severity.WARNING,
    lever=Lever.CLARIFY,
    message="{step} ({department}) charges {amount} yuan, but no basis is written, neither of the "
    "fee nor of the step",
    remedy="write the provision that allows the fee as its basis; if there is none, charge nothing "
    "at {step}",
    variants={
        "ended": "{step} ({department}) charges {amount} yuan; what that rested on is no longer in "
        "force: {ended}",
    },
    remedies={
        "ended": "charge nothing at {step}; if another provision allows the fee today, write that "
        "as its basis",
    },
    reads=["fee"],
)
def baseless_fee(chain: Chain, catalogue: Catalogue) -> Iterator[Hit]:
    """An office charges a fee for which no provision is named."""
    for step in chain.steps:
        written, matter = step.written, step.matter
        fee = written.fee
        if fee is None or not is_baseless(written, matter, chain.registry):
            continue
        if are_fee_bases_recorded(matter, catalogue) and not (written.doubtful or matter.doubtful):
            ended = ended_facts(fee, written)
            severity = Severity.ERROR if matter.type == "licence" else None
            facts = {**_facts(step, fee, chain), **ended}
            yield Hit(step, facts, severity=severity, variant="ended" if ended else "")


def _facts(step: ChainStep, fee: Fee, chain: Chain) -> Facts:
    return {
        "step": step_named(chain, step.id),
        "department": department_named(chain.registry, step.department or step.matter.department),
        "matter": matter_named(step.matter),
        "amount": float(fee.amount),
    }
