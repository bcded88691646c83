"""What could not be judged for lack of which keys; never a finding."""

from __future__ import annotations

import pytest

from govchain.analysis.running.unjudged import (
    KEYS,
    LATER,
    keys_for_no_rule,
    matters_by_missing_key,
    missing_keys,
)
from govchain.language.matter import MATTER, STEP
from govchain.language.registry import DATA
from govchain.reporting.gaps import summed_gaps_in_words
from govchain.reporting.words import words
from govchain.rules.discovery import all_rules
from tests.reporting.reports import report_of

FULL = """\
matter: licence
name: 经营许可
department: market
basis: 某条例
time-limit: {statutory: 20d}
volume: 100
redress: 12345
supervised-by: office
materials: [{name: 身份证, data: identity, basis: 某条例}]
steps:
  - {id: apply, kind: apply}
  - {id: decide, kind: approve, checks: fit, time: 3d, post: 科长, fee: {amount: 10, basis: 某条例}}
---
departments: {market: {name: 市场监管局}, office: {name: 政务局}, police: {name: 公安局}}
data: {identity: {name: 身份信息, holder: police}}
criteria: {fit: {name: 符合条件, uses: identity, basis: 某条例}}
"""

READ = {key for rule in all_rules() for key in rule.reads}
QUESTIONS = {
    "time-limit": "whether it is done in time",
    "fee": "whether fees rest on law",
    "post": "who answers for decisions",
    "supervised-by": "who supervises decisions",
    "redress": "where people can complain",
}


def missing(text: str) -> tuple[str, ...]:
    catalogue = report_of(text).catalogue
    return missing_keys(catalogue.chains["licence"], catalogue)


def test_of_a_matter_written_in_full_everything_is_judged() -> None:
    assert missing(FULL) == ()


@pytest.mark.parametrize(
    ("written", "left", "key"),
    [
        ("time-limit: {statutory: 20d}\n", "", "time-limit"),
        ("volume: 100\n", "", "volume"),
        ("redress: 12345\n", "", "redress"),
        ("supervised-by: office\n", "", "supervised-by"),
        (", post: 科长", "", "post"),
        (", time: 3d", "", "time"),
        (", checks: fit", ", needs: identity", "checks"),
        ("amount: 10, basis: 某条例", "amount: 10", "fee"),
        (", holder: police", "", "holder"),
        ("materials: [{name: 身份证, data: identity, basis: 某条例}]\n", "", "materials"),
    ],
)
def test_each_key_left_out_leaves_one_question_open(written: str, left: str, key: str) -> None:
    assert written in FULL
    assert missing(FULL.replace(written, left)) == (key,)


def test_where_no_basis_is_written_anywhere_none_is_missed_by_a_rule() -> None:
    bare = FULL.replace("basis: 某条例\n", "").replace(", basis: 某条例}", "}")
    assert "basis" in missing(bare)
    assert "basis" not in missing(
        FULL.replace(", uses: identity, basis: 某条例", ", uses: identity")
    )


def test_an_approval_without_time_is_spoken_of_where_other_steps_have_theirs() -> None:
    bare = FULL.replace(", time: 3d", "")
    assert missing(bare.replace("kind: apply}", "kind: apply, time: 1d}")) == ()
    asking = FULL.replace("kind: apply}", "kind: consult, checks: fit}")
    assert missing(asking) == ()
    agreed = "---\ncollaborations: [{between: [police, civil], answer-within: 1d}]\n"
    assert missing(asking + agreed) == ("time",)


def test_a_fee_without_basis_is_spoken_of_where_another_has_one() -> None:
    ended = "amount: 10, basis: [{provision: 某条例, until: 2025-12-31}]"
    assert missing(FULL.replace("amount: 10, basis: 某条例", ended)) == ()
    bare = FULL.replace("amount: 10, basis: 某条例", "amount: 10")
    other = "{id: pay, kind: fee, fee: {amount: 5, basis: 某条例}}"
    assert missing(bare.replace("  - {id: apply", f"  - {other}\n  - {{id: apply")) == ()
    assert missing(bare.replace("volume: 100", "volume: 100\ncomplete: basis")) == ()


def test_what_a_bank_charges_is_no_fee() -> None:
    bare = FULL.replace("amount: 10, basis: 某条例", "amount: 10")
    assert missing(bare.replace("{name: 市场监管局}", "{name: 银行, kind: bank}")) == ()


def test_who_says_that_all_papers_are_written_asks_for_none_where_none_is() -> None:
    papers = "materials: [{name: 身份证, data: identity, basis: 某条例}]\n"
    assert missing(FULL.replace(papers, "complete: materials\n")) == ()


def test_a_matter_without_steps_is_not_described() -> None:
    listed = FULL[: FULL.index("steps:")] + FULL[FULL.index("---") :]
    assert missing(listed) == ("steps",)


def test_they_are_summed_over_matters() -> None:
    again = FULL[: FULL.index("---")].replace("licence", "other").replace("volume: 100\n", "")
    catalogue = report_of(f"{again}---\n{FULL}").catalogue
    assert matters_by_missing_key(catalogue.chains.values(), catalogue) == {"volume": 1}


def test_posts_that_are_examples_prove_nothing() -> None:
    example = FULL.replace("volume: 100", "volume: 100\nillustrative: 岗位")
    report = report_of(example)
    assert summed_gaps_in_words(report, words("en")) == (
        "Not judged: whether one post holds two powers (`post` is an example)."
    )
    assert summed_gaps_in_words(report_of(FULL), words("en")) == ""
    other = example[: example.index("---")].replace("licence", "other")
    summed = summed_gaps_in_words(report_of(f"{other}---\n{example}"), words("zh"))
    assert summed == "未能判断：同一岗位是否兼有两项权力（“岗位”为示例）：2 个事项。"


def test_every_key_is_a_word_of_the_language() -> None:
    known = {*MATTER.spelled, *STEP.spelled, *DATA.spelled}
    assert known.issuperset(KEYS)


def test_where_something_could_not_be_read_nothing_is_said_to_be_missing() -> None:
    broken = FULL.replace("volume: 100\n", "").replace("kind: approve", "kind: aprove")
    report = report_of(broken)
    assert missing(broken) == ()
    assert summed_gaps_in_words(report, words("en")) == ""
    whole = report_of(FULL.replace("volume: 100\n", ""))
    assert summed_gaps_in_words(whole, words("en")).startswith(
        "Not judged: what is saved a year (no `volume`)"
    )
    assert summed_gaps_in_words(whole, words("zh")).startswith(
        "未能判断：一年可减多少（未写“年办件量”）"
    )


def test_what_no_rule_reads_is_not_judged_though_it_is_written() -> None:
    spoken = words("en")
    chains = [report_of(FULL).catalogue.chains["licence"]]
    assert set(keys_for_no_rule(chains, ())) == set(LATER)
    assert set(keys_for_no_rule(chains, {"fee"})) == set(LATER) - {"fee"}
    said = summed_gaps_in_words(report_of(FULL), spoken)
    asked = [question for key, question in QUESTIONS.items() if key not in READ]
    open_still = f"{spoken.listed(asked)} (govchain has no rule for that yet)"
    assert said == (f"Not judged: {open_still}." if asked else "")
    without = FULL.replace("time-limit: {statutory: 20d}\n", "")
    said = summed_gaps_in_words(report_of(without), words("en"))
    assert said.startswith("Not judged: whether it is done in time (no `time-limit`)")


def test_a_question_that_no_rule_asks_is_open_once() -> None:
    other = "---\nmatter: other\nname: 其他\nsteps: [{id: a, kind: fee, time: 1d}]\n"
    said = summed_gaps_in_words(report_of(FULL + other), words("en"))
    assert said.count("whether it is done in time") == 1


def test_today_rules_read_all_of_these_keys() -> None:
    """So nothing that is written is told as not judged."""
    assert LATER.keys() <= READ
