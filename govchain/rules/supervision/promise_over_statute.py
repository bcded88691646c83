from collections.abc import Iterator

from govchain.analysis.hits.naming import matter_named
from govchain.analysis.questions.timing import law_has_ended
from govchain.analysis.rule import Hit, Spot, chain_rule
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.findings import Facts, Lever, Severity
from govchain.model.duration import TICKS_PER_DAY, Duration


@chain_rule(
    "promise-over-statute",
    severity=Severity.ERROR,
    lever=Lever.CLARIFY,
    message="{matter} is promised within {promised_limit}, longer than the statutory limit of "
    "{statutory_limit}",
    remedy="promise at most {statutory_limit} for {matter}; if the law sets another limit, write "
    "that as the statutory one, with its basis",
    variants={
        "based": "{matter} is promised within {promised_limit}, longer than {basis} allows "
        "({statutory_limit})",
    },
)
def promise_over_statute(chain: Chain, catalogue: Catalogue) -> Iterator[Hit]:
    """More time is promised than the law gives."""
    limit = chain.matter.time_limit
    if limit.promised is None or limit.statutory is None or limit.doubtful:
        return
    if _is_over(limit.promised, limit.statutory) and not law_has_ended(limit):
        facts: Facts = {
            "matter": matter_named(chain.matter),
            "promised_limit": str(limit.promised),
            "statutory_limit": str(limit.statutory),
            "working_days_over": limit.promised.days - limit.statutory.days,
            **({"basis": limit.basis} if limit.basis else {}),
        }
        spot = Spot(chain.matter.id, limit.place or chain.matter.place)
        yield Hit(spot, facts, variant="based" if limit.basis else "")


def _is_over(promised: Duration, statutory: Duration) -> bool:
    """Longer, and of different units by a working day: what a month comes to is but a mean."""
    over = promised.ticks - statutory.ticks
    if promised.unit == statutory.unit or not statutory.amount:
        return over > 0
    return over >= TICKS_PER_DAY
