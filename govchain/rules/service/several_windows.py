from collections.abc import Iterator

from govchain.analysis.joints import several_hit
from govchain.analysis.rule import Hit, chain_rule
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.compiler.joining import ACCEPTANCE
from govchain.findings import Lever, Severity

LIMIT = 1


@chain_rule(
    "several-windows",
    severity=Severity.WARNING,
    lever=Lever.MERGE,
    message="up to {count} departments each have a window of their own for {matter}: {one_by_one}",
    variants={
        "within": "up to {count} departments each have a window of their own within {matter}: "
        "{one_by_one}",
    },
    remedy="let one window take in all of {matter} and hand it on, and write it as joined "
    "(acceptance)",
    remedies={"within": "let one window take in all of {matter} and hand it on"},
)
def several_windows(chain: Chain, catalogue: Catalogue) -> Iterator[Hit]:
    """People go to the windows of several departments for one service (一窗)."""
    if not chain.is_described or chain.expansion.doubtful or ACCEPTANCE in chain.matter.joined:
        return
    count = int(chain.metrics().worst.windows)
    if count > LIMIT:
        steps = [step for step in chain.steps if step.kind == "accept" and not step.is_joined]
        yield several_hit(ACCEPTANCE, steps, count, chain, catalogue)
