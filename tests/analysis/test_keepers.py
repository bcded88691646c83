"""Who keeps a check that two steps make, and what data attests it (semantics.md 2, "Approvals")."""

from __future__ import annotations

import pytest

from tests.analysis.cases import Case, case_of

TWO = """
matter: m
department: lead
steps:
  - {id: b, kind: review, department: first, checks: [c, only-b], time: 1d}
  - {id: s, kind: review, department: second, checks: [c, only-s], time: 1d}
  - {id: z, kind: approve, checks: [only-z], time: 1d}
---
departments: {lead: {}, first: {}, second: {}, holder: {}}
data: {x: {holder: HOLDER}, cert: {holder: holder}}
criteria: {c: {uses: USES}, only-b: {}, only-s: {}, only-z: {}}
"""


def two(holder: str, uses: str = "[x]", *changes: tuple[str, str]) -> Case:
    text = TWO.replace("HOLDER", holder).replace("USES", uses)
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    return case_of(text)


def dropped(case: Case) -> list[tuple[str | None, str]]:
    """Where the check goes, and what is known of its keeper."""
    return [(f.step, f.variant) for f in case.all("repeated-check")]


B_DECIDES = ("id: b, kind: review", "id: b, kind: approve")
S_DECIDES = ("id: s, kind: review", "id: s, kind: approve")


class TestKeeper:
    def test_who_owns_the_data_checks(self) -> None:
        assert dropped(two("first")) == [("s", "owner")]
        assert dropped(two("second")) == [("b", "owner")]

    def test_also_where_the_other_decides(self) -> None:
        assert dropped(two("second", "[x]", B_DECIDES)) == [("b", "owner")]

    def test_who_does_not_know_either_is_not_relied_on(self) -> None:
        """Neither holds the data and neither decides: nobody keeps the check."""
        assert dropped(two("holder")) == []

    def test_a_promise_is_no_check_to_rely_on(self) -> None:
        owned = ("checks: [c, only-b]", "checks: [c, only-b], promised: [c]")
        assert dropped(two("first", "[x]", owned)) == []
        later = ("checks: [c, only-s]", "checks: [c, only-s], promised: [c]")
        assert dropped(two("second", "[x]", later)) == []

    def test_one_department_relies_on_itself(self) -> None:
        same = ("department: second", "department: first")
        assert dropped(two("holder", "[x]", same)) == [("s", "")]

    def test_in_one_matter_who_decides_by_it_keeps_it(self) -> None:
        assert dropped(two("holder", "[x]", B_DECIDES)) == [("s", "")]
        assert dropped(two("holder", "[x]", S_DECIDES)) == [("b", "later")]
        assert dropped(two("holder", "[x]", B_DECIDES, S_DECIDES)) == [("s", "")]

    def test_without_data_the_earlier_keeps_it_unless_the_later_decides(self) -> None:
        assert dropped(two("holder", "[]")) == [("s", "no-data")]
        assert dropped(two("holder", "[]", S_DECIDES)) == [("b", "later")]
        assert dropped(two("holder", "[]", B_DECIDES, S_DECIDES)) == [("s", "no-data")]

    def test_of_two_owners_too(self) -> None:
        one_house = ("first: {}, second: {}", "first: {parent: h}, second: {parent: h}, h: {}")
        assert dropped(two("h", "[x]", one_house)) == [("s", "owner")]
        assert dropped(two("h", "[x]", one_house, S_DECIDES)) == [("b", "owner")]

    def test_examination_and_decision_of_one_office_are_two(self) -> None:
        one = ("department: second", "department: first")
        assert dropped(two("first", "[x]", one, S_DECIDES)) == []

    def test_who_is_not_public_keeps_nothing(self) -> None:
        assert dropped(two("first", "[x]", ("first: {}", "first: {kind: bank}"))) == []

    def test_what_changes_in_between_is_checked_again(self) -> None:
        change = ("department: first,", "department: first, changes: [x],")
        assert dropped(two("first", "[x]", change)) == []
        assert dropped(two("second", "[x]", change)) == []


CALLS = """
matter: joint
department: lead
steps:
  - {id: one, matter: one}
  - {id: two, matter: two}
---
matter: one
department: first
steps:
  - {id: b, kind: approve, checks: [c, only-b], time: 1d}
---
matter: two
department: second
steps:
  - {id: s, kind: approve, checks: [c, only-s], time: 1d}
---
departments: {lead: {}, first: {}, second: {}, holder: {}}
data: {x: {holder: HOLDER}}
criteria: {c: {uses: [x]}, only-b: {}, only-s: {}}
"""


class TestTwoMatters:
    def test_where_nobody_owns_the_data_each_decides_for_itself(self) -> None:
        """The water company need not rely on the gas company's look at the title deed."""
        assert case_of(CALLS.replace("HOLDER", "holder")).found("repeated-check") == []

    def test_who_owns_it_checks_for_both(self) -> None:
        case = case_of(CALLS.replace("HOLDER", "second"))
        assert case.found("repeated-check") == [("joint", "one/b", "c")]
        case = case_of(CALLS.replace("HOLDER", "first"))
        assert case.found("repeated-check") == [("joint", "two/s", "c")]


ATTESTED = """
matter: m
department: d
steps:
  - {id: apply, kind: apply}
  - {id: s, kind: review, checks: [c], needs: [cert], time: 2d}
  - {id: e, kind: approve, checks: [c2], time: 1d}
OTHER
---
departments: {d: {}, e: {}}
data:
  x: {holder: e}
  cert: {holder: e, ATTESTS}
criteria: {c: {uses: [x]}, c2: {}}
links:
  - {data: cert, to: d}
  - {data: x, to: d}
"""
CHANGES = (
    "---\nmatter: other\ndepartment: e\nsteps: [{id: a, kind: approve, checks: [c2], changes: [x]}]"
)
PRODUCES = (
    "---\nmatter: p\ndepartment: e\nsteps: [{id: a, kind: approve, checks: [c], produces: [cert]}]"
)


def attested(other: str = "", attests: str = "attests: [c]", change: str = "") -> Case:
    text = ATTESTED.replace("OTHER\n", f"{other}\n" if other else "").replace("ATTESTS", attests)
    return case_of(text.replace("checks: [c2], time", f"checks: [c2], {change}time"))


GONE = [("m", "s", "c")]


class TestAttested:
    def test_the_registry_vouches_for_what_it_declares(self) -> None:
        assert attested().found("attested-check") == GONE
        assert attested(CHANGES).found("attested-check") == GONE

    def test_what_this_chain_changes_afterwards_is_harmless(self) -> None:
        assert attested("", change="changes: [x], ").found("attested-check") == GONE

    def test_what_may_change_before_is_judged_anew(self) -> None:
        text = ATTESTED.replace("OTHER\n", "").replace("ATTESTS", "attests: [c]")
        before = "  - {id: w, kind: other, changes: [x]}\n  - {id: s,"
        assert case_of(text.replace("  - {id: s,", before)).found("attested-check") == []

    def test_what_its_producer_checked_is_attested(self) -> None:
        assert attested(PRODUCES, "name: 证").found("attested-check") == GONE

    def test_but_not_what_was_checked_by_a_step_of_nobody(self) -> None:
        maker = "{id: b, kind: issue, department: e, produces: [cert]}"
        look = "{id: a, kind: approve, %schecks: [c]}"
        made = f"---\nmatter: p\nsteps: [{look}, {maker}]"
        assert attested(made % "department: e, ", "name: 证").found("attested-check") == GONE
        assert attested(made % "", "name: 证").found("attested-check") == []

    def test_nor_what_was_granted_on_the_word_of_the_applicant(self) -> None:
        made = "---\nmatter: p\nsteps: [{id: a, kind: approve, department: e, %schecks: [c]}, "
        made += "{id: b, kind: issue, department: e, produces: [cert]}]"
        assert attested(made % "", "name: 证").found("attested-check") == GONE
        assert attested(made % "promised: [c], ", "name: 证").found("attested-check") == []

    def test_a_paper_of_which_there_is_only_the_word_attests_nothing(self) -> None:
        """It is needed for a check alone that is granted on a promise: nobody brings it."""
        text = ATTESTED.replace("OTHER\n", "").replace("ATTESTS", "attests: [c]")
        asked = (
            text.replace(", needs: [cert]", "")
            .replace("  - {id: s,", "  - {id: w, kind: review, checks: [of-cert]%s}\n  - {id: s,")
            .replace("criteria: {", "criteria: {of-cert: {uses: [cert]}, ")
        )
        assert case_of(asked % "").found("redundant-approval") == [("m", "s", "s")]
        assert case_of(asked % ", promised: [of-cert]").found("redundant-approval") == []

    def test_unless_a_third_matter_changes_it(self) -> None:
        assert attested(f"{PRODUCES}\n{CHANGES}", "name: 证").found("attested-check") == []

    def test_the_chain_at_hand_is_no_third_matter(self) -> None:
        case = attested(PRODUCES, "name: 证", "changes: [x], ")
        assert case.found("attested-check") == GONE

    def test_a_certificate_that_an_earlier_step_needs_spares_the_whole_step(self) -> None:
        text = ATTESTED.replace("OTHER\n", "").replace("ATTESTS", "attests: [c]")
        early = text.replace(", needs: [cert]", "").replace(
            "  - {id: s,", "  - {id: w, kind: accept, needs: [cert]}\n  - {id: s,"
        )
        assert case_of(early).found("redundant-approval") == [("m", "s", "s")]

    def test_a_link_that_carries_nothing_attests_nothing(self) -> None:
        text = ATTESTED.replace("OTHER\n", "").replace("ATTESTS", "attests: [c]")
        none = text.replace("  - {data: cert, to: d}\n", "").replace(
            "steps:", "complete: materials\nsteps:"
        )
        assert case_of(none).found("attested-check") == []


@pytest.mark.parametrize(
    ("change", "left"),
    [
        (("time: 3d", "time: 3d"), [("m", "v", "u")]),
        (("time: 3d", "time: 29min"), []),
        (("time: 3d", "time: 30min"), [("m", "v", "u")]),
    ],
)
def test_running_in_parallel_has_to_save_half_an_hour(
    change: tuple[str, str], left: list[tuple[str, str, str]]
) -> None:
    text = (
        "matter: m\ndepartment: d\nsteps:\n"
        "  - {id: u, kind: review, department: e, checks: [c], time: 5d}\n"
        "  - {id: v, kind: review, checks: [k], time: 3d}\n"
        "  - {id: z, kind: approve, checks: [c2], time: 1d}\n---\n"
        "departments: {d: {}, e: {}}\ncriteria: {c: {}, k: {}, c2: {}}\n"
    )
    assert case_of(text.replace(*change)).found("serial-approval") == left
