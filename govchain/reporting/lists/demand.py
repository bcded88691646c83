"""Demand list (需求清单): the data that departments need and do not get."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from govchain.language.fixed_words import BASES, SHARING, UPDATES
from govchain.reporting.listing.columns import Kind, ListColumn, Value
from govchain.reporting.listing.listing import list_kind
from govchain.reporting.listing.needs import (
    Wanting,
    cases_of,
    fields_wanted,
    freshness_wanted,
    matters_of,
    needs_in_detail,
    spared,
    wanting_in,
)
from govchain.reporting.listing.row import Row
from govchain.reporting.report import Report
from govchain.reporting.words import SHARING as SHARING_IN_WORDS
from govchain.reporting.words import SUPPLIES, noted

COLUMNS = (
    ListColumn("consumer", noted("department that needs it"), is_department=True),
    ListColumn("data", noted("data")),
    ListColumn("holders", noted("who holds it")),
    ListColumn("supply", noted("how it arrives today"), Kind.WORD, SUPPLIES),
    ListColumn("matters", noted("matters")),
    ListColumn("steps", noted("steps"), is_detail=True),
    ListColumn("cases", noted("cases a year"), Kind.COUNT),
    ListColumn("visits", noted("visits spared a year"), Kind.COUNT),
    ListColumn("papers", noted("papers spared a year"), Kind.COUNT),
    ListColumn("fields", noted("fields"), is_detail=True),
    ListColumn("update", noted("how fresh"), Kind.WORD, twins=UPDATES, is_detail=True),
    ListColumn(
        "sharing", noted("class of sharing"), Kind.WORD, SHARING_IN_WORDS, SHARING, is_detail=True
    ),
    ListColumn("base", noted("class of resource"), Kind.WORD, twins=BASES, is_detail=True),
    ListColumn("carried", noted("papers asked for instead"), is_detail=True),
    ListColumn("law", noted("law that asks for the papers"), is_detail=True),
)


def sums_of(report: Report, rows: Sequence[Row]) -> Mapping[str, Value]:
    """Data that several departments wait for in one matter flows by one mend: it counts once."""
    findings = dict.fromkeys(finding for row in rows for finding in row.findings)
    visits, papers = spared(findings)
    return {"cases": cases_of(findings, report), "visits": visits, "papers": papers}


@list_kind(
    "demand",
    rank=2,
    title=noted("Demand list"),
    about=noted(
        "Data that a department needs and whose holder could share it, and that people carry or "
        "that is missing: what to ask of whom. The last row counts once what several rows share."
    ),
    columns=COLUMNS,
    empty=noted(
        "No department needs data here that does not flow though a public department could share "
        "it."
    ),
    rests_on=(
        "volume",
        "visit",
    ),
    asks=(needs_in_detail,),
    sums=sums_of,
)
def demand(report: Report) -> Iterator[Row]:
    """A row for each department, data and holders."""
    return (_row(wanting, report) for wanting in wanting_in(report))


def _row(wanting: Wanting, report: Report) -> Row:
    known = report.catalogue.registry.data[wanting.data.id]
    visits, papers = spared(wanting.findings)
    cells: dict[str, Value] = {
        "consumer": wanting.consumer,
        "data": wanting.data,
        "holders": wanting.holders,
        "supply": wanting.supplies,
        "matters": matters_of(wanting.findings, report),
        "steps": wanting.steps,
        "cases": cases_of(wanting.findings, report),
        "visits": visits,
        "papers": papers,
        "fields": fields_wanted(wanting, report),
        "update": freshness_wanted(wanting, report),
        "sharing": known.sharing,
        "base": known.base,
        "carried": wanting.papers,
        "law": wanting.laws,
    }
    return Row(cells, wanting.findings[0].place, wanting.findings)
