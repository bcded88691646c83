from collections.abc import Iterator

from govchain.analysis.hits.naming import matter_named, step_facts
from govchain.analysis.questions.offices import may_be_external
from govchain.analysis.questions.recorded import SUPERVISOR, first_that_names
from govchain.analysis.rule import Hit, chain_rule
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.compiler.expansion import ChainStep
from govchain.findings import Lever, Severity


@chain_rule(
    "no-supervisor",
    severity=Severity.WARNING,
    lever=Lever.CLARIFY,
    message="{department} decides at {step}, and no supervisor is written who watches that",
    remedy="name a department outside of {department} that supervises {step}, and write it as "
    "supervisor there, or of {matter} where it watches all of its decisions",
    reads=["supervised-by"],
)
def no_supervisor(chain: Chain, catalogue: Catalogue) -> Iterator[Hit]:
    """A decision that nobody is written to watch over."""
    known = first_that_names(SUPERVISOR, catalogue)
    if known is None:
        return
    for step in chain.steps:
        is_ours = not may_be_external(step.department, chain)
        if step.is_decision and is_ours and not _is_watched(step):
            yield Hit(step, {**step_facts(step, chain), "recorded_in": matter_named(known)})


def _is_watched(step: ChainStep) -> bool:
    """By its own supervisor or that of its matter, or nobody can tell."""
    named = step.written.supervised_by or step.matter.supervised_by
    return named is not None or step.written.doubtful or step.matter.doubtful
