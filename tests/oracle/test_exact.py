"""Small catalogues in `exact/`, each with what is right worked out by hand from semantics.md."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

from .by_hand import DATE, Entry, keys
from .oracle import Verdict, judge
from .told import Key

EXACT = Path(__file__).parent / "exact"

SERVICE = {"several-applications", "repeated-material"}


def documents(name: str) -> list[Entry]:
    text = (EXACT / f"{name}.yaml").read_text(encoding="utf-8")
    return list(yaml.load_all(text, Loader=yaml.BaseLoader))


def verdict_of(name: str, **changes: Entry) -> Verdict:
    """The verdict on a file, the named matters changed."""
    read = documents(name)
    for document in read:
        document.update(changes.get(str(document.get("matter")).replace("-", "_"), {}))
    return judge([("a.yaml", read)], DATE)


def found(verdict: Verdict, key: Key) -> Any:
    return verdict.findings[key]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "any-alternative",
            {
                ("missing-link", "residence-permit", "review", "lease"),
                ("missing-link", "residence-permit", "review", "realty"),
                ("asked-again", "residence-permit", None, "student-roll"),
            },
        ),
        ("attested-declared-silenced-by-another-matter", {("attested-check", "m", "s", "c")}),
        ("attested-own-later-change", {("attested-check", "m", "s", "c")}),
        (
            "banned-amend-null",
            {("banned-material", "m", None, "x"), ("missing-link", "m", "s", "x")},
        ),
        ("breached-duty-all-listed", set()),
        (
            "holds-gone-decision-step",
            {("redundant-approval", "m", "a1", "a1"), ("repeated-check", "m", "s", "c")},
        ),
        ("holds-promised-declared", {("missing-link", "m", "s", "x")}),
        (
            "inherited-other-copy-redundant",
            {
                ("redundant-approval", "m1", "k7/s2", "k7/s2"),
                ("redundant-approval", "m2", "k4/k5/s2", "k4/k5/s2"),
            },
        ),
        (
            "inherited-other-copy-repeated",
            {
                ("repeated-check", "m1", "k5/s2", "c2"),
                ("repeated-check", "m1", "k5/s2", "c4"),
                ("repeated-check", "m2", "k7/k3/s2", "c2"),
            },
        ),
        (
            "inherited-other-step-repeated",
            {
                ("repeated-check", "m2", "k5/s4", "c0"),
                ("repeated-check", "m3", "k3/k1/s4", "c0"),
            },
        ),
        (
            "inherited-other-step-unfit-link",
            {
                ("unfit-link", "m0", "s4", "x1"),
                ("unfit-link", "m2", "s3", "x1"),
                ("repeated-check", "m2", "s4", "c2"),
                ("unfit-link", "m2", "s4", "x1"),  # advice: the check is repeated
                ("unfit-link", "m3", "k1/s4", "x1"),  # a warning: there it is not
            },
        ),
        ("no-department-missed-missing-link", set()),
        ("no-department-missed-unused-link", {("unused-link", None, None, "x0:d0->")}),
        ("no-department-own-paper", set()),
        ("parallel-link-to-all", {("parallel-links", None, None, "x:health->all|x:health->hrss")}),
        ("promised-paper-benefit", {("promised-paper", "m3", None, "x4")}),
        ("share-mend-barred-alternative", {("missing-link", "m", "s1", "x")}),
        ("unfit-link-barred-alternative", {("missing-link", "m", "s1", "x")}),
        (
            "unrecorded",
            {
                ("missing-link", "lawyer-licence", "review", "identity"),
                ("missing-link", "lawyer-licence", "decide", "identity"),
            },
        ),
    ],
)
def test_what_is_found(name: str, expected: set[Key]) -> None:
    """All findings of the rules that the case is about, and of those that could take its place."""
    rules = {key[0] for key in expected} | {
        "missing-link", "unfit-link", "no-source", "own-paper", "asked-again", "breached-duty",
        "attested-check", "repeated-check", "redundant-approval", "baseless-approval",
    }  # fmt: skip
    if name == "parallel-link-to-all":
        rules = {"parallel-links"}
    assert keys(verdict_of(name), *rules) == expected


def test_of_one_alternative_only_those_who_have_it_are_spared() -> None:
    """Nobody knows how many they are; with shares it is known."""
    verdict = verdict_of("any-alternative")
    subject = ("residence-permit", None, "student-roll")
    one = found(verdict, ("asked-again", *subject))
    assert (one.severity, one.benefit, one.per_year) == ("warning", (0, 0, 0, 0), None)
    lease = found(verdict, ("missing-link", "residence-permit", "review", "lease"))
    assert (lease.benefit, lease.per_year) == ((0, 0, 0, 0), None)
    shares = {"lease": "0.5", "realty": "0.3", "student-roll": "0.2"}
    known = verdict_of("any-alternative", residence_permit={"materials": [{"any": shares}]})
    one = found(known, ("asked-again", *subject))
    assert one.benefit == (0, 0, 0, 0)
    assert one.per_year == {"days": 0, "visits": 0, "materials": 8000, "steps": 0}
    lease = found(known, ("missing-link", "residence-permit", "review", "lease"))
    assert lease.per_year["materials"] == 20000


def test_what_each_called_matter_asks_is_asked() -> None:
    """Until the matter says what is joined."""
    verdict = verdict_of("joined")
    assert keys(verdict, *SERVICE) == {(rule, "moving-in", None, "moving-in") for rule in SERVICE}
    assert not keys(verdict, "several-windows")  # the windows of firms
    worst: Any = verdict.metrics["moving-in"]["worst"]
    names = ("applications", "windows", "visits", "materials", "steps", "days")
    assert [worst[name] for name in names] == [2, 2, 2, 4, 6, Fraction(21, 4)]
    for rule, benefit in (
        ("several-applications", (0, 1, 0, 1)),
        ("repeated-material", (0, 0, 1, 0)),
    ):
        one = found(verdict, (rule, "moving-in", None, "moving-in"))
        assert (one.severity, one.lever, one.benefit) == ("warning", "merge", benefit)
    serial = found(verdict, ("serial-approval", "moving-in", "gas", "water"))
    assert serial.benefit == (Fraction(17, 8), 0, 0, 0)
    joined = ["applications", "acceptance", "materials"]
    verdict = verdict_of("joined", moving_in={"joined": joined})
    assert not keys(verdict, *SERVICE)
    worst = verdict.metrics["moving-in"]["worst"]
    assert [worst[name] for name in names] == [1, 1, 1, 3, 5, Fraction(21, 4)]


def test_what_is_handed_in_to_be_cancelled_is_superfluous_to_nobody() -> None:
    verdict = verdict_of("surrendered")
    assert keys(verdict, "own-paper") == {("own-paper", "death-registration", None, "identity")}
    certificate = {"data": "death-certificate"}
    papers = [{"data": "identity", "handling": "surrendered"}, certificate]
    verdict = verdict_of("surrendered", death_registration={"materials": papers})
    assert set(verdict.findings) == {
        ("missing-link", "death-registration", "cancel", "death-certificate")
    }


def test_an_absence_is_spoken_of_where_the_kind_is_recorded() -> None:
    matter = {"basis": "《律师法》"}
    assert keys(verdict_of("unrecorded", lawyer_licence=matter), "baseless-approval") == {
        ("baseless-approval", "lawyer-licence", "review", "review")
    }
    complete = {"complete": "basis"}
    verdict = verdict_of("unrecorded", lawyer_licence=complete)
    assert len(keys(verdict, "baseless-approval")) == 2


def test_the_law_behind_a_banned_paper_is_named_without_a_mend() -> None:
    one = found(verdict_of("banned-amend-null"), ("banned-material", "m", None, "x"))
    assert (one.benefit, one.amend) == (None, ("某市规定第三条",))


def test_a_bound_is_compared_with_a_bound() -> None:
    verdict = verdict_of("bound-benefit")
    assert verdict.metrics["m"]["bound"] is True
    one = found(verdict, ("needless-material", "m", None, "p"))
    assert one.benefit == (0, 0, 1, 0)
    assert one.per_year == {"days": 0, "visits": 0, "materials": 1000, "steps": 0}


@pytest.mark.parametrize("name", ["bound-options-not-told-apart", "bound-tautology"])
def test_only_what_a_guard_tells_apart_is_a_combination(name: str) -> None:
    metrics: Any = verdict_of(name).metrics["m"]
    assert metrics["bound"] is False
    if name == "bound-options-not-told-apart":
        assert metrics["worst"]["days"] == 8
        assert metrics["mean"]["days"] == Fraction(8, 3)


def test_whose_data_comes_to_a_step_of_nobody() -> None:
    """Its holders collaborate; it is never held or shared."""
    verdict = verdict_of("no-department-collaborators")
    assert verdict.collaborators == {"m0": ("d1",)}
    verdict = verdict_of("no-department-own-paper")
    assert verdict.supplies == {
        ("m0", "s2", "x8"): [("carried", ("d1",))],
        ("m0", "s3", "x8"): [("held", ("d1",))],
    }
    verdict = verdict_of("no-department-supply-need")
    assert verdict.supplies == {("m0", "s2", "x8"): [("missing", ())]}


def test_a_mend_lets_nothing_flow_that_a_law_forbids_to_share() -> None:
    one = found(verdict_of("share-mend-barred-alternative"), ("missing-link", "m", "s1", "x"))
    assert (one.severity, one.benefit, one.per_year) == ("warning", (0, 0, 0, 0), None)


def test_on_the_word_of_the_applicant_one_of_two_papers_goes() -> None:
    one = found(verdict_of("promised-paper-benefit"), ("promised-paper", "m3", None, "x4"))
    assert (one.lever, one.benefit, one.per_year) == ("commit", (0, 0, 1, 0), None)
