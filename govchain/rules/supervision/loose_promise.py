from collections.abc import Iterator

from govchain.analysis.hits.naming import matter_named
from govchain.analysis.questions.timing import is_timed_throughout
from govchain.analysis.rule import Hit, Spot, chain_rule
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.findings import Facts, Lever, Severity
from govchain.model.duration import TICKS_PER_DAY


@chain_rule(
    "loose-promise",
    severity=Severity.ADVICE,
    lever=Lever.CLARIFY,
    message="{matter} is promised within {promised_limit}, but its own steps take no more than "
    "{counted} working days",
    remedy="promise for {matter} little more than its steps take ({counted} working days), with no "
    "more to spare than busy days need; or, if the steps take longer, correct their times",
)
def loose_promise(chain: Chain, catalogue: Catalogue) -> Iterator[Hit]:
    """An office promises half as much time again as it needs, or more."""
    limit = chain.matter.time_limit
    if limit.promised is None or limit.doubtful or chain.is_doubtful or not chain.is_described:
        return
    counted, _ = chain.measure.counted
    if _is_loose(limit.promised.ticks, counted) and is_timed_throughout(chain):
        facts: Facts = {
            "matter": matter_named(chain.matter),
            "promised_limit": str(limit.promised),
            "counted": counted / TICKS_PER_DAY,
        }
        yield Hit(Spot(chain.matter.id, limit.place or chain.matter.place), facts)


def _is_loose(promised: int, counted: int) -> bool:
    """More than half as much again as the steps take, and by a working day."""
    return counted > 0 and 2 * promised > 3 * counted and promised - counted >= TICKS_PER_DAY
