from collections.abc import Iterator

from govchain.analysis.hits.joints import several_hits
from govchain.analysis.rule import Hit, chain_rule
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.compiler.joining import ACCEPTANCE
from govchain.findings import Lever, Severity, Topic


@chain_rule(
    "several-windows",
    severity=Severity.WARNING,
    lever=Lever.MERGE,
    topic=Topic.ONE_WINDOW,
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
    measure = chain.measure
    yield from several_hits(ACCEPTANCE, measure.windows, measure.case_of_windows, chain)
