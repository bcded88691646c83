"""Responsibility list (责任清单): the demand list seen from the holder, with clocks and duties."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence

from govchain.analysis.hits.links import links_used
from govchain.analysis.hits.naming import data_named, department_named
from govchain.analysis.questions.clocks import due_date, is_late
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.sharing import PLANNED, Demand
from govchain.findings import Finding, Named, Topic, named_in
from govchain.language.fixed_words import NOT_OPENED
from govchain.model.nouns import ALL, Link
from govchain.reporting.listing.columns import Kind, ListColumn, Value
from govchain.reporting.listing.listing import list_kind
from govchain.reporting.listing.needs import (
    OUTSIDE,
    Wanting,
    cases_of,
    matters_of,
    needs_in_detail,
    spared,
    texts_told,
    wanting_in,
)
from govchain.reporting.listing.row import Row
from govchain.reporting.lists.demand import sums_of
from govchain.reporting.report import Report
from govchain.reporting.words import SHORTCOMINGS, noted

OPEN, NO_LINK, QUERY, DELIVERED = "open", "no-link", "query", "delivered"
STATES = {
    OPEN: noted("opened"),
    QUERY: noted("to be had by authorised query alone (the recipient is no public department)"),
    DELIVERED: noted("delivered to the platform, which has yet to open it"),
    NO_LINK: noted("there is no link yet"),
    **SHORTCOMINGS,
}

COLUMNS = (
    ListColumn("holders", noted("who provides it"), is_department=True),
    ListColumn("data", noted("data")),
    ListColumn("consumer", noted("to whom")),
    ListColumn("state", noted("how far it is"), Kind.WORD, STATES),
    ListColumn("actor", noted("who acts"), is_department=True),
    ListColumn("asked", noted("asked or agreed on"), Kind.DATE, is_detail=True),
    ListColumn("due", noted("due by"), Kind.DATE),
    ListColumn("late", noted("late, or in breach"), Kind.ANSWER),
    ListColumn("duty", noted("duty to share"), is_detail=True),
    ListColumn("matters", noted("matters"), is_detail=True),
    ListColumn("cases", noted("cases a year"), Kind.COUNT, is_detail=True),
    ListColumn("visits", noted("visits spared a year"), Kind.COUNT),
    ListColumn("papers", noted("papers spared a year"), Kind.COUNT),
    ListColumn("since", noted("opened on"), Kind.DATE, is_detail=True),
)


@list_kind(
    "responsibility",
    rank=1,
    title=noted("Responsibility list"),
    about=noted(
        "What each department has to open to whom, by which duty and by when, what it has opened, "
        "and what is late: the demand list seen from the holder, and all links. Who acts is who "
        "provides it, or the platform that has it and does not pass it on; before that, where "
        "nobody has applied for it yet, who is to receive it. The last row counts once what "
        "several rows share."
    ),
    columns=COLUMNS,
    empty=noted("All data due here flows, and no link is written."),
    rests_on=(
        "volume",
        "visit",
    ),
    asks=(needs_in_detail, links_used),
    sums=sums_of,
)
def responsibility(report: Report) -> Iterator[Row]:
    """First what is waited for, then the other links; of each holder together."""
    by_place = _findings_by_link(report)
    owed = [(wanting, _links_for(wanting, report)) for wanting in wanting_in(report)]
    rows = [_owed(wanting, links, by_place, report) for wanting, links in owed]
    told = {link.place for _, links in owed for link in links}
    others = (link for link in _links_of(report) if link.place not in told)
    rows += [_other(link, by_place, report) for link in others]
    first = {_holder_in(row): number for number, row in reversed([*enumerate(rows)])}
    return iter(sorted(rows, key=lambda row: first[_holder_in(row)]))


def _holder_in(row: Row) -> Value:
    return row.cells["holders"]


def _links_of(report: Report) -> Iterable[Link]:
    """All links; where some matters were asked for, those that serve a need of theirs."""
    links = report.catalogue.registry.links
    if report.matters is None:
        return links
    asked = (matter.id for matter in report.told_matters)
    used = {place for id in asked for place in report.catalogue.contribution(links_used, id)}
    return (link for link in links if link.place in used)


def _links_for(wanting: Wanting, report: Report) -> list[Link]:
    """The links that are to bring the data from its holders to the department, usable or not."""
    network = report.catalogue.network
    holders, consumer = frozenset(holder.id for holder in wanting.holders), wanting.consumer.id
    return [*network.serving_links(wanting.data.id, holders, consumer)]


def _owed(
    wanting: Wanting, links: Sequence[Link], found: dict[object, list[Finding]], report: Report
) -> Row:
    """Data that is waited for, with what has been done about it."""
    catalogue, findings = report.catalogue, wanting.findings
    visits, papers = spared(findings)
    waiting = [link for link in links if link.waits_since is not None]
    of_links = tuple(each for link in links for each in found.get(link.place, ()))
    cells: dict[str, Value] = {
        "holders": wanting.holders,
        "data": wanting.data,
        "consumer": wanting.consumer,
        "state": tuple(dict.fromkeys(word for f in findings for word in _state(f))),
        "actor": tuple(dict.fromkeys(actor for f in findings for actor in _actors(f))),
        "asked": _first(link.waits_since for link in waiting),
        "due": _first(due_date(link, catalogue) for link in waiting),
        "late": _is_late(waiting, of_links, catalogue),
        "duty": tuple(dict.fromkeys(link.duty for link in links if link.duty)),
        "matters": matters_of(findings, report),
        "cases": cases_of(findings, report),
        "visits": visits,
        "papers": papers,
        "since": None,
    }
    return Row(cells, findings[0].place, (*findings, *of_links))


def _is_late(
    waiting: Sequence[Link], found: Iterable[Finding], catalogue: Catalogue
) -> bool | None:
    """An answer is overdue, or a law orders what is not done; None where nothing is due."""
    if any(finding.topic is Topic.BREACH for finding in found):
        return True
    return any(is_late(link, catalogue) for link in waiting) if waiting else None


def _state(finding: Finding) -> tuple[str, ...]:
    """Why the link that there is does not bring the data, where there is one."""
    if finding.variant == OUTSIDE:
        return (QUERY,)
    reasons = texts_told([finding], "reason")
    has_delivered = set(_providers(finding)).isdisjoint(named_in(finding.facts["holders"]))
    if has_delivered and _NOT_YET_OPEN.issuperset(reasons):
        return (DELIVERED,)
    return reasons or (NO_LINK,)


_NOT_YET_OPEN = frozenset({*NOT_OPENED, "not-yet"})
"""What links are called that nobody has opened yet, or that open on a later day."""


def _actors(finding: Finding) -> tuple[Named, ...]:
    """Whom its remedy asks to let the data flow: who has to apply, who to consent where a platform
    has the data, and who provides it then."""
    if finding.variant == OUTSIDE:
        return _providers(finding)
    name = "applying" if "actor" in finding.facts else "consumer"
    consenting = named_in(finding.facts["holders"]) if "platform" in finding.facts else ()
    return (*named_in(finding.facts.get(name)), *consenting, *_providers(finding))


def _providers(finding: Finding) -> tuple[Named, ...]:
    """Who provides the link that fails, a platform that has the data, else who holds it."""
    if finding.variant == OUTSIDE:
        return named_in(finding.facts["holders"])
    asked = (named_in(finding.facts.get(name)) for name in ("actor", "platform", "holders"))
    return next(filter(None, asked), ())


def _other(link: Link, found: dict[object, list[Finding]], report: Report) -> Row:
    """A link for which nobody waits: it is open, or nobody would need it."""
    catalogue = report.catalogue
    registry, failing = catalogue.registry, catalogue.network.shortcomings(link, Demand())
    waits = link.waits_since is not None
    of_link = tuple(found.get(link.place, ()))
    cells: dict[str, Value] = {
        "holders": (department_named(registry, link.source),),
        "data": data_named(registry, link.data),
        "consumer": tuple(_receiver(id, report) for id in link.to),
        "state": failing or (OPEN,),
        "actor": _acting_on(link, failing, report) if failing else (),
        "asked": link.waits_since,
        "due": due_date(link, catalogue),
        "late": _is_late([link] if waits else [], of_link, catalogue),
        "duty": link.duty,
        "matters": (),
        "cases": None,
        "visits": None,
        "papers": None,
        "since": None if failing else link.since,
    }
    return Row(cells, link.place, of_link)


def _acting_on(link: Link, failing: Sequence[str], report: Report) -> tuple[Named, ...]:
    """Who provides it; before that, where it is only planned, those who are to receive by it."""
    is_to_apply = PLANNED in failing and ALL not in link.to
    applying = link.to if is_to_apply else ()
    return tuple(_receiver(id, report) for id in (*applying, link.source))


def _receiver(id: str, report: Report) -> Named:
    return Named(ALL, ALL) if id == ALL else department_named(report.catalogue.registry, id)


def _findings_by_link(report: Report) -> dict[object, list[Finding]]:
    """The findings of links (breached duties, late answers …), by where the link stands."""
    links = {link.place for link in report.catalogue.registry.links}
    found: dict[object, list[Finding]] = {}
    for finding in report.findings:
        if finding.matter is None and finding.place in links:
            found.setdefault(finding.place, []).append(finding)
    return found


def _first(days: Iterable[datetime.date | None]) -> datetime.date | None:
    return min((day for day in days if day is not None), default=None)
