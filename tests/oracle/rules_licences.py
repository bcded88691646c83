"""Who does what in a licence, and by which powers (semantics 2): incomplete-licence,
fused-powers."""

from collections.abc import Iterator
from fractions import Fraction

from .catalogue import Catalogue, Matter, Step
from .chain import Chain
from .claims import Claims
from .finding import WARNING, Found
from .reading_words import read_days, texts

RULES = frozenset(["incomplete-licence", "fused-powers"])
STAGES = {
    "accept": {"accept"},
    "review": {"review", "countersign", "consult", "inspect", "expert-review"},
    "approve": {"approve"},
    "issue": {"issue"},
    "deliver": {"deliver", "notify"},
}
HALF_AN_HOUR = Fraction(1, 16)


def of_chain(chain: Chain, _: Claims) -> Iterator[Found]:
    """Of a licence what lacks; of the matter each post with several powers."""
    if chain.matter.type == "licence" and chain.is_described:
        lacking = list(stages_missing(chain))
        if lacking:
            yield Found("incomplete-licence", WARNING, None, ",".join(lacking), "clarify")
    if not is_done_at_once(chain.matter):
        for subject in posts_with_several(chain):
            yield Found("fused-powers", WARNING, None, subject, "clarify")


def stages_missing(chain: Chain) -> Iterator[str]:
    """No step of it in the chain, nor written in a matter that calls it at any depth."""
    callers = [m for m in chain.catalogue.matters.values() if calls(chain.catalogue, m, chain)]
    steps = [*chain.steps, *(s for m in callers for s in m.steps if s.calls is None)]
    for stage, kinds in STAGES.items():
        there = any(step.kind in kinds for step in steps)
        if stage == "approve":
            there = there or any(step.is_decision for step in steps)
        if stage == "review":
            there = there or is_decided_at_once(chain)
        if not there:
            yield stage


def calls(catalogue: Catalogue, matter: Matter, chain: Chain) -> bool:
    """Does the matter call the chain's, directly or through others?"""
    called = [step.calls for step in matter.steps if step.calls is not None]
    return any(
        id_ == chain.matter.id or calls(catalogue, catalogue.matters[id_], chain) for id_ in called
    )


def is_decided_at_once(chain: Chain) -> bool:
    """A limit of 0, or every decision step (one at least) of less than half an hour."""
    decisions = [step for step in chain.steps if step.is_decision]
    quick = [s for s in decisions if s.days is not None and s.days < HALF_AN_HOUR]
    return is_done_at_once(chain.matter) or 0 < len(quick) == len(decisions)


def is_done_at_once(matter: Matter) -> bool:
    """A limit of 0."""
    limits = matter.entry.get("time-limit", {})
    return 0 in [read_days(limits.get(key)) for key in ("statutory", "promised")]


def posts_with_several(chain: Chain) -> Iterator[str]:
    """`department/post` with two powers or more at steps written in the matter."""
    powers: dict[str, set[str]] = {}
    if {"post", "岗位"} & set(texts(chain.matter.entry.get("illustrative"))):
        return
    for step in chain.matter.steps:
        post, power = step.entry.get("post"), step.power
        if power and post and step.kind != "apply" and is_public(chain, step):
            powers.setdefault(f"{step.department}/{post}", set()).add(power)
    yield from (subject for subject, held in powers.items() if len(held) > 1)


def is_public(chain: Chain, step: Step) -> bool:
    return chain.catalogue.is_public(step.department)
