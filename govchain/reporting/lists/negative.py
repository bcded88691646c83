"""Negative list (负面清单): data that is not shared, and what stands in for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from govchain.analysis.hits.naming import (
    data_named,
    departments_named,
    matter_named,
)
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.findings import Finding, Named
from govchain.model.nouns import Data
from govchain.reporting.listing.columns import Kind, ListColumn, Value
from govchain.reporting.listing.figures import cases_a_year, office_named
from govchain.reporting.listing.listing import list_kind
from govchain.reporting.listing.row import Row
from govchain.reporting.report import Report
from govchain.reporting.words import SUPPLIES, noted

RESTRICTED = "restricted"

COLUMNS = (
    ListColumn("data", noted("data")),
    ListColumn("holder", noted("who holds it"), is_department=True),
    ListColumn("law", noted("law that restricts it")),
    ListColumn("consumers", noted("who would need it"), is_department=True),
    ListColumn("supply", noted("what stands in for it"), Kind.WORD, SUPPLIES),
    ListColumn("papers", noted("papers asked for instead"), is_detail=True),
    ListColumn("matters", noted("matters")),
    ListColumn("cases", noted("cases a year"), Kind.COUNT),
)


class RestrictedNeed(NamedTuple):
    """A need of restricted data in a chain, written in its own matter."""

    data: str
    department: str | None
    supply: str
    papers: tuple[str, ...]


def restricted_needs(chain: Chain, catalogue: Catalogue) -> tuple[RestrictedNeed, ...]:
    """The needs of data that is marked as not shared."""
    return tuple(
        RestrictedNeed(
            need.data,
            chain.step(need.step).department,
            chain.supply_of(need).state.value,
            tuple(paper.written.name for paper in chain.materials_bringing(need)),
        )
        for need in chain.all_needs
        if chain.data(need.data).sharing == RESTRICTED
        and chain.step(need.step).matter.id == chain.matter.id
    )


@list_kind(
    "negative",
    rank=3,
    title=noted("Negative list"),
    about=noted(
        "Data that is not shared, by which law, who would need it, and what stands in for it."
    ),
    columns=COLUMNS,
    empty=noted("No data that is needed here is marked as not shared."),
    rests_on=("volume",),
    asks=(restricted_needs,),
)
def negative(report: Report) -> Iterator[Row]:
    """Each restricted data; where some matters were asked for, what they need."""
    needed: dict[str, dict[str, list[RestrictedNeed]]] = {}
    for matter in report.told_matters:
        for need in report.catalogue.contribution(restricted_needs, matter.id):
            needed.setdefault(need.data, {}).setdefault(matter.id, []).append(need)
    found = _found_by_data(report)
    for data in report.catalogue.registry.data.values():
        if data.sharing == RESTRICTED and (report.matters is None or data.id in needed):
            row = _row(data, needed.get(data.id, {}), report)
            yield replace(row, findings=tuple(found.get(data.id, ())))


def _row(data: Data, needs: Mapping[str, Sequence[RestrictedNeed]], report: Report) -> Row:
    registry, matters = report.catalogue.registry, report.catalogue.matters
    found = [need for of_matter in needs.values() for need in of_matter]
    consumers = {need.department for need in found if need.department is not None}
    cells: dict[str, Value] = {
        "data": data_named(registry, data.id),
        "holder": office_named(registry, data.holder),
        "law": tuple(data.basis),
        "consumers": departments_named(registry, consumers),
        "supply": tuple(sorted({need.supply for need in found})),
        "papers": tuple(dict.fromkeys(paper for need in found for paper in need.papers)),
        "matters": tuple(matter_named(matters[id]) for id in needs),
        "cases": cases_a_year(needs, report.catalogue),
    }
    return Row(cells, data.place)


def _found_by_data(report: Report) -> Mapping[str, Sequence[Finding]]:
    """What was found of each data itself, and where it is needed."""
    standing = {data.place: data.id for data in report.catalogue.registry.data.values()}
    found: dict[str, list[Finding]] = {}
    for finding in report.findings:
        named = finding.facts.get("data")
        meant = {standing.get(finding.place), named.id if isinstance(named, Named) else None}
        for data in meant - {None}:
            found.setdefault(data or "", []).append(finding)
    return found
