"""What called matters ask for one by one, and what `joined` makes one of (semantics.md 1.11)."""

from __future__ import annotations

import pytest

from tests.analysis.cases import Case, case_of, gains

JOINT = """
matter: moving-in
type: joint
department: service
volume: 1000
JOINED
steps:
  - {id: water, matter: water}
  - {id: gas, matter: gas, AFTER}
---
matter: water
department: water-company
materials:
  - {name: 房产证, data: realty}
  - {name: 申请表, data: water-form}
steps:
  - {id: apply, kind: apply, visit: 1}
  - {id: accept, kind: accept, needs: [realty, water-form]}
  - {id: open, kind: approve, checks: [owner], time: 2d}
---
matter: gas
department: gas-company
materials:
  - {name: 房产证复印件, data: realty, form: copy}
  - {name: 申请表, data: gas-form}
steps:
  - {id: apply, kind: apply, visit: 1}
  - {id: accept, kind: accept, needs: [realty, gas-form]}
  - {id: open, kind: approve, checks: [owner], time: 3d}
---
departments:
  service: {}
  water-company: {}
  gas-company: {}
  natres: {}
data:
  realty: {holder: natres}
  water-form: {holder: applicant}
  gas-form: {holder: applicant}
criteria:
  owner: {uses: [realty]}
"""


FACTS = (
    "steps:\n  - {id: water, matter: water}",
    "facts: {has-gas: [yes, no]}\nsteps:\n  - {id: water, matter: water, when: {has-gas: no}}",
)
"""Water is only for those who have no gas."""
OPEN = "  - {id: open, kind: approve, checks: [owner], time: 2d}"
AGAIN = (OPEN, "  - {id: again, kind: apply}\n" + OPEN)
"""People apply for water twice."""


def joint(joined: str = "", *changes: tuple[str, str]) -> Case:
    text = JOINT.replace("JOINED", f"joined: {joined}" if joined else "name: 入住一件事")
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    return case_of(text.replace(", AFTER", ""))


def asked(case: Case) -> tuple[float, float, float, float]:
    """Applications, visits, windows and papers of the joint service in its worst case."""
    worst = case.worst("moving-in")
    return worst.applications, worst.visits, worst.windows, worst.materials


def test_what_each_member_asks_is_asked() -> None:
    assert asked(joint()) == (2, 2, 2, 4)
    assert asked(joint("none")) == (2, 2, 2, 4)


@pytest.mark.parametrize(
    ("joined", "expected"),
    [
        ("applications", (1, 1, 2, 4)),
        ("acceptance", (2, 2, 1, 4)),
        ("materials", (2, 2, 2, 3)),
        ("[applications, acceptance, materials]", (1, 1, 1, 3)),
    ],
)
def test_only_what_is_said_to_be_joined_is_joined(
    joined: str, expected: tuple[int, int, int, int]
) -> None:
    assert asked(joint(joined)) == expected


def test_what_of_a_joined_application_is_left_has_gone() -> None:
    steps = [step.id for step in joint("applications").chain("moving-in").steps]
    assert steps == ["water/apply", "water/accept", "water/open", "gas/accept", "gas/open"]


def test_an_acceptance_that_needs_data_stays_but_is_no_window() -> None:
    case = joint("acceptance")
    assert case.chain("moving-in").step("gas/accept").is_joined
    assert case.worst("moving-in").steps == 6


def test_visits_beyond_those_of_the_first_stay() -> None:
    twice = (
        "{id: apply, kind: apply, visit: 1}\n  - {id: accept, kind: accept, needs: [realty, gas",
        "{id: apply, kind: apply, visit: 3}\n  - {id: accept, kind: accept, needs: [realty, gas",
    )
    case = joint("applications", twice)
    assert case.chain("moving-in").step("gas/apply").visit == 2
    assert asked(case)[:2] == (1, 3)


def test_a_visit_that_a_law_requires_joins_none() -> None:
    law = (
        "{id: apply, kind: apply, visit: 1}",
        "{id: apply, kind: apply, visit: 1, visit-basis: 某法}",
    )
    assert asked(joint("applications", law)) == (2, 2, 2, 4)


def test_the_services_own_application_comes_first() -> None:
    """The members' applications join it, and nothing of theirs is left."""
    own = (
        "  - {id: water, matter: water}",
        "  - {id: a, kind: apply, visit: 1}\n  - {id: water, matter: water}",
    )
    case = joint("applications", own)
    assert [s.id for s in case.chain("moving-in").steps if s.kind == "apply"] == ["a"]
    assert asked(case)[:2] == (1, 1)
    assert asked(joint("", own))[:2] == (3, 3)


def test_people_make_one_way_for_one_application_wherever_it_begins() -> None:
    """The first application is made online; of the two that join it one way is left, not two."""
    own = (
        "  - {id: water, matter: water}",
        "  - {id: a, kind: apply}\n  - {id: water, matter: water}",
    )
    case = joint("applications", own)
    visits = {s.id: s.visit for s in case.chain("moving-in").steps if s.kind == "apply"}
    assert visits == {"a": 0, "water/apply": 1}
    assert asked(case)[:2] == (1, 1)


def test_a_way_made_in_some_cases_alone_spares_none_in_others() -> None:
    """The water's application joins the first where there is no gas, the gas's always."""
    own = (
        "  - {id: water, matter: water",
        "  - {id: a, kind: apply}\n  - {id: water, matter: water",
    )
    case = joint("applications", FACTS, own)
    visits = {s.id: s.visit for s in case.chain("moving-in").steps if s.kind == "apply"}
    assert visits == {"a": 0, "water/apply": 1, "gas/apply": 1}


def test_calls_that_run_beside_each_other_join_too() -> None:
    """The first in chain order takes in the others, though it is not before them in time."""
    assert asked(joint("applications", ("AFTER", "after: []"))) == (1, 1, 2, 4)


def test_an_application_joins_only_one_that_takes_place_whenever_it_does() -> None:
    assert asked(joint("applications", FACTS))[0] == 2
    later = ("AFTER", "when: {has-gas: no}")
    assert asked(joint("applications", FACTS, later))[0] == 1


def test_two_applications_of_one_matter_are_its_own() -> None:
    """Other calls must lead to what takes in: a matter's own two applications stay two."""
    case = joint("applications", AGAIN)
    assert [s.id for s in case.chain("moving-in").steps if s.kind == "apply"] == [
        "water/apply",
        "water/again",
    ]


def test_joined_papers_are_asked_for_whenever_one_of_them_is() -> None:
    chain = joint("materials", FACTS).chain("moving-in")
    assert [m.alternatives for m in chain.materials].count(("realty",)) == 1
    figures = chain.metrics()
    assert (figures.worst.materials, figures.mean.materials) == (3, 2.5)


def test_papers_of_another_handling_are_not_one() -> None:
    shown = ("data: realty, form: copy}", "data: realty, handling: shown}")
    worst = joint("materials", shown).worst("moving-in")
    assert (worst.materials, worst.shown) == (3, 1)


def test_what_one_member_asks_for_is_not_at_hand_in_another() -> None:
    """Without its own copy the gas company has nothing, until one set serves all."""
    one = ("  - {name: 房产证复印件, data: realty, form: copy}\n", "")
    supply = joint("", one).supply("moving-in")
    assert (supply["water/accept", "realty"], supply["gas/accept", "realty"]) == (
        "carried",
        "missing",
    )
    joined = joint("materials", one).supply("moving-in")
    assert joined["gas/accept", "realty"] == "carried"


def test_what_the_service_itself_asks_for_reaches_its_members() -> None:
    own = ("name: 入住一件事", "materials: [{name: 房产证, data: realty}]")
    none = [
        ("  - {name: 房产证复印件, data: realty, form: copy}\n", ""),
        ("  - {name: 房产证, data: realty}\n", ""),
    ]
    supply = joint("", *none, own).supply("moving-in")
    assert (supply["water/accept", "realty"], supply["gas/accept", "realty"]) == (
        "carried",
        "carried",
    )


class TestFindings:
    def test_each_kind_is_proposed_with_what_it_saves(self) -> None:
        case = joint()
        for rule, saved in (
            ("several-applications", (0, 1, 0, 1)),
            ("several-windows", (0, 0, 0, 0)),
            ("repeated-material", (0, 0, 1, 0)),
        ):
            finding = case.the(rule)
            assert (finding.matter, finding.step, finding.subject) == (
                "moving-in",
                None,
                "moving-in",
            )
            assert gains(finding.benefit) == saved, rule
        assert case.the("several-applications").facts["count"] == 2

    def test_what_is_joined_is_not_proposed(self) -> None:
        case = joint("[applications, acceptance, materials]")
        for rule in ("several-applications", "several-windows", "repeated-material"):
            assert case.found(rule) == []

    def test_papers_of_which_no_case_meets_two_are_not_repeated(self) -> None:
        case = joint("", FACTS, ("AFTER", "when: {has-gas: yes}"))
        assert case.found("repeated-material") == []
        assert case.found("several-applications") == []
        assert case.found("several-windows") == []

    def test_where_joining_changes_nothing_nothing_is_promised(self) -> None:
        findings = {f.matter: f for f in joint("", AGAIN).all("several-applications")}
        assert findings["water"].variant == "within"
        assert findings["water"].benefit is None
        assert findings["moving-in"].benefit is not None


NESTED = """
matter: outer
department: service
joined: applications
steps:
  - {id: a, kind: apply, visit: 1}
  - {id: in, matter: inner}
---
matter: inner
department: service
JOINED
steps:
  - {id: first, matter: member}
  - {id: second, matter: member}
---
matter: member
department: office
steps:
  - {id: apply, kind: apply, visit: 1}
  - {id: decide, kind: approve, time: 1d}
---
departments: {service: {}, office: {}}
"""


@pytest.mark.parametrize(("joined", "inner"), [("name: x", 2), ("joined: applications", 1)])
def test_what_the_caller_joins_is_joined_at_any_depth(joined: str, inner: int) -> None:
    """All calls are taken first, so the outer service joins what its members' members ask."""
    case = case_of(NESTED.replace("JOINED", joined))
    assert case.worst("inner").applications == inner
    assert case.worst("outer").applications == 1
    assert [s.id for s in case.chain("outer").steps] == ["a", "in/first/decide", "in/second/decide"]


def test_what_a_called_matter_has_joined_is_joined_in_its_caller_too() -> None:
    text = NESTED.replace(
        "joined: applications\nsteps:\n  - {id: a,", "name: x\nsteps:\n  - {id: a,"
    )
    case = case_of(text.replace("JOINED", "joined: applications"))
    assert case.worst("inner").applications == 1
    assert case.worst("outer").applications == 2
    assert case.found("several-applications") == [("outer", None, "outer")]


LEFT_OUT = """
matter: outer
department: service
JOINED
steps: [{id: in, matter: inner}]
---
matter: inner
department: service
facts: {place: [city, village]}
steps:
  - {id: first, matter: member, after: [apply], when: {place: city}}
  - {id: second, matter: member, after: []}
  - {id: apply, kind: apply, after: []}
  - {id: accept, kind: accept}
---
matter: member
department: office
steps:
  - {id: apply, kind: apply}
  - {id: accept, kind: accept}
---
departments: {service: {}, office: {}}
"""


@pytest.mark.parametrize(
    "joined", ["[applications, acceptance]", "[acceptance, applications]", "[applications]"]
)
def test_what_is_left_out_keeps_its_place_in_the_order_of_what_is_joined(joined: str) -> None:
    """The member in town waits for an application that is left out: its window is not the first
    for that, so all windows are joined to the one that everybody comes to."""
    case = case_of(LEFT_OUT.replace("JOINED", f"joined: {joined}"))
    if "acceptance" in joined:
        assert [s.id for s in case.chain("outer").steps] == ["in/second/apply", "in/second/accept"]
    else:
        (finding,) = (f for f in case.all("several-windows") if f.matter == "outer")
        assert gains(finding.benefit) == (0, 0, 0, 2)
