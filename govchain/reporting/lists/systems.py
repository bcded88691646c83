"""List of what is built twice (重复建设): data kept, collected or linked several times."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govchain.analysis.hits.naming import department_named
from govchain.compiler.catalogue import Catalogue
from govchain.findings import Fact, Finding, Named, Topic, facts_under
from govchain.reporting.listing.columns import Kind, ListColumn, Value
from govchain.reporting.listing.figures import kinds_counted
from govchain.reporting.listing.listing import list_kind
from govchain.reporting.listing.row import Row
from govchain.reporting.report import Report
from govchain.reporting.words import Words, noted

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


def answers_of(report: Report, rows: Sequence[Row], spoken: Words) -> Iterator[str]:
    """How much of each kind, and of what none is found; not of systems that nobody wrote."""
    there = {row.cells["kind"] for row in rows}
    are_written = _are_systems_written(report.catalogue)
    known = [kind for kind in KINDS if kind != Topic.MADE_TWICE.value or are_written]
    if found := [*kinds_counted(rows, "kind", KINDS.items(), spoken)]:
        yield spoken.say("Found: {kinds}.", kinds=spoken.listed(found))
    if none := [spoken.say(KINDS[kind]) for kind in known if kind not in there]:
        yield spoken.say("Not found: {kinds}.", kinds=spoken.listed(none))
    if not are_written:
        yield spoken.say(
            "No system is written of any data or step: whether something is made in several "
            "systems is not judged."
        )


def _are_systems_written(catalogue: Catalogue) -> bool:
    steps = (step for matter in catalogue.matters.values() for step in matter.own_steps)
    return any(data.system for data in catalogue.registry.data.values()) or any(
        step.system for step in steps
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
    answers=answers_of,
    empty=noted("Nothing is found twice."),
)
def systems(report: Report) -> Iterator[Row]:
    """A row for each finding of that kind, the largest first."""
    found = (f for f in report.findings if f.topic is not None and f.topic.value in KINDS)
    return iter(sorted((_row(finding, report) for finding in found), key=_rank))


def _rank(row: Row) -> int:
    number = row.cells["number"]
    return -number if isinstance(number, int) else 0


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
    return (value for value in facts_under(key, fact) if isinstance(value, Named))


def _texts(key: str, fact: Fact) -> Iterator[str]:
    return (value for value in facts_under(key, fact) if isinstance(value, str))
