"""Fully online, at once, unasked, computed by hand (semantics 2, Service; semantics 3)."""

from typing import Any

from .by_hand import Entry, approve, keys, matter, review, verdict_on

REGISTRY: Entry = {
    "data": {
        "x": {"holder": "health"},
        "y": {"holder": "police"},
        "form": {"holder": "applicant"},
    },
    "criteria": {
        "old": {"uses": "y", "decidable": "yes"},
        "judged": {"uses": "y"},
    },
    "links": [{"data": "x", "to": "police"}],
}
RULES = ("instant-candidate", "proactive-candidate")
INSTANT, PROACTIVE = ((rule, "m", None, "m") for rule in RULES)
APPLY: Entry = {"id": "apply", "kind": "apply", "visit": 1}
LIMIT: Entry = {"promised": "5d"}
LIMITED: Entry = {"time-limit": LIMIT}
GRANT: Entry = {
    "type": "payment",
    "trigger": "x",
    "time-limit": LIMIT,
    "materials": [{"data": "y"}],
}


def decided(**more: Any) -> Entry:
    return approve("s", checks="old", **{"time": "2d", **more})


def offline(step: Entry, **more: Any) -> bool:
    verdict = verdict_on(matter([step], **{"online": "full", **more}))
    return bool(keys(verdict, "offline-step"))


def test_offline_step() -> None:
    """Says: "names channels, none of them `online` (nor, if it is no `apply` step, `mail` or
    `phone`), or it names none … and has a visit"."""
    step: Entry = {"id": "s", "kind": "deliver"}
    for more, found in (
        ({"visit": 1}, True),
        ({}, False),
        ({"channel": "window"}, True),
        ({"channel": ["terminal", "window"]}, True),
        ({"channel": "mail"}, False),
        ({"channel": ["phone", "window"], "visit": 1}, False),
        ({"channel": "mail", "kind": "apply"}, True),
        ({"channel": ["online", "window"], "visit": 1, "kind": "apply"}, False),
        ({"visit": 1, "visit-basis": "law"}, False),
        ({"visit": 1, "visit-basis": {"provision": "law", "until": "2026-05-31"}}, True),
    ):
        assert offline(step | more) == found, more
    assert not offline(step | {"visit": 1}, online="apply")


def test_offline_step_of_what_is_called() -> None:
    """Says: "the matter of the chain, that of the step or one on the way to it"."""
    last = matter([APPLY], "c")
    middle = matter([{"id": "go", "matter": "c"}], "b")
    top = matter([{"id": "go", "matter": "b"}], "a")
    for full, found in (("a", "a"), ("b", "b"), ("c", "c")):
        matters = [
            m | ({"online": "full"} if m["matter"] == full else {}) for m in (top, middle, last)
        ]
        step = {"a": "go/go/apply", "b": "go/apply", "c": "apply"}[found]
        found_in = keys(verdict_on(*matters), "offline-step")
        assert found_in == {("offline-step", found, step, step)}


def test_offline_step_of_a_joined_application() -> None:
    """Says: "or has joined another (1.11), and has a visit"."""
    called = matter([APPLY | {"channel": "window", "produces": "form"}], "called")
    first = APPLY | {"id": "first", "channel": ["online", "window"]}
    top = matter([first, {"id": "go", "matter": "called"}], online="full", joined="applications")
    assert not keys(verdict_on(top, called, **REGISTRY), "offline-step")
    called["steps"][0]["visit"] = 2
    assert keys(verdict_on(top, called, **REGISTRY), "offline-step")


def test_a_visit_is_the_mend_and_without_one_there_is_none() -> None:
    """Section 3: "the step's visit goes; – (null) where it has none"."""
    for visit, benefit in ((2, (0, 2, 0, 0)), (0, None)):
        step: Entry = {"id": "s", "kind": "deliver", "visit": visit, "channel": "window"}
        verdict = verdict_on(matter([step], online="full"))
        found: Any = verdict.findings["offline-step", "m", "s", "s"]
        assert found.benefit == benefit


def instant(*steps: Entry, **more: Any) -> bool:
    verdict = verdict_on(matter(list(steps), **LIMITED | more), **REGISTRY)
    return INSTANT in keys(verdict, *RULES)


def test_instant_candidate() -> None:
    """Says: "promised > 0, every approval-like step is automatic (≥ 1)"; silent "where the times
    of all approval-like steps are so written"."""
    assert instant(APPLY, decided())
    assert not instant(APPLY, {"id": "s", "kind": "accept"})
    for limit in ({"promised": "0"}, {"statutory": "5d"}):
        assert not instant(decided(), **{"time-limit": limit})
    assert not instant(decided(), review("t", checks="judged"))
    assert not instant(decided(), review("t"))
    assert not instant(decided(time="29min"))
    assert instant(decided(time="29min"), decided(id="t"))
    assert instant(approve("s", checks="old"))


def test_what_holds_a_decision_up() -> None:
    """Says: "no step of another kind … is a `publicise` step or stands before one of them"."""
    for kind, time, first, found in (
        ("publicise", "5d", False, False),
        ("publicise", None, False, False),
        ("publicise", "29min", True, True),
        ("issue", "5d", False, True),
        ("issue", "5d", True, False),
        ("fee", None, True, False),
        ("accept", "5d", True, True),
        ("apply", None, True, True),
    ):
        other: Entry = {"id": "o", "kind": kind} | ({"time": time} if time else {})
        steps = [other, decided()] if first else [decided(), other]
        assert instant(*steps) == found, (kind, time, first)


def proactive(*steps: Entry, **more: Any) -> bool:
    verdict = verdict_on(matter(list(steps or (APPLY, decided())), **GRANT | more), **REGISTRY)
    return PROACTIVE in keys(verdict, *RULES)


def test_proactive_candidate() -> None:
    """Says: "of type payment, service or reward, with an `apply` step, all of whose needs are
    `held` or `shared`, whose every material is declared or asked-again or own-paper"."""
    assert proactive()
    assert proactive(APPLY, decided(time="0"))
    for steps in ([decided()], [APPLY, review("t", checks="judged"), decided()]):
        assert not proactive(*steps)
    paying: Entry = {"id": "pay", "kind": "other"}
    assert proactive(APPLY, decided(), paying | {"needs": "x"})
    assert not proactive(APPLY, decided(), paying | {"needs": "form"})
    for more, found in (
        ({"type": "reward"}, True),
        ({"type": "service"}, True),
        ({"type": "licence"}, False),
        ({"materials": [{"data": "y"}, {"data": "form"}]}, True),
        ({"materials": [{"data": "y"}, {"data": "x"}]}, False),  # needless
        ({"materials": [{"data": "y", "handling": "shown"}]}, False),
        ({"materials": [{"name": "letter"}]}, False),
        ({"materials": []}, False),
        ({"materials": [{"data": "x", "necessity": "optional"}]}, True),
        ({"materials": [], "complete": "materials"}, True),
    ):
        assert proactive(**more) == found, more


def test_the_lead_holds_or_receives_the_trigger() -> None:
    for trigger, links, found in (
        ("x", {"to": "police"}, True),
        ("y", {"to": "police"}, True),
        ("form", {"to": "police"}, False),
        ("x", {"to": "bank"}, False),
        ("x", {"to": "police", "channel": "manual"}, False),
    ):
        registry = REGISTRY | {"links": [{"data": "x"} | links]}
        one = matter([APPLY, decided()], **GRANT | {"trigger": trigger})
        assert (PROACTIVE in keys(verdict_on(one, **registry), *RULES)) == found, trigger
    below = matter([APPLY, decided()], **GRANT | {"department": "station"})
    assert PROACTIVE in keys(verdict_on(below, **REGISTRY), *RULES)


def test_what_comes_at_once_and_what_law_is_in_the_way() -> None:
    """Section 3: "every approval's time becomes 0 …; the same, and the apply steps go"; `amend`
    "of an `apply` step both"."""
    bound = APPLY | {"basis": "law one", "visit-basis": ["law two", "law one"], "time": "1d"}
    verdict = verdict_on(matter([bound, decided(), decided(id="t")], **GRANT), **REGISTRY)
    instant: Any = verdict.findings[INSTANT]
    proactive: Any = verdict.findings[PROACTIVE]
    assert instant.benefit == (4, 0, 0, 0)
    assert proactive.benefit == (5, 1, 0, 1)
    assert proactive.amend == ("law one", "law two")


def test_unasked_includes_at_once_and_that_includes_each_step() -> None:
    verdict = verdict_on(matter([APPLY, decided()], **GRANT, basis="law"), **REGISTRY)
    step = ("automatic-approval", "m", "s", "s")
    assert {(PROACTIVE, INSTANT), (INSTANT, step), (PROACTIVE, step)} <= verdict.included
    visit = ("needless-visit", "m", "apply", "apply")
    assert (PROACTIVE, visit) in verdict.included
    assert visit not in {key for pair in verdict.excluded for key in pair}


def test_a_doubt_of_one_step_excludes_the_whole() -> None:
    """Says: "A is a baseless-approval of a step whose time B takes"."""
    steps = [decided(basis="law"), decided(id="t")]
    verdict = verdict_on(matter(steps, **LIMITED), **REGISTRY)
    doubt = ("baseless-approval", "m", "t", "t")
    assert {(doubt, INSTANT), (INSTANT, doubt)} <= verdict.excluded
    steps[1]["time"] = "0"
    verdict = verdict_on(matter(steps, **LIMITED), **REGISTRY)
    assert (doubt, INSTANT) not in verdict.excluded
