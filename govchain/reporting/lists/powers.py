"""Power list (权力清单): who decides, carries out and supervises what, and who watches whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govchain.analysis.hits.naming import department_named, matter_named
from govchain.analysis.questions.posts import are_posts_examples
from govchain.findings import Finding, Named
from govchain.model.figures import figure
from govchain.model.nouns import Matter, Step
from govchain.reporting.listing.columns import Kind, ListColumn, Value
from govchain.reporting.listing.listing import list_kind
from govchain.reporting.listing.row import Row
from govchain.reporting.report import Report
from govchain.reporting.words import Words, noted

POWERS = {
    "decision": noted("decides"),
    "execution": noted("carries out"),
    "supervision": noted("supervises"),
}
"""The three powers (三权), and the heads of their columns."""

COLUMNS = (
    ListColumn("department", noted("department"), is_department=True),
    ListColumn("post", noted("post")),
    ListColumn("matter", noted("matter")),
    *(ListColumn(power, head) for power, head in POWERS.items()),
    ListColumn("several", noted("two powers in one post"), Kind.ANSWER),
    ListColumn("supervisor", noted("supervisor"), is_department=True),
    ListColumn("basis", noted("basis"), is_detail=True),
)


def answers_of(report: Report, rows: Sequence[Row], spoken: Words) -> Iterator[str]:
    """Where one hand holds two powers, and of how many nobody can tell."""
    found = [row.cells["several"] for row in rows]
    held, open_ = found.count(True), found.count(None)
    if held:
        yield spoken.count(
            "One post holds two powers in {n} row.", "One post holds two powers in {n} rows.", held
        )
    elif rows and open_ < len(rows):
        yield spoken.say("No post is known to hold two powers.")
    if open_:
        yield spoken.say(
            "Whether one post holds two powers is not judged in {n} of {all} rows: posts are "
            "examples, or not written, or something could not be read.",
            n=figure(open_),
            all=figure(len(rows)),
        )


@list_kind(
    "powers",
    rank=11,
    title=noted("Power list"),
    about=noted(
        "Which post of which department decides, carries out and supervises what, where one post "
        "holds two of the three powers (empty where posts are examples or not written), and who "
        "supervises whom."
    ),
    columns=COLUMNS,
    answers=answers_of,
    empty=noted("No step here decides, carries out or supervises."),
    rests_on=("post",),
)
def powers(report: Report) -> Iterator[Row]:
    """A row for each post of a department in a matter, in the order of the departments."""
    rows = [row for matter in report.told_matters for row in _rows_of(matter, report)]
    place = {id: number for number, id in enumerate(report.catalogue.registry.departments)}
    return iter(sorted(rows, key=lambda row: place[_department_in(row)]))


def _department_in(row: Row) -> str:
    named = row.cells["department"]
    assert isinstance(named, Named)
    return named.id


def _rows_of(matter: Matter, report: Report) -> Iterator[Row]:
    departments = report.catalogue.registry.departments
    hands: dict[tuple[str, str | None], list[Step]] = {}
    for step in matter.own_steps:
        department = step.department or matter.department
        if department in departments and step.exercises is not None and step.kind != "apply":
            hands.setdefault((department or "", step.post), []).append(step)
    for (department, post), steps in hands.items():
        yield _row(matter, department, post, steps, report)


def _row(
    matter: Matter, department: str, post: str | None, steps: Sequence[Step], report: Report
) -> Row:
    registry = report.catalogue.registry
    held = {power: tuple(_named(s) for s in steps if s.exercises == power) for power in POWERS}
    supervisors = dict.fromkeys(step.supervised_by or matter.supervised_by for step in steps)
    bases = dict.fromkeys(text for step in steps for text in (step.basis or matter.basis))
    cells: dict[str, Value] = {
        "department": department_named(registry, department),
        "post": post,
        "matter": matter_named(matter),
        **held,
        "several": None if _is_open(matter, post, steps) else sum(map(bool, held.values())) > 1,
        "supervisor": tuple(department_named(registry, id) for id in supervisors if id),
        "basis": tuple(bases),
    }
    return Row(cells, steps[0].place, tuple(_found(matter, f"{department}/{post}", steps, report)))


def _is_open(matter: Matter, post: str | None, steps: Sequence[Step]) -> bool:
    """Who has which power is not written, stands for an example, or could not be read in full."""
    is_doubtful = matter.doubtful or any(step.doubtful for step in steps)
    return post is None or are_posts_examples(matter) or is_doubtful


def _named(step: Step) -> Named:
    return Named(step.id, step.name, step.kind)


def _found(matter: Matter, hand: str, steps: Sequence[Step], report: Report) -> Iterator[Finding]:
    """What was found of who answers, of the post or at one of the steps."""
    ids = {step.id for step in steps}
    for finding in report.by_matter.get(matter.id, ()):
        is_theirs = finding.step in ids or finding.subject == hand
        if finding.family == "supervision" and finding.matter == matter.id and is_theirs:
            yield finding
