"""List of mechanisms (协同机制清单): who hands cases to whom, how often, and what is agreed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain as chained

from govchain.analysis.hits.naming import department_named, matter_named
from govchain.analysis.questions.handed_on import handed_on
from govchain.analysis.questions.mechanisms import mechanisms_of, should_agree
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.findings import Fact, Finding, Named, Topic
from govchain.model.figures import figure
from govchain.model.nouns import Collaboration
from govchain.reporting.listing.columns import Kind, ListColumn, Value
from govchain.reporting.listing.figures import kinds_counted
from govchain.reporting.listing.listing import list_kind
from govchain.reporting.listing.row import Row
from govchain.reporting.report import Report
from govchain.reporting.words import Words, noted

AGREED, PARTLY, NOT_AGREED = "agreed", "partly", "not-agreed"
STATES = {
    AGREED: noted("agreed for all"),
    PARTLY: noted("agreed for some"),
    NOT_AGREED: noted("not agreed"),
}

COLUMNS = (
    ListColumn("one", noted("department A"), is_department=True),
    ListColumn("other", noted("department B"), is_department=True),
    ListColumn("matters", noted("matters")),
    ListColumn("forth", noted("A hands on to B, times a year"), Kind.COUNT),
    ListColumn("back", noted("B hands on to A, times a year"), Kind.COUNT),
    ListColumn("state", noted("is there an agreement"), Kind.WORD, STATES),
    ListColumn("answer", noted("answer within")),
    ListColumn("basis", noted("basis"), is_detail=True),
    ListColumn("contact", noted("contact"), is_detail=True),
)
Pair = tuple[str, str]


def handovers_of(chain: Chain, catalogue: Catalogue) -> Mapping[Pair, float]:
    """How often a case is handed on from one public department to another, on average.

    What is handed on within a matter that the chain calls is told of that matter.
    """
    found: dict[Pair, float] = {}
    for before, after, share in handed_on(chain):
        pair = before.department or "", after.department or ""
        is_told_there = before.reach and before.reach == after.reach
        if not is_told_there and should_agree(*pair, chain):
            found[pair] = found.get(pair, 0.0) + share
    return found


def answers_of(report: Report, rows: Sequence[Row], spoken: Words) -> Iterator[str]:
    """How many pairs have agreed; where there is none, where it is told who takes part in what."""
    if not rows:
        chapter = spoken.say("Collaborating departments")
        yield spoken.say(
            "Which departments take part in a matter is told by `govchain analyze`, under "
            "“{chapter}”.",
            chapter=chapter,
        )
        return
    states = [*STATES.items(), (None, noted("no mechanism is written for these matters"))]
    told = [*kinds_counted(rows, "state", states, spoken)]
    yield spoken.say("Of {n} pairs: {states}.", n=figure(len(rows)), states=spoken.listed(told))


@list_kind(
    "agreements",
    rank=6,
    title=noted("List of mechanisms"),
    about=noted(
        "Pairs of public departments that hand cases on to each other, in which matters, how often "
        "a year (on average over the cases, steps that do not take place passed over; where the "
        "volume is known), and what they have agreed on; empty where no mechanism is written for "
        "any of the matters. Not told: what people carry on themselves; what a joint service hands "
        "on within one of its matters is told of that matter."
    ),
    columns=COLUMNS,
    answers=answers_of,
    empty=noted(
        "Nowhere here does a public department hand a case on to another one: some of what they "
        "know of it is shared, the rest people carry."
    ),
    rests_on=("volume",),
    asks=(handovers_of,),
)
def agreements(report: Report) -> Iterator[Row]:
    """A row for each pair, those that hand on most first."""
    pairs: dict[Pair, dict[str, tuple[float, float]]] = {}
    for matter in report.told_matters:
        handed = report.catalogue.contribution(handovers_of, matter.id)
        for one, other in {_sorted(pair) for pair in handed}:
            times = handed.get((one, other), 0.0), handed.get((other, one), 0.0)
            pairs.setdefault((one, other), {})[matter.id] = times
    rows = [_row(pair, matters, report) for pair, matters in sorted(pairs.items())]
    return iter(sorted(rows, key=_rank))


def _sorted(pair: Pair) -> Pair:
    one, other = pair
    return (one, other) if one < other else (other, one)


def _rank(row: Row) -> tuple[float, int]:
    forth, back, matters = row.cells["forth"], row.cells["back"], row.cells["matters"]
    times = sum(n for n in (forth, back) if isinstance(n, int | float))
    assert isinstance(matters, tuple)
    return -times, -len(matters)


def _row(pair: Pair, matters: Mapping[str, tuple[float, float]], report: Report) -> Row:
    catalogue = report.catalogue
    registry, known = catalogue.registry, catalogue.matters
    agreed = {id: _agreements(pair, id, catalogue) for id in matters}
    found = tuple(_found(pair, matters, report))
    all_agreed = dict.fromkeys(chained.from_iterable(agreed.values()))
    counted = [(known[id].volume, times) for id, times in matters.items()]
    yearly = [(volume, times) for volume, times in counted if volume is not None]
    cells: dict[str, Value] = {
        "one": department_named(registry, pair[0]),
        "other": department_named(registry, pair[1]),
        "matters": tuple(matter_named(known[id]) for id in matters),
        "forth": sum(volume * forth for volume, (forth, _) in yearly) if yearly else None,
        "back": sum(volume * back for volume, (_, back) in yearly) if yearly else None,
        "state": _state(agreed, found, catalogue),
        "answer": tuple(dict.fromkeys(a.answer_within for a in all_agreed if a.answer_within)),
        "basis": tuple(dict.fromkeys(text for a in all_agreed for text in a.basis)),
        "contact": tuple(dict.fromkeys(a.contact for a in all_agreed if a.contact)),
    }
    place = next(iter(all_agreed)).place if all_agreed else known[next(iter(matters))].place
    return Row(cells, place, found)


def _agreements(pair: Pair, matter: str, catalogue: Catalogue) -> list[Collaboration]:
    """The mechanisms that bind both departments, for the matter, one that it calls, or for all."""
    within = catalogue.network.is_within_any
    matters = {matter, *catalogue.chains[matter].expansion.calls.values()}
    return [
        agreed
        for agreed in catalogue.registry.collaborations
        if (not agreed.matters or not matters.isdisjoint(agreed.matters))
        and all(within(department, agreed.between) for department in pair)
    ]


def _state(
    agreed: Mapping[str, Sequence[Collaboration]], found: Sequence[Finding], catalogue: Catalogue
) -> str | None:
    """For all matters, where nothing is found to lack it; None where no mechanism is written for
    any of them: then nobody knows."""
    mechanisms = mechanisms_of(catalogue)
    if all(agreed.values()) and not found:
        return AGREED
    if any(agreed.values()):
        return PARTLY
    is_recorded = mechanisms is not None and mechanisms.are_recorded_for(agreed)
    return NOT_AGREED if is_recorded else None


def _found(pair: Pair, matters: Iterable[str], report: Report) -> Iterator[Finding]:
    """The hand-overs between them for which nothing is agreed."""
    for id in matters:
        for finding in report.by_matter.get(id, ()):
            named = (finding.facts.get("handed_by"), finding.facts.get("department"))
            if finding.topic is Topic.UNAGREED and {_id(fact) for fact in named} == {*pair}:
                yield finding


def _id(fact: Fact) -> str | None:
    return fact.id if isinstance(fact, Named) else None
