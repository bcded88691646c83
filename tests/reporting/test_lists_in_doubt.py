"""Lists against rules: a list answers what the rules find, and in doubt nothing."""

from __future__ import annotations

import datetime

import pytest

from govchain import pipeline
from govchain.analysis.questions.goals import GoalState
from govchain.compiler.working_days import WorkingDays
from govchain.findings import Finding, Named, Topic
from govchain.reader.reading import read_texts
from govchain.reporting import lists
from govchain.reporting.concerns import with_called
from govchain.reporting.listing.listing import foreseen_by, listing_of
from govchain.reporting.listing.row import Row
from govchain.reporting.lists import resources, responsibility
from govchain.reporting.lists.agreements import AGREED
from govchain.reporting.lists.readiness import TOPICS, answers_of
from govchain.reporting.report import Report
from tests.oracle.strategies import some_catalogues, to_yaml

from .reports import CATALOGUE, DATE, report_of
from .test_lists import drawn, made, real


def all_found(report: Report) -> tuple[Finding, ...]:
    """Also what a comment allows."""
    return (*report.findings, *report.analysis.silenced)


def named_in(row: Row, key: str) -> str:
    named = row.cells[key]
    assert isinstance(named, Named)
    return named.id


def rows_of(name: str, report: Report) -> tuple[Row, ...]:
    return made(name, report).rows


def test_late_is_what_the_rule_finds_late() -> None:
    counted = 0
    for report in (real(), *drawn()):
        listed = {
            (named_in(row, "theme"), named_in(row, "matter"))
            for row in rows_of("themes", report)
            if row.cells["state"] == GoalState.LATE
        }
        found = {(f.subject, f.matter) for f in all_found(report) if f.rule == "theme-late"}
        assert listed == found
        counted += len(found)
    assert counted > 5


@pytest.mark.parametrize("key", TOPICS)
def test_what_stands_in_the_way_is_never_answered_with_yes(key: str) -> None:
    topic, _ = TOPICS[key]
    standing = 0
    for report in (real(), *drawn()):
        found = {f.matter for f in all_found(report) if f.topic is topic}
        for row in rows_of("readiness", report):
            if named_in(row, "matter") in found:
                assert row.cells[key] is not True
                standing += 1
    assert standing > 0


@pytest.mark.parametrize("key", ["number", "form", "window", "visit"])
def test_no_is_answered_only_where_something_was_found(key: str) -> None:
    topic, _ = TOPICS[key]
    no = 0
    for report in (real(), *drawn()):
        found = {matter for f in all_found(report) if f.topic is topic for matter in f.matters}
        for matter in report.told_matters:
            if report.catalogue.contribution(answers_of, matter.id)[key] is False:
                assert not found.isdisjoint(with_called((matter.id,), report.catalogue))
                no += 1
    assert no > 0


DOUBTFUL = CATALOGUE.replace(
    "{id: register,", "{id: third, when: nobody knows}\n  - {id: register,"
)


def test_of_what_could_not_be_read_nothing_is_answered() -> None:
    [row] = rows_of("readiness", report_of(DOUBTFUL))
    assert [row.cells[key] for key in ("form", "window", "visit", "proactive")] == [None] * 4


REASON = "与卫生健康委另行商定，年内开通"
ALLOWED = "".join(
    (
        *(f"# govchain: allow {rule} -- {REASON}\n" for rule in ("missing-link", "unfit-link")),
        CATALOGUE.partition("---")[0],
    )
)
REGISTRY = CATALOGUE.partition("---")[2]


def state_of(data: str, report: Report) -> object:
    [row] = [row for row in rows_of("resources", report) if named_in(row, "data") == data]
    return row.cells["step"]


def test_a_source_is_looked_for_only_where_no_holder_could_share() -> None:
    counted = 0
    for report in (real(), *drawn()):
        registry = report.catalogue.registry
        for row in rows_of("resources", report):
            holder = registry.departments.get(registry.data[named_in(row, "data")].holder or "")
            if row.cells["step"] == resources.SOURCE:
                counted += 1
                assert holder is None or not holder.is_public
    assert counted > 5


def test_what_a_comment_allows_is_left_as_it_is() -> None:
    assert state_of("birth-certificate", report_of(CATALOGUE)) == resources.MEND
    assert state_of("birth-certificate", report_of(ALLOWED, REGISTRY)) == resources.LEFT


def test_agreed_for_all_is_no_pair_that_lacks_an_agreement() -> None:
    lacking = 0
    for report in (real(), *drawn()):
        for row in rows_of("agreements", report):
            if any(finding.topic is Topic.UNAGREED for finding in row.findings):
                assert row.cells["state"] != AGREED
                lacking += 1
    assert lacking


@pytest.mark.parametrize("limit", [0, 1, 5, 20, 300])
def test_the_last_day_is_the_last_that_is_not_late(limit: int) -> None:
    days = WorkingDays({})
    for number in range(30):
        since = datetime.date(2026, 2, 20) + datetime.timedelta(number)
        due = days.last_day(since, limit)
        assert due is not None
        assert days.between(since, due) == limit
        assert days.between(since, due - datetime.timedelta(1)) < limit or limit == 0


def test_no_last_day_lies_beyond_the_calendar() -> None:
    assert WorkingDays({}).last_day(datetime.date.max, 1) is None
    assert WorkingDays({}).last_day(datetime.date(9999, 12, 1), 10**9) is None


@pytest.mark.parametrize("name", lists.names())
def test_a_list_asks_no_chain_that_has_forgotten(name: str) -> None:
    """Whatever it needs of chains it asks before: afterwards each would be compiled again."""
    kind = lists.list_named(name)
    for files in some_catalogues(8, 815):
        reading = read_texts({name: to_yaml(documents) for name, documents in files})
        catalogue = pipeline.compile_reading(reading, DATE)
        report = pipeline.analyze(catalogue, foreseen=foreseen_by([kind]))
        before = {id: {*vars(chain)} for id, chain in catalogue.chains.items()}
        listing_of(kind, report)
        assert before == {id: {*vars(chain)} for id, chain in catalogue.chains.items()}


def test_what_may_not_be_asked_for_is_no_source_to_look_for() -> None:
    """A proof that a rule forbids to ask for is told as that, with the finding; where a comment
    allows it, as allowed."""
    found = {f.known_by for f in real().findings if f.rule == "banned-material"}
    stated: dict[str, set[object]] = {}
    for row in rows_of("resources", real()):
        stated.setdefault(named_in(row, "data"), set()).add(row.cells["step"])
        if row.cells["step"] == resources.BANNED:
            assert not found.isdisjoint(finding.known_by for finding in row.findings)
    for data in ("alive-proof", "employment-status-proof", "kinship-proof", "home-death-proof"):
        assert stated[data] == {resources.BANNED}
    for report in (real(), *drawn()):
        known = report.catalogue.registry.data
        for row in rows_of("resources", report):
            if row.cells["step"] == resources.SOURCE:
                assert not known[named_in(row, "data")].banned


def test_the_cases_are_those_of_the_matters_that_lack_it() -> None:
    catalogue = real().catalogue
    for row in rows_of("resources", real()):
        matters, served = row.cells["matters"], row.cells["served"]
        assert isinstance(matters, tuple)
        volumes = (catalogue.matters[each.id].volume for each in matters if isinstance(each, Named))
        whole = sum(volume or 0 for volume in volumes)
        cases = row.cells["cases"] or 0
        assert isinstance(cases, int)
        assert isinstance(served, int | None)
        if served == len(matters):
            assert cases == 0
        elif served == 0:
            assert cases == whole
        elif served:
            assert 0 < cases < whole


UNFIT = ("", "planned")
"""The variants of an unfit link that the provider has to open or mend."""


def test_who_acts_is_whom_the_remedy_asks() -> None:
    """The police have delivered identities to the platform: who gets none applies, and the platform
    opens it."""
    seen = 0
    for row in rows_of("responsibility", real()):
        actors, state, holders = (row.cells[key] for key in ("actor", "state", "holders"))
        for finding in row.findings:
            if finding.rule == "unfit-link" and finding.variant in UNFIT:
                told = finding.facts["actor"]
                assert isinstance(told, tuple)
                assert isinstance(actors, tuple)
                applying = finding.facts.get("applying", ())
                assert isinstance(applying, tuple)
                assert bool(applying) is (finding.variant == "planned")
                assert {*applying, *told} <= {*actors}
        if state == (responsibility.DELIVERED,):
            assert isinstance(actors, tuple)
            assert actors[-1] == Named("platform", "市政务数据共享交换平台")
        is_unfit = any(f.rule == "unfit-link" and f.variant in UNFIT for f in row.findings)
        if named_in(row, "data") == "identity" and is_unfit:
            assert isinstance(holders, tuple)
            assert [each.id for each in holders if isinstance(each, Named)] == ["police"]
            assert state == (responsibility.DELIVERED,)
            seen += 1
    assert seen > 5


NEW = """\
matter: permit
name: 许可
department: office
steps:
  - {id: apply, kind: apply}
  - {id: accept, kind: accept}
  - {id: approve, kind: approve, time: 3d}
---
departments: {office: {name: 甲局}}
"""


@pytest.mark.parametrize(
    ("written", "answer"),
    [
        (NEW, None),
        (NEW.replace("apply}", "apply, visit: 1}"), True),
        (NEW.replace("apply}", "apply, visit: 2}"), ("",)),
        (NEW.replace("apply}", "apply, channel: online}"), True),
        (NEW.replace("department: office", "department: office\nonline: full"), True),
        (NEW.replace("  - {id: apply, kind: apply}\n", ""), True),
    ],
)
def test_how_often_people_come_is_no_answer_where_nobody_wrote_how_they_apply(
    written: str, answer: object
) -> None:
    [row] = rows_of("readiness", report_of(written))
    told = row.cells["visit"]
    assert told == answer if not isinstance(answer, tuple) else isinstance(told, tuple)


def test_each_no_says_what_is_so_instead_and_what_allows_it() -> None:
    """What no finding told proves is written otherwise, or allowed by a comment, which is told."""
    for report in (real(), *drawn()):
        for row in rows_of("readiness", report):
            no = [key for key in TOPICS if row.cells[key] is False]
            assert row.cells["instead"] == tuple(no)
    [row] = [row for row in rows_of("readiness", real()) if row.matter == "security-start"]
    assert {"form", "window"} <= {*row.cells["instead"]}  # type: ignore[misc]
    allowed = row.cells["allowed"]
    assert isinstance(allowed, tuple)
    reasons = [str(text).split(" ", 1)[1] for text in allowed]
    assert any("先许可、后登记" in reason for reason in reasons)
    assert any("不能联办" in reason for reason in reasons)


def test_an_application_to_a_bank_is_no_second_form() -> None:
    """The rule counts what people apply for to the administration, and so does the list."""
    bank = "{id: bank, kind: apply, visit: 1}\n  - {id: open, kind: accept, department: bank}\n  - "
    text = NEW.replace("{id: accept,", f"{bank}{{id: accept,").replace(
        "甲局}}", "甲局}, bank: {name: 银行, kind: external}}"
    )
    report = report_of(text)
    [row] = rows_of("readiness", report)
    assert not [f for f in report.findings if f.topic is Topic.ONE_FORM]
    assert row.cells["form"] is True
