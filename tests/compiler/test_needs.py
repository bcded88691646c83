"""What a step needs: its own words and the data of its checks (semantics.md 1.5, 1.8)."""

from __future__ import annotations

from tests.analysis.cases import Case, case_of

MATTER = """
matter: m
department: d
facts: {g: [a, b], h: [a, b]}
materials: [{name: 甲, data: x}]
steps:
  - {id: s, kind: approve, checks: [c], NEEDS, when: {g: a}}
  - {id: t, kind: notify, when: {h: a}}
---
departments: {d: {}, e: {}}
data: {x: {holder: e, fields: [f1, f2]}, y: {holder: e}}
criteria: {c: {uses: [x]}, k: {uses: [y]}}
"""


def needs(entries: str, *changes: tuple[str, str]) -> list[tuple[str, frozenset[str], str | None]]:
    """Data, fields and greatest age of each need of the step."""
    case = case_of(changed(entries, *changes))
    return [(n.data, n.demand.fields, n.demand.max_age) for n in case.chain("m").needs("s")]


def changed(entries: str, *changes: tuple[str, str]) -> str:
    text = MATTER.replace("NEEDS, ", f"needs: {entries}, " if entries else "")
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def supply(case: Case) -> str:
    return case.supply("m")["s", "x"]


ALL: frozenset[str] = frozenset()


def test_the_data_of_a_check_is_needed_as_a_whole() -> None:
    assert needs("") == [("x", ALL, None)]


def test_an_entry_says_more_exactly_what_the_check_uses() -> None:
    assert needs("[{data: x, fields: f1, max-age: daily}]") == [("x", frozenset({"f1"}), "daily")]


def test_an_entry_stands_for_all_uses_also_where_it_never_holds() -> None:
    """It says when the data is used: never, as the guards of step and entry exclude each other."""
    assert needs("[{data: x, when: {g: b}}]") == []
    case = case_of(changed("[{data: x, when: {h: a}}]"))
    (need,) = case.chain("m").needs("s")
    assert case.chain("m").scenarios.is_possible(need.guard)
    assert not case.chain("m").scenarios.implies(case.chain("m").step("s").guard, need.guard)


def test_entries_of_one_data_are_one_need() -> None:
    two = "[{data: x, fields: f1, max-age: daily}, {data: x, fields: f2}]"
    assert needs(two) == [("x", frozenset({"f1", "f2"}), "daily")]
    assert needs("[{data: x, fields: f1}, x]") == [("x", ALL, None)]
    ages = "[{data: x, max-age: monthly}, {data: x, max-age: daily}]"
    assert needs(ages) == [("x", ALL, "daily")]


def test_alternatives_are_never_merged() -> None:
    """The check still needs x of everybody; of those who have x the entry needs it once more."""
    found = [data for data, _, _ in needs("[{any: [x, y]}, {any: [y, x]}]")]
    assert found.count("y") == 2
    assert found.count("x") == 3


def test_a_promise_stands_for_an_entry_that_says_more_of_a_check() -> None:
    promised = ("checks: [c],", "checks: [c], promised: [c],")
    assert supply(case_of(changed("[{data: x, fields: f1}]"))) == "carried"
    assert supply(case_of(changed("[{data: x, fields: f1}]", promised))) == "declared"


def test_of_alternatives_no_check_is_the_source() -> None:
    promised = ("checks: [c],", "checks: [k], promised: [k],")
    case = case_of(changed("[{any: [x, y]}]", promised))
    assert case.supply("m")["s", "x"] == "carried"


def test_a_paper_comes_with_the_need_only_if_it_is_asked_for_whenever_it_arises() -> None:
    sometimes = ("{name: 甲, data: x}", "{name: 甲, data: x, when: {h: a}}")
    assert supply(case_of(changed("", sometimes))) == "missing"
    assert supply(case_of(changed("[{data: x, when: {h: a}}]", sometimes))) == "carried"
    both = ("{name: 甲, data: x}", "{data: x, when: {h: a}}, {data: x, when: {h: b}}")
    assert supply(case_of(changed("", both))) == "carried"


def test_an_optional_paper_brings_nothing() -> None:
    optional = ("data: x}]", "data: x, necessity: optional}]")
    assert supply(case_of(changed("", optional))) == "missing"
    later = ("data: x}]", "data: x, necessity: later}]")
    assert supply(case_of(changed("", later))) == "carried"


def test_who_brings_what_a_step_of_nobody_needs_collaborates() -> None:
    case = case_of(
        "matter: m\nsteps: [{id: s, kind: review, needs: [x]}]\n"
        "---\ndepartments: {d: {}}\ndata: {x: {holder: d}}\n"
    )
    assert case.chain("m").collaborators == ("d",)
    assert case.supply("m") == {("s", "x"): "missing"}
    assert case.findings == ()
