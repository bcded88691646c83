"""Themes: what they lack, what they do not reach in time, and which joint services have none."""

from __future__ import annotations

import pytest

from govchain.analysis.questions.goals import GoalState, standings_of
from govchain.analysis.running.judging import run_rules
from govchain.findings import Finding
from govchain.pipeline import compile_reading
from govchain.reader.reading import read_texts
from govchain.reporting.sentences import sentence
from govchain.rules.discovery import all_rules
from tests.analysis.cases import DATE

MATTER = """
matter: m
name: 办事
department: office
satisfaction: 0.9
materials: [{data: x}, {name: 照片}]
steps:
  - {id: apply, kind: apply, visit: 2}
  - {id: s, name: 审批, kind: approve, needs: x, time: TIME}
---
departments: {office: {name: 办公室}}
data: {x: {holder: applicant}}
themes:
  t: {name: 主题甲, matters: m, path: 试点, goals: [{GOAL}], MORE}
"""


def found(rule: str, *texts: str) -> list[Finding]:
    """What the rule finds, also where something cannot be read."""
    reading = read_texts({f"{n}.yaml": text for n, text in enumerate(texts)})
    analysis = run_rules(all_rules(), compile_reading(reading, DATE), lambda rule: True)
    assert not analysis.faults
    return [finding for finding in analysis.findings if finding.rule == rule]


def late(goal: str, time: str = "5d", more: str = "sources: 某文件") -> list[Finding]:
    text = MATTER.replace("TIME", time).replace("GOAL", goal).replace("MORE", more)
    return found("theme-late", text)


@pytest.mark.parametrize(
    "goal",
    [
        "visits: 1",
        "materials: 1",
        "days: 4d",
        "satisfaction: 0.95",
        "days: 39h",
        "visits: 1, stage: pilot",
    ],
)
def test_what_is_not_reached_is_told(goal: str) -> None:
    (finding,) = late(f"by: 2026-05-31, {goal}")
    assert (finding.matter, finding.step, finding.subject) == ("m", None, "t")
    assert finding.facts["sources"] == ("某文件",)


@pytest.mark.parametrize(
    ("goal", "example"),
    [
        ("visits: 1", "visit"),
        ("visits: 1", "跑动"),
        ("materials: 1", "materials"),
        ("days: 4d", "time"),
        ("satisfaction: 0.95", "满意度"),
    ],
)
def test_nothing_that_rests_on_examples_is_late(goal: str, example: str) -> None:
    text = MATTER.replace("TIME", "5d").replace("GOAL", f"by: 2026-05-31, {goal}, visits: 0")
    text = text.replace("name: 办事", f"name: 办事\nillustrative: {example}")
    text = text.replace("visits: 1, visits: 0", "visits: 1").replace("MORE", "")
    told = [sentence(finding, "zh") for finding in found("theme-late", text)]
    assert ["跑动 2" in text for text in told] == [True] * ("visits: 1" not in goal)
    assert not any(word in text for text in told for word in ("材料 ", "用时 ", "满意度 "))


@pytest.mark.parametrize(
    ("goal", "example", "state"),
    [
        ("days: 4d", "time", GoalState.EXAMPLES),
        ("days: 9d", "time", GoalState.EXAMPLES),
        ("days: 4d", "volume", GoalState.LATE),
        ("days: 9d", "volume", GoalState.REACHED),
        ("where: 全国", "time", GoalState.UNMEASURED),
    ],
)
def test_why_a_goal_is_held_against_nothing_is_said(
    goal: str, example: str, state: GoalState
) -> None:
    text = MATTER.replace("TIME", "5d").replace("GOAL", f"by: 2026-05-31, {goal}")
    text = text.replace("name: 办事", f"name: 办事\nillustrative: {example}").replace("MORE", "")
    catalogue = compile_reading(read_texts({"0.yaml": text}), DATE)
    [standing] = standings_of(catalogue.registry.themes["t"], catalogue)
    assert standing.state is state


def test_what_a_called_matter_gives_as_an_example_is_not_late_either() -> None:
    called = "---\nmatter: small\ndepartment: office\nillustrative: ILL\n"
    called += "steps: [{id: look, kind: review, time: 9d}]\n"
    text = MATTER.replace("TIME", "5d").replace("GOAL", "by: 2026-05-31, days: 4d")
    text = text.replace("MORE", "").replace("\n---", "\n  - {id: call, matter: small}\n---", 1)
    assert len(found("theme-late", text + called.replace("ILL", "volume"))) == 1
    assert found("theme-late", text + called.replace("ILL", "time")) == []


@pytest.mark.parametrize(
    "goal",
    ["visits: 2", "materials: 2", "days: 5d", "days: 1w", "satisfaction: 0.9", "where: 全国"],
)
def test_what_is_reached_is_not(goal: str) -> None:
    assert late(f"by: 2026-05-31, {goal}") == []


@pytest.mark.parametrize(
    "goal",
    [
        "by: 2026-06-01, visits: 1",
        "visits: 1",
        "by: 2026-05-31, visits: 1, stage: pilot, where: 一个区",
        "by: 2026-05-31, visits: 1, stage: nothing",
    ],
)
def test_what_is_not_due_or_not_for_all_is_not_late(goal: str) -> None:
    assert late(goal) == []


@pytest.mark.parametrize("word", ["goals", "目标", "[path, goals]"])
def test_an_example_binds_nobody(word: str) -> None:
    assert late("by: 2026-05-31, visits: 1", more=f"illustrative: {word}") == []
    assert late("by: 2026-05-31, visits: 1", more="illustrative: path")


@pytest.mark.parametrize(
    ("time", "goal", "is_late"),
    [("1mo", "30cd", False), ("23d", "30cd", True), ("22d", "30cd", False), ("5d", "2w", False)],
)
def test_a_mean_is_over_by_a_day(time: str, goal: str, is_late: bool) -> None:
    assert bool(late(f"by: 2026-05-31, days: {goal}", time)) is is_late


def test_where_something_was_lost_nothing_is_late() -> None:
    assert late("by: 2026-05-31, visits: 1", "soon") == []


def test_the_sentence_sets_today_against_the_goal() -> None:
    goals = "by: 2026-05-31, visits: 1, days: 4d, satisfaction: 0.95"
    (finding,) = late(goals)
    assert sentence(finding, "en") == (
        "办事 is behind the goals of the theme 主题甲: 2 visits instead of 1 (by 2026-05-31), "
        "5 working days of waiting instead of 4 (by 2026-05-31) and satisfaction of 0.9 instead of "
        "0.95 (by 2026-05-31)"
    )
    assert "满意度 0.9（目标 0.95，期限 2026-05-31）" in sentence(finding, "zh")


THEMES = """
themes:
  t: {matters: m, THEME}
  u: {matters: m, path: 试点, goals: {by: 2027-01-01}}
"""
PLAIN = """
matter: m
department: office
steps: [{id: s, kind: approve}]
---
departments: {office: {}}
"""


@pytest.mark.parametrize(
    ("theme", "variant"),
    [
        ("path: 试点", "goals"),
        ("name: t", "goals-path"),
        ("goals: {by: 2027-01-01}", "path"),
        ("path: 试点, goals: [{by: 2027-01-01}, {visits: 1}]", "dates"),
        ("goals: [{by: 2027-01-01}, {visits: 1}]", "dates-path"),
    ],
)
def test_all_that_a_theme_lacks_is_told_at_once(theme: str, variant: str) -> None:
    (finding,) = found("theme-incomplete", PLAIN, THEMES.replace("THEME", theme))
    assert (finding.matter, finding.subject, finding.variant) == (None, "t", variant)


def test_themes_that_are_but_headings_lack_nothing() -> None:
    assert found("theme-incomplete", PLAIN, "themes: {t: {matters: m}}") == []


def test_what_could_not_be_read_may_be_what_it_lacks() -> None:
    assert found("theme-incomplete", PLAIN, THEMES.replace("THEME", "goals: soon")) == []


JOINT = """
matter: joint
department: office
steps: [{id: one, matter: part}]
---
matter: part
department: office
type: joint
steps: [{id: s, kind: approve}]
---
matter: alone
department: office
steps: [{id: s, kind: approve}]
---
departments: {office: {}}
themes: {t: {matters: MATTERS, path: 试点}}
"""


@pytest.mark.parametrize(
    ("named", "without"),
    [("alone", ["joint", "part"]), ("part", ["joint"]), ("joint", [])],
)
def test_joint_services_are_planned_with_what_calls_them(named: str, without: list[str]) -> None:
    findings = found("matter-without-theme", JOINT.replace("MATTERS", named))
    assert sorted(finding.matter or "" for finding in findings) == without


@pytest.mark.parametrize("lost", ["[alone, join]", "alone, goal: x"])
def test_the_theme_may_be_what_was_lost(lost: str) -> None:
    assert found("matter-without-theme", JOINT.replace("MATTERS", lost)) == []


def test_without_themes_nothing_is_without() -> None:
    assert found("matter-without-theme", JOINT[: JOINT.index("themes")]) == []
