from collections.abc import Iterator

from govchain.analysis.hits.joints import several_hits
from govchain.analysis.questions.offices import windows_of_state
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
    message="up to {count} departments of government each have a window of their own for {matter} "
    "(windows of others aside): {one_by_one}",
    variants={
        "within": "up to {count} departments of government each have a window of their own within "
        "{matter} (windows of others aside): {one_by_one}",
    },
    remedy="let one window take in all of {matter} and hand it on[[, and write it as joined "
    "(acceptance)]]",
    remedies={"within": "let one window take in all of {matter} and hand it on"},
)
def several_windows(chain: Chain, catalogue: Catalogue) -> Iterator[Hit]:
    """People go to the windows of several government departments for one service (一窗)."""
    steps = windows_of_state(chain)
    count, case = chain.measure.most_departments(steps)
    yield from several_hits(ACCEPTANCE, count, case, steps, chain)
