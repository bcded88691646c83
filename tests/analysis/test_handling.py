"""A paper is handed in, only shown, or handed in to be cancelled (semantics.md 2, "Handling")."""

from __future__ import annotations

import pytest

from govchain.findings import Severity
from tests.analysis.cases import Case, case_of, gains

DEATH = """
matter: death-registration
department: police
volume: 100
materials:
  - {name: 逝者居民身份证, data: identity, HANDLING}
steps:
  - {id: apply, kind: apply, visit: 1}
  - {id: cancel, kind: approve, needs: [identity], changes: [identity], time: 1d}
---
departments: {police: {}, health: {}}
data:
  identity: {holder: police}
"""
SUPERFLUOUS = ("own-paper", "asked-again", "needless-material", "promised-paper", "shown-paper")


def death(handling: str, *changes: tuple[str, str]) -> Case:
    text = DEATH.replace("HANDLING", f"handling: {handling}")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return case_of(text)


def told(case: Case) -> set[str]:
    return {finding.rule for finding in case.findings} & set(SUPERFLUOUS)


NOT_NEEDED = ("needs: [identity], changes: [identity]", "needs: [death]")
DEATH_DATA = ("identity: {holder: police}", "identity: {holder: police}\n  death: {holder: police}")


def test_what_is_handed_in_to_be_cancelled_is_superfluous_to_nobody() -> None:
    assert told(death("submitted")) == {"own-paper"}
    assert told(death("surrendered")) == set()
    assert told(death("submitted", NOT_NEEDED, DEATH_DATA)) == {"needless-material"}
    assert told(death("surrendered", NOT_NEEDED, DEATH_DATA)) == set()


def test_what_may_be_judged_from_it_is_not_needless() -> None:
    text = DEATH.replace("HANDLING", "handling: submitted")
    for old, new in (NOT_NEEDED, DEATH_DATA):
        text = text.replace(old, new)
    checked = text.replace("needs: [death]", "needs: [death], checks: [looks-well]")
    checked += "criteria: {looks-well: {name: 完好}}\n"
    assert "needless-material" not in told(case_of(checked))
    assert "needless-material" in told(case_of(checked.replace("完好", "完好, uses: [death]")))


def test_of_alternatives_that_nothing_needs_nothing_is_claimed_as_a_whole() -> None:
    """The police look only for identity: of who brings a passport nothing is known."""
    either = ("data: identity, ", "any: {identity: 0.9, passport: 0.1}, ")
    passport = ("data:\n", "data:\n  passport: {holder: health}\n")
    assert death("submitted", either, passport).the("own-paper").subject == "identity"


def test_somebody_has_to_come_with_what_is_cancelled_or_shown() -> None:
    assert death("submitted").found("needless-visit") == [("death-registration", "apply", "apply")]
    assert death("surrendered").found("needless-visit") == []
    assert death("shown").found("needless-visit") == []


@pytest.mark.parametrize(
    ("handling", "materials", "shown"),
    [("submitted", 1, 0), ("surrendered", 1, 0), ("shown", 0, 1)],
)
def test_papers_only_shown_are_counted_apart(handling: str, materials: int, shown: int) -> None:
    worst = death(handling).worst("death-registration")
    assert (worst.materials, worst.shown) == (materials, shown)


def test_what_is_shown_brings_its_data_and_a_link_is_advice() -> None:
    """The applicant carries it either way, but nobody is asked to hand a paper in."""
    abroad = ("identity: {holder: police}", "identity: {holder: health}")
    for handling, severity in (
        ("submitted", Severity.WARNING),
        ("shown", Severity.ADVICE),
        ("surrendered", Severity.ADVICE),
    ):
        case = death(handling, abroad)
        assert case.supply("death-registration")["cancel", "identity"] == "carried"
        assert case.the("missing-link").severity == severity, handling


class TestShown:
    CERTIFICATE = ("{holder: police}", "{holder: health, stored-as: e-certificate}")
    ABROAD = ("{holder: police}", "{holder: health}")

    def test_what_the_counter_can_see_need_not_be_shown(self) -> None:
        finding = death("shown").the("shown-paper")
        assert (finding.subject, finding.variant) == ("identity", "")
        assert gains(finding.benefit) == (0, 1, 0, 0), "with it goes the way to the counter"
        assert told(death("shown", self.ABROAD)) == set()

    def test_an_electronic_certificate_will_do(self) -> None:
        finding = death("shown", self.CERTIFICATE).the("shown-paper")
        assert finding.variant == "certificate"

    def test_of_alternatives_each_has_to_have_a_certificate(self) -> None:
        """Who has only the other one has nothing to show instead."""
        either = ("data: identity, ", "any: [identity, passport], ")
        passport = ("data:\n", "data:\n  passport: {holder: health, stored-as: e-certificate}\n")
        assert death("shown", passport, either).found("shown-paper") == []
        both = ("{holder: police}", "{holder: police, stored-as: e-certificate}")
        finding = death("shown", passport, either, both).the("shown-paper")
        assert (finding.subject, finding.variant) == ("identity|passport", "certificate")

    def test_a_law_that_wants_it_shown_is_amended_first(self) -> None:
        basis = ("handling: shown", "handling: shown, basis: 《某条例》第一条")
        assert death("shown", basis).the("shown-paper").amend == ("《某条例》第一条",)

    def test_what_only_the_applicant_knows_is_not_looked_up(self) -> None:
        assert told(death("shown", ("{holder: police}", "{holder: applicant}"))) == set()

    def test_what_is_banned_is_banned_though_only_shown(self) -> None:
        banned = ("{holder: police}", "{holder: police, banned: 某通知}")
        assert death("shown", banned).found("banned-material") == [
            ("death-registration", None, "identity")
        ]


PROMISE = """
matter: m
department: d
materials: [{name: 甲, data: x}]
steps:
  - {id: s, kind: approve, checks: [c], PROMISED, time: 5d}
---
departments: {d: {}, abroad: {kind: external}}
data: {x: {holder: abroad}}
criteria: {c: {uses: [x], verify: after}}
"""


class TestPromised:
    def test_the_applicants_word_stands_for_the_data(self) -> None:
        asked = case_of(PROMISE.replace("PROMISED, ", ""))
        assert asked.supply("m") == {("s", "x"): "carried"}
        assert asked.found("promised-paper") == [("m", None, "x")]
        given = case_of(PROMISE.replace("PROMISED", "promised: [c]"))
        assert given.supply("m") == {("s", "x"): "declared"}
        assert given.found("promised-paper") == []

    def test_all_checks_that_need_the_data_must_be_promised(self) -> None:
        two = PROMISE.replace("checks: [c]", "checks: [c, k]").replace(
            "criteria: {", "criteria: {k: {uses: [x]}, "
        )
        assert case_of(two.replace("PROMISED", "promised: [c]")).supply("m") == {
            ("s", "x"): "carried"
        }
        assert case_of(two.replace("PROMISED", "promised: [c, k]")).supply("m") == {
            ("s", "x"): "declared"
        }

    def test_a_need_that_is_written_is_no_matter_of_promises(self) -> None:
        own = (
            PROMISE.replace("PROMISED", "promised: [c]")
            .replace("checks: [c],", "needs: [x], checks: [k],")
            .replace("promised: [c]", "promised: [k]")
            .replace("criteria: {", "criteria: {k: {}, ")
        )
        assert case_of(own).supply("m") == {("s", "x"): "carried"}

    def test_nothing_is_missing_where_a_promise_stands(self) -> None:
        bare = PROMISE.replace("[{name: 甲, data: x}]", "[{name: 乙, data: form}]").replace(
            "data: {", "data: {form: {holder: applicant}, "
        )
        assert case_of(bare.replace("PROMISED, ", "")).found("no-source") == [("m", "s", "x")]
        assert case_of(bare.replace("PROMISED", "promised: [c]")).found("no-source") == []

    def test_sharing_comes_before_promising(self) -> None:
        public = PROMISE.replace("PROMISED, ", "").replace("{kind: external}", "{}")
        case = case_of(public)
        assert case.found("promised-paper") == []
        assert case.found("missing-link") == [("m", "s", "x")]


def test_a_paper_for_some_cases_may_rest_on_a_promise_for_them() -> None:
    """The need of t, which no check makes, does not arise together with the first paper."""
    text = """
matter: m
department: d
facts: {g: {o0: 0.5, o1: 0.25, o2: 0.25}}
volume: 100
materials:
  - {data: x, when: {g: o2}}
  - {data: x}
steps:
  - {id: b, kind: inspect, checks: [c]}
  - {id: t, kind: review, when: {g: o0}, needs: [x]}
---
departments: {d: {}}
data: {x: {}}
criteria: {c: {uses: [x], verify: after}}
"""
    finding = case_of(text).the("promised-paper")
    assert finding.subject == "x"
    assert gains(finding.benefit) == (0, 0, 1, 0)
    assert finding.benefit is not None
    assert finding.benefit.per_year == {"days": 0, "visits": 0, "materials": 25, "steps": 0}


def test_a_paper_that_a_statement_may_stand_for_needs_no_promise() -> None:
    either = PROMISE.replace("PROMISED, ", "").replace("data: x}]", "any: [x, form]}]")
    case = case_of(either.replace("data: {", "data: {form: {holder: applicant}, "))
    assert case.found("promised-paper") == []
