"""What is promised may not be longer than what the law gives, in whatever units."""

from __future__ import annotations

import pytest

from govchain.findings import Finding
from govchain.reporting.sentences import sentence
from tests.analysis.cases import case_of
from tests.rules.test_pages import findings_in

RULE = "promise-over-statute"


def limited(limits: str) -> str:
    """A matter that is only listed, with these limits."""
    return f"matter: m\nname: 许可\ntime-limit: {{{limits}}}\n"


def found(limits: str) -> list[Finding]:
    return case_of(limited(limits)).all(RULE)


@pytest.mark.parametrize(
    ("statutory", "promised"),
    [
        ("20d", "21d"),
        ("15cd", "15d"),
        ("30cd", "2mo"),
        ("30cd", "23d"),
        ("20d", "1mo"),
        ("1w", "10cd"),
        ("0", "1h"),
        ("2h", "3h"),
    ],
)
def test_it_is_longer(statutory: str, promised: str) -> None:
    (finding,) = found(f"statutory: {statutory}, promised: {promised}")
    assert (finding.matter, finding.step, finding.subject) == ("m", None, "m")
    assert finding.place.line == 3


@pytest.mark.parametrize(
    ("statutory", "promised"),
    [
        ("20d", "20d"),
        ("20d", "0"),
        ("20d", "4w"),
        ("15d", "21cd"),
        ("30cd", "1mo"),
        ("1mo", "22d"),
        ("90cd", "3mo"),
        ("1y", "12mo"),
        ("365cd", "1y"),
    ],
)
def test_it_is_no_longer_or_nobody_can_tell(statutory: str, promised: str) -> None:
    assert found(f"statutory: {statutory}, promised: {promised}") == []


@pytest.mark.parametrize("limits", ["promised: 30d", "statutory: 30d", "extension: 10d"])
def test_one_alone_is_no_longer_than_nothing(limits: str) -> None:
    assert found(limits) == []


def test_an_extension_is_not_for_everybody() -> None:
    assert found("statutory: 20d, extension: 10d, promised: 25d")


def test_it_says_what_the_law_is_and_by_how_much() -> None:
    (finding,) = found("statutory: 15cd, promised: 15d, basis: 《某条例》第九条")
    assert finding.facts["promised_limit"] == "15d"
    assert finding.facts["working_days_over"] == pytest.approx(15 - 15 * 5 / 7)
    assert sentence(finding, "zh") == (
        "“许可”承诺 15 个工作日办结，超过《某条例》第九条规定的 15 个自然日"
    )
    assert sentence(finding, "en").endswith(
        "15 working days, longer than 《某条例》第九条 allows (15 calendar days)"
    )
    (plain,) = found("statutory: 5d, promised: 10d")
    assert "basis" not in plain.facts


@pytest.mark.parametrize(
    ("basis", "is_found"),
    [
        ("[{provision: 某法, until: 2026-05-31}]", False),
        ("[{provision: 某法, until: 2026-05-31}, 某条例]", True),
        ("[{provision: 某法, until: 2026-06-01}]", True),
    ],
)
def test_of_a_law_that_has_ended_nothing_is_claimed(basis: str, is_found: bool) -> None:
    assert bool(found(f"statutory: 5d, promised: 10d, basis: {basis}")) is is_found


@pytest.mark.parametrize(
    "limits",
    [
        "statutory: 5d, statutory: 20d, promised: 10d",
        "statutory: 5 days, promised: 10d",
        "statutory: 5d, promised: 10d, promise: 4d",
        "statutory: 5d, promised: 10d}\ntime-limit: {statutory: 20d",
    ],
)
def test_it_is_silent_where_something_was_lost(limits: str) -> None:
    rules = {finding.rule for finding in findings_in(limited(limits))}
    assert rules & {"duplicate-key", "bad-value", "unknown-key"}
    assert RULE not in rules
