"""Alternatives are facts, papers of different handling, and who needs what, computed by hand."""

from fractions import Fraction
from typing import Any

from .by_hand import Entry, approve, keys, matter, review, verdict_on

DATA: Entry = {
    "lease": {"holder": "health"},
    "deed": {"holder": "bank"},
    "card": {"holder": "police", "stored-as": "e-certificate"},
    "told": {"holder": "applicant"},
}
LINKS = [{"data": "lease", "to": "police"}]


def test_one_need_for_each_alternative() -> None:
    """1.5: "one need for each alternative x, under g ∧ (the fact is x), in the order written"."""
    needs = [{"any": ["lease", "deed"]}, "deed", {"any": ["deed"]}, {"any": ["deed", "card"]}]
    one = matter([approve("s", needs=needs)], materials=[{"any": ["deed", "lease"]}])
    verdict = verdict_on(one, data=DATA, links=LINKS)
    assert verdict.supplies == {
        ("m", "s", "lease"): [("shared", ("health",))],
        # of the first entry; of the second and third, which are one; of the last
        ("m", "s", "deed"): [("carried", ("bank",))] * 3,
        ("m", "s", "card"): [("held", ("police",))],
    }


def test_which_needs_a_paper_is_asked_for() -> None:
    """needs(M, x): "whose data is x or no alternative of M": of a lease nothing more is needed,
    of a deed the bank's; so only the lease is asked again."""
    paper = {"any": ["lease", "deed"], "basis": "law"}
    steps = [approve("s", needs={"any": ["lease", "deed"]})]
    one = matter(steps, materials=[paper], volume=100)
    verdict = verdict_on(one, data=DATA, links=LINKS)
    found: Any = verdict.findings["asked-again", "m", None, "lease"]
    assert (found.severity, found.benefit, found.per_year) == ("warning", (0, 0, 0, 0), None)
    assert found.amend == ("law",)
    assert not keys(verdict, "missing-link", "own-paper")  # a bank is no public department
    known = {**one, "materials": [paper | {"any": {"lease": "0.4", "deed": "0.6"}}]}
    found = verdict_on(known, data=DATA, links=LINKS).findings["asked-again", "m", None, "lease"]
    assert found.per_year == {"days": 0, "visits": 0, "materials": 40, "steps": 0}


def test_of_the_material_as_a_whole() -> None:
    """Says: "Where that does not hold of the material as a whole, the same of one alternative"."""
    paper = {"any": ["lease", "card"]}
    one = matter([approve("s", needs=paper)], materials=[paper])
    verdict = verdict_on(one, data=DATA, links=LINKS)
    assert keys(verdict, "asked-again", "own-paper") == {("asked-again", "m", None, "lease|card")}
    told = {"any": ["lease", "told"]}  # declared as a whole, yet the lease is known
    one = matter([approve("s", needs=told)], materials=[told])
    verdict = verdict_on(one, data=DATA, links=LINKS)
    assert keys(verdict, "asked-again", "own-paper") == {("asked-again", "m", None, "lease")}


def test_numbers_of_papers_and_their_alternatives() -> None:
    """Subject: "the materials of a chain and their alternatives …, the later ones get #2".

    The second, card alone, is asked of those who have a deed too, which nobody knows.
    """
    materials = [{"any": ["card", "deed"]}, {"data": "card"}, {"any": ["deed", "card"]}]
    steps = [approve("s", needs=["card", {"any": ["card", "deed"]}])]
    verdict = verdict_on(matter(steps, materials=materials), data=DATA)
    assert keys(verdict, "own-paper") == {
        ("own-paper", "m", None, "card"),
        ("own-paper", "m", None, "card#3"),
    }


def test_shares_are_the_first_that_are_written() -> None:
    """1.2: "the matter's materials, then its steps in list order, then the calls"."""
    shares = {"lease": "0.1", "deed": "0.9"}
    called = matter([approve("s", needs={"any": shares})], "called")
    paper = {"any": ["deed", "lease"]}
    steps = [{"id": "go", "matter": "called"}]
    one = matter(steps, materials=[paper], volume=100)
    verdict = verdict_on(one, called, data=DATA, links=LINKS)
    found: Any = verdict.findings["asked-again", "m", None, "lease"]
    assert found.per_year == {"days": 0, "visits": 0, "materials": 10, "steps": 0}
    first = {**paper, "any": {"deed": "0.5", "lease": "0.5"}}
    verdict = verdict_on({**one, "materials": [first]}, called, data=DATA, links=LINKS)
    found = verdict.findings["asked-again", "m", None, "lease"]
    assert found.per_year["materials"] == 50


def test_flow_of_one_alternative() -> None:
    """3: the lease flows, so nobody who has one is asked for it; the visit stays."""
    steps = [{"id": "apply", "kind": "apply", "visit": 1}, approve("s")]
    steps[1]["needs"] = {"any": ["lease", "card"]}
    paper = {"any": {"lease": "0.4", "card": "0.6"}}
    one = matter(steps, materials=[paper, {"data": "told"}], volume=10)
    verdict = verdict_on(one, data=DATA)
    link: Any = verdict.findings["missing-link", "m", "s", "lease"]
    # those with a card were known before; now all are, but the card is no gain of the link
    assert link.benefit == (0, 0, 0, 0)
    assert link.per_year == {"days": 0, "visits": 0, "materials": 4, "steps": 0}
    card: Any = verdict.findings["own-paper", "m", None, "card"]
    assert card.per_year == {"days": 0, "visits": 0, "materials": 6, "steps": 0}
    assert not keys(verdict, "needless-visit")


def test_shown_papers() -> None:
    """Says: "of which an alternative is `stored-as: e-certificate`, or with needs(M) not empty, all
    `held` or `shared`"; 1.12: "asked for and not only shown; shown (those)"."""
    for paper, needs, is_found in (
        ("card", [], True),  # an electronic certificate will do
        ("lease", ["lease"], True),  # shared
        ("lease", [], False),
        ("deed", ["deed"], False),  # carried, "submitted, shown or surrendered"
        ("told", ["told"], False),
    ):
        shown = {"data": paper, "handling": "shown", "basis": "law"}
        one = matter([approve("s", needs=needs)], materials=[shown, {"name": "letter"}])
        verdict = verdict_on(one, data=DATA, links=LINKS)
        found = keys(verdict, "shown-paper", "asked-again", "own-paper", "needless-material")
        assert found == ({("shown-paper", "m", None, paper)} if is_found else set())
        worst: Any = verdict.metrics["m"]["worst"]
        assert (worst["materials"], worst["shown"]) == (1, 1)
        held: Any = [verdict.findings[key] for key in found]
        assert all((h.severity, h.lever) == ("advice", "convert") for h in held)
        assert all((h.benefit, h.amend) == ((0, 0, 0, 0), ("law",)) for h in held)


def test_the_certificate_stands_for_what_a_shown_paper_brought() -> None:
    """3: "the material goes, and those of needs(M) that are carried become `shared`": so the other
    paper, which the same needs met, is asked again and goes too."""
    data = {**DATA, "card": {"holder": "bank", "stored-as": "e-certificate"}}
    materials = [{"data": "card", "handling": "shown"}, {"data": "card"}]
    one = matter([approve("s", needs="card")], materials=materials)
    found: Any = verdict_on(one, data=data).findings["shown-paper", "m", None, "card"]
    assert found.benefit == (0, 0, 1, 0)


def test_a_link_for_what_is_only_shown_is_advice() -> None:
    """Says: "advice … where it is carried and no material M with it among needs(M) is
    `submitted`"."""
    facts = {"fast": ["yes", "no"]}
    for materials, severity in (
        ([{"data": "lease"}], "warning"),
        ([{"data": "lease", "handling": "shown"}], "advice"),
        ([{"data": "lease", "handling": "surrendered"}], "advice"),
        ([{"data": "lease", "handling": "shown"}, {"data": "lease"}], "warning"),
        (
            [{"data": "lease", "handling": "shown"}, {"data": "lease", "when": {"fast": "no"}}],
            "advice",
        ),
    ):
        steps = [approve("s", needs="lease", when={"fast": "yes"})]
        verdict = verdict_on(matter(steps, materials=materials, facts=facts), data=DATA)
        assert verdict.findings["missing-link", "m", "s", "lease"].severity == severity


def test_on_the_word_of_the_applicant() -> None:
    """1.8: `declared`: "the need comes from checks and all of these are `promised` at s"."""
    criteria = {"c": {"uses": "lease"}, "d": {"uses": "lease"}}
    for step, word in (
        ({"checks": "c", "promised": "c"}, "declared"),
        ({"checks": ["c", "d"], "promised": "c"}, "carried"),
        ({"checks": ["c", "d"], "promised": ["c", "d"], "needs": "lease"}, "declared"),
        ({"checks": "c", "promised": "c", "needs": {"any": ["lease", "deed"]}}, "carried"),
        ({"checks": "c", "promised": "c", "department": "health"}, "held"),
    ):
        one = matter([approve("s", **step)], materials=[{"data": "lease"}])
        verdict = verdict_on(one, data=DATA, criteria=criteria)
        words = [held for held, _ in verdict.supplies["m", "s", "lease"]]
        assert words[0] == word


def test_what_is_promised_or_settled_needs_no_promise() -> None:
    """promise-candidate: "none of its checks `promised`, …, not all of them settled by data": a
    need that is "carried or missing with a holder that could share it" (sharing comes first)."""
    criteria: Entry = {
        "far": {"uses": "lease", "verify": "after"},
        "closed": {"uses": "deed", "verify": "after"},
        "mere": {"verify": "after"},
    }
    for step, is_found in (
        ({"checks": "far"}, False),
        ({"checks": "closed"}, True),
        ({"checks": ["far", "mere"]}, True),
        ({"checks": ["closed", "mere"], "promised": "mere"}, False),
        ({"checks": "mere", "time": "15min"}, False),
        ({"checks": "mere", "time": "30min"}, True),
    ):
        verdict = verdict_on(matter([review("s", **step)]), data=DATA, criteria=criteria)
        assert bool(keys(verdict, "promise-candidate")) is is_found


def test_a_need_goes_with_the_last_of_its_checks() -> None:
    """1.5: "where there are such and a mend has taken all of them, the need is gone": the repeated
    check was all the paper was for."""
    criteria = {"c": {"uses": "deed"}}
    steps = [
        review("b", checks="c", department="health"),
        review("s", checks="c", needs="deed", department="station", produces="card"),
        approve("end"),
    ]
    owned = {**DATA, "deed": {"holder": "health"}}
    one = matter(steps, materials=[{"data": "deed"}])
    verdict = verdict_on(one, data=owned, criteria=criteria)
    found: Any = verdict.findings["repeated-check", "m", "s", "c"]
    # without the check the station needs no deed, and health holds it: own-paper
    assert found.benefit == (0, 0, 1, 0)


def test_the_mean_over_alternatives_is_uniform_where_unknown() -> None:
    """1.12: "no shares: uniform"."""
    paper = {"any": ["lease", "deed", "told"]}
    one = matter([approve("s", needs=paper)], materials=[paper], volume=30)
    metrics: Any = verdict_on(one, data=DATA, links=LINKS).metrics["m"]
    assert metrics["worst"]["materials"] == metrics["mean"]["materials"] == Fraction(1)
    assert metrics["bound"] is False
