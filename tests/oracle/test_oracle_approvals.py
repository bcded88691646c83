"""Baseless, layered, automatic approvals, promises and rivals, computed by hand (semantics 2)."""

from typing import Any

from .by_hand import Entry, approve, keys, matter, review, verdict_on

REGISTRY: Entry = {
    "data": {
        "x": {"holder": "health"},
        "y": {"holder": "police"},
        "z": {"holder": "applicant"},
        "w": {"holder": "bank"},
    },
    "criteria": {
        "far": {"uses": "x", "decidable": "yes"},
        "own": {"uses": ["y", "z"], "decidable": "yes"},
        "founded": {"basis": "law"},
        "later": {"verify": "after"},
        "bare": {"decidable": "yes"},
        "closed": {"uses": "w", "decidable": "yes"},
    },
}


def test_baseless_approval() -> None:
    """Says: "neither the step, nor any of its checks has a `basis`, nor, for a step of the lead,
    the matter where it is written"; "error in a `licence`, else warning"."""
    for step, more, severity in (
        (approve("s", checks="own"), {}, "warning"),
        (approve("s", checks="own"), {"type": "licence"}, "error"),
        (approve("s", checks="own", basis="law"), {}, None),
        (approve("s", checks=["own", "founded"]), {}, None),
        (approve("s", checks="own"), {"basis": "law"}, None),
        (approve("s", checks="own", department="station"), {"basis": "law"}, "warning"),
        (approve("s"), {}, None),
        ({"id": "s", "kind": "archive", "checks": "own"}, {}, None),
    ):
        verdict = verdict_on(matter([step], **more), **REGISTRY)
        found = keys(verdict, "baseless-approval")
        assert found == ({("baseless-approval", "m", "s", "s")} if severity else set())
        assert all(verdict.findings[key].severity == severity for key in found)


def test_layered_approval() -> None:
    """Says: "at the last step of its longest path, the first in chain order among equals"."""
    layers = [review("a"), review("b"), {"id": "c", "kind": "countersign"}, approve("d")]
    verdict = verdict_on(matter(layers))
    assert keys(verdict, "layered-approval") == {("layered-approval", "m", "d", "police")}
    assert not keys(verdict_on(matter(layers[:2])), "layered-approval")
    between: Entry
    for between in ({"kind": "consult"}, {"kind": "review", "department": "health"}):
        steps = [review("a"), {"id": "b", **between}, *layers[2:]]
        assert not keys(verdict_on(matter(steps)), "layered-approval")
    forked = [*layers[:3], approve("d", after="b"), approve("e", after=[])]
    verdict = verdict_on(matter(forked))
    assert keys(verdict, "layered-approval") == {("layered-approval", "m", "c", "police")}


def test_layers_that_never_meet() -> None:
    """Says: "a path of direct edges whose guards can hold together"; one per group of edges."""
    facts = {"fast": ["yes", "no"]}
    steps = [
        *(review(id_, when={"fast": "yes"}) for id_ in "abc"),
        *(review(id_, when={"fast": "no"}) for id_ in "def"),
    ]
    verdict = verdict_on(matter(steps, facts=facts))
    assert keys(verdict, "layered-approval") == {("layered-approval", "m", "c", "police")}
    assert not keys(verdict_on(matter(steps[1:5], facts=facts)), "layered-approval")


def test_layers_across_a_call() -> None:
    """Steps of a called matter join those of the caller; what the called one shows is inherited."""
    called = matter([review("a"), review("b"), approve("c")], "called")
    caller = matter([{"id": "go", "matter": "called"}, approve("end")])
    longest = {("layered-approval", "m", "end", "police")}
    own = {("layered-approval", "called", "c", "police")}
    assert keys(verdict_on(caller, called), "layered-approval") == longest | own
    caller["steps"][1]["department"] = "health"
    assert keys(verdict_on(caller, called), "layered-approval") == own


def test_what_remains_of_a_called_matter_begins_it() -> None:
    """1.11: "m's first and last steps are those of what remains": the second `low` begins with b,
    so `e` follows b alone, not the layers of the first."""
    low = matter(
        [
            review("a", department="health", when={"fast": "yes"}),
            review("b", department="health"),
            review("c"),
            review("d"),
            review("e", after=["a", "b"]),
        ],
        "low",
        facts={"fast": ["yes", "no"]},
    )
    middle = matter([{"id": "one", "matter": "low"}, {"id": "two", "matter": "low"}], "middle")
    top = matter(
        [{"id": "go", "matter": "middle", "when": {"fast": "no"}}],
        facts={"fast": ["yes", "no"]},
    )
    assert not keys(verdict_on(top, middle, low), "layered-approval")


def test_automatic_approval() -> None:
    """Says: "all `decidable`, and needs, all `held`, `shared` or `declared`"; "time becomes 0"."""
    for step, is_found in (
        (approve("s", checks="own", time="2d"), True),
        (approve("s", checks="own"), True),
        (approve("s", checks="own", time="0"), False),
        (approve("s", checks=["own", "far"], time="2d"), False),
        (approve("s", checks="bare", time="2d"), False),
        (approve("s", checks=["own", "founded"], time="2d"), False),
        (approve("s", time="2d"), False),
    ):
        verdict = verdict_on(matter([step]), **REGISTRY)
        found = keys(verdict, "automatic-approval")
        assert found == ({("automatic-approval", "m", "s", "s")} if is_found else set())
        one: Any = [verdict.findings[key] for key in found]
        assert all(held.benefit == (2 if "time" in step else 0, 0, 0, 0) for held in one)
        assert all(held.lever == "convert" for held in one)


def test_promise_candidate() -> None:
    """Says: "each `verify: after` or, in a step written in a `licence`, decidable, and not of that
    kind" (automatic); its "time becomes 0"."""
    for checks, more, in_licence, elsewhere in (
        (["later"], {}, True, True),
        (["far", "later"], {}, True, False),
        (["far"], {}, False, False),  # settled by data: health could share x
        (["closed"], {}, True, False),  # decidable, but nobody may share w
        (["bare"], {}, True, False),  # decidable, but it needs nothing
        (["own"], {}, False, False),  # automatic
        (["later", "founded"], {}, False, False),
        (["later"], {"time": "0"}, False, False),
    ):
        step = approve("s", **{"checks": checks, "time": "1d", **more})
        for type_, is_found in (("licence", in_licence), ("payment", elsewhere)):
            verdict = verdict_on(matter([step], type=type_), **REGISTRY)
            found = keys(verdict, "promise-candidate")
            assert found == ({("promise-candidate", "m", "s", "s")} if is_found else set())
            one: Any = [verdict.findings[key] for key in found]
            assert all((held.benefit, held.lever) == ((1, 0, 0, 0), "commit") for held in one)


def test_order_fixed_by_law_for_a_call() -> None:
    """serial-approval: "v (call or step) without `order-basis`"."""
    called = matter([approve("s", time="1d")], "called", department="health")
    call: Entry
    for call, is_found in (({}, True), ({"order-basis": "law"}, False)):
        caller = matter([review("u", time="2d"), {"id": "v", "matter": "called", **call}])
        found = keys(verdict_on(caller, called), "serial-approval")
        assert found == ({("serial-approval", "m", "v", "u")} if is_found else set())


def test_rival_matters() -> None:
    """Says: "different leads and the same `applicant`, neither calling the other at any depth, and
    the same set of ≥ 2 criteria checked by steps written in them (matter: the greatest id). One
    finding a group … directly or through others of it"."""
    steps = [review("a", checks="own"), approve("b", checks=["own", "far"])]
    one = matter(steps, "one", applicant="person")
    others: tuple[tuple[Entry, bool], ...] = (
        ({}, True),
        ({"department": "police"}, False),
        ({"applicant": "both"}, False),
        ({"steps": steps[:1]}, False),
        ({"steps": [approve("b", checks=["own", "far", "later"])]}, False),
        ({"steps": [*steps, {"id": "c", "matter": "one"}]}, False),
    )
    for change, is_found in others:
        two = matter(steps[1:], "two", department="health", applicant="person") | change
        found = keys(verdict_on(one, two, **REGISTRY), "rival-matters")
        assert found == ({("rival-matters", "two", None, "one|two")} if is_found else set())
    many = [
        matter(steps[1:], id_, department=lead, applicant="person")
        for id_, lead in (("c", "police"), ("b", "health"), ("d", "police"), ("a", "police"))
    ]
    found = keys(verdict_on(*many, **REGISTRY), "rival-matters")
    assert found == {("rival-matters", "d", None, "a|b|c|d")}
    assert not keys(verdict_on(*many[2:], **REGISTRY), "rival-matters")
    silent = [matter(steps, id_, department=id_) for id_ in ("health", "police")]
    assert not keys(verdict_on(*silent, **REGISTRY), "rival-matters")
