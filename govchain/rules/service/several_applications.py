from collections.abc import Iterator

from govchain.analysis.hits.joints import several_hits
from govchain.analysis.questions.offices import applications_to_state
from govchain.analysis.rule import Hit, chain_rule
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.compiler.joining import APPLICATIONS
from govchain.findings import Lever, Severity, Topic


@chain_rule(
    "several-applications",
    severity=Severity.WARNING,
    lever=Lever.MERGE,
    topic=Topic.ONE_FORM,
    message="people apply up to {count} times for {matter}: {one_by_one}",
    variants={"within": "people apply up to {count} times within {matter}: {one_by_one}"},
    remedy="let one application with one form serve all of {matter}[[, and write it as joined "
    "(applications)]]",
    remedies={"within": "let one application with one form serve all of {matter}"},
)
def several_applications(chain: Chain, catalogue: Catalogue) -> Iterator[Hit]:
    """People apply more than once to the administration for one service (一表)."""
    steps = applications_to_state(chain)
    count, case = chain.measure.most_steps(steps)
    yield from several_hits(APPLICATIONS, count, case, steps, chain)
