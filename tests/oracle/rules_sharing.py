"""Sharing (semantics 2): one finding per need by its supply."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from .chain import Chain, Need
from .claims import Claims
from .finding import ADVICE, ERROR, WARNING, Found, numbered_needs
from .supply import CARRIED, LACKING, MISSING, leads


def sharing(chain: Chain, claims: Claims) -> Iterator[Found]:
    """All findings on the needs of one chain."""
    for need, subject in numbered_needs(chain):
        if chain.supplies[need] in LACKING:
            yield from lacking_data(chain, claims, need, subject)


def lacking_data(chain: Chain, claims: Claims, need: Need, subject: str) -> Iterator[Found]:
    """missing-link, unfit-link: a holder of an alternative could share; no-source: none could."""
    word = chain.supplies[need]
    if any(could_be_shared(chain, need, data) for data in need.alternatives):
        rule = "unfit-link" if has_unfit_path(chain, need) else "missing-link"
        severity = WARNING if word == CARRIED else ERROR
        if is_superfluous(chain, claims, need):
            severity = ADVICE
        mend = partial(let_flow, chain, need.alternatives)
        yield Found(rule, severity, need.step, subject, "share", mend)
    elif word == MISSING:
        yield Found("no-source", ERROR, need.step, subject, "clarify")


def could_be_shared(chain: Chain, need: Need, data: str) -> bool:
    """A holder *could share* x iff it is public, and x is not `restricted` with a `basis`."""
    entry = chain.catalogue.data[data]
    if entry.sharing == "restricted" and entry.basis:
        return False
    return any(chain.catalogue.is_public(holder) for holder in chain.holders(need, data))


def has_unfit_path(chain: Chain, need: Need) -> bool:
    """Would a path exist were usability ignored?"""
    return any(
        leads(chain, need, data, holder, usability=False)
        for data in need.alternatives
        for holder in chain.holders(need, data)
    )


def is_superfluous(chain: Chain, claims: Claims, need: Need) -> bool:
    """Its step is found redundant, or it comes only from checks found repeated or attested."""
    if need.step in claims.redundant:
        return True
    users = users_of(chain, need)
    return not need.is_named and all(claims.covers(need.step, user) for user in users)


def users_of(chain: Chain, need: Need) -> list[str]:
    """The checks of its step that use its data."""
    return [
        criterion
        for criterion in chain.by_id[need.step].checks
        if set(need.alternatives) & set(chain.catalogue.uses(criterion))
    ]


def let_flow(chain: Chain, alternatives: tuple[str, ...]) -> Chain:
    """Every carried or missing need that speaks of the finding's data becomes `shared`."""
    flowing = {
        need
        for need, word in chain.supplies.items()
        if word in LACKING and any(need.speaks_of(data) for data in alternatives)
    }
    return replace(chain, flowing=frozenset(flowing))
