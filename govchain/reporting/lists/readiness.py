"""List of readiness (一号一窗一网): how far each matter is, and what stands in the way."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from govchain.analysis.hits.naming import matter_named
from govchain.analysis.questions.bases import is_decided_on_nothing
from govchain.analysis.questions.numbers import are_numbers_examples, numbers_instead
from govchain.analysis.questions.offices import applications_to_state, windows_of_state
from govchain.analysis.questions.online import is_fully_online, offline_steps
from govchain.analysis.questions.visits import visits_asked
from govchain.analysis.running.silencing import Silencing
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.compiler.joining import ACCEPTANCE, APPLICATIONS
from govchain.findings import Finding, Topic
from govchain.model.characters import one_line
from govchain.model.figures import figure
from govchain.model.nouns import GIVING_TYPES, Matter
from govchain.reporting.bounds import LONGEST_FACT, shortened
from govchain.reporting.concerns import with_called
from govchain.reporting.listing.cells import marks_of, text_in
from govchain.reporting.listing.columns import Kind, ListColumn, Value
from govchain.reporting.listing.figures import office_named
from govchain.reporting.listing.listing import list_kind
from govchain.reporting.listing.row import Row
from govchain.reporting.report import Report
from govchain.reporting.scope import is_scoped
from govchain.reporting.sentences import sentence
from govchain.reporting.words import Words, noted

Allowed: TypeAlias = "tuple[Finding, str]"
"""What was found and is allowed by a comment, and the reason."""
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

INSTEAD = {
    "number": noted("another number is written"),
    "form": noted("people apply more than once"),
    "window": noted("several windows take it in"),
    "network": noted("it is written as less than fully online"),
    "visit": noted("people come more often"),
    "instant": noted("a longer time is promised"),
    "proactive": noted("people apply for it"),
}
"""What is so instead where the answer is no."""

COLUMNS = (
    ListColumn("matter", noted("matter")),
    ListColumn("department", noted("lead"), is_detail=True, is_department=True),
    *(ListColumn(key, head, Kind.ANSWER, has_marks=True) for key, (_, head) in TOPICS.items()),
    ListColumn("instead", noted("why no"), Kind.WORD, INSTEAD, is_detail=True),
    ListColumn("allowed", noted("allowed by a comment"), is_detail=True),
)


def counted(report: Report, rows: Sequence[Row]) -> Mapping[str, Value]:
    """In how many matters it is so; None where of none it is known."""
    return {key: _sum(row.cells[key] for row in rows) for key in TOPICS}


def _sum(answers: Iterable[Value]) -> int | None:
    known = [answer for answer in answers if answer not in (None, ())]
    return sum(answer is True for answer in known) if known else None


def _parts_in(rows: Sequence[Row], spoken: Words) -> Iterator[str]:
    """Of each answer in how many matters it is so, and of how many it is known."""
    for key, (_, head) in TOPICS.items():
        answers = [row.cells[key] for row in rows]
        if known := [answer for answer in answers if answer not in (None, ())]:
            told = sum(answer is True for answer in known)
            yield f"{spoken.say(head)} {figure(told)}/{figure(len(known))}"


_MOST = 5
"""So many findings are told in words above the list."""


def answers_in(report: Report, rows: Sequence[Row], spoken: Words) -> Iterator[str]:
    """Of how many matters each is so; what a comment allows; where few matters were asked for, of
    the first what stands in its way and is not said of it elsewhere."""
    ways, of_all = dict(TOPICS.values()), _allowed(report)
    if len(rows) > 1 and (parts := [*_parts_in(rows, spoken)]):
        yield spoken.say(
            "So far, of the matters of which it is known: {parts}.", parts=spoken.listed(parts)
        )
    allowed = [(row, *each) for row in rows for each in _allowed_in(row, of_all)]
    for row, finding, reason in allowed[:_MOST]:
        assert finding.topic is not None
        yield spoken.say(
            "{matter}, {head}: no, which a comment allows: {reason} ({mark}).",
            matter=text_in(row.cells["matter"], COLUMNS[0], spoken),
            head=spoken.say(ways[finding.topic]),
            reason=shortened(one_line(reason), LONGEST_FACT),
            mark=finding.known_by,
        )
    if len(allowed) > _MOST:
        yield spoken.say("And {n} more that comments allow.", n=figure(len(allowed) - _MOST))
    if is_scoped(report) and rows:
        first = rows[0]
        for finding in first.findings[:_MOST]:
            assert finding.topic is not None
            yield spoken.say(
                "{head}: {sentence} ({mark}).",
                head=spoken.say(ways[finding.topic]),
                sentence=shortened(sentence(finding, spoken.language), LONGEST_FACT),
                mark=report.mark_of(finding, first.matter),
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
        "enough, and whether it is decided at once or given without asking: yes, no (then what is "
        "so instead stands beside it), or the finding that stands in the way; empty where that is "
        "not written. The last row counts where it is so."
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
    allowed = _allowed(report)
    rows = [_row(matter, allowed, report) for matter in report.told_matters]
    return iter(
        sorted(rows, key=lambda row: -sum(isinstance(c, tuple) for c in row.cells.values()))
    )


def _row(matter: Matter, allowed: Mapping[str, Sequence[Allowed]], report: Report) -> Row:
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
    cells["instead"] = tuple(key for key in TOPICS if cells[key] is False)
    row = Row(cells, matter.place, tuple(findings))
    reasons = (f"{finding.known_by} {reason}" for finding, reason in _allowed_in(row, allowed))
    cells["allowed"] = tuple(reasons)
    return row


def _allowed(report: Report) -> Mapping[str, Sequence[Allowed]]:
    """What stands in the way of each matter and is allowed by a comment, and why."""
    silencing, topics = Silencing(report.catalogue.allows), {topic for topic, _ in TOPICS.values()}
    found: dict[str, list[Allowed]] = {}
    for finding in report.analysis.silenced:
        for matter in finding.matters if finding.topic in topics else ():
            allow, *_ = silencing.allowing(finding)
            found.setdefault(matter, []).append((finding, allow.reason))
    return found


def _allowed_in(row: Row, allowed: Mapping[str, Sequence[Allowed]]) -> Iterator[Allowed]:
    """What of it is so in the row, where the answer is no."""
    no = {topic for key, (topic, _) in TOPICS.items() if row.cells[key] is False}
    return (each for each in allowed.get(row.matter, ()) if each[0].topic in no)


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
    return _is_one(APPLICATIONS, chain.measure.most_steps(applications_to_state(chain))[0], chain)


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
    if chain.is_doubtful or not chain.is_described or _is_way_unwritten(chain):
        return None
    limit = catalogue.settings.limits.max_visits
    return chain.measure.most_visits_over(limit, *visits_asked(chain))[1] <= 0


def _is_way_unwritten(chain: Chain) -> bool:
    """People apply, and nobody wrote how: no visit, no channel, not that it is fully online."""
    return (
        any(step.kind == "apply" for step in chain.steps)
        and not any(step.visit or step.written.channel for step in chain.steps)
        and not any(map(is_fully_online, (chain.matter, *(step.matter for step in chain.steps))))
    )


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
