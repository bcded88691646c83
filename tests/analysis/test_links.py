"""Findings on links and data of the registry: doubt, dates, numbers."""

from __future__ import annotations

import datetime

import pytest

from govchain.analysis.running.judging import run_rules
from govchain.findings import Finding
from govchain.model.settings import Limits, Settings
from govchain.pipeline import compile_reading
from govchain.reader.reading import read_texts
from govchain.reporting.sentences import remedy, sentence
from govchain.rules.discovery import all_rules

DATE = datetime.date(2026, 6, 1)

MATTER = """
matter: enrol
department: school
volume: 100
steps:
  - {id: admit, kind: approve, checks: [resident], needs: [{data: household, fields: [address]}]}
"""
REGISTRY = """
departments:
  city: {}
  edu: {parent: city}
  school: {parent: edu}
  police: {}
  hrss: {}
  hub: {kind: platform}
data:
  household: {name: 户口信息, holder: police, sharing: conditional, fields: [address, head]}
  income: {name: 收入信息, holder: hrss}
criteria:
  resident: {uses: [household]}
"""


def found(
    rule: str,
    links: str,
    matter: str = MATTER,
    registry: str = REGISTRY,
    date: datetime.date = DATE,
    limits: Limits | None = None,
    also: str = "",
) -> list[Finding]:
    texts = {"m.yaml": matter, "r.yaml": f"{registry}links:\n{links}", "x.yaml": also}
    settings = Settings(limits=limits or Limits())
    catalogue = compile_reading(read_texts(texts, settings), date)
    analysis = run_rules(all_rules(), catalogue, lambda known: known.id == rule)
    return list(analysis.findings)


class TestLateReply:
    """2026-05-11 to 2026-05-25 are ten working days; 2026-05-26 is the eleventh."""

    def late(self, more: str, date: datetime.date, limits: Limits | None = None) -> list[Finding]:
        link = f"  - {{data: household, to: edu, {more}}}\n"
        return found("late-reply", link, date=date, limits=limits)

    def test_the_last_day_of_the_limit_is_not_late(self) -> None:
        applied = "status: applied, applied: 2026-05-11"
        assert not self.late(applied, datetime.date(2026, 5, 25))
        (finding,) = self.late(applied, datetime.date(2026, 5, 26))
        assert (finding.facts["counted"], finding.facts["limit"]) == (11, 10)
        assert (finding.matter, finding.subject) == (None, "household:police->edu")

    def test_an_extended_reply_has_twice_the_time(self) -> None:
        applied = "status: applied, applied: 2026-05-11, extended: yes"
        assert not self.late(applied, datetime.date(2026, 5, 26))
        assert self.late(applied, datetime.date(2026, 6, 30))[0].facts["limit"] == 20

    def test_what_was_agreed_to_is_due_whatever_the_class(self) -> None:
        agreed = "status: agreed, applied: 2026-01-05, agreed: 2026-05-11"
        assert not self.late(agreed, datetime.date(2026, 6, 8))
        (finding,) = self.late(agreed, datetime.date(2026, 6, 9))
        assert finding.variant == "supply"
        income = "  - {data: income, to: edu, status: agreed, agreed: 2026-01-05}\n"
        assert found("late-reply", income)

    def test_a_class_without_a_limit_is_never_late(self) -> None:
        income = "  - {data: income, to: edu, status: applied, applied: 2020-01-06}\n"
        assert not found("late-reply", income)

    def test_without_a_date_nothing_is_counted(self) -> None:
        assert not self.late("status: applied, agreed: 2026-01-05", DATE)
        assert not self.late("status: agreed, applied: 2026-01-05", DATE)

    def test_an_application_of_the_future_is_not_late(self) -> None:
        assert not self.late("status: applied, applied: 2027-01-05", DATE)

    def test_limits_are_those_of_the_settings(self) -> None:
        limits = Limits(reply_conditional=11)
        applied = "status: applied, applied: 2026-05-11"
        assert not self.late(applied, datetime.date(2026, 5, 26), limits)

    def test_of_years_that_no_calendar_has_the_week_counts_and_it_is_said(self) -> None:
        applied = "status: applied, applied: 2026-12-31"
        assert not self.late(applied, datetime.date(2027, 1, 14)), "ten days from Monday to Friday"
        (finding,) = self.late(applied, datetime.date(2027, 1, 15))
        assert (finding.facts["counted"], finding.facts["by_week"]) == (11, ("2027",))
        assert "of 2027 Monday to Friday" in sentence(finding, "en")
        agreed = "status: agreed, agreed: 2026-12-31"
        (finding,) = self.late(agreed, datetime.date(2027, 2, 1))
        assert finding.variant == "supply-by-week"
        (finding,) = self.late("status: applied, applied: 2026-11-02", datetime.date(2026, 12, 1))
        assert (finding.facts["by_week"], finding.variant) == ((), "")


class TestUses:
    LINK = "  - {data: household, to: edu}\n"

    def test_a_link_to_a_department_above_serves_those_below(self) -> None:
        assert not found("unused-link", self.LINK)
        assert [f.facts["excess"] for f in found("excess-fields", self.LINK)] == [("head",)]

    def test_both_hops_over_a_platform_serve(self) -> None:
        two = "  - {data: household, to: hub}\n  - {data: household, from: hub, to: school}\n"
        assert not found("unused-link", two)
        assert not found("unused-link", "  - {data: household, via: hub, to: school}\n")

    def test_a_planned_link_serves_too(self) -> None:
        assert not found("unused-link", "  - {data: household, to: edu, status: planned}\n")

    def test_a_link_that_leads_past_who_needs_it_is_astray(self) -> None:
        (finding,) = found("unused-link", "  - {data: household, from: hrss, to: edu}\n")
        assert finding.variant == "astray"
        (finding,) = found("unused-link", "  - {data: income, to: edu}\n")
        assert finding.variant == ""

    @pytest.mark.parametrize(("handling", "count"), [("shown", 0), ("submitted", 1)])
    def test_what_people_show_may_be_looked_up_through_it(self, handling: str, count: int) -> None:
        paper = f"materials: [{{name: 收入凭证, data: income, handling: {handling}}}]\n"
        assert len(found("unused-link", "  - {data: income, to: edu}\n", MATTER + paper)) == count

    def test_who_needs_all_fields_makes_none_of_them_excess(self) -> None:
        whole = MATTER.replace("{data: household, fields: [address]}", "household")
        assert not found("excess-fields", self.LINK, whole)

    def test_a_step_that_is_called_is_told_once(self) -> None:
        caller = "matter: joint\ndepartment: edu\nsteps: [{id: c, matter: enrol}]\n"
        (finding,) = found("excess-fields", self.LINK, also=caller)
        uses = finding.facts["uses"]
        assert isinstance(uses, tuple)
        assert len(uses) == 1

    @pytest.mark.parametrize("rule", ["unused-link", "excess-fields"])
    @pytest.mark.parametrize(
        "lost",
        [
            "matter: x\ndepartment: edu\nsteps: [{id: a, kind: fee, needs: incme}]\n",
            "matter: x\nname: “x\nsteps: [\n",
            MATTER,
            "departments:\n  tax: {parent: nobody}\n",
            "- matter: x\n",
        ],
    )
    def test_what_is_lost_may_be_the_need(self, rule: str, lost: str) -> None:
        links = f"{self.LINK}  - {{data: income, to: edu}}\n"
        assert found(rule, links)
        assert not [f for f in found(rule, links, also=lost) if f.rule == rule]

    def test_a_figure_that_is_lost_silences_nothing(self) -> None:
        slip = MATTER.replace("volume: 100", "volume: many")
        assert found("unused-link", "  - {data: income, to: edu}\n", slip)


class TestSecondSource:
    def test_who_belongs_to_the_holder_is_no_second_source(self) -> None:
        below = REGISTRY.replace("hrss: {}", "hrss: {parent: police}")
        link = "  - {data: household, from: hrss, to: edu}\n"
        assert found("second-source", link)
        assert not found("second-source", link, registry=below)
        assert not found("second-source", "  - {data: household, from: hub, to: edu}\n")

    @pytest.mark.parametrize(
        ("right", "wrong"),
        [
            ("hrss: {}", "hrss: {parent: polise}"),
            ("hrss: {}", "hrss: {kind: platfrom}"),
            ("holder: police", "holder: polise"),
        ],
    )
    def test_what_could_not_be_read_may_make_it_the_source(self, right: str, wrong: str) -> None:
        registry = REGISTRY.replace(right, wrong)
        assert not found(
            "second-source", "  - {data: household, from: hrss, to: edu}\n", registry=registry
        )

    def test_the_applicant_provides_no_link(self) -> None:
        assert not found("second-source", "  - {data: household, from: applicant, to: edu}\n")


class TestPairs:
    def test_links_that_read_the_same_are_told_apart(self) -> None:
        links = "  - {data: household, to: [edu, hrss]}\n" * 2
        (finding,) = found("parallel-links", links)
        assert finding.subject == "household:police->edu,hrss|household:police->edu,hrss#2"
        assert finding.place.line == REGISTRY.count("\n") + 3

    def test_a_link_to_all_runs_beside_one_to_some(self) -> None:
        links = "  - {data: household, to: [edu, hrss]}\n  - {data: household, to: all}\n"
        (finding,) = found("parallel-links", links)
        assert finding.subject == "household:police->all|household:police->edu,hrss"
        assert [to.id for to in finding.facts["to"]] == ["edu", "hrss"]  # type: ignore[union-attr]

    def test_many_that_overlap_are_told_once(self) -> None:
        links = "".join(f"  - {{data: household, to: [edu, hrss]}} # {n}\n" for n in range(700))
        (finding,) = found("parallel-links", links)
        assert finding.subject.count("|") == 699
        assert finding.facts["count"] == len(finding.facts["links"]) == 700  # type: ignore[arg-type]
        assert [to.id for to in finding.facts["to"]] == ["edu", "hrss"]  # type: ignore[union-attr]

    def test_links_overlap_through_one_another(self) -> None:
        lines = [f"  - {{data: household, to: [{to}]}}\n" for to in ("edu", "edu, hrss", "hrss")]
        (finding,) = found("parallel-links", "".join(lines))
        assert finding.facts["count"] == 3
        assert not found("parallel-links", lines[0] + lines[2])

    def test_several_that_lead_to_all_meet_every_other(self) -> None:
        links = "  - {data: household, to: all}\n" * 2 + "  - {data: household, to: [edu]}\n"
        (finding,) = found("parallel-links", links)
        assert finding.facts["count"] == 3
        assert [to.id for to in finding.facts["to"]] == [  # type: ignore[union-attr]
            "city", "edu", "hrss", "hub", "school",
        ]  # fmt: skip

    def test_of_a_department_and_one_above_it_what_is_written_counts(self) -> None:
        links = "  - {data: household, to: edu}\n  - {data: household, to: school}\n"
        assert not found("parallel-links", links)

    def test_who_provides_the_data_receives_it_twice_from_nobody(self) -> None:
        one, other = (f"  - {{data: household, to: [police, {to}]}}\n" for to in ("edu", "school"))
        assert not found("parallel-links", one + other)

    def test_what_does_not_work_runs_beside_nothing(self) -> None:
        links = "  - {data: household, to: edu}\n  - {data: household, to: edu, channel: manual}\n"
        assert not found("parallel-links", links)

    def test_the_applicant_may_be_a_rival(self) -> None:
        twin = "data:\n  a-household: {name: 户口信息, holder: applicant}\n"
        (finding,) = found("rival-holders", "", also=twin)
        assert finding.subject == "a-household|household"
        assert finding.place.file == "r.yaml"

    def test_all_entries_of_a_name_are_told_once(self) -> None:
        held = ["applicant", "hrss", *["police"] * 40]
        twins = "".join(f"  a{n}: {{name: 户口信息, holder: {id}}}\n" for n, id in enumerate(held))
        (finding,) = found("rival-holders", "", also=f"data:\n{twins}")
        assert finding.facts["count"] == 43
        assert len(finding.facts["holders"]) == 3  # type: ignore[arg-type]

    def test_without_a_holder_there_is_no_rival(self) -> None:
        twin = "data:\n  a-household: {name: 户口信息}\n"
        assert not found("rival-holders", "", also=twin)


def test_a_lost_basis_may_be_the_law() -> None:
    restricted = REGISTRY.replace("sharing: conditional", "sharing: restricted")
    assert not found("restricted-without-basis", "", registry=restricted), "no law is recorded"
    restricted = restricted.replace("holder: hrss", "holder: hrss, basis: 《某法》第二条")
    assert found("restricted-without-basis", "", registry=restricted)
    lost = restricted.replace("sharing: restricted", "sharing: restricted, bsis: 《某法》第一条")
    assert not found("restricted-without-basis", "", registry=lost)


def test_a_duty_is_breached_from_the_day_after_the_last() -> None:
    link = "  - {data: household, to: edu, duty: 《某法》, until: 2026-06-01}\n"
    assert not found("breached-duty", link)
    (finding,) = found("breached-duty", link, date=datetime.date(2026, 6, 2))
    assert finding.facts["reason"] == ("ended",)


class TestDutyToAll:
    DUTY = "  - {data: household, to: all, status: suspended, duty: 《某法》}\n"

    def test_links_that_name_everyone_fulfil_it(self) -> None:
        everyone = "  - {data: household, to: [city, edu, school]}\n"
        assert found("breached-duty", self.DUTY + everyone)
        rest = "  - {data: household, to: [hrss, hub]}\n"
        assert not found("breached-duty", self.DUTY + everyone + rest)

    def test_who_provides_the_data_need_not_be_reached(self) -> None:
        listed = "  - {data: household, to: [police, edu], status: suspended, duty: 《某法》}\n"
        assert found("breached-duty", listed)
        assert not found("breached-duty", listed + "  - {data: household, to: all}\n")

    def test_a_link_to_all_fulfils_one_to_some(self) -> None:
        some = "  - {data: household, to: edu, status: suspended, duty: 《某法》}\n"
        assert found("breached-duty", some)
        assert not found("breached-duty", some + "  - {data: household, to: all}\n")


def test_a_purpose_is_missed_only_where_purposes_are_written() -> None:
    personal = REGISTRY.replace("holder: police,", "holder: police, personal: yes,")
    link = "  - {data: household, to: edu}\n"
    assert not found("personal-without-purpose", link, registry=personal)
    other = "  - {data: income, to: edu, purpose: 入学}\n"
    (finding,) = found("personal-without-purpose", link + other, registry=personal)
    assert finding.subject == "household:police->edu"


def test_a_step_of_nobody_may_be_whom_a_link_is_for() -> None:
    link = "  - {data: income, to: edu}\n"
    nobody = "matter: x\nsteps: [{id: a, kind: fee, needs: [income]}]\n"
    assert found("unused-link", link)
    assert not found("unused-link", link, also=nobody)


@pytest.mark.parametrize("rule", ["unused-link", "excess-fields"])
def test_a_matter_without_steps_may_be_what_a_link_is_for(rule: str) -> None:
    links = "  - {data: household, to: edu}\n  - {data: income, to: edu}\n"
    assert found(rule, links)
    assert not found(rule, links, also="matter: x\ndepartment: edu\n")


@pytest.mark.parametrize("rule", ["missing-link", "unused-link"])
def test_what_goes_through_who_is_no_platform_is_said_to_stop_there(rule: str) -> None:
    """Nothing else is found or not found by it; a platform passes on, and so does a holder."""
    matter = MATTER + "materials: [{name: 户口簿, data: household}]\n"
    stops = "what goes through hrss stops there"
    through = "  - {data: household, to: edu, via: hrss}\n"
    [finding] = found(rule, through, matter)
    assert stops in sentence(finding, "en")
    assert "经由hrss的数据到此为止" in sentence(finding, "zh")
    assert "write it as `kind: platform`" in remedy(finding, "en")
    assert "写明`性质: 共享平台`" in remedy(finding, "zh")
    assert not found(rule, through.replace("hrss", "hub"), matter)
    assert not found(rule, through, matter, REGISTRY.replace("hrss: {}", "hrss: {parent: police}"))
    elsewhere = found(rule, through.replace("to: edu", "to: city, from: hub"), matter)
    assert all("stops there" not in sentence(finding, "en") for finding in elsewhere)
