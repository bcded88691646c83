"""List of readiness (一号一窗一网): how far each matter is, and what stands in the way."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from govchain.analysis.hits.naming import matter_named
from govchain.analysis.questions.bases import is_decided_on_nothing
from govchain.analysis.questions.numbers import are_numbers_examples, numbers_instead
from govchain.analysis.questions.offices import windows_of_state
from govchain.analysis.questions.online import is_fully_online, offline_steps
from govchain.analysis.questions.visits import visits_asked
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.compiler.joining import ACCEPTANCE, APPLICATIONS
from govchain.findings import Finding, Topic
from govchain.model.nouns import GIVING_TYPES, Matter
from govchain.reporting.bounds import LONGEST_FACT, shortened
from govchain.reporting.concerns import with_called
from govchain.reporting.listing.cells import marks_of
from govchain.reporting.listing.columns import Kind, ListColumn, Value
from govchain.reporting.listing.figures import office_named
from govchain.reporting.listing.listing import list_kind
from govchain.reporting.listing.row import Row
from govchain.reporting.report import Report
from govchain.reporting.sentences import sentence
from govchain.reporting.words import Words, noted

TOPICS = {
    "number": (Topic.ONE_NUMBER, noted("one number")),
    "form": (Topic.ONE_FORM, noted("one form")),
    "window": (Topic.ONE_WINDOW, noted("one window")),
    "network": (Topic.ONE_NETWORK, noted("one network")),
    "visit": (Topic.ONE_VISIT, noted("one visit")),
    "instant": (Topic.AT_ONCE, noted("at once")),
    "proactive": (Topic.UNASKED, noted("without asking")),
}
"""Column -> what the findings that stand in its way are of, and its head."""

COLUMNS = (
    ListColumn("matter", noted("matter")),
    ListColumn("department", noted("lead"), is_detail=True, is_department=True),
    *(ListColumn(key, head, Kind.ANSWER, has_marks=True) for key, (_, head) in TOPICS.items()),
)


def counted(report: Report, rows: Sequence[Row]) -> Mapping[str, Value]:
    """In how many matters it is so; None where of none it is known."""
    return {key: _sum(row.cells[key] for row in rows) for key in TOPICS}


def _sum(answers: Iterable[Value]) -> int | None:
    known = [answer for answer in answers if answer not in (None, ())]
    return sum(answer is True for answer in known) if known else None


_MOST = 5
"""So many findings are told in words above the list."""


def answers_in(report: Report, rows: Sequence[Row], spoken: Words) -> Iterator[str]:
    """What stands in the way, where few matters were asked for: of the first what is not said of
    it elsewhere."""
    if report.is_narrowed and rows:
        first = rows[0]
        ways = dict(TOPICS.values())
        for finding in first.findings[:_MOST]:
            assert finding.topic is not None
            yield spoken.say(
                "{head}: {sentence} ({mark}).",
                head=spoken.say(ways[finding.topic]),
                sentence=shortened(sentence(finding, spoken.language), LONGEST_FACT),
                mark=report.mark_of(finding),
            )


def answers_of(chain: Chain, catalogue: Catalogue) -> Mapping[str, bool | None]:
    """What of it is so, whatever is told; None where it is not written, or not known in full."""
    return {key: is_so(chain, catalogue) for key, is_so in _ANSWERS.items()}


@list_kind(
    "readiness",
    rank=7,
    title=noted("List of readiness"),
    about=noted(
        "For each matter whether one number, one form, one window, one network and one visit are "
        "enough, and whether it is decided at once or given without asking: yes, no, or the "
        "finding that stands in the way; empty where that is not written. The last row counts "
        "where it is so."
    ),
    columns=COLUMNS,
    answers=answers_in,
    rests_on=(
        "promised",
        "visit",
    ),
    asks=(answers_of,),
    sums=counted,
)
def readiness(report: Report) -> Iterator[Row]:
    """A row a matter, the one for which most stands in the way first."""
    rows = [_row(matter, report) for matter in report.told_matters]
    return iter(
        sorted(rows, key=lambda row: -sum(isinstance(c, tuple) for c in row.cells.values()))
    )


def _row(matter: Matter, report: Report) -> Row:
    registry, lead = report.catalogue.registry, matter.department
    known = report.catalogue.contribution(answers_of, matter.id)
    found = _found_in(matter, report)
    of_topic = {
        key: tuple(finding for finding in found if finding.topic is topic)
        for key, (topic, _) in TOPICS.items()
    }
    cells: dict[str, Value] = {
        "matter": matter_named(matter),
        "department": office_named(registry, lead),
        **{key: marks_of(of_topic[key]) or known[key] for key in TOPICS},
    }
    findings = dict.fromkeys(each for group in of_topic.values() for each in group)
    return Row(cells, matter.place, tuple(findings))


def _found_in(matter: Matter, report: Report) -> list[Finding]:
    """What was found on its chain; how people are known in the matters that it calls, too."""
    own = report.by_matter.get(matter.id, ())
    called = with_called((matter.id,), report.catalogue)[1:]
    of_called = (f for id in called for f in report.by_matter.get(id, ()))
    return [*own, *(f for f in of_called if f.topic is Topic.ONE_NUMBER and f not in own)]


def _has_one_number(chain: Chain, catalogue: Catalogue) -> bool | None:
    if chain.expansion.doubtful or not chain.matter.identified_by:
        return None
    matters = [catalogue.matters[id] for id in chain.matters]
    others = [matter for matter in matters if numbers_instead(matter)]
    if any(_is_told_otherwise(matter, catalogue) for matter in (*others, chain.matter)):
        return None
    return not others


def _is_told_otherwise(matter: Matter, catalogue: Catalogue) -> bool:
    """Its numbers are an example, or it may have to end altogether."""
    return are_numbers_examples(matter) or is_decided_on_nothing(
        catalogue.chains[matter.id], catalogue
    )


def _has_one_form(chain: Chain, catalogue: Catalogue) -> bool | None:
    return _is_one(APPLICATIONS, chain.measure.applications[0], chain)


def _has_one_window(chain: Chain, catalogue: Catalogue) -> bool | None:
    return _is_one(ACCEPTANCE, chain.measure.most_departments(windows_of_state(chain))[0], chain)


def _is_one(what: str, worst: int, chain: Chain) -> bool | None:
    """There is one at most, at worst, or they are joined."""
    return (worst <= 1 or what in chain.matter.joined) if _is_known(chain) else None


def _is_known(chain: Chain) -> bool:
    """All steps are written, and could be read."""
    return chain.is_described and not chain.expansion.doubtful


def _is_online(chain: Chain, catalogue: Catalogue) -> bool | None:
    """A joint service is as far as the matters in it, where it says nothing itself."""
    own = chain.matter
    called = [catalogue.matters[id] for id in chain.matters if id != own.id]
    asked = [own] if own.online or not called else called
    if any(matter.online and not is_fully_online(matter) for matter in asked):
        return False
    if not all(map(is_fully_online, asked)) or not _is_known(chain):
        return None
    return not any(offline_steps(chain, catalogue))


def _takes_one_visit(chain: Chain, catalogue: Catalogue) -> bool | None:
    if chain.is_doubtful or not chain.is_described:
        return None
    limit = catalogue.settings.limits.max_visits
    return chain.measure.most_visits_over(limit, *visits_asked(chain))[1] <= 0


def _is_done_at_once(chain: Chain, catalogue: Catalogue) -> bool | None:
    limit = chain.matter.time_limit
    return None if limit.doubtful or limit.promised is None else limit.promised.ticks == 0


def _needs_no_asking(chain: Chain, catalogue: Catalogue) -> bool | None:
    """Only what gives people something can be given unasked."""
    worst, _ = chain.measure.applications
    return worst == 0 if _is_known(chain) and chain.matter.type in GIVING_TYPES else None


_ANSWERS: Mapping[str, Callable[[Chain, Catalogue], bool | None]] = {
    "number": _has_one_number,
    "form": _has_one_form,
    "window": _has_one_window,
    "network": _is_online,
    "visit": _takes_one_visit,
    "instant": _is_done_at_once,
    "proactive": _needs_no_asking,
}
