"""One thing is told once, by hand (semantics 3)."""

from .by_hand import Entry, approve, matter, review, verdict_on
from .oracle import Verdict

DATA: Entry = {"x": {"holder": "health"}, "y": {"holder": "health"}}
CRITERIA: Entry = {
    "c": {"uses": "x", "decidable": "yes", "verify": "after"},
    "d": {"uses": "y"},
}
PAPER: Entry = {"data": "x", "basis": "law"}


def pairs(verdict: Verdict, *, excluded: bool = False) -> set[tuple[str, ...]]:
    """What includes (excludes) what, by rule and step."""
    found = verdict.excluded if excluded else verdict.included
    return {(a[0], str(a[2]), b[0], str(b[2])) for a, b in found}


def test_a_link_includes_one_that_does_less_and_of_equals_the_first_has_it() -> None:
    steps = [review("a", checks="c"), approve("b", checks="c")]
    verdict = verdict_on(matter(steps, materials=[PAPER]), data=DATA, criteria=CRITERIA)
    assert ("missing-link", "a", "missing-link", "b") in pairs(verdict)
    assert ("missing-link", "b", "missing-link", "a") not in pairs(verdict)


def test_what_has_no_mend_goes_with_its_paper_or_with_the_first_finding_of_it() -> None:
    """Says: "B has no mend and is of a material that goes in A's effect or that A is of"."""
    one = matter(
        [approve("b", checks="c")], materials=[{"data": "x"}, {"data": "y", "basis": "law"}]
    )
    verdict = verdict_on(one, data=DATA, criteria=CRITERIA)
    assert ("missing-link", "b", "baseless-material", "None") in pairs(verdict)
    assert ("needless-material", "None", "baseless-material", "None") not in pairs(verdict)


def test_what_acts_at_a_step_that_goes_is_excluded_and_not_included() -> None:
    steps = [
        review("a", department="health", checks="c", time="5d"),
        approve("b", checks=["c", "d"], time="5d"),
        {"id": "n", "kind": "notify"},
    ]
    verdict = verdict_on(matter(steps, materials=[PAPER]), data=DATA, criteria=CRITERIA)
    assert ("repeated-check", "b", "missing-link", "b") in pairs(verdict)
    gone = [review("a", checks="c"), review("b", checks="c"), approve("e")]
    verdict = verdict_on(matter(gone, materials=[PAPER]), data=DATA, criteria=CRITERIA)
    assert ("redundant-approval", "b", "missing-link", "b") in pairs(verdict, excluded=True)
    assert ("missing-link", "b", "redundant-approval", "b") in pairs(verdict, excluded=True)
    assert ("redundant-approval", "b", "missing-link", "b") not in pairs(verdict)


def test_two_ways_to_take_one_time_and_a_doubt_exclude_one_another() -> None:
    one = matter([approve("b", checks="c", time="5d")], complete="basis")
    verdict = verdict_on(one, data=DATA, criteria=CRITERIA | {"c": {"verify": "after"}})
    both = {
        ("baseless-approval", "b", "promise-candidate", "b"),
        ("promise-candidate", "b", "baseless-approval", "b"),
    }
    assert pairs(verdict, excluded=True) == both


def test_who_keeps_a_check_cannot_run_beside_who_relies_on_it() -> None:
    steps = [
        review("a", department="health", checks="c", time="5d"),
        review("b", checks=["c", "d"], time="5d"),
        approve("e", checks="d", time="5d"),
    ]
    verdict = verdict_on(matter(steps, materials=[PAPER]), data=DATA, criteria=CRITERIA)
    found = pairs(verdict, excluded=True)
    assert ("repeated-check", "b", "serial-approval", "b") in found
    assert not [pair for pair in found if pair[:2] == ("serial-approval", "e")]


def test_of_two_findings_of_one_link_the_graver_includes_the_other() -> None:
    late: Entry = {"data": "x", "to": "police", "status": "applied", "applied": "2025-01-06"}
    data = {"x": {"holder": "health", "sharing": "conditional"}}
    verdict = verdict_on(matter([approve("b")]), data=data, links=[{**late, "duty": "law"}])
    assert ("breached-duty", "None", "late-reply", "None") in pairs(verdict)


def test_who_relies_on_a_check_first_asks_whether_it_may_be() -> None:
    """Says: "or of the one that keeps a check on which B, a redundant-approval or repeated-check,
    relies"."""
    steps = [
        review("a", department="health", checks="c"),
        approve("b", checks=["c", "d"], basis="law"),
        {"id": "n", "kind": "notify"},
    ]
    rules = ("baseless-approval", "a", "repeated-check", "b")
    verdict = verdict_on(matter(steps, complete="basis"), data=DATA, criteria=CRITERIA)
    assert rules in pairs(verdict, excluded=True)
    owned = [{**steps[0], "basis": "law"}, *steps[1:]]
    verdict = verdict_on(matter(owned, complete="basis"), data=DATA, criteria=CRITERIA)
    assert not pairs(verdict, excluded=True)
