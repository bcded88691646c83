"""Sharing (semantics 2): one finding per need by its supply."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from .chain import Chain, Need
from .claims import Claims
from .finding import ADVICE, ERROR, WARNING, Found, at_step, numbered_needs
from .recorded import is_known_to_lack
from .supply import CARRIED, LACKING, MISSING, leads

RULES = frozenset(["missing-link", "unfit-link", "no-source"])


def of_chain(chain: Chain, claims: Claims) -> Iterator[Found]:
    """All findings on the needs of one chain, save at steps that nobody is named for."""
    for need, subject in numbered_needs(chain):
        if is_spoken_of(chain, need):
            yield from lacking_data(chain, claims, need, subject)


def is_spoken_of(chain: Chain, need: Need) -> bool:
    """Known to lack, at a step of somebody; missing ones only in a chain that is described."""
    return (
        is_known_to_lack(chain, need)
        and not chain.is_unassigned(need)
        and (chain.supplies[need] == CARRIED or chain.is_described)
    )


def lacking_data(chain: Chain, claims: Claims, need: Need, subject: str) -> Iterator[Found]:
    """missing-link, unfit-link: a holder could share it; no-source: none could."""
    word = chain.supplies[need]
    element = (need.data, str(need.number))
    if could_be_shared(chain, need):
        rule = "unfit-link" if has_unfit_path(chain, need) else "missing-link"
        mend = partial(let_flow, chain, need.data)
        severity = severity_of(chain, claims, need)
        yield at_step(rule, severity, need.step, subject, "share", mend, element=element)
    elif word == MISSING:
        yield at_step("no-source", ERROR, need.step, subject, "clarify", element=element)


def severity_of(chain: Chain, claims: Claims, need: Need) -> str:
    """Carried: a warning, missing: an error (a warning where it arrives, but by hand); advice
    where the need is superfluous.

    Or where it is carried and no material M with it among needs(M) is `submitted`.
    """
    if is_superfluous(claims, need):
        return ADVICE
    if chain.supplies[need] == MISSING:
        holders = chain.holders(need)
        arrives = any(leads(chain, need, h, usability=True, by_hand=True) for h in holders)
        return WARNING if arrives else ERROR
    handlings = {m.handling for m in chain.materials if need in chain.needs_met_by(m)}
    return WARNING if "submitted" in handlings else ADVICE


def could_be_shared(chain: Chain, need: Need) -> bool:
    """A holder *could share* x iff it is public, and x is not `restricted` with a `basis`."""
    entry = chain.catalogue.data[need.data]
    if entry.sharing == "restricted" and entry.basis:
        return False
    return any(chain.catalogue.is_public(holder) for holder in chain.holders(need))


def has_unfit_path(chain: Chain, need: Need) -> bool:
    """Would a path exist were usability ignored?"""
    return any(leads(chain, need, holder, usability=False) for holder in chain.holders(need))


def is_superfluous(claims: Claims, need: Need) -> bool:
    """Its step is found redundant, or all checks it comes from are found repeated or attested."""
    if need.step in claims.redundant:
        return True
    return bool(need.checks) and all(claims.covers(need.step, check) for check in need.checks)


def let_flow(chain: Chain, data: str) -> Chain:
    """Every carried or missing need of the data, at a step with a department, becomes `shared`."""
    flowing = {
        need
        for need, word in chain.supplies.items()
        if word in LACKING and need.data == data and not chain.is_unassigned(need)
    }
    return replace(chain, flowing=chain.flowing | flowing)
