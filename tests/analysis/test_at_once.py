"""What rules alone decide may be decided at once, and given to whom data shows, unasked."""

from __future__ import annotations

import pytest

from govchain.analysis.running.judging import run_rules
from govchain.findings import Finding, Severity
from govchain.mends import DecideAtOnce, DropStep, ShortenPromise, Together
from govchain.model.settings import Settings
from govchain.pipeline import compile_reading
from govchain.reader.reading import read_texts
from govchain.reporting.sentences import sentence
from govchain.rules.discovery import all_rules
from tests.analysis.cases import DATE, gains, ids
from tests.rules.test_pages import findings_in

ALLOWANCE = """
matter: allowance
name: 高龄津贴
type: payment
department: civil
time-limit: {promised: 15d}
trigger: age-list
materials:
  - {name: 户口本, data: household}
steps:
  - {id: apply, name: 申请, kind: apply, visit: 1, visit-basis: 某办法}
  - {id: review, name: 初审, kind: review, department: town, checks: [old], time: 2d}
  - {id: decide, name: 认定, kind: approve, checks: [old, local], time: 5d}
  - {id: known, name: 复核, kind: review, checks: [old], time: 0}
  - {id: pay, name: 发放, kind: other, time: 5d}
---
departments:
  civil: {name: 民政局}
  town: {name: 乡镇}
  police: {name: 公安局}
data:
  household: {name: 户口信息, holder: police}
  age-list: {name: 高龄人员名单, holder: police}
criteria:
  old: {name: 年满八十, uses: [age-list], decidable: yes}
  local: {name: 本地户籍, uses: [household], decidable: yes}
links:
  - {data: household, to: civil}
  - {data: age-list, to: [civil, town]}
"""
RULES = ("instant-candidate", "proactive-candidate")


def found(text: str) -> dict[str, Finding]:
    return {f.rule: f for f in findings_in(text) if f.rule in RULES}


def test_a_mend_takes_the_time_that_is_left_and_the_applications() -> None:
    told = found(ALLOWANCE)
    at_once = (DecideAtOnce(("review", "decide")), ShortenPromise())
    assert told[RULES[0]].mend == Together(at_once)
    assert told[RULES[1]].mend == Together((*at_once, DropStep("apply")))
    assert gains(told[RULES[0]].benefit) == (7, 0, 0, 0)
    assert gains(told[RULES[1]].benefit) == (7, 1, 0, 1)
    assert told[RULES[1]].amend == ("某办法",)


def test_each_says_what_it_rests_on() -> None:
    told = found(ALLOWANCE)
    instant, proactive = (told[rule] for rule in RULES)
    assert sentence(instant, "en") == (
        "高龄津贴 is promised within 15 working days, yet it could be decided at once: for "
        "初审 (乡镇), 认定 (民政局) and 复核 (民政局) nothing is needed but rules, and data that "
        "is at hand without papers"
    )
    assert sentence(instant, "zh") == (
        "“高龄津贴”承诺 15 个工作日办结，其实可以当场决定：初审（乡镇）、认定（民政局）、"
        "复核（民政局）只按规则判断，所需数据不用申请人提交证明即可取得"
    )
    assert ids(instant.facts["criteria"]) == ["old", "local"]
    assert "民政局 could give people 高龄津贴 without their asking: 高龄人员名单 shows" in sentence(
        proactive, "en"
    )
    assert ids(proactive.facts["path"]) == ["age-list:police->civil,town"]


def test_unasked_includes_at_once_and_that_each_step() -> None:
    by_rule: dict[str, list[str]] = {}
    findings = findings_in(ALLOWANCE)
    for finding in findings:
        by_rule.setdefault(finding.rule, []).append(finding.fingerprint)
    told = {finding.rule: finding for finding in findings}
    steps = by_rule["automatic-approval"]
    assert len(steps) == 2
    assert set(told[RULES[0]].with_) == {*steps}
    assert set(told[RULES[1]].with_) == {*by_rule[RULES[0]], *steps}


def test_what_the_lead_holds_needs_no_way() -> None:
    held = ALLOWANCE.replace("高龄人员名单, holder: police", "高龄人员名单, holder: civil")
    held = held.replace("to: [civil, town]", "from: civil, to: town")
    assert found(held)[RULES[1]].facts["path"] == ()


def test_raised_by_the_settings_both_count_in_the_sum() -> None:
    """The promise is no figure: what is decided at once may still be given unasked."""
    settings = Settings(severity=dict.fromkeys(RULES, Severity.WARNING))
    catalogue = compile_reading(read_texts({"a.yaml": ALLOWANCE}, settings), DATE)
    analysis = run_rules(all_rules(), catalogue, lambda rule: rule.id in RULES)
    assert gains(analysis.total.benefit_of(["allowance"])) == (7, 1, 0, 1)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("{promised: 15d}", "{promised: 15d, extension: long}"),
        ("{promised: 15d}", "{promised: fifteen}"),
        ("checks: [old],", "checks: [old, hale],"),
        ("kind: other", "kind: othr"),
        ("to: civil", "to: cyvil"),
        ("data: household}", "data: houshold}"),
    ],
)
def test_what_could_not_be_read_may_stand_in_the_way(right: str, wrong: str) -> None:
    assert right in ALLOWANCE
    assert found(ALLOWANCE.replace(right, wrong)) == {}


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("trigger: age-list", "trigger: age-lst"),
        ("type: payment", "type: payement"),
        ("{data: age-list, to: [civil, town]}", "{data: age-list, to: town}"),
    ],
)
def test_nobody_is_shown_to_be_entitled(right: str, wrong: str) -> None:
    assert RULES[1] not in found(ALLOWANCE.replace(right, wrong))
