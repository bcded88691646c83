from collections.abc import Iterator

from govchain.analysis.hits.automation import (
    decision_facts,
    is_automatic,
    is_settled_by_data,
    takes_hardly_any_time,
)
from govchain.analysis.hits.naming import criterion_named, matter_named
from govchain.analysis.questions.offices import may_be_external
from govchain.analysis.rule import Hit, chain_rule
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.compiler.expansion import ChainStep
from govchain.findings import Facts, Lever, Severity
from govchain.mends import DecideAtOnce


@chain_rule(
    "promise-candidate",
    severity=Severity.ADVICE,
    lever=Lever.COMMIT,
    message="{step} ({department}) of {matter} judges nothing that somebody has to settle before "
    "the decision ({criteria}); it could rest on a promise of the applicant",
    remedy="tell the applicant the conditions of {step}, grant it at once on a written promise to "
    "meet them, and check afterwards",
)
def promise_candidate(chain: Chain, catalogue: Catalogue) -> Iterator[Hit]:
    """A step holds the case up although it could rest on a promise."""
    if chain.is_doubtful or not chain.is_described:
        return
    for step in chain.steps:
        if _could_rest_on_promise(step, chain) and not takes_hardly_any_time(step):
            yield Hit(step, _facts(step, chain), DecideAtOnce((step.id,)))


def _could_rest_on_promise(step: ChainStep, chain: Chain) -> bool:
    """Each check can wait or, in a licence, is decidable; nothing is promised yet; and neither a
    program decides it nor does data settle all of it.
    """
    criteria = [chain.criterion(criterion) for criterion in step.checks]
    is_licence = step.matter.type == "licence"
    return (
        step.is_approval
        and step.department is not None
        and not may_be_external(step.department, chain)
        and bool(criteria)
        and not step.written.promised
        and all(c.verify == "after" or (is_licence and c.decidable) for c in criteria)
        and not all(is_settled_by_data(c.id, step, chain) for c in criteria)
        and not is_automatic(step, chain)
    )


def _facts(step: ChainStep, chain: Chain) -> Facts:
    return {
        **decision_facts(step, chain),
        "matter": matter_named(step.matter),
        "checked_after": tuple(
            criterion_named(chain.registry, criterion)
            for criterion in step.checks
            if chain.criterion(criterion).verify == "after"
        ),
        "not_settled_by_data": tuple(
            criterion_named(chain.registry, criterion)
            for criterion in step.checks
            if not is_settled_by_data(criterion, step, chain)
        ),
    }
