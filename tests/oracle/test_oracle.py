"""The oracle against cases computed by hand, each with the sentence it checks."""

from fractions import Fraction
from typing import Any

from .by_hand import ALL, Entry, approve, keys, matter, review, verdict_on

BIRTH = matter(
    [{"id": "apply", "kind": "apply", "visit": 1}, approve("register", checks="born", time="1d")],
    materials=[{"data": "certificate"}],
    volume=100,
)
BORN: Entry = {
    "data": {"certificate": {"holder": "health"}},
    "criteria": {"born": {"uses": "certificate", "basis": "law"}},
}


def test_the_smallest_definition() -> None:
    """language 1: "missing-link follows: birth-certificate does not flow from health to police".

    Section 3: the link makes the paper asked-again and the visit needless, so both go.
    """
    verdict = verdict_on(BIRTH, **BORN)
    found: Any = verdict.findings["missing-link", "m", "register", "certificate"]
    assert found.severity == "warning"
    assert found.lever == "share"
    assert found.benefit == (0, 1, 1, 0)
    assert found.per_year == {"days": 0, "visits": 100, "materials": 100, "steps": 0}
    assert verdict.supplies == {("m", "register", "certificate"): [("carried", ("health",))]}
    assert verdict.collaborators == {"m": ("health",)}
    assert verdict.metrics["m"]["worst"] == {
        "days": 1, "counted_days": 1, "visits": 1, "materials": 1, "shown": 0, "applications": 1,
        "windows": 0, "steps": 2, "approvals": 1, "departments": 1, "handovers": 0,
    }  # fmt: skip
    assert set(verdict.findings) == {("missing-link", "m", "register", "certificate")}


def test_a_link_shares_and_reaches_those_below() -> None:
    """1.6: "What a department holds or receives, those below it hold or receive"."""
    steps = [approve("register", checks="born", department="station")]
    links = [{"data": "certificate", "to": "police"}]
    verdict = verdict_on(matter(steps), **BORN, links=links)
    assert verdict.supplies["m", "register", "certificate"] == [("shared", ("health",))]
    assert verdict.collaborators == {"m": ("health", "station")}


def test_only_a_platform_passes_on() -> None:
    """1.8: "every department inside the path has kind `platform`"."""
    for inner, word in (("hub", "shared"), ("bank", "missing")):
        links = [{"data": "certificate", "via": inner, "to": "police"}]
        verdict = verdict_on(
            matter([approve("register", checks="born")], **ALL), **BORN, links=links
        )
        assert verdict.supplies["m", "register", "certificate"][0][0] == word
        rules = {"missing-link", "unfit-link"} & {key[0] for key in verdict.findings}
        assert rules == (set() if word == "shared" else {"missing-link"})


def test_an_unusable_link_is_unfit() -> None:
    """Sharing: "unfit-link if a path would exist were usability ignored"; since ≤ date ≤ until."""
    cases = (
        ({"until": "2026-06-01", "since": "2026-06-01"}, None),
        ({"until": "2026-05-31"}, "unfit-link"),
        ({"channel": "manual"}, "unfit-link"),
        ({"status": "planned"}, "unfit-link"),
        ({"to": "bank"}, "missing-link"),
    )
    for extras, rule in cases:
        links = [{"data": "certificate", "to": "police", **extras}]
        verdict = verdict_on(
            matter([approve("register", checks="born")], **ALL), **BORN, links=links
        )
        found = keys(verdict, "missing-link", "unfit-link", "no-source")
        assert found == ({(rule, "m", "register", "certificate")} if rule else set())
        severity = "warning" if "channel" in extras else "error"
        assert all(verdict.findings[key].severity == severity for key in found), "by hand it comes"


def test_demands_of_a_need() -> None:
    """1.5: "fields joined (none, if one of them names none), the strictest max-age"."""
    needs = [
        {"data": "x", "fields": ["f"], "max-age": "yearly"},
        {"data": "x", "fields": ["g"], "max-age": "daily"},
    ]
    data = {"x": {"holder": "health", "fields": ["f", "g"], "update": "daily"}}
    for entry, fields, word in (
        (needs, ["f", "g"], "shared"),
        (needs, ["f"], "missing"),
        ([*needs, "x"], ["f", "g"], "shared"),
        (needs[:1], ["f"], "shared"),
    ):
        links = [{"data": "x", "to": "police", "fields": fields}]
        verdict = verdict_on(matter([approve("s", needs=entry)]), data=data, links=links)
        assert verdict.supplies["m", "s", "x"] == [(word, ("health",))]
    stale = {"x": {"holder": "health", "update": "monthly"}}
    verdict = verdict_on(
        matter([approve("s", needs=needs)], **ALL),
        data=stale,
        links=[{"data": "x", "to": "police"}],
    )
    assert ("unfit-link", "m", "s", "x") in verdict.findings


def test_no_source() -> None:
    """Says: "no-source (error): `missing`, and no holder could share it"."""
    for entry in (
        {"holder": "bank"},
        {"holder": "health", "sharing": "restricted", "basis": "law"},
    ):
        verdict = verdict_on(matter([approve("s", needs="x")], **ALL), data={"x": entry})
        assert keys(verdict, "no-source", "missing-link") == {("no-source", "m", "s", "x")}


def test_what_was_made_before_is_held() -> None:
    """1.7: holders: "department(b) for every b always before s under g with x ∈ produces(b)"."""
    making = review("make", produces="x", department="police", when={"fast": "no"})
    data = {"x": {"holder": "health"}}
    for when, word in (({"fast": "no"}, "held"), ({"fast": ["yes", "no"]}, "missing")):
        deciding = approve("s", needs={"data": "x", "when": when})
        verdict = verdict_on(matter([making, deciding], facts={"fast": ["yes", "no"]}), data=data)
        assert verdict.supplies["m", "s", "x"][0][0] == word


def test_carried_whenever_it_arises() -> None:
    """1.8 carried: "guard(s) ∧ g ⇒ the or of their guards", of all materials that meet the need.

    1.5: "A material meets a need iff they share an alternative": y too meets the need of x or y.
    """
    data = {"x": {"holder": "health"}, "y": {"holder": "health"}}
    facts = {"fast": ["yes", "no"]}
    for other, word in (("no", "carried"), ("yes", "missing")):
        materials = [
            {"data": "x", "when": {"fast": "yes"}},
            {"data": "y", "when": {"fast": other}},
            {"data": "x", "necessity": "optional"},
        ]
        steps = [approve("s", needs={"any": ["x", "y"]})]
        verdict = verdict_on(matter(steps, facts=facts, materials=materials), data=data)
        for data_id in ("x", "y"):
            assert verdict.supplies["m", "s", data_id] == [(word, ("health",))]
            assert ("missing-link", "m", "s", data_id) in verdict.findings


def test_materials() -> None:
    """own-paper if all needs are held, else asked-again; needless where it meets none.

    "(warning; an error where the material is `waived-by` law)"; the second of the same subject
    gets `#2`; a material of the applicant's own data is declared.
    """
    data = {
        "own": {"holder": "police"},
        "told": {"holder": "applicant"},
        "far": {"holder": "health"},
        "idle": {"holder": "health"},
    }
    materials = [
        {"data": "own", "basis": "law"},
        {"data": "far", "waived-by": "law"},
        {"data": "idle"},
        {"data": "idle"},
        {"data": "told"},
        {"name": "letter"},
    ]
    verdict = verdict_on(
        matter([approve("s", needs=["own", "told", "far"])], materials=materials),
        data=data,
        links=[{"data": "far", "to": "all"}],
    )
    superfluous = keys(verdict, "own-paper", "asked-again", "needless-material")
    found = {
        key: (verdict.findings[key].severity, verdict.findings[key].amend) for key in superfluous
    }
    assert found == {
        ("own-paper", "m", None, "own"): ("warning", ("law",)),
        ("asked-again", "m", None, "far"): ("error", ()),
        ("needless-material", "m", None, "idle"): ("warning", ()),
        ("needless-material", "m", None, "idle#2"): ("warning", ()),
    }
    own: Any = verdict.findings["own-paper", "m", None, "own"]
    assert own.benefit == (0, 0, 1, 0)


CRITERIA: Entry = {
    "data": {"x": {"holder": "health"}, "y": {"holder": "police"}},
    "criteria": {"c": {"uses": "x"}, "d": {"uses": "y"}, "e": {}},
}


def test_repeated_at_the_later() -> None:
    """Says: "c is repeated at s (by b) iff b keeps c and no m that disturbs c can come between"."""
    for changes, found in (([], {("repeated-check", "m", "s", "c")}), (["x"], set())):
        first = review("b", checks="c", department="health")
        between = {"id": "m", "kind": "archive", "changes": changes}
        last = approve("s", checks=["c", "d"])
        verdict = verdict_on(matter([first, between, last]), **CRITERIA)
        assert keys(verdict, "repeated-check") == found
    verdict = verdict_on(matter([review("b", checks="c", department="bank"), last]), **CRITERIA)
    # neither owns c and a decision step of the police checks it: the police keeps it, and
    # "nothing is decided on the strength of b's check before s": b is redundant.
    assert keys(verdict, "redundant-approval") == {("redundant-approval", "m", "b", "b")}


def test_repeated_only_where_the_earlier_took_place() -> None:
    """1.3: "b ∈ anc(s) and guard(s) ∧ g ⇒ guard(b)"."""
    facts = {"fast": ["yes", "no"]}
    for later, found in (({"fast": "yes"}, 1), ({"fast": ["yes", "no"]}, 0)):
        first = review("b", checks="c", department="health", when={"fast": "yes"})
        last = approve("s", checks=["c", "d"], when=later)
        verdict = verdict_on(matter([first, last], facts=facts), **CRITERIA)
        assert len(keys(verdict, "repeated-check")) == found


def test_examination_and_decision_of_one_office_are_separate() -> None:
    """Not "of one department, exactly one of them a decision step", not "exactly one inspect"."""
    for kind, department, found in (
        ("review", "police", 0),
        ("approve", "police", 1),
        ("inspect", "health", 0),
        ("consult", "health", 1),
    ):
        first = {"id": "b", "kind": kind, "department": department, "checks": ["c"]}
        last = approve("s", checks=["c", "d"])
        verdict = verdict_on(matter([first, last]), **CRITERIA)
        assert len(keys(verdict, "repeated-check", "redundant-approval")) == found


def test_redundant_one_by_one() -> None:
    """Says: "Decided one by one in chain order; a step found redundant is gone for the rest"."""
    steps = [
        review("one", checks="e", department="health", time="2d", basis="law"),
        review("two", checks="e", department="station", time="1d"),
        approve("three", checks="e", time="1d"),
        {"id": "end", "kind": "notify"},
    ]
    verdict = verdict_on(matter(steps, volume=10), **CRITERIA)
    # the police keeps e as the one that decides; neither review decides anything
    found = keys(verdict, "redundant-approval", "repeated-check")
    assert found == {("redundant-approval", "m", s, s) for s in ("one", "two")}
    one: Any = verdict.findings["redundant-approval", "m", "one", "one"]
    assert one.benefit == (2, 0, 0, 1)
    assert one.amend == ("law",)
    assert one.per_year == {"days": 20, "visits": 0, "materials": 0, "steps": 10}


def test_the_last_decision_stays() -> None:
    """Says: "is not the last decision step left in the chain among those written in its matter"."""
    steps = [
        review("one", checks="c", department="health"),
        approve("two", checks="c"),
        {"id": "end", "kind": "notify"},
    ]
    verdict = verdict_on(matter(steps), **CRITERIA)
    assert keys(verdict, "redundant-approval", "repeated-check") == {
        ("repeated-check", "m", "two", "c")
    }


def test_nothing_in_favour_of_an_independent_look() -> None:
    """Nothing "for a step that is `independent`, nor in favour of a later one that is"."""
    first = review("one", checks="e", department="health")
    last = approve("two", checks="e", independent="yes", basis="law")
    assert not keys(verdict_on(matter([first, last]), **CRITERIA), "redundant-approval")
    plain = approve("two", checks="e")
    assert keys(verdict_on(matter([first, plain]), **CRITERIA), "redundant-approval")


def test_attested_check() -> None:
    """attests(e): "those declared, and, if exactly one step p of one other matter produces e …"."""
    issuing = matter([approve("issue", checks="e", produces="paper", department="health")], "n")
    asking = matter([approve("s", checks=["e", "d"], needs="paper")], materials=[{"data": "paper"}])
    registry = {**CRITERIA, "data": {**CRITERIA["data"], "paper": {"holder": "health"}}}
    verdict = verdict_on(asking, issuing, **registry)
    assert keys(verdict, "attested-check") == {("attested-check", "m", "s", "e")}
    assert not keys(verdict_on(asking, **registry), "attested-check")
    declared = {**registry["data"], "paper": {"holder": "health", "attests": "e"}}
    verdict = verdict_on(asking, **{**registry, "data": declared})
    assert keys(verdict, "attested-check") == {("attested-check", "m", "s", "e")}
    missing = verdict_on({**asking, "materials": []}, **{**registry, "data": declared})
    assert not keys(missing, "attested-check")


def test_needs_of_a_superfluous_check_are_advice() -> None:
    """Says: "advice where the need is superfluous (the finding that removes it comes first)"."""
    steps = [review("b", checks="c", department="health"), approve("s", checks=["c", "d"])]
    verdict = verdict_on(matter(steps, **ALL), **CRITERIA)
    assert verdict.findings["missing-link", "m", "s", "x"].severity == "advice"
    named = [steps[0], {**steps[1], "needs": ["x"]}]  # it still comes from the check
    verdict = verdict_on(matter(named, **ALL), **CRITERIA)
    assert verdict.findings["missing-link", "m", "s", "x"].severity == "advice"
    other = [steps[0], {**steps[1], "checks": ["d", "e"], "needs": ["x"]}]
    verdict = verdict_on(matter(other, **ALL), **CRITERIA)
    assert verdict.findings["missing-link", "m", "s", "x"].severity == "error"


def test_empty_approval() -> None:
    """Says: "no checks, save where it is the only decision step written in its matter"."""
    verdict = verdict_on(matter([review("a"), approve("b")], **ALL))
    assert keys(verdict, "empty-approval") == {("empty-approval", "m", "a", "a")}
    verdict = verdict_on(matter([approve("a"), approve("b")], **ALL))
    assert len(keys(verdict, "empty-approval")) == 2
    assert not keys(verdict_on(matter([review("a"), approve("b")])), "empty-approval")


def test_serial_approval() -> None:
    """Says: "v follows u's predecessors instead of u; what follows v also follows u"; days fall."""
    steps = [
        {"id": "accept", "kind": "accept", "time": "1d"},
        review("u", checks="d", department="health", time="3d"),
        review("v", checks="e", department="police", time="4h"),
        {"id": "end", "kind": "archive", "time": "1d"},
    ]
    verdict = verdict_on(matter(steps), **CRITERIA)
    assert keys(verdict, "serial-approval") == {("serial-approval", "m", "v", "u")}
    one: Any = verdict.findings["serial-approval", "m", "v", "u"]
    assert one.benefit == (Fraction(1, 2), 0, 0, 0)
    assert one.lever == "parallel"
    ordered = [*steps[:2], {**steps[2], "order-basis": "law"}, steps[3]]
    assert not keys(verdict_on(matter(ordered), **CRITERIA), "serial-approval")
    waiting = [steps[0], {**steps[1], "changes": "y"}, {**steps[2], "needs": ["y"]}, steps[3]]
    assert not keys(verdict_on(matter(waiting), **CRITERIA), "serial-approval")


def test_mutual_prerequisites() -> None:
    """Says: "subject: its least data id, at that data's producer"; own-product where it is
    carried.
    """
    data = {name: {"holder": "health"} for name in ("x", "y", "z")}
    first = matter([review("look", needs="y"), approve("p", produces="x")], "m")
    second = matter([approve("q", needs="x", produces="y")], "n")
    third = matter([approve("r", needs="z", produces="z")], "o", **ALL)
    verdict = verdict_on(first, second, third, data=data)
    assert keys(verdict, "mutual-prerequisites") == {("mutual-prerequisites", "m", "p", "x")}
    assert keys(verdict, "own-product") == {("own-product", "o", "r", "z")}
    held = {**data, "z": {"holder": "police"}}
    assert not keys(verdict_on(third, data=held), "own-product")
    made = matter([approve("q", produces="y"), approve("p", needs="y", produces="x")], "m")
    assert not keys(verdict_on(made, data=data), "mutual-prerequisites")


def test_calls() -> None:
    """1.11: prefixed ids; what follows follows all last steps; "what each called matter asks is
    asked, save what the caller's `joined` says is joined"."""
    called = matter(
        [
            {"id": "apply", "kind": "apply", "visit": 1},
            review("a", time="2d", after="apply"),
            review("b", time="3d", after="apply", when={"fast": "no"}),
        ],
        "called",
        department="health",
        facts={"fast": {"yes": "0.5", "no": "0.5"}},
        materials=[{"data": "x"}, {"data": "y"}],
    )
    caller = matter(
        [
            {"id": "apply", "kind": "apply", "visit": 1},
            {"id": "go", "matter": "called", "when": {"fast": "no"}},
            approve("end", time="1d", checks="e"),
        ],
        facts={"fast": {"yes": "0.9", "no": "0.1"}},
        materials=[{"data": "x", "when": {"fast": "yes"}, "basis": "law"}],
        joined=["applications", "materials"],
    )
    apart: Any = verdict_on({**caller, "joined": "none"}, called, **CRITERIA).metrics["m"]
    assert apart["worst"]["visits"] == apart["worst"]["applications"] == 2
    assert apart["mean"]["visits"] == Fraction(11, 10)
    assert apart["worst"]["steps"] == 5
    assert apart["worst"]["materials"] == 2  # x of the caller is asked for where fast
    verdict = verdict_on(caller, called, **CRITERIA)
    metrics: Any = verdict.metrics["m"]
    assert metrics["worst"]["visits"] == 1
    assert metrics["worst"]["applications"] == 1
    assert metrics["worst"]["days"] == 4
    assert metrics["mean"]["days"] == Fraction(13, 10)
    assert metrics["worst"]["steps"] == 4
    assert metrics["mean"]["steps"] == Fraction(22, 10)
    assert metrics["worst"]["materials"] == 2
    assert metrics["mean"]["materials"] == Fraction(11, 10)
    assert metrics["worst"]["handovers"] == 2
    assert verdict.collaborators["m"] == ("health",)
    # "not said again where a matter on the way to it shows the same rule"
    assert keys(verdict, "empty-approval") == {
        ("empty-approval", "called", step, step) for step in "ab"
    }


def test_what_can_never_hold_is_not_brought() -> None:
    """1.11: "order passes through such a step as through a left-out one"."""
    called = matter(
        [review("a", time="2d"), review("b", time="3d", when={"fast": "no"}), review("c")],
        "called",
        facts={"fast": ["yes", "no"]},
    )
    caller = matter(
        [
            review("start", time="1d"),
            {"id": "go", "matter": "called", "when": {"fast": "yes"}},
            review("end", time="1d"),
        ],
        facts={"fast": ["yes", "no"]},
    )
    metrics: Any = verdict_on(caller, called).metrics["m"]
    assert metrics["worst"]["steps"] == 4
    assert metrics["worst"]["days"] == 4


def test_handovers_in_the_transitive_reduction() -> None:
    """1.12: "contract the skipped and `apply` steps, take the transitive reduction"."""
    steps = [
        review("a"),
        review("b", department="health", when={"fast": "no"}),
        review("c", after=["a", "b"]),
    ]
    metrics: Any = verdict_on(matter(steps, facts={"fast": ["yes", "no"]})).metrics["m"]
    assert metrics["worst"]["handovers"] == 2
    assert metrics["mean"]["handovers"] == 1


def test_durations() -> None:
    """1.12: "1 day = 8 h, a calendar day = 5/7 of a working day, a week = 5, a month = 21.75, a
    year = 261 working days"."""
    times = ["1d", "7cd", "1mo", "4h", "30min", "0", "2w", "1y"]
    steps = [review(f"s{number}", time=time) for number, time in enumerate(times)]
    steps[0]["time-excluded"] = "law"
    worst: Any = verdict_on(matter(steps)).metrics["m"]["worst"]
    assert worst["days"] == 1 + 5 + Fraction(87, 4) + Fraction(1, 2) + Fraction(1, 16) + 10 + 261
    assert worst["counted_days"] == worst["days"] - 1


def test_the_bound() -> None:
    """1.12: "Exact up to 4,096 combinations …; beyond, … every guard taken as true"."""
    for count, days, is_bound in ((12, 2, False), (13, 3, True)):
        facts = {f"f{number}": ["yes", "no"] for number in range(count)}
        steps = [
            review("all", time="1d", when=dict.fromkeys(facts, "yes")),
            review("not", time="2d", when={"f0": "no"}),
        ]
        metrics: Any = verdict_on(matter(steps, facts=facts)).metrics["m"]
        assert metrics["bound"] is is_bound
        assert metrics["worst"]["days"] == days
        mean = 3 if is_bound else 1 + Fraction(1, 4096)
        assert metrics["mean"]["days"] == mean
