from collections.abc import Iterator

from govchain.analysis.hits.naming import (
    criterion_named,
    department_named,
    ended_facts,
    matter_named,
    step_named,
)
from govchain.analysis.questions.bases import is_baseless_approval
from govchain.analysis.rule import Hit, chain_rule
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.compiler.expansion import ChainStep
from govchain.findings import Facts, Lever, Severity, Topic


@chain_rule(
    "baseless-approval",
    severity=Severity.WARNING,
    lever=Lever.CLARIFY,
    topic=Topic.DOUBTED_STEP,
    message="{step} ({department}) judges {criteria}, but no basis is written: not at the step, "
    "not at what it judges, not in {matter}",
    remedy="write the provision that {step} or its criteria rest on as their basis; if there is "
    "none, remove {step}",
    variants={
        "not-lead": "{step} ({department}) judges {criteria}, but neither the step nor what it "
        "judges names a basis, and that of {matter} speaks only for its lead ({lead})",
        "ended": "{step} ({department}) judges {criteria}; what it rested on is no longer in "
        "force: {ended}",
    },
    remedies={
        "ended": "remove {step}; if another provision asks for it today, write that as its basis",
    },
)
def baseless_approval(chain: Chain, catalogue: Catalogue) -> Iterator[Hit]:
    """An approval for which no provision is named that asks for it."""
    for step in chain.steps:
        if is_baseless_approval(step, chain, catalogue):
            is_licence = step.matter.type == "licence"
            yield Hit(
                step,
                _facts(step, chain),
                severity=Severity.ERROR if is_licence else None,
                variant=_variant(step, chain),
            )


def _variant(step: ChainStep, chain: Chain) -> str:
    if _ended(step, chain):
        return "ended"
    return "not-lead" if step.matter.basis else ""


def _ended(step: ChainStep, chain: Chain) -> Facts:
    """What it rested on that is no longer in force."""
    criteria = (chain.criterion(criterion) for criterion in step.checks)
    return ended_facts(step.written, *criteria, *((step.matter,) if step.is_of_lead else ()))


def _facts(step: ChainStep, chain: Chain) -> Facts:
    registry, matter = chain.registry, step.matter
    return {
        "step": step_named(chain, step.id),
        "department": department_named(registry, step.department),
        "criteria": tuple(criterion_named(registry, criterion) for criterion in step.checks),
        "matter": matter_named(matter),
        "lead": department_named(registry, matter.department),
        **_ended(step, chain),
    }
