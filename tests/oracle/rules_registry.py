"""Sharing (semantics 2) as the registries say it: findings on links and data, matter null."""

from collections.abc import Iterator
from itertools import combinations

from .attestation import Chains
from .catalogue import Catalogue
from .chain import Chain
from .finding import ADVICE, ERROR, WARNING, Found, numbered
from .recorded import records_law_of_data, records_purpose
from .registry import APPLICANT, Data, Link
from .serving import needs_served
from .supply import is_open
from .working_days import working_days

RULES = frozenset(
    [
        "breached-duty",
        "late-reply",
        "second-source",
        "rival-holders",
        "restricted-without-basis",
        "personal-without-purpose",
        "excess-fields",
        "unused-link",
        "parallel-links",
    ]
)

REPLY = {"unconditional": 1, "conditional": 10}
REPLY_EXTENDED = 20
SUPPLY = 20
"""Limits in working days, the defaults of the settings."""


def registry_findings(catalogue: Catalogue, chains: Chains) -> Iterator[Found]:
    """All findings on the entries of the registries."""
    numbered_links = links_by_subject(catalogue)
    for link, subject in numbered_links:
        yield from broken_promise(catalogue, link, subject)
        yield from link_as_written(catalogue, link, subject)
        if all(chain.is_described for chain in chains.values()):
            yield from link_in_use(catalogue, chains, link, subject)
    pairs = [
        (first, second)
        for (one, first), (other, second) in combinations(numbered_links, 2)
        if are_parallel(catalogue, one, other)
    ]
    for subjects in groups(pairs):
        yield Found("parallel-links", WARNING, None, "|".join(subjects), "clarify")
    yield from data_as_written(catalogue)


def links_by_subject(catalogue: Catalogue) -> list[tuple[Link, str]]:
    """The links with their subjects, numbered by what they say."""
    by_what_they_say = sorted(catalogue.links, key=lambda link: link.says)
    return list(numbered((link, link.subject) for link in by_what_they_say))


def groups(pairs: list[tuple[str, str]]) -> list[list[str]]:
    """What the pairs tie together, directly or through others; each group sorted."""
    found: list[set[str]] = []
    for one, other in pairs:
        touched = [group for group in found if group & {one, other}]
        found = [group for group in found if group not in touched]
        found.append({one, other}.union(*touched))
    return [sorted(group) for group in found]


def broken_promise(catalogue: Catalogue, link: Link, subject: str) -> Iterator[Found]:
    """breached-duty: a link with `duty`, not usable even without demands; late-reply."""
    if link.duty and not is_open(catalogue, link) and not is_replaced(catalogue, link):
        yield Found("breached-duty", ERROR, None, subject, "share")
    if is_late(catalogue, link):
        yield Found("late-reply", WARNING, None, subject, "share")


def is_replaced(catalogue: Catalogue, link: Link) -> bool:
    """Do usable links of the same data with the same `from` have all its `to`?"""
    targets = {
        target
        for other in catalogue.links
        if other.data == link.data and other.source == link.source and is_open(catalogue, other)
        for target in targets_of(catalogue, other)
    }
    return set(targets_of(catalogue, link)) - {link.source} <= targets


def targets_of(catalogue: Catalogue, link: Link) -> tuple[str, ...]:
    """Its `to`; `all` is every department."""
    return tuple(catalogue.departments) if link.targets == ("all",) else link.targets


def is_late(catalogue: Catalogue, link: Link) -> bool:
    """Do the working days since it was applied for (agreed) exceed the reply (supply) limit?"""
    limit, asked = None, None
    if link.status == "applied":
        limit, asked = reply_limit(catalogue.data[link.data], link), link.applied
    elif link.status == "agreed":
        limit, asked = SUPPLY, link.agreed
    if limit is None or asked is None:
        return False
    return working_days(catalogue.calendar, asked, catalogue.date) > limit


def reply_limit(data: Data, link: Link) -> int | None:
    """Unconditional 1, conditional 10 (20 where `extended`); other classes: silent."""
    if data.sharing == "conditional" and link.is_extended:
        return REPLY_EXTENDED
    return REPLY.get(data.sharing or "")


def link_as_written(catalogue: Catalogue, link: Link, subject: str) -> Iterator[Found]:
    """second-source, personal-without-purpose."""
    data = catalogue.data[link.data]
    if is_second_source(catalogue, data, link):
        yield Found("second-source", WARNING, None, subject, "clarify")
    if data.is_personal and not link.purpose and records_purpose(catalogue):
        yield Found("personal-without-purpose", WARNING, None, subject, "clarify")


def is_second_source(catalogue: Catalogue, data: Data, link: Link) -> bool:
    """Its data has a holder other than the applicant, within which its `from` is not.

    Nor is its `from` a platform.
    """
    return (
        data.holder is not None
        and data.holder != APPLICANT
        and not catalogue.is_within(link.source, data.holder)
        and catalogue.departments[link.source].kind != "platform"
    )


def link_in_use(catalogue: Catalogue, chains: Chains, link: Link, subject: str) -> Iterator[Found]:
    """unused-link: it serves no need of any chain; excess-fields: it serves some, all of which
    name fields, and carries fields named by none of them. Both are silent where a step without
    department needs its data, unused-link where people show it."""
    if any(is_needed_by_nobody_named(chain, link.data) for chain in chains.values()):
        return
    needs = list(needs_served(catalogue, chains, link))
    if not needs:
        if not any(is_shown_there(chain, link.data) for chain in chains.values()):
            yield Found("unused-link", ADVICE, None, subject, "clarify")
        return
    named = [need.fields for need in needs]
    carried = link.fields or frozenset(catalogue.data[link.data].fields)
    if None not in named and carried.difference(*(fields or () for fields in named)):
        yield Found("excess-fields", WARNING, None, subject, "clarify")


def is_needed_by_nobody_named(chain: Chain, data: str) -> bool:
    return any(need.data == data and chain.is_unassigned(need) for need in chain.all_needs)


def is_shown_there(chain: Chain, data: str) -> bool:
    return any(data in m.alternatives and m.handling == "shown" for m in chain.materials)


def are_parallel(catalogue: Catalogue, one: Link, other: Link) -> bool:
    """Two of the same data, both usable without demands, same `from`, a common `to` but that."""
    return (
        one.data == other.data
        and is_open(catalogue, one)
        and is_open(catalogue, other)
        and one.source == other.source
        and bool(set(targets_of(catalogue, one)) & set(targets_of(catalogue, other)) - {one.source})
    )


def data_as_written(catalogue: Catalogue) -> Iterator[Found]:
    """restricted-without-basis; rival-holders: some of the same name and not all of one holder."""
    for data in catalogue.data.values():
        if data.sharing == "restricted" and not data.basis and records_law_of_data(catalogue):
            yield Found("restricted-without-basis", ERROR, None, data.id, "clarify")
    pairs = [
        (one.id, other.id)
        for one, other in combinations(catalogue.data.values(), 2)
        if one.name == other.name and one.holder != other.holder and one.holder and other.holder
    ]
    for ids in groups(pairs):
        yield Found("rival-holders", ERROR, None, "|".join(ids), "clarify")
