"""What is recorded, what has ended, whose step it is, what is described, by hand (semantics 2)."""

from typing import Any

from .by_hand import ALL, Entry, approve, keys, matter, review, verdict_on

DATA: Entry = {
    "x": {"holder": "health"},
    "paper": {"holder": "health"},
    "told": {"holder": "applicant"},
}
CRITERIA: Entry = {"c": {}, "d": {}, "far": {"uses": "x"}}
ENDED: Entry = {"provision": "law", "until": "2026-05-31", "repealed-by": "other law"}
LAST_DAY: Entry = {"provision": "law", "until": "2026-06-01"}


def nobody(steps: list[Entry], id_: str = "m", **more: Any) -> Entry:
    """A matter without a lead."""
    return {"matter": id_, **more, "steps": steps}


def test_missing_needs_where_materials_are_recorded() -> None:
    """Says: "Needs that are `missing` are spoken of only where materials are recorded": somewhere
    in the catalogue (optional ones count), or the matter where it would be written is complete."""
    paper = {"name": "letter", "necessity": "optional"}
    one = matter([approve("s", needs="x")])
    for change, others, is_found in (
        ({}, [], False),
        (ALL, [], True),
        ({"complete": ["basis", "checks"]}, [], False),
        ({}, [matter([], "n", materials=[{"data": "x"}]) | {"steps": [approve("t")]}], True),
        ({}, [matter([approve("t")], "n", materials=[paper])], True),
        ({}, [matter([{"id": "go", "matter": "m"}], "n", **ALL)], False),
    ):
        verdict = verdict_on(one | change, *others, data=DATA)
        assert bool(keys(verdict, "missing-link")) is is_found


def test_checks_and_basis_are_recorded() -> None:
    """empty-approval "where checks are recorded", baseless-approval "where basis is recorded"
    ("a matter, an approval-like step or a criterion names one (ended or not)")."""
    one = matter([review("a"), approve("b", checks="c"), approve("e")])
    verdict = verdict_on(one, criteria=CRITERIA)
    assert len(keys(verdict, "empty-approval")) == 2
    assert not keys(verdict, "baseless-approval")
    for criteria, more, is_found in (
        ({**CRITERIA, "d": {"basis": "law"}}, {}, True),
        ({**CRITERIA, "d": {"basis": ENDED}}, {}, True),
        (CRITERIA, {"complete": "basis"}, True),
        (CRITERIA, {"basis": ENDED}, True),
        (CRITERIA, {"basis": LAST_DAY}, False),
        ({**CRITERIA, "c": {"basis": ["law", ENDED]}}, {}, False),
        ({**CRITERIA, "c": {"basis": [ENDED]}}, {}, True),
    ):
        verdict = verdict_on(one | more, criteria=criteria)
        found = keys(verdict, "baseless-approval")
        assert found == ({("baseless-approval", "m", "b", "b")} if is_found else set())


def test_what_registries_record() -> None:
    """personal-without-purpose, restricted-without-basis, unmapped-material, no-lead."""
    personal = {**DATA, "x": {"holder": "health", "personal": "yes"}}
    links = [{"data": "x", "to": "police"}, {"data": "paper", "to": "police"}]
    one = matter([approve("s", needs="x")])
    assert not keys(verdict_on(one, data=personal, links=links), "personal-without-purpose")
    links[1]["purpose"] = "aid"
    assert keys(verdict_on(one, data=personal, links=links), "personal-without-purpose")
    for basis, is_found in (({}, False), ({"basis": ENDED}, True), ({"basis": "law"}, True)):
        data = {"x": {"sharing": "restricted"}, "y": basis}
        found = keys(verdict_on(one, data=data), "restricted-without-basis")
        assert found == ({("restricted-without-basis", None, None, "x")} if is_found else set())
    lapsed = {"x": {"sharing": "restricted", "basis": ENDED}}
    assert keys(verdict_on(one, data=lapsed), "restricted-without-basis")
    for materials, is_found in (
        ([{"name": "letter"}], False),
        ([{"name": "letter"}, {"data": "x"}], True),
        ([{"name": "letter"}, {"data": "x", "necessity": "optional"}], True),
    ):
        verdict = verdict_on(one | {"materials": materials}, data=DATA)
        assert bool(keys(verdict, "unmapped-material")) is is_found
    assert not keys(verdict_on(nobody([approve("s")]), data=DATA), "no-lead")
    verdict = verdict_on(nobody([approve("s")]), one | {"matter": "n"}, data=DATA)
    assert keys(verdict, "no-lead") == {("no-lead", "m", None, "m")}


def test_a_baseless_material_of_a_matter_that_is_complete() -> None:
    """3: "and for a baseless one unless its matter says `complete` for basis"."""
    materials = [{"data": "x"}, {"data": "paper", "basis": "law"}]
    for more, amount, benefit in (
        ({}, 1, None),
        ({"complete": "basis"}, 1, (0, 0, 1, 0)),
        ({"complete": "basis", "materials": materials[:1]}, 1, (0, 0, 1, 0)),
        ({"materials": materials[:1]}, 0, None),
        ({"materials": [materials[0], {"data": "paper", "basis": ENDED}]}, 0, None),
    ):
        one = matter([approve("s")], materials=materials) | more
        verdict = verdict_on(one, data=DATA)
        found: Any = [verdict.findings[key] for key in keys(verdict, "baseless-material")]
        assert [held.benefit for held in found] == [benefit] * amount


def test_a_basis_that_has_ended_is_none() -> None:
    """Says: "A basis with `until` before the date is none": of visits, of order, of the law that
    forbids sharing, of what is to be amended."""
    paper = {"data": "x", "basis": [ENDED, LAST_DAY]}
    steps = [approve("s", needs="x", visit=1, **{"visit-basis": ENDED})]
    data = {"x": {"holder": "police", "sharing": "restricted", "basis": ENDED}}
    verdict = verdict_on(matter(steps, materials=[paper]), data=data)
    assert keys(verdict, "needless-visit")
    found: Any = verdict.findings["own-paper", "m", None, "x"]
    assert found.amend == ("law",)
    far = {"x": {"holder": "health", "sharing": "restricted", "basis": ENDED}}
    verdict = verdict_on(matter([approve("s", needs="x")], **ALL), data=far)
    assert keys(verdict, "missing-link", "no-source") == {("missing-link", "m", "s", "x")}
    far["x"]["basis"] = LAST_DAY
    verdict = verdict_on(matter([approve("s", needs="x")], **ALL), data=far)
    assert keys(verdict, "missing-link", "no-source") == {("no-source", "m", "s", "x")}


def test_nothing_is_said_of_approvals_by_nobody() -> None:
    """1.6: "none of Approvals speaks at it or relies on it"; a lead, and all of it is found."""
    steps = [review("b", checks="c"), approve("s", checks=["c", "d"]), review("e")]
    rules = ("redundant-approval", "repeated-check", "empty-approval", "baseless-approval")
    full: Entry = {"complete": ["basis", "checks"]}
    verdict = verdict_on(nobody(steps, **full), criteria=CRITERIA)
    assert not keys(verdict, *rules, "serial-approval", "layered-approval")
    named = nobody([steps[0] | {"department": "health"}, *steps[1:]], **full)
    verdict = verdict_on(named, criteria=CRITERIA)
    assert keys(verdict, *rules) == {("baseless-approval", "m", "b", "b")}
    verdict = verdict_on(named | {"department": "police"}, criteria=CRITERIA)
    assert keys(verdict, *rules) == {
        ("redundant-approval", "m", "b", "b"),
        ("baseless-approval", "m", "b", "b"),
        ("baseless-approval", "m", "s", "s"),
        ("empty-approval", "m", "e", "e"),
    }


def test_what_nobody_makes_attests_nothing() -> None:
    """attests(e) and prerequisites do not rely on a step that should have a department."""
    asking = matter([approve("s", checks=["c", "d"], needs="paper")], materials=[{"data": "paper"}])
    making = [approve("p", checks="c", produces="paper")]
    for issuing, is_found in ((matter(making, "n"), True), (nobody(making, "n"), False)):
        verdict = verdict_on(asking, issuing, data=DATA, criteria=CRITERIA)
        assert bool(keys(verdict, "attested-check")) is is_found
    looping = [approve("p", needs="x", produces="x")]
    for one, is_found in ((matter(looping, **ALL), True), (nobody(looping, **ALL), False)):
        assert bool(keys(verdict_on(one, data=DATA), "own-product")) is is_found


def test_links_that_a_step_of_nobody_may_use() -> None:
    """Says: unused-link and excess-fields "are silent where a step that should have a department
    and has none needs the data"."""
    data = {"x": {"holder": "health", "fields": ["f", "g"]}}
    links = [{"data": "x", "to": "bank"}, {"data": "x", "to": "police"}]
    one = matter([approve("s", needs={"data": "x", "fields": "f"})])
    for other, rules in (
        (nobody([approve("t")], "n"), {"unused-link", "excess-fields"}),
        (nobody([approve("t", needs="x")], "n"), set()),
    ):
        verdict = verdict_on(one, other, data=data, links=links)
        assert {key[0] for key in keys(verdict, "unused-link", "excess-fields")} == rules


def test_a_chain_that_is_not_described() -> None:
    """2: what is silent "in a chain that is not described (1.1)": a matter listed without steps,
    and every chain that calls it."""
    data = {**DATA, "x": {"holder": "health", "banned": "list"}}
    listed = {"matter": "list", "department": "health", "materials": [{"data": "paper"}]}
    steps = [
        {"id": "apply", "kind": "apply", "visit": 1},
        review("b", checks="c", department="health"),
        approve("s", checks=["c", "d"], needs=["paper", "x"], time="1d"),
        review("e", department="health"),
    ]
    papers = [{"data": "paper", "handling": "shown"}, {"data": "x"}, {"data": "told"}]
    links = [{"data": "paper", "to": "police"}, {"data": "told", "from": "bank", "to": "hub"}]
    rest: Entry = {"data": data, "criteria": CRITERIA, "links": links}
    more: Entry = {"materials": papers, "complete": ["basis", "checks"]}
    verdict = verdict_on(matter(steps, **more), **rest)
    described = {key[0] for key in verdict.findings}
    calling = matter([*steps, {"id": "go", "matter": "list"}], **more)
    verdict = verdict_on(calling, listed, **rest)
    mine = {key for key in verdict.findings if key[1] == "m"}
    assert described - {key[0] for key in mine} == {
        "redundant-approval", "shown-paper", "unused-link",
    }  # fmt: skip
    assert {key[0] for key in verdict.findings if key[1] == "list"} == set()
    assert verdict.metrics["list"]["worst"]["materials"] == 1  # type: ignore[index]
    banned: Any = verdict.findings["banned-material", "m", None, "x"]
    assert banned.benefit is None


def test_who_keeps_what_neither_knows() -> None:
    """Says: "only where b and s stand in one matter (and one call of it) and at least one of them
    answers for c"; "a decision step of that very department, written in its matter"."""
    data, criteria = {"x": {"holder": "bank"}}, {"far": {"uses": "x"}, "d": {}}
    b, s = review("b", checks=["far"], department="health"), approve("s", checks=["far", "d"])
    end = {"id": "end", "kind": "notify"}
    other = review("s", checks=["far", "d"])
    for steps, expected in (
        ([b, s, end], {("redundant-approval", "m", "b", "b")}),
        ([b, other, end], set()),  # neither answers
        ([approve("b", checks="far", department="health"), other, end], {"s"}),
    ):
        verdict = verdict_on(matter(steps), data=data, criteria=criteria)
        found = keys(verdict, "redundant-approval", "repeated-check")
        repeated = {("repeated-check", "m", step, "far") for step in expected if step == "s"}
        assert found == (repeated or expected)
    called = matter([b, end], "called", department="health")
    verdict = verdict_on(
        matter([{"id": "go", "matter": "called"}, s]), called, data=data, criteria=criteria
    )
    assert not keys(verdict, "redundant-approval", "repeated-check")


def test_rivals_share_what_nobody_else_checks() -> None:
    """Says: "of which ≥ 2 are checked in no matter of another set or another kind of applicant (or
    of none written; what everybody checks makes no rivals)"."""
    steps = [approve("a", checks=["c", "d"])]
    one = matter(steps, "one", applicant="person")
    two = matter(steps, "two", applicant="person", department="health")
    for third, is_found in (
        (matter([approve("a", checks="far")], "three"), True),
        (matter([approve("a", checks=["c", "far"])], "three", applicant="person"), False),
        (matter(steps, "three", applicant="entity"), False),
        (matter(steps, "three"), False),
        (matter(steps, "three", applicant="person"), True),
    ):
        verdict = verdict_on(one, two, third, data=DATA, criteria=CRITERIA)
        assert bool(keys(verdict, "rival-matters")) is is_found
