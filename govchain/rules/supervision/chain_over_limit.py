from collections.abc import Iterator

from govchain.analysis.hits.cases import scenario_facts
from govchain.analysis.hits.naming import department_named, matter_named, step_named
from govchain.analysis.questions.longest_way import LongestWay, longest_way_within_limit
from govchain.analysis.questions.timing import OF_WORKING_TIME, law_has_ended
from govchain.analysis.rule import Hit, Spot, chain_rule
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.compiler.expansion import ChainStep
from govchain.findings import Benefit, Fact, Facts, Lever, Severity, Topic
from govchain.model.duration import HALF_AN_HOUR, TICKS_PER_DAY, Duration
from govchain.model.nouns import TimeLimit


@chain_rule(
    "chain-over-limit",
    severity=Severity.WARNING,
    lever=Lever.RESEQUENCE,
    topic=Topic.OVER_LIMIT,
    message="{matter} takes up to {counted} working days, longer than is promised "
    "({promised_limit}): {longest_way}",
    remedy="let steps of {matter} run side by side or take less time, until the longest way keeps "
    "to the limit; where by law the time of a step does not count, write that law there "
    "(`time-excluded`)",
    variants={
        "statutory": "{matter} takes up to {counted} working days, longer than the statutory limit "
        "of {statutory_limit}: {longest_way}",
        "based": "{matter} takes up to {counted} working days, longer than {basis} allows "
        "({statutory_limit}): {longest_way}",
        "extended": "{matter} takes up to {counted} working days; the statutory limit is "
        "{statutory_limit}, and such cases keep to the law only where each of them is extended "
        "({extension}): {longest_way}",
    },
    reads=["time-limit"],
)
def chain_over_limit(chain: Chain, catalogue: Catalogue) -> Iterator[Hit]:
    """A matter takes longer than the law, or what is promised, gives it."""
    limit = chain.matter.time_limit
    statutory = None if law_has_ended(limit) else limit.statutory
    held = [allowed for allowed in (statutory, limit.promised) if allowed]
    if not held or limit.doubtful or chain.is_doubtful or chain.measure.is_bound:
        return
    if chain.measure.counted[0] <= min(allowed.ticks for allowed in held):
        return
    way = longest_way_within_limit(chain)
    if broken := next((allowed for allowed in held if _is_over(way, [allowed])), None):
        facts = _facts(chain, way, broken)
        over = Benefit(days=(way.ticks - broken.ticks) / TICKS_PER_DAY)
        spot = Spot(chain.matter.id, limit.place or chain.matter.place)
        if broken is not statutory:
            yield Hit(spot, facts, benefit=over)
        elif limit.extension and not _is_over(way, [broken, limit.extension]):
            yield Hit(spot, facts, benefit=over, variant="extended")
        else:
            variant = "based" if limit.basis else "statutory"
            yield Hit(spot, facts, benefit=over, variant=variant, severity=Severity.ERROR)


def _is_over(way: LongestWay, allowed: list[Duration]) -> bool:
    """Longer than these together; where units are but means, by a working day."""
    limit = sum(duration.ticks for duration in allowed)
    if not limit:
        return way.ticks >= HALF_AN_HOUR
    units = way.units | {duration.unit for duration in allowed}
    is_exact = units <= OF_WORKING_TIME or len(units) == 1
    return way.ticks - limit >= (1 if is_exact else TICKS_PER_DAY)


def _facts(chain: Chain, way: LongestWay, broken: Duration) -> Facts:
    limit = chain.matter.time_limit
    return {
        "matter": matter_named(chain.matter),
        "counted": way.ticks / TICKS_PER_DAY,
        **_limits(limit),
        "working_days_over": (way.ticks - broken.ticks) / TICKS_PER_DAY,
        "longest_way": tuple(_on_the_way(step, chain) for step in way.steps),
        **scenario_facts(way.case, way.steps, chain),
    }


def _limits(limit: TimeLimit) -> Facts:
    written = {
        "statutory_limit": limit.statutory,
        "extension": limit.extension,
        "promised_limit": limit.promised,
    }
    told: Facts = {name: str(length) for name, length in written.items() if length}
    return {**told, "basis": limit.basis} if limit.basis else told


def _on_the_way(step: ChainStep, chain: Chain) -> Fact:
    """A step of the longest way: who does it, and how long that takes."""
    return {
        "step": step_named(chain, step.id),
        "department": department_named(chain.registry, step.department),
        "takes": str(step.time),
    }
