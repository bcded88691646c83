"""Which link fails on the way of data, and who has to mend it (semantics.md 2, unfit-link)."""

from __future__ import annotations

import pytest

from govchain.findings import Finding, Severity
from tests.analysis.cases import case_of, ids

NEWBORN = """
matter: m
department: police
materials: [{name: 出生证, data: birth}]
steps: [{id: s, kind: approve, checks: [born]}]
---
departments: {police: {KIND}, health: {}, hub: {kind: platform}, far: {kind: platform}}
data: {birth: {holder: health}}
criteria: {born: {uses: [birth]}}
links:
"""


def unfit(*links: str, kind: str = "") -> Finding:
    lines = "".join(f"  - {{data: birth, {link}}}\n" for link in links)
    return case_of(NEWBORN.replace("KIND", kind) + lines).the("unfit-link")


TO_HUB, FROM_HUB = "to: hub", "from: hub, to: police"


@pytest.mark.parametrize(
    ("links", "actors", "failing"),
    [
        ((f"{TO_HUB}, channel: manual", FROM_HUB), ["health"], ["birth:health->hub"]),
        ((TO_HUB, f"{FROM_HUB}, status: suspended"), ["hub"], ["birth:hub->police"]),
        (
            (f"{TO_HUB}, channel: manual", f"{FROM_HUB}, status: suspended"),
            ["health", "hub"],
            ["birth:health->hub", "birth:hub->police"],
        ),
    ],
)
def test_who_provides_at_the_link_that_fails_has_to_act(
    links: tuple[str, ...], actors: list[str], failing: list[str]
) -> None:
    finding = unfit(*links)
    assert ids(finding.facts["actor"]) == actors
    assert ids(finding.facts["link"]) == failing


def test_each_failing_link_is_told_with_its_ends_and_its_reason() -> None:
    finding = unfit(f"{TO_HUB}, channel: manual", f"{FROM_HUB}, status: suspended")
    broken = finding.facts["broken"]
    assert isinstance(broken, tuple)
    assert [(hop["from"].id, hop["to"].id, hop["why"]) for hop in broken] == [  # type: ignore
        ("health", "hub", ("manual",)),
        ("hub", "police", ("suspended",)),
    ]


def test_the_way_with_the_fewest_links_that_fail_is_told() -> None:
    """Three links of which one fails come before one and a half that fail."""
    long = ("to: far", "from: far, to: hub", f"{FROM_HUB}, status: planned")
    short = ("to: far, status: planned", "from: far, to: police, status: planned")
    finding = unfit(*long, short[1])
    assert ids(finding.facts["link"]) == ["birth:far->police"], "of equals the shorter one"
    finding = unfit(*long[1:], *short, "to: hub")
    assert ids(finding.facts["link"]) == ["birth:hub->police"], "one that fails, not two"


def test_to_who_is_no_public_body_nothing_is_opened() -> None:
    finding = unfit("to: police, status: planned", kind="kind: enterprise")
    assert finding.variant == "outside"
    assert unfit("to: police, status: planned").variant == "planned"


def test_what_is_only_planned_who_receives_it_applies_for() -> None:
    """Of each link that fails so: who provides it opens it then; of other faults nobody applies."""
    finding = unfit("to: hub, status: planned", "from: hub, to: police, status: applied")
    assert ids(finding.facts["applying"]) == ["hub"]
    assert ids(finding.facts["actor"]) == ["health", "hub"]
    to_all = unfit("to: all, status: planned")
    assert ids(to_all.facts["applying"]) == ["police"]
    assert "applying" not in unfit("to: police, status: applied").facts


@pytest.mark.parametrize(
    ("link", "severity", "variant"),
    [
        ("to: police, channel: manual", Severity.WARNING, "by-hand"),
        ("to: police, channel: manual, status: suspended", Severity.ERROR, ""),
        ("to: police, channel: manual, until: 2026-05-31", Severity.ERROR, ""),
        ("to: police, status: planned", Severity.ERROR, "planned"),
    ],
)
def test_what_goes_by_hand_arrives(link: str, severity: Severity, variant: str) -> None:
    """Nobody carries it but the offices: no paper is asked for, and nothing is lost."""
    text = NEWBORN.replace("KIND", "").replace("data: birth}", "data: other}")
    text = text.replace("{birth:", "{other: {holder: health}, birth:")
    finding = case_of(f"{text}  - {{data: birth, {link}}}\n").the("unfit-link")
    assert (finding.severity, finding.variant) == (severity, variant)


def test_where_a_platform_has_the_data_already_the_platform_passes_it_on() -> None:
    def missing(*links: str) -> Finding:
        lines = "".join(f"  - {{data: birth, {link}}}\n" for link in links)
        return case_of(NEWBORN.replace("KIND", "") + lines).the("missing-link")

    finding = missing(TO_HUB)
    assert (finding.variant, ids(finding.facts["platform"])) == ("at-platform", ["hub"])
    assert missing(f"{TO_HUB}, status: planned").variant == ""
    assert missing("to: far, via: hub").variant == "at-platform"


def test_a_link_through_a_platform_is_one_link() -> None:
    """One entry to mend comes before two; of equals the first as written."""
    whole, straight = "via: hub, to: police, status: suspended", "to: police, status: planned"
    two = (f"{TO_HUB}, status: planned", f"{FROM_HUB}, status: planned")
    assert set(ids(unfit(*two, whole).facts["link"])) == {"birth:health->hub->police"}
    assert set(ids(unfit(whole, straight).facts["link"])) == {"birth:health->hub->police"}
    assert ids(unfit(straight, whole).facts["link"]) == ["birth:health->police"]
