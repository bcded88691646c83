"""The rules on materials, links and data against cases computed by hand (semantics 2, Sharing)."""

from datetime import date
from typing import Any

from .by_hand import Entry, approve, keys, matter, verdict_on
from .working_days import PUBLISHED, working_days

DATA: Entry = {
    "x": {"holder": "health"},
    "told": {"holder": "applicant"},
    "old": {"holder": "health", "banned": "list"},
}


def links_found(links: list[Entry], rule: str, *steps: Entry, **data: Any) -> set[str]:
    """The subjects of a rule's findings on these links; data x is held by health."""
    held = {"x": {"holder": "health", **data.pop("x", {})}, **data}
    verdict = verdict_on(matter(list(steps) or [approve("s")]), data=held, links=links)
    found = keys(verdict, rule)
    assert all(key[1:3] == (None, None) for key in found)
    return {subject for *_, subject in found}


def test_unmapped_and_baseless_materials() -> None:
    """Says: "neither declared nor banned …, with no `basis`, where some material written in the
    same matter has one (optional ones count nowhere)"."""
    materials = [
        {"name": "letter"},
        {"data": "told"},
        {"data": "x"},
        {"name": "photo", "basis": "law"},
        {"data": "old"},
    ]
    verdict = verdict_on(matter([approve("s")], materials=materials), data=DATA)
    assert keys(verdict, "unmapped-material", "baseless-material") == {
        ("unmapped-material", "m", None, "letter"),
        ("unmapped-material", "m", None, "photo"),
        ("baseless-material", "m", None, "letter"),
        ("baseless-material", "m", None, "x"),
    }
    optional = [*materials[:3], {**materials[3], "necessity": "optional"}, materials[4]]
    verdict = verdict_on(matter([approve("s")], materials=optional), data=DATA)
    assert not keys(verdict, "baseless-material")


def test_a_basis_counts_where_the_material_is_written() -> None:
    """1.11: "where a rule counts …, steps and materials count where they are written"."""
    called = matter([approve("s")], "called", materials=[{"data": "x"}])
    caller = matter(
        [{"id": "go", "matter": "called"}],
        materials=[{"name": "photo", "basis": "law"}, {"name": "letter"}],
    )
    verdict = verdict_on(caller, called, data=DATA)
    assert keys(verdict, "baseless-material") == {("baseless-material", "m", None, "letter")}


def test_banned_material() -> None:
    """3: "the material goes; – (null) where a need that is not missing would then be `missing`"."""
    material = {"data": "old", "basis": "law"}
    for needs, benefit in (([], (0, 0, 1, 0)), (["old"], None)):
        one = matter([approve("s", needs=needs)], materials=[material])
        found: Any = verdict_on(one, data=DATA).findings["banned-material", "m", None, "old"]
        assert (found.severity, found.lever) == ("error", "cut")
        assert (found.benefit, found.amend) == (benefit, ("law",))
    twice = matter([approve("s", needs="old")], materials=[material, {"data": "old"}])
    found = verdict_on(twice, data=DATA).findings["banned-material", "m", None, "old#2"]
    assert (found.benefit, found.amend) == ((0, 0, 1, 0), ())


def test_one_alternative_is_banned() -> None:
    """Says: "or one alternative that is"; 3: null "for one alternative (people bring another)"."""
    material = {"any": ["x", "old"], "basis": "law"}
    verdict = verdict_on(matter([approve("s")], materials=[material]), data=DATA)
    assert keys(verdict, "banned-material") == {("banned-material", "m", None, "old")}
    found: Any = verdict.findings["banned-material", "m", None, "old"]
    assert (found.severity, found.benefit, found.amend) == ("error", None, ("law",))
    both = {**DATA, "x": {"holder": "health", "banned": "list"}}
    verdict = verdict_on(matter([approve("s")], materials=[material]), data=both)
    assert keys(verdict, "banned-material") == {("banned-material", "m", None, "x|old")}


def test_a_banned_material_is_found_once() -> None:
    """Says: "it is *needless* for benefits and visits all the same, but not reported, where it is
    banned": the flow of x saves the other paper and with it the visit, in spite of this one."""
    one = matter(
        [{"id": "apply", "kind": "apply", "visit": 1}, approve("s", needs="x")],
        materials=[{"data": "old"}, {"data": "x"}],
    )
    verdict = verdict_on(one, data=DATA)
    assert not keys(verdict, "needless-material")
    found: Any = verdict.findings["missing-link", "m", "s", "x"]
    assert found.benefit == (0, 1, 1, 0)


def test_promised_paper() -> None:
    """Says: "all of them `carried`, coming from checks that are all `verify: after`, and with no
    holder that could share them"; "the material goes, and needs(M) become `shared`"."""
    criteria = {"late": {"uses": "x", "verify": "after"}, "early": {"uses": "x"}}
    told = {"data": "told", "basis": "law"}
    for step, material, is_found in (
        ({"checks": "late"}, {}, True),
        ({"checks": ["late", "early"]}, {}, False),
        ({"checks": "late", "needs": "x"}, {}, True),  # says more exactly when it is used
        ({"needs": "x"}, {}, False),  # comes from no check
        ({"checks": "late", "department": "health"}, {}, False),  # held
        ({"checks": "late"}, {"any": ["x", "old"]}, False),
        ({"checks": "late"}, {"any": ["x", "told"]}, False),
    ):
        paper: Entry = {"basis": "law", **(material or {"data": "x"})}
        one = matter([approve("s", **step)], materials=[told, paper])
        closed = {**DATA, "x": {"holder": "health", "sharing": "restricted", "basis": "law"}}
        assert not keys(verdict_on(one, data=DATA, criteria=criteria), "promised-paper")
        verdict = verdict_on(one, data=closed, criteria=criteria)
        found = keys(verdict, "promised-paper")
        assert found == ({("promised-paper", "m", None, "x")} if is_found else set())
        held: Any = [verdict.findings[key] for key in found]
        assert all(found.benefit == (0, 0, 1, 0) for found in held)
        assert all((found.amend, found.lever) == (("law",), "commit") for found in held)


def test_breached_duty() -> None:
    """Says: "a link with `duty` that is not usable even without demands", save where others have
    all its `to`; subjects as written."""
    links: list[Entry] = [
        {"data": "x", "to": "police", "duty": "law", "status": "planned"},
        {"data": "x", "to": ["police", "bank"], "via": "hub", "duty": "law", "channel": "manual"},
        {"data": "x", "from": "health", "to": "police", "duty": "law", "until": "2026-05-31"},
        {"data": "x", "to": "all", "status": "planned"},
    ]
    assert links_found(links, "breached-duty") == {
        "x:health->police",
        "x:health->hub->police,bank",
        "x:health->police#2",
    }
    assert links_found([*links, {"data": "x", "to": "all"}], "breached-duty") == set()
    successor: Entry = {"data": "x", "to": "police", "since": "2026-06-01"}
    assert links_found([*links, successor], "breached-duty") == {"x:health->hub->police,bank"}


def test_working_days() -> None:
    """Says: "weekends and holidays off, make-up days worked"; "after …, up to and including"."""
    monday = date(2026, 6, 1)
    assert working_days({}, monday, monday) == 0
    assert working_days({}, date(2026, 5, 29), monday) == 1
    assert working_days({}, date(2026, 4, 30), monday) == 20  # 1-5 May off, Saturday 9 worked
    assert working_days({}, date(2025, 12, 31), date(2026, 12, 31)) == 248
    assert [sum(map(PUBLISHED[year].is_working, year_of(year))) for year in PUBLISHED] == [
        251,
        248,
        248,
    ]


def year_of(year: int) -> list[date]:
    first = date(year, 1, 1).toordinal()
    return [date.fromordinal(day) for day in range(first, date(year + 1, 1, 1).toordinal())]


def test_late_reply() -> None:
    """Says: "unconditional 1, conditional 10 (20 where `extended`), supply 20 whatever the class;
    other classes: silent"."""
    for sharing, link, is_late in (
        ("unconditional", {"status": "applied", "applied": "2026-05-29"}, False),
        ("unconditional", {"status": "applied", "applied": "2026-05-28"}, True),
        ("unconditional", {"status": "active", "applied": "2026-05-28"}, False),
        ("conditional", {"status": "applied", "applied": "2026-05-18"}, False),
        ("conditional", {"status": "applied", "applied": "2026-05-17"}, True),
        ("conditional", {"status": "applied", "applied": "2026-05-17", "extended": "yes"}, False),
        ("conditional", {"status": "applied", "applied": "2026-04-29", "extended": "yes"}, True),
        ("conditional", {"status": "applied", "agreed": "2024-01-02"}, False),
        ("restricted", {"status": "applied", "applied": "2024-01-02"}, False),
        ("restricted", {"status": "agreed", "agreed": "2026-04-30"}, False),
        ("restricted", {"status": "agreed", "agreed": "2026-04-29"}, True),
    ):
        links = [{"data": "x", "to": "police", **link}]
        assert bool(links_found(links, "late-reply", x={"sharing": sharing})) is is_late


def test_a_calendar_of_the_registry() -> None:
    """Says: "or by the `calendar` of the registry where that has the year; of a year that neither
    has, Monday to Friday count"."""
    links = [{"data": "x", "to": "police", "status": "applied", "applied": "2027-02-03"}]
    data = {"x": {"holder": "health", "sharing": "unconditional"}}
    for calendar, is_late in (
        ({}, True),  # nobody knows the year
        ({2027: {}}, True),  # Thursday 4, Friday 5
        ({2027: {"off": "2027-02-05"}}, False),
        ({2027: {"off": ["2027-02-05"], "work": ["2027-02-06"]}}, True),
    ):
        verdict = verdict_on(
            matter([approve("s")]),
            at=date(2027, 2, 7),
            data=data,
            links=links,
            calendar=calendar,
        )
        assert bool(keys(verdict, "late-reply")) is is_late


def test_second_source() -> None:
    """Says: "whose `from` is neither within the holder nor a platform"."""
    for source, holder, found in (
        ("police", "health", {"x:police->bank"}),
        ("hub", "health", set()),
        ("station", "police", set()),
        ("police", "station", {"x:police->bank"}),
        ("police", "applicant", set()),
    ):
        links = [{"data": "x", "from": source, "to": "bank"}]
        assert links_found(links, "second-source", x={"holder": holder}) == found


def test_data_as_written() -> None:
    """restricted-without-basis; rival-holders: "the same name … that do not all have one
    holder; those without a written holder do not count. One finding a name"."""
    data = {
        "b": {"holder": "health", "name": "record"},
        "a": {"holder": "police", "name": "record"},
        "record": {"holder": "police", "sharing": "restricted"},
        "other": {"name": "record", "sharing": "restricted", "basis": "law"},
    }
    verdict = verdict_on(matter([approve("s")]), data=data)
    assert keys(verdict, "rival-holders", "restricted-without-basis") == {
        ("rival-holders", None, None, "a|b|record"),
        ("restricted-without-basis", None, None, "record"),
    }


def test_personal_without_purpose() -> None:
    links = [{"data": "x", "to": "police"}, {"data": "x", "to": "bank", "purpose": "aid"}]
    personal = {"personal": "yes"}
    assert links_found(links, "personal-without-purpose", x=personal) == {"x:health->police"}
    assert not links_found(links, "personal-without-purpose")


def test_unused_link() -> None:
    """1.8: it "lies on a walk from a department within a holder to D or above it whose inner
    departments are platforms, usability ignored"."""
    need = approve("s", needs="x", department="station")
    for way, is_used in (
        ({"to": "police"}, True),
        ({"to": "police", "status": "planned"}, True),
        ({"to": "bank"}, False),
        ({"to": "bank", "via": "hub"}, True),  # health -> hub, then the other link
        ({"to": "police", "from": "hub"}, True),
        ({"to": "police", "from": "bank"}, False),
    ):
        others = [{"data": "x", "to": "hub"}, {"data": "x", "from": "hub", "to": "police"}]
        found = links_found([*others, {"data": "x", **way}], "unused-link", need)
        assert bool(found) is not is_used
    assert links_found([{"data": "x", "to": "police"}], "unused-link") == {"x:health->police"}


def test_excess_fields() -> None:
    """Says: "serving at least one need, all of which name fields, … (it carries its `fields`, or
    the data's where it names none)"."""
    fields = {"fields": ["f", "g"]}
    one = approve("s", needs={"data": "x", "fields": "f"})
    for link, steps, is_found in (
        ({}, [one], True),
        ({"fields": "f"}, [one], False),
        ({"fields": ["f", "g"]}, [one], True),
        ({}, [one, approve("t", needs={"data": "x", "fields": "g"})], False),
        ({}, [one, approve("t", needs="x")], False),
        ({}, [], False),
    ):
        links = [{"data": "x", "to": "police", **link}]
        assert bool(links_found(links, "excess-fields", *steps, x=fields)) is is_found


def test_parallel_links() -> None:
    """Says: "both usable without demands, with the same `from` and a common `to` other than that
    (`all` has every department; their numbered subjects, joined)"; "links by what they say":
    the manual one is #2; "directly or through others of it"."""
    links: list[Entry] = [
        {"data": "x", "to": "police"},
        {"data": "x", "from": "health", "to": "police", "fields": "f"},
        {"data": "x", "to": ["bank", "police"], "via": "hub"},
        {"data": "x", "to": "police", "channel": "manual"},
        {"data": "x", "to": "all"},
        {"data": "x", "from": "hub", "to": "bank"},
    ]
    assert links_found(links, "parallel-links") == {
        "x:health->all|x:health->hub->bank,police|x:health->police|x:health->police#3",
    }
    assert links_found(links[:2], "parallel-links") == {"x:health->police|x:health->police#2"}
    chained: list[Entry] = [
        {"data": "x", "to": ["police", "bank"]},
        {"data": "x", "to": ["bank", "station"]},
        {"data": "x", "to": "station"},
    ]
    assert links_found(chained, "parallel-links") == {
        "x:health->bank,station|x:health->police,bank|x:health->station"
    }
    assert links_found([chained[0], chained[2]], "parallel-links") == set()
