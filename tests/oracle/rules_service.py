"""Fully online, at once, unasked (semantics 2): offline-step, instant- and proactive-candidate."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from .catalogue import Step
from .chain import Chain, with_step, without_step
from .claims import Claims
from .finding import ADVICE, WARNING, Found, at_step
from .reading_words import read_days
from .rules_judging import HALF_AN_HOUR, is_automatic
from .superfluous import is_declared, superfluity
from .supply import HELD, SHARED, is_open, reaches

RULES = frozenset(["offline-step", "instant-candidate", "proactive-candidate"])


def of_chain(chain: Chain, _: Claims) -> Iterator[Found]:
    """All findings of these rules on one chain."""
    for step in chain.ordered:
        if not step.visit_basis and is_to_be_online(chain, step) and is_offline(step):
            mended = replace(step, visit=0)
            mend = (lambda mended=mended: with_step(chain, mended)) if step.visit else None
            yield at_step("offline-step", WARNING, step.id, step.id, "cut", mend)
    if not could_be_instant(chain):
        return
    if not all(takes_hardly_any(step) for step in approvals(chain)):
        yield candidate("instant-candidate", chain, [])
    applying = [step for step in chain.ordered if step.kind == "apply"]
    if applying and is_granted_unasked(chain):
        yield candidate("proactive-candidate", chain, applying)


def is_to_be_online(chain: Chain, step: Step) -> bool:
    """The matter of the chain, that of the step or one on the way to it is `online: full`."""
    matters = chain.catalogue.matters
    return any(
        matters[site.matter].entry.get("online") == "full" and step.id.startswith(site.path)
        for site in chain.sites
    )


def is_offline(step: Step) -> bool:
    """It names channels, none of them fit; or none, or has joined another, and has a visit."""
    if not step.channels or step.has_joined:
        return step.visit > 0
    fit = {"online"} if step.kind == "apply" else {"online", "mail", "phone"}
    return not step.channels & fit


def approvals(chain: Chain) -> list[Step]:
    return [step for step in chain.ordered if step.is_approval_like]


def takes_hardly_any(step: Step) -> bool:
    """Its time is written as less than half an hour."""
    return step.days is not None and step.days < HALF_AN_HOUR


def could_be_instant(chain: Chain) -> bool:
    """promised > 0, every approval-like step is automatic (≥ 1), and nothing holds them up."""
    promised = read_days(chain.matter.entry.get("time-limit", {}).get("promised"))
    judging = approvals(chain)
    return (
        bool(promised)
        and chain.is_described
        and bool(judging)
        and all(
            step.checks and not step.is_unassigned and is_automatic(chain, step) for step in judging
        )
        and not any(holds_up(chain, step, judging) for step in chain.steps)
    )


def holds_up(chain: Chain, step: Step, judging: list[Step]) -> bool:
    """Of another kind (`apply` and `accept` aside), a `publicise` step or before one of them."""
    if step.is_approval_like or step.kind in ("apply", "accept") or takes_hardly_any(step):
        return False
    return step.kind == "publicise" or any(chain.is_ancestor(step, s) for s in judging)


def is_granted_unasked(chain: Chain) -> bool:
    """Of type payment, service or reward; all data of the offices', no paper that they lack."""
    matter = chain.matter
    knows_papers = chain.materials or matter.optional or "materials" in matter.complete
    return (
        matter.type in ("payment", "service", "reward")
        and all(chain.supplies[need] in (HELD, SHARED) for need in chain.all_needs)
        and bool(knows_papers)
        and all(
            is_declared(chain, m) or superfluity(chain, m) in ("asked-again", "own-paper")
            for m in chain.materials
        )
        and is_triggered(chain)
    )


def is_triggered(chain: Chain) -> bool:
    """Its `trigger` is data that its lead holds or receives."""
    catalogue, lead = chain.catalogue, chain.matter.lead
    trigger = chain.matter.entry.get("trigger")
    holder = catalogue.data[trigger].holder if trigger else None
    links = [link for link in catalogue.links if link.data == trigger and is_open(catalogue, link)]
    starts = [d for d in catalogue.departments if catalogue.is_within(d, holder)]
    return lead in starts or reaches(catalogue, links, starts, catalogue.above(lead))


def candidate(rule: str, chain: Chain, applying: list[Step]) -> Found:
    """Every approval's time becomes 0, these apply steps go; `amend` has the law behind them."""
    judging = approvals(chain)

    def mended() -> Chain:
        after = chain
        for step in judging:
            after = with_step(after, replace(after.by_id[step.id], days=Fraction(0)))
        for step in applying:
            after = without_step(after, step)
        return after

    return Found(
        rule,
        ADVICE,
        None,
        chain.matter.id,
        "convert",
        mended,
        tuple(law for step in applying for law in (*step.basis, *step.visit_basis)),
        at_once=tuple(step.id for step in judging if step.days != 0),
        dropped=tuple(step.id for step in applying),
    )
