"""Supply (semantics 1.8) and the collaborating departments that follow from it (1.9)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from .catalogue import Catalogue, Step
from .guards import Or
from .registry import APPLICANT, UPDATES, Link

if TYPE_CHECKING:
    from .chain import Chain, Need

HELD, DECLARED, SHARED, CARRIED, MISSING = "held", "declared", "shared", "carried", "missing"
LACKING = (CARRIED, MISSING)


def age(update: str) -> int:
    """How old data of this update may be, least first."""
    return UPDATES.index(update)


def supply_of(chain: Chain, need: Need) -> str:
    """How its data reaches the step: the first that applies.

    A need of a step that should have a department and has none is never held or shared.
    """
    step, holders = chain.by_id[need.step], chain.holders(need)
    if need in chain.flowing:
        return SHARED
    if any(chain.catalogue.is_within(step.department, holder) for holder in holders):
        return HELD
    if chain.catalogue.data[need.data].holder == APPLICANT or is_promised(step, need):
        return DECLARED
    if any(leads(chain, need, holder, usability=True) for holder in holders):
        return SHARED
    return CARRIED if is_carried(chain, need) else MISSING


def is_promised(step: Step, need: Need) -> bool:
    """It comes from checks, and all of these are `promised` at the step."""
    return bool(need.checks) and step.promised.issuperset(need.checks)


def is_carried(chain: Chain, need: Need) -> bool:
    """Materials that meet the need are asked for whenever it arises."""
    guards = tuple(m.guard for m in chain.materials if chain.meets(m, need))
    return bool(guards) and chain.scenarios.implies(chain.arises(need), Or(guards))


def leads(chain: Chain, need: Need, holder: str, *, usability: bool, by_hand: bool = False) -> bool:
    """A path of links leads from a department within the holder to D or a department above D.

    Every department inside the path has kind `platform`. Without `usability` every link counts,
    `by_hand` those too that would be usable but for going by hand.
    """
    catalogue = chain.catalogue
    links = [
        link
        for link in catalogue.links
        if link.data == need.data
        and (not usability or is_usable(catalogue, link, need, by_hand=by_hand))
    ]
    starts = [d for d in catalogue.departments if catalogue.is_within(d, holder)]
    goals = catalogue.above(chain.by_id[need.step].department)
    return reaches(catalogue, links, starts, goals)


def reaches(catalogue: Catalogue, links: list[Link], starts: list[str], goals: list[str]) -> bool:
    """Follow every hop from the starts; only a platform passes on what it received."""
    sending, heard = list(starts), set(starts)
    while sending:
        source = sending.pop()
        for target in (to for link in links for start, to in link.hops if start == source):
            if target in goals:
                return True
            if target not in heard and catalogue.departments[target].kind == "platform":
                heard.add(target)
                sending.append(target)
    return False


def is_usable(catalogue: Catalogue, link: Link, need: Need, *, by_hand: bool = False) -> bool:
    """Usable without demands (or but for going by hand), its fields ⊇ F, its update as frequent."""
    return (
        is_open(catalogue, replace(link, channel="api") if by_hand else link)
        and (need.fields is None or link.fields is None or link.fields >= need.fields)
        and (need.max_age is None or is_fresh(link.update, need.max_age))
    )


def is_open(catalogue: Catalogue, link: Link) -> bool:
    """Usable without demands: active, since ≤ date ≤ until, not manual."""
    return (
        link.status == "active"
        and (link.since is None or link.since <= catalogue.date)
        and (link.until is None or catalogue.date <= link.until)
        and link.channel != "manual"
    )


def is_fresh(update: str | None, max_age: str) -> bool:
    """Its update is at least as frequent as A; none at all meets no A."""
    return update is not None and age(update) <= age(max_age)


def comes_from(chain: Chain, need: Need) -> set[str]:
    """The holders (departments only) from which a need comes.

    For `shared` those that a usable path leads from, for `carried` and `missing` all holders.
    """
    word = chain.supplies[need]
    holders = {
        holder
        for holder in chain.holders(need)
        if word in LACKING or (word == SHARED and leads(chain, need, holder, usability=True))
    }
    return holders - {APPLICANT}


def collaborators(chain: Chain) -> tuple[str, ...]:
    """The union over the steps, and the steps' departments, less the lead."""
    found: set[str] = set()
    for step in chain.steps:
        theirs = set(step.partners)
        for need in chain.needs[step.id]:
            theirs |= comes_from(chain, need)
        found |= theirs - {step.department or ""}
        found |= {step.department} if step.department else set()
    return tuple(sorted(found - {chain.matter.lead or ""}))
