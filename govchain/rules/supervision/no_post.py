from collections.abc import Iterator

from govchain.analysis.hits.naming import matter_named, step_facts
from govchain.analysis.questions.offices import may_be_external
from govchain.analysis.questions.recorded import POST, first_that_names
from govchain.analysis.rule import Hit, chain_rule
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.findings import Lever, Severity


@chain_rule(
    "no-post",
    severity=Severity.ADVICE,
    lever=Lever.CLARIFY,
    message="{department} decides at {step}, and no post is written that answers for it",
    remedy="write which post of {department} answers for {step}",
    reads=["post"],
)
def no_post(chain: Chain, catalogue: Catalogue) -> Iterator[Hit]:
    """A decision that no post answers for."""
    known = first_that_names(POST, catalogue)
    if known is None:
        return
    for step in chain.steps:
        is_known = step.written.post is not None or step.written.doubtful
        if step.is_decision and not is_known and not may_be_external(step.department, chain):
            yield Hit(step, {**step_facts(step, chain), "recorded_in": matter_named(known)})
