"""List of what is built twice (重复建设): data kept, collected or linked several times."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from govchain.analysis.hits.naming import department_named
from govchain.findings import Fact, Finding, Named, Topic
from govchain.reporting.listing.columns import Kind, ListColumn, Value
from govchain.reporting.listing.listing import list_kind
from govchain.reporting.listing.row import Row
from govchain.reporting.report import Report
from govchain.reporting.words import noted

KINDS = {
    Topic.KEPT_TWICE.value: noted("kept by several"),
    Topic.COLLECTED_TWICE.value: noted("collected from people by several"),
    Topic.MADE_TWICE.value: noted("made in several systems"),
    Topic.LINKED_TWICE.value: noted("linked more than once"),
}

COLUMNS = (
    ListColumn("kind", noted("what there is twice"), Kind.WORD, KINDS),
    ListColumn("data", noted("data")),
    ListColumn("holder", noted("who holds it"), is_department=True),
    ListColumn("departments", noted("departments"), is_department=True),
    ListColumn("systems", noted("systems")),
    ListColumn("matters", noted("matters"), is_detail=True),
    ListColumn("number", noted("how many"), Kind.COUNT),
)


@list_kind(
    "systems",
    rank=5,
    title=noted("List of what is built twice"),
    about=noted(
        "Data that several departments keep, collect from people or make in systems of their own, "
        "and links that bring it more than once: what to keep, and what not to build again."
    ),
    columns=COLUMNS,
)
def systems(report: Report) -> Iterator[Row]:
    """A row for each finding of that kind."""
    found = (f for f in report.findings if f.topic is not None and f.topic.value in KINDS)
    return (_row(finding, report) for finding in found)


def _row(finding: Finding, report: Report) -> Row:
    registry, facts = report.catalogue.registry, finding.facts
    assert finding.topic is not None
    data = [each for each in _named("data", facts) if each.id in registry.data]
    holders = dict.fromkeys(registry.data[each.id].holder for each in data)
    departments = dict.fromkeys(
        each for key in _PARTIES for each in _named(key, facts) if each.id in registry.departments
    )
    matters = dict.fromkeys(_named("matter", facts))
    count = facts.get("count")
    cells: dict[str, Value] = {
        "kind": finding.topic.value,
        "data": tuple(dict.fromkeys(data)),
        "holder": tuple(department_named(registry, id) for id in holders if id),
        "departments": tuple(departments),
        "systems": tuple(dict.fromkeys(_texts("system", facts))),
        "matters": tuple(matters),
        "number": count if isinstance(count, int) else None,
    }
    return Row(cells, finding.place, (finding,))


_PARTIES = ("departments", "department", "from", "to", "holders")
"""The facts that name departments."""


def _named(key: str, fact: Fact) -> Iterator[Named]:
    """What is named under the key, however deep it stands."""
    for value in _under(key, fact):
        if isinstance(value, Named):
            yield value


def _texts(key: str, fact: Fact) -> Iterator[str]:
    return (value for value in _under(key, fact) if isinstance(value, str))


def _under(key: str, fact: Fact) -> Iterator[Fact]:
    if isinstance(fact, Mapping):
        for name, value in fact.items():
            yield from _flat(value) if name == key else _under(key, value)
    elif isinstance(fact, tuple):
        for part in fact:
            yield from _under(key, part)


def _flat(fact: Fact) -> Iterable[Fact]:
    return fact if isinstance(fact, tuple) else (fact,)
