"""A service that is said to be fully online is held to that, where it could be read."""

from __future__ import annotations

import pytest

from govchain.findings import Finding
from govchain.mends import DropVisit
from govchain.reporting.sentences import sentence
from tests.analysis.cases import case_of
from tests.rules.test_pages import findings_in

SIGN = """
matter: sign
name: 招牌设置
department: urban
online: full
steps:
  - {id: apply, name: 申请, kind: apply, channel: [online, window]}
  - {id: collect, name: 领取, kind: deliver, visit: 1, channel: window}
---
departments: {urban: {name: 城管局}}
"""

SHOP = """
matter: shop
name: 开店
department: urban
online: full
steps:
  - {id: go, matter: sign}
---"""


def found(text: str) -> list[Finding]:
    return [finding for finding in findings_in(text) if finding.rule == "offline-step"]


def test_it_says_who_promised_what_and_who_has_to_come() -> None:
    (finding,) = found(SIGN)
    assert finding.mend == DropVisit("collect")
    assert sentence(finding, "en") == (
        "招牌设置 is said to be handled fully online, yet people have to come in person for 领取 "
        "(城管局)"
    )
    assert sentence(finding, "zh") == "“招牌设置”标明全程网办，“领取”（城管局）却要群众到场"


def test_without_a_visit_it_says_how_it_is_done() -> None:
    (finding,) = found(SIGN.replace("visit: 1, channel: window", "channel: [window, terminal]"))
    assert (finding.mend, finding.benefit) == (None, None)
    assert "领取 (城管局) can only be done at a window and at a terminal" in sentence(finding, "en")
    assert "只能通过窗口、自助终端办理" in sentence(finding, "zh")


def test_a_joint_service_may_promise_what_a_called_matter_does_not() -> None:
    (finding,) = found(SHOP + SIGN.replace("online: full\n", ""))
    assert (finding.matter, finding.step) == ("shop", "go/collect")
    assert finding.facts["fully_online"].id == "shop"  # type: ignore[union-attr]
    assert finding.facts["by_itself"].id == "sign"  # type: ignore[union-attr]


def test_what_both_promise_is_told_of_the_called_one() -> None:
    (finding,) = case_of(SHOP + SIGN).all("offline-step")
    assert (finding.matter, [stand.matter for stand in finding.stands]) == ("sign", ["shop"])


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("channel: window", "channel: widnow"),
        ("channel: window", "channel: [window, onlien]"),
        ("visit: 1,", "visit: 1, visit-basis: {until: 2030-01-01},"),
        ("online: full", "online: fully"),
        ("online: full", "online: full\njoined: [aplications]"),
        ("kind: deliver", "kind: delivery"),
    ],
)
def test_what_could_not_be_read_may_be_the_way(right: str, wrong: str) -> None:
    assert right in SIGN
    assert found(SIGN.replace(right, wrong)) == []
