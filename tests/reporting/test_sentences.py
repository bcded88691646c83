"""Every finding can be told in both languages, and no fact is told raw."""

from __future__ import annotations

import re

import pytest

from govchain.analysis.rule import Rule
from govchain.findings import Fact, Facts, Named
from govchain.reporting.fact_labels import FACT_LABELS
from govchain.reporting.filling import fill
from govchain.reporting.pages import SECTIONS, page_of
from govchain.reporting.sentences import remedy, sentence
from govchain.reporting.words import words
from govchain.rules.discovery import all_rules
from tests.reporting.reports import CATALOGUE, example_report, report_of

LANGUAGES = ("en", "zh")
CHINESE = re.compile(r"[\u4e00-\u9fff]")
PLACEHOLDER = re.compile(r"\{[a-z_]+\}")
EVERY_RULE = pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.id)


@EVERY_RULE
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_finding_of_the_bad_example_is_told(rule: Rule, language: str) -> None:
    report = example_report(rule, language)
    told = [f for f in report.findings if f.rule == rule.id]
    assert told or rule.id == "unreadable-file", "the bad example shows its rule"
    for finding in report.findings:
        for text in (sentence(finding, language), remedy(finding, language)):
            assert not PLACEHOLDER.search(text), text
            assert "Named(" not in text
            assert "{'" not in text
        assert sentence(finding, language)
        if language == "zh":
            assert CHINESE.search(sentence(finding, language))


@EVERY_RULE
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_whole(rule: Rule, language: str) -> None:
    page = page_of(rule, language)
    assert page.title
    assert page.summary
    assert all(page.section(key) for key in SECTIONS)
    assert page.example("bad")
    assert page.example("good")
    headings = [pair[LANGUAGES.index(language)] for pair in SECTIONS.values()]
    assert list(page.sections) == headings


@EVERY_RULE
def test_the_chinese_page_has_the_templates_of_the_rule(rule: Rule) -> None:
    templates = page_of(rule, "zh").templates
    wanted = {f"message.{variant}": text for variant, text in rule.variants.items()}
    wanted |= {f"remedy.{variant}": text for variant, text in rule.remedies.items()}
    if rule.message:
        wanted |= {"message": rule.message, "remedy": rule.remedy}
    assert {key for key in templates if not key.startswith("fact.")} == wanted.keys()
    for key, english in wanted.items():
        assert set(PLACEHOLDER.findall(templates[key])) <= set(PLACEHOLDER.findall(english)) | {
            "{step}",
            "{holders}",
            "{consumer}",
            "{department}",
        }


@EVERY_RULE
def test_every_fact_of_a_rule_has_a_label(rule: Rule) -> None:
    report = example_report(rule, "en")
    by_id = {known.id: known for known in all_rules()}
    for finding in report.findings:
        if finding.family != "definition":
            templates = page_of(by_id[finding.rule], "zh").templates
            own = {key.removeprefix("fact.") for key in templates}
            assert names_of(finding.facts) <= FACT_LABELS.keys() | own


def names_of(facts: Facts) -> set[str]:
    inner = [names for fact in facts.values() for names in names_in(fact)]
    return set(facts).union(*inner)


def names_in(fact: Fact) -> list[set[str]]:
    if isinstance(fact, tuple):
        return [names for part in fact for names in names_in(part)]
    return [names_of(fact)] if isinstance(fact, dict) else []


def test_what_a_missing_link_means_for_the_applicant() -> None:
    findings = {(f.rule, f.step): f for f in report_of(CATALOGUE).findings}
    carried = findings["missing-link", "register"]
    assert sentence(carried, "en").endswith("; the applicant brings 出生医学证明 instead")
    assert sentence(carried, "zh").endswith("；申请人因此自带出生医学证明")


def test_what_must_be_amended_first_is_said() -> None:
    texts = CATALOGUE.replace("{id: check,", "{id: check, basis: 《某条例》第三条,").replace(
        "status: planned", "status: active"
    )
    found = [f for f in report_of(texts).findings if f.rule == "redundant-approval"]
    assert remedy(found[0], "en").endswith("amend first: 《某条例》第三条")
    assert remedy(found[0], "zh").endswith("须先修改：《某条例》第三条")


class TestFilling:
    def test_several_names_are_quoted_one_by_one_in_chinese(self) -> None:
        facts = {"step": (Named("a", "受理"), Named("b", "审核"))}
        assert fill("在“{step}”环节", facts, words("zh")) == "在“受理”、“审核”环节"

    def test_alternatives_of_data_are_joined_by_or(self) -> None:
        facts = {"data": (Named("a", "护照"), Named("b", "身份证"))}
        assert fill("needs {data}", facts, words("en")) == "needs 护照 or 身份证"
        assert fill("需要“{data}”", facts, words("zh")) == "需要“护照”或“身份证”"

    def test_words_of_the_program_are_translated(self) -> None:
        facts: Facts = {"supply": "carried", "reason": ("planned", "fields")}
        assert fill("{supply}: {reason}", facts, words("en")) == (
            "carried by the applicant: it is only planned and it lacks fields that are needed"
        )

    def test_what_no_fact_answers_stays(self) -> None:
        assert fill("write {key: value}, {{x}} or {y}", {}, words("en")) == (
            "write {key: value}, {x} or {y}"
        )

    def test_nobody_has_a_name(self) -> None:
        assert fill("{who}", {"who": Named("", "")}, words("zh")) == "未写明部门"


@pytest.mark.parametrize(
    ("language", "told", "advice"),
    [
        (
            "en",
            "出生医学证明 is asked for, although 出生医学证明 already reaches 公安局 by sharing "
            "and stands in the records that 卫生健康委 can look into",
            "drop 出生医学证明 and let 卫生健康委 and 公安局 look 出生医学证明 up",
        ),
        (
            "zh",
            "“出生医学证明”不必由申请人提交，公安局已能通过共享取得“出生医学证明”，卫生健康委自己就能查到",
            "取消“出生医学证明”，由卫生健康委、公安局直接查询“出生医学证明”",
        ),
    ],
)
def test_of_two_offices_who_receives_and_who_holds_is_told_apart(
    language: str, told: str, advice: str
) -> None:
    held_by_one = CATALOGUE.replace("department: town", "department: health")
    texts = held_by_one.replace("to: town, status: planned", "to: police")
    found = next(f for f in report_of(texts).findings if f.rule == "asked-again")
    assert sentence(found, language) == told
    assert remedy(found, language).startswith(advice)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "出生医学证明 is marked `restricted` and no law in force is named for it"),
        ("zh", "“出生医学证明”标为`不予共享`，却没有写明现行有效的依据"),
    ],
)
def test_who_is_to_open_what_is_marked_restricted_hears_of_the_mark(
    language: str, told: str
) -> None:
    marked = CATALOGUE.replace("holder: health}", "holder: health, sharing: restricted}")
    for texts, is_told in ((marked, True), (CATALOGUE, False)):
        findings = [f for f in report_of(texts).findings if "papers" in f.facts]
        assert {f.rule for f in findings} == {"missing-link", "unfit-link"}
        assert {told in remedy(finding, language) for finding in findings} == {is_told}


CIRCLE = """\
matter: licence
department: transport
steps: [{id: decide, kind: approve, needs: [contract], produces: [licence]}]
---
matter: contract
department: labour
steps: [{id: file, kind: approve, needs: [licence], produces: [contract]}]
---
departments: {transport: {name: 交通局}, labour: {name: 人社局}}
data:
  licence: {name: 从业资格证, holder: transport}
  contract: {name: 劳动合同, holder: labour}
"""


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            "en",
            "劳动合同 is made only once 从业资格证 is there and 从业资格证 is made only once "
            "劳动合同 is there, so nobody can begin",
        ),
        (
            "zh",
            "办“劳动合同”须先有“从业资格证”、办“从业资格证”须先有“劳动合同”，互为前置，申请人无从开始",
        ),
    ],
)
def test_a_circle_is_told_link_by_link(language: str, told: str) -> None:
    found = [f for f in report_of(CIRCLE).findings if f.rule == "mutual-prerequisites"]
    assert [sentence(finding, language) for finding in found] == [told]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_certificate_replaces_is_named_once(language: str) -> None:
    shown = CATALOGUE.replace(
        "birth-certificate, basis", "birth-certificate, handling: shown, basis"
    )
    texts = shown.replace("holder: health", "holder: health, stored-as: e-certificate")
    found = next(f for f in report_of(texts).findings if f.rule == "shown-paper")
    assert found.variant == "certificate"
    assert sentence(found, language).count("出生医学证明") == 1
    assert remedy(found, language).partition(";")[0].partition("；")[0].count("出生医学证明") == 1


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "to share it is a duty by 《某法》 (see the error: Breached duty to share)"),
        ("zh", "依《某法》应当共享（另见错误：未履行法定共享义务）"),
    ],
)
def test_a_need_that_waits_on_a_breached_duty_names_the_graver_finding(
    language: str, told: str
) -> None:
    ordered = CATALOGUE.replace("status: planned", "status: planned, duty: 《某法》")
    works_besides = ordered + "  - {data: birth-certificate, to: town, update: yearly}\n"
    fresh = works_besides.replace(
        "checks: [born-alive], time: 1d",
        "checks: [born-alive], needs: [{data: birth-certificate, max-age: daily}]",
    )
    for texts, is_breached in ((ordered, True), (CATALOGUE, False), (fresh, False)):
        report = report_of(texts)
        unfit = next(f for f in report.findings if f.rule == "unfit-link")
        assert (told in sentence(unfit, language)) is is_breached
        assert any(f.rule == "breached-duty" for f in report.findings) is is_breached
