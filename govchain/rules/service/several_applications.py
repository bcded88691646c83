from collections.abc import Iterator

from govchain.analysis.joints import several_hit
from govchain.analysis.rule import Hit, chain_rule
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.compiler.joining import APPLICATIONS
from govchain.findings import Lever, Severity

LIMIT = 1


@chain_rule(
    "several-applications",
    severity=Severity.WARNING,
    lever=Lever.MERGE,
    message="people apply up to {count} times for {matter}: {one_by_one}",
    variants={"within": "people apply up to {count} times within {matter}: {one_by_one}"},
    remedy="let one application with one form serve all of {matter}, and write it as joined "
    "(applications)",
    remedies={"within": "let one application with one form serve all of {matter}"},
)
def several_applications(chain: Chain, catalogue: Catalogue) -> Iterator[Hit]:
    """People apply more than once for one service (一表)."""
    if not chain.is_described or chain.expansion.doubtful or APPLICATIONS in chain.matter.joined:
        return
    count = int(chain.metrics().worst.applications)
    if count > LIMIT:
        steps = [step for step in chain.steps if step.kind == "apply" and not step.is_joined]
        yield several_hit(APPLICATIONS, steps, count, chain, catalogue)
