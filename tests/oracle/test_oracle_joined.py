"""What calls ask, what is joined, what reaches what, computed by hand (semantics 1.5, 1.11)."""

from typing import Any

from .by_hand import OFFICES, Entry, approve, keys, matter, review, verdict_on

DATA: Entry = {"x": {"holder": "health"}, "y": {"holder": "health"}}
APPLY: Entry = {"id": "apply", "kind": "apply", "visit": 1}


def member(id_: str, *steps: Entry, **more: Any) -> Entry:
    """A called matter that asks for paper x."""
    listed = list(steps) or [APPLY, {"id": "accept", "kind": "accept", "time": "1h"}]
    return matter(listed, id_, **{"materials": [{"data": "x"}], **more})


def caller(*called: str, first: tuple[Entry, ...] = (), **more: Any) -> Entry:
    calls = [{"id": f"c{n}", "matter": id_} for n, id_ in enumerate(called)]
    return matter([*first, *calls], "top", **more)


def worst_of(verdict: Any, *names: str) -> list[Any]:
    return [verdict.metrics["top"]["worst"][name] for name in names]


def test_applications_join_the_first_of_other_calls() -> None:
    """Says: "joins the first step b in chain order of the same kind, not itself joined, to which
    other calls lead (or none), that stands before x …; its visits are those it has beyond b's and
    what is left of those of the steps that joined b before it"."""
    twice = [APPLY, {"id": "again", "kind": "apply", "visit": 3}]
    for joined, first, expected in (
        ("none", (), [3, 5, 3]),
        ("applications", (), [2, 4, 2]),  # b's own second application joins none of b
        ("applications", ({"id": "all", "kind": "apply"},), [1, 3, 3]),  # the most of one
        ("applications", ({"id": "all", "kind": "apply", "visit": 3},), [1, 3, 1]),
        ("acceptance", (), [3, 5, 3]),
    ):
        top = caller("b", "c", first=first, joined=joined)
        verdict = verdict_on(top, member("b", *twice), member("c", APPLY), data=DATA)
        assert worst_of(verdict, "applications", "visits", "steps") == expected
        found = keys(verdict, "several-applications")
        mine = {("several-applications", "top", None, "top")}
        assert (found & mine == mine) is (expected[0] > 1 and joined != "applications")


def test_what_cannot_join() -> None:
    """Says: "A step with a visit and its `visit-basis` joins none"; "guard(x) ⇒ guard(b)"; what
    still names something stays, save for the form that an application is."""
    facts = {"fast": ["yes", "no"]}
    for change, expected in (
        ({}, [1, 1]),
        ({"visit-basis": "law"}, [2, 2]),
        ({"visit": 0, "visit-basis": "law"}, [1, 1]),
        ({"produces": "y"}, [1, 1]),
        ({"changes": "y"}, [1, 2]),
        ({"visit": 2}, [1, 2]),
    ):
        top = caller("b", "c", joined="applications")
        verdict = verdict_on(top, member("b", APPLY), member("c", APPLY | change), data=DATA)
        assert worst_of(verdict, "applications", "steps") == expected
    rare = member("b", APPLY | {"when": {"fast": "yes"}}, facts=facts)
    top = caller("b", "c", joined="applications")
    verdict = verdict_on(top, rare, member("c", APPLY), data=DATA)
    assert worst_of(verdict, "applications") == [2]
    verdict = verdict_on(caller("b", "c"), rare, member("c", APPLY), data=DATA)
    assert verdict.findings["several-applications", "top", None, "top"].benefit is None
    top = caller("c", "b", joined="applications")
    assert worst_of(verdict_on(top, rare, member("c", APPLY), data=DATA), "applications") == [1]


def test_windows_are_departments_that_accept() -> None:
    """Says: several-windows: in the worst case more than 1, of departments of government, and of
    one matter of one level; the mend joins acceptance."""
    members = [member("b", department="health"), member("c"), member("d")]
    verdict = verdict_on(caller("b", "c", "d"), *members, data=DATA)
    assert worst_of(verdict, "windows") == [2]
    one: Any = verdict.findings["several-windows", "top", None, "top"]
    assert (one.severity, one.lever, one.benefit) == ("warning", "merge", (2 / 8, 0, 0, 2))
    verdict = verdict_on(caller("b", "c", "d", joined="acceptance"), *members, data=DATA)
    assert worst_of(verdict, "windows", "steps") == [1, 4]
    own = matter(
        [{"id": "a", "kind": "accept"}, {"id": "b", "kind": "accept", "department": "health"}]
    )
    found: Any = verdict_on(own).findings["several-windows", "m", None, "m"]
    assert found.benefit is None  # joining changes nothing
    for other in ("bank", "clinic"):
        offices = {other: {"kind": "bank" if other == "bank" else "public-institution"}}
        text = matter([{"id": "a", "kind": "accept"}, {"id": "b", "kind": "accept"} | {
            "department": other}])  # fmt: skip
        verdict = verdict_on(text, departments=OFFICES | offices)
        assert not keys(verdict, "several-windows")


def test_papers_are_one_where_they_are_joined() -> None:
    """Says: "one with the first before it … to which other calls lead (or none), of the same
    alternatives (at least one, in any order) and the same handling"."""
    letter, shown, card = {"name": "letter"}, {"handling": "shown"}, {"handling": "surrendered"}
    for first, second, is_one in (
        ({"data": "x"}, {"data": "x"}, True),
        ({"data": "x"}, {"data": "y"}, False),
        ({"data": "x"}, {"data": "x", **card}, False),
        ({"data": "x", **card}, {"data": "x", **card}, True),
        ({"data": "x", **shown}, {"data": "x"}, False),
        ({"any": ["x", "y"]}, {"any": ["y", "x"]}, True),
        ({"any": ["x", "y"]}, {"any": ["x"]}, False),
        (letter, letter, False),
    ):
        members = [member("b", materials=[first]), member("c", materials=[second])]
        verdict = verdict_on(caller("b", "c"), *members, data=DATA)
        assert bool(keys(verdict, "repeated-material")) is is_one
        [before] = worst_of(verdict, "materials")
        verdict = verdict_on(caller("b", "c", joined="materials"), *members, data=DATA)
        assert worst_of(verdict, "materials") == [before - is_one]
        assert not keys(verdict, "repeated-material")


def test_a_paper_that_is_renewed_on_the_way_is_another() -> None:
    """Says: "no step, `apply` aside, that produces or changes one of its alternatives, stands among
    the steps that the one's call brought … or after one of them, and before all … the other's"."""
    for step, where, is_one in (
        (approve("s", changes="x"), "b", False),
        (approve("s", produces="x"), "b", False),
        (approve("s", changes="y"), "b", True),
        (approve("s", changes="x"), "c", True),  # after the second is handed in
        ({"id": "again", "kind": "apply", "produces": "x"}, "b", True),
    ):
        steps = {"b": [APPLY], "c": [APPLY]}
        steps[where] = [APPLY, step]
        members = [member(id_, *steps[id_]) for id_ in ("b", "c")]
        verdict = verdict_on(caller("b", "c"), *members, data=DATA)
        assert bool(keys(verdict, "repeated-material")) is is_one
        verdict = verdict_on(caller("b", "c", joined="materials"), *members, data=DATA)
        assert worst_of(verdict, "materials") == [2 - is_one]
    changing = member("b", APPLY, approve("s", changes="x"))
    beside: list[Entry] = [{"id": "c0", "matter": "b"}, {"id": "c1", "matter": "c", "after": []}]
    verdict = verdict_on(matter(beside, "top"), changing, member("c", APPLY), data=DATA)
    assert keys(verdict, "repeated-material")


def test_papers_that_are_never_asked_together_are_not_repeated() -> None:
    """Says: "and two of those can be asked for together"; the benefit is the papers saved."""
    facts = {"fast": ["yes", "no"]}
    members = [member("b"), member("c")]
    for other, is_found in (("yes", True), ("no", False)):
        steps = [
            {"id": "one", "matter": "b", "when": {"fast": "yes"}},
            {"id": "two", "matter": "c", "when": {"fast": other}},
        ]
        top = matter(steps, "top", facts=facts, volume=10)
        verdict = verdict_on(top, *members, data=DATA)
        found: Any = [verdict.findings[key] for key in keys(verdict, "repeated-material")]
        assert bool(found) is is_found
        assert all(one.benefit == (0, 0, 1, 0) for one in found)
        assert all(one.per_year["materials"] == 5 for one in found)


def test_what_one_called_matter_asks_is_not_at_hand_in_another() -> None:
    """1.5: "the reach of one begins with that of the other"; joined materials reach everything."""
    needing = member("c", approve("s", needs="x"), materials=[])
    top = caller("b", "c")
    verdict = verdict_on(top, member("b"), needing, data=DATA)
    assert verdict.supplies["top", "c1/s", "x"] == [("missing", ("health",))]
    verdict = verdict_on({**top, "joined": "materials"}, member("b"), needing, data=DATA)
    assert verdict.supplies["top", "c1/s", "x"] == [("carried", ("health",))]
    verdict = verdict_on({**top, "materials": [{"data": "x"}]}, member("b"), needing, data=DATA)
    assert verdict.supplies["top", "c1/s", "x"] == [("carried", ("health",))]
    above = caller("b", first=(approve("s", needs="x"),))
    verdict = verdict_on(above, member("b"), data=DATA)
    assert verdict.supplies["top", "s", "x"] == [("carried", ("health",))]


def test_a_called_matter_is_joined_before_it_is_brought() -> None:
    """Says: "so in a matter that is called itself before it is brought"."""
    middle = caller("b", "c", joined=["applications", "materials"]) | {"matter": "middle"}
    members = [member("b", APPLY), member("c", APPLY)]
    top = matter([APPLY, {"id": "go", "matter": "middle"}], "top", materials=[{"data": "x"}])
    verdict = verdict_on(top, middle, *members, data=DATA)
    assert worst_of(verdict, "applications", "materials") == [2, 2]
    verdict = verdict_on(
        {**top, "joined": ["applications", "materials"]}, middle, *members, data=DATA
    )
    assert worst_of(verdict, "applications", "materials", "steps") == [1, 1, 1]


def test_the_order_of_what_joining_leaves() -> None:
    """1.11: "m's first and last steps … are those of what remains"."""
    b = member("b", APPLY, review("look", time="2d"))
    c = member("c", APPLY, review("look", time="3d"))
    top = caller("b", "c", joined="applications")
    steps = [*top["steps"], approve("end", time="1d")]
    verdict = verdict_on({**top, "steps": steps}, b, c, data=DATA)
    assert worst_of(verdict, "steps", "days") == [4, 6]


def test_needless_visits() -> None:
    """Says: "where no need of s or of a step in desc(s) is carried or missing, or …"; "only needs
    and materials count whose reach begins with that of s, or the other way round"."""
    links = [{"data": "x", "to": "police"}]
    visit = {"visit": 1}
    for step, later, is_found in (
        (approve("s", needs="x", **visit), [], True),
        (approve("s", needs="x", **visit), [approve("t", needs="y")], False),
        (approve("s", needs="y", **visit), [], False),
        (approve("s", **visit), [], False),  # has no needs: what it is for nobody knows
        (approve("s", needs="x", **visit, **{"visit-basis": "law"}), [], False),
        ({"id": "s", "kind": "inspect", "needs": "x", **visit}, [], False),
    ):
        one = matter([step, *later], materials=[{"data": "y"}])
        found = keys(verdict_on(one, data=DATA, links=links), "needless-visit")
        assert found == ({("needless-visit", "m", "s", "s")} if is_found else set())
    far = member("c", approve("t", needs="y"), materials=[])
    near = member("b", approve("s", needs="x", **visit), materials=[{"data": "x"}])
    verdict = verdict_on(caller("b", "c"), near, far, data=DATA, links=links)
    assert keys(verdict, "needless-visit") == {("needless-visit", "b", "s", "s")}
    found_at_b: Any = verdict.findings["needless-visit", "b", "s", "s"]
    assert (found_at_b.severity, found_at_b.lever, found_at_b.benefit) == (
        "warning",
        "cut",
        (0, 1, 0, 0),
    )


def test_needless_visits_to_apply() -> None:
    """Says: "or at an `apply` step where all materials are submitted and declared, asked-again,
    own-paper or needless as a whole (one material at least, or …)"."""
    data = {**DATA, "told": {"holder": "applicant"}}
    links = [{"data": "x", "to": "police"}]
    for materials, more, is_found in (
        ([{"data": "x"}, {"data": "told"}], {}, True),
        ([{"data": "x"}, {"data": "y"}], {}, True),  # y is needless
        ([{"data": "x", "handling": "shown"}], {}, False),
        ([{"data": "told", "handling": "shown"}], {}, False),
        ([{"data": "x"}, {"name": "letter"}], {}, False),
        ([], {}, False),
        ([], {"complete": "materials"}, True),
        ([{"data": "x", "necessity": "optional"}], {}, True),
    ):
        one = matter([APPLY, approve("s", needs="x")], materials=materials, **more)
        found = keys(verdict_on(one, data=data, links=links), "needless-visit")
        assert found == ({("needless-visit", "m", "apply", "apply")} if is_found else set())
