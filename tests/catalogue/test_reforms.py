"""Each way in which the catalogue of reforms can be untrue is told, shown on a small one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

import pytest

from govchain import pipeline
from govchain.reader.reading import read_texts
from tools.catalogue import page
from tools.comparison import BEFORE, DATE, Comparison, Workspace
from tools.comparison import comparison as real_comparison
from tools.reforms import Claim, Control, Reform, Spot, Unseen

REGISTRY = """
departments:
  office: {name: 办证中心}
  police: {name: 公安局}
data:
  register: {name: 底册信息, holder: office}
  identity: {name: 身份信息, holder: police}
  permit: {name: 许可信息, holder: office}
criteria:
  fit: {name: 符合条件, uses: [register, identity]}
"""
PERMIT = """
matter: permit
name: 许可办理
department: office
materials:
  - {name: 底册复印件, data: register, basis: 《测试法》第一条}
  - {name: 身份证, data: identity, basis: 《测试法》第一条}
steps:
  - {id: apply, kind: apply}
  - {id: review, kind: review, name: 审查, checks: fit, basis: 《测试法》第一条, time: 1d}
  - {id: issue, kind: issue, name: 发证, produces: permit, time: 1d}
"""
LINK = """
links:
  - {data: identity, from: police, to: office, status: active, update: realtime}
"""
REGISTER_PAPER = "  - {name: 底册复印件, data: register, basis: 《测试法》第一条}\n"
IDENTITY_PAPER = "  - {name: 身份证, data: identity, basis: 《测试法》第一条}\n"
REFORMED = PERMIT.replace(f"materials:\n{REGISTER_PAPER}{IDENTITY_PAPER}", "complete: materials\n")
ALLOWED = PERMIT.replace(
    REGISTER_PAPER, f"  # govchain: allow own-paper -- 先修法\n{REGISTER_PAPER}"
)

MISSING_LINK = Claim("missing-link", "permit", "review", "identity", "gone")
OWN_PAPER = Claim("own-paper", "permit", None, "register", "removed")
REFORM = Reform(
    1, "share", "b", "a", "前", "后", "《测试法》", "n", "注", (MISSING_LINK, OWN_PAPER)
)
DEED = Spot("permit", material="register")
CONTROL = Control(
    "deed", "a", "t", "题", "《测试法》", (DEED,), ("needless-material",), "own-paper"
)


def workspace(**texts: str) -> Workspace:
    reading = read_texts({f"{name}.yaml": text for name, text in texts.items()})
    return Workspace(pipeline.analyze(pipeline.compile_reading(reading, DATE)))


HELD = Comparison(
    reforms=(REFORM,),
    controls=(CONTROL,),
    before=workspace(registry=REGISTRY, permit=PERMIT),
    after=workspace(registry=REGISTRY, permit=REFORMED, links=LINK),
)


def problems(**changes: object) -> list[str]:
    changed: Comparison = replace(HELD, **changes)  # type: ignore[arg-type]  # any field of it
    return list(changed.problems())


def claiming(*claims: Claim) -> tuple[Reform, ...]:
    return (replace(REFORM, findings=claims),)


def controlling(**changes: object) -> tuple[Control, ...]:
    changed: Control = replace(CONTROL, **changes)  # type: ignore[arg-type]  # any field of it
    return (changed,)


def test_a_catalogue_that_holds_has_no_problems() -> None:
    assert problems() == []


def test_a_finding_that_is_not_made_is_told() -> None:
    claims = claiming(replace(OWN_PAPER, subject="identity"))
    assert problems(reforms=claims) == ["reform 1: not found: own-paper permit identity"]


@pytest.mark.parametrize(
    ("claim", "written", "found"),
    [
        (MISSING_LINK, "removed", "gone"),
        (MISSING_LINK, "remains", "gone"),
        (OWN_PAPER, "gone", "removed"),
        (OWN_PAPER, "remains", "removed"),
    ],
)
def test_a_wrong_status_is_told(claim: Claim, written: str, found: str) -> None:
    told = problems(reforms=claiming(replace(claim, after=written)))
    assert told == [f"reform 1: {found} after reform, not {written}: {claim}"]


def test_what_is_said_of_a_matter_is_gone_as_long_as_the_matter_stands() -> None:
    claim = Claim("several-applications", "permit", None, "permit", "removed")
    assert claim.spot == Spot("permit")
    assert HELD.after.status_of(claim) == "gone"
    assert workspace(registry=REGISTRY).status_of(claim) == "removed"


def test_an_unknown_status_is_told() -> None:
    told = problems(reforms=claiming(replace(OWN_PAPER, after="vanished")))
    assert told == [
        'reform 1: "vanished" is none of gone, removed, remains: own-paper permit register'
    ]


@pytest.mark.parametrize("written", ["gone", "removed"])
def test_what_a_comment_allows_remains(written: str) -> None:
    after = workspace(registry=REGISTRY, permit=ALLOWED.replace(IDENTITY_PAPER, ""), links=LINK)
    told = problems(after=after, reforms=claiming(replace(OWN_PAPER, after=written)))
    assert told == [f"reform 1: remains after reform, not {written}: {OWN_PAPER}"]
    assert problems(after=after, reforms=claiming(replace(OWN_PAPER, after="remains"))) == []
    assert [reason for _, reason in after.reasons] == ["先修法"]


def test_a_matter_that_is_deleted_after_reform_is_told() -> None:
    after = workspace(registry=REGISTRY)
    lost = [
        "matter permit: not there after reform, and not named as ended",
        f"reform 1: removed after reform, not gone: {MISSING_LINK}",
    ]
    assert problems(after=after) == lost
    assert problems(after=after, ended=("permit",)) == lost[1:]
    assert problems(ended=("permit",)) == ["matter permit: named as ended, and is not"]


def test_a_step_that_is_renamed_after_reform_is_told() -> None:
    renamed = REFORMED.replace("id: review", "id: check")
    told = problems(after=workspace(registry=REGISTRY, permit=renamed, links=LINK))
    assert told == [f"reform 1: removed after reform, not gone: {MISSING_LINK}"]


def test_an_unexplained_finding_after_reform_is_told() -> None:
    told = problems(after=workspace(registry=REGISTRY, permit=REFORMED))
    assert told == [
        f"reform 1: remains after reform, not gone: {MISSING_LINK}",
        "after reform, unexplained: missing-link identity at permit.yaml:8",
    ]


def test_a_note_in_one_language_is_told() -> None:
    told = problems(reforms=(replace(REFORM, note_zh=""),))
    assert told == ["reform 1: no note in both languages"]


def test_wrong_numbers_and_double_ids_are_told() -> None:
    assert problems(reforms=(REFORM, REFORM)) == ["the reforms are not numbered 1, 2, 3 …"]
    assert problems(controls=(CONTROL, CONTROL)) == ["control deed: several have this id"]


@pytest.mark.parametrize("permit", [PERMIT, ALLOWED])
def test_a_control_that_is_flagged_is_told_even_where_it_is_allowed(permit: str) -> None:
    before = workspace(registry=REGISTRY, permit=permit)
    told = problems(before=before, controls=controlling(silent=("own-paper",), amend=""))
    assert "control deed: flagged by own-paper: permit register" in told


def test_a_control_on_data_is_flagged_at_its_links() -> None:
    unused = LINK.replace(
        "identity, from: police, to: office", "register, from: office, to: police"
    )
    before = workspace(registry=REGISTRY, permit=PERMIT, links=unused)
    where, silent = (Spot(data="register"),), ("unused-link",)
    told = problems(before=before, controls=controlling(where=where, silent=silent, amend=""))
    assert told == ["control deed: flagged by unused-link: register"]


@pytest.mark.parametrize(
    ("where", "told"),
    [
        (Spot("permit", step="judge"), "not there: permit judge"),
        (Spot("permit", material="deed"), "not there: permit deed"),
        (Spot("licence", step="review"), "not there: licence review"),
        (Spot("licence", material="register"), "not there: licence register"),
        (Spot(data="deed"), "not there: deed"),
        (Spot("permit"), "no step, material or data is named: permit"),
        (Spot(), "no step, material or data is named: "),
        (Spot("permit", "issue", held_by="order-basis"), "not held by order-basis: permit issue"),
        (Spot("permit", "issue", held_by="data"), "not held by data: permit issue"),
        (Spot("permit", "issue", held_by="habit"), "not held by habit: permit issue"),
    ],
)
def test_a_control_that_does_not_stand_is_told(where: Spot, told: str) -> None:
    assert problems(controls=controlling(where=(where,), amend="")) == [f"control deed: {told}"]


def test_a_control_without_the_law_to_amend_is_told() -> None:
    missing = ["control deed: no own-paper that names the law to amend: permit register"]
    without = PERMIT.replace("data: register, basis: 《测试法》第一条", "data: register")
    for permit in (without, PERMIT.replace(REGISTER_PAPER, ""), ALLOWED):
        before = workspace(registry=REGISTRY, permit=permit)
        assert missing[0] in problems(before=before)


def test_a_rule_that_does_not_exist_is_told() -> None:
    assert problems(controls=controlling(silent=("no-such",))) == ["control deed: no rule no-such"]
    assert "control deed: no rule no-such" in problems(controls=controlling(amend="no-such"))


def test_an_order_held_by_law_or_data_is_known() -> None:
    held = PERMIT.replace(
        "produces: permit", "needs: half, produces: permit, order-basis: 《测试法》第二条"
    ).replace("name: 审查", "name: 审查, produces: half")
    half = "  half: {name: 审查意见, holder: office}\ncriteria:"
    before = workspace(registry=REGISTRY.replace("criteria:", half), permit=held)
    for word in ("data", "order-basis"):
        where = (Spot("permit", "issue", held_by=word),)
        assert problems(before=before, controls=controlling(where=where, amend="")) == []


def test_the_page_says_gone_removed_and_in_part_with_names() -> None:
    partly = replace(HELD, reforms=(replace(REFORM, partly=True),))
    english, chinese = page(partly, "en"), page(partly, "zh")
    assert "1 of 1 are shown by findings, 1 of them in part" in english
    assert "1 项改革中，1 项由问题显示，其中 1 项只是部分" in chinese
    assert "1 gone, 1 removed" in english
    assert "1 条消失，1 条已取消" in chinese
    for text in (english, chinese):
        assert "`missing-link` 许可办理 › 审查 · 身份信息" in text
        assert "`own-paper` 许可办理 · 底册复印件" in text


@pytest.fixture(scope="module")
def real() -> Comparison:
    return real_comparison()


@pytest.fixture(scope="module")
def lawless() -> Workspace:
    """The real matters with no law for any order."""
    return unordered({str(p): p.read_text(encoding="utf-8") for p in BEFORE.rglob("*.yaml")})


def unordered(texts: Mapping[str, str]) -> Workspace:
    """What is found when `order-basis` is taken out, in braces or on lines of its own."""
    in_braces = re.compile(r", order-basis: [^}\n]*(?=})")
    on_lines = re.compile(r"^( *)order-basis:.*\n(?:\1 +- .*\n)*", re.MULTILINE)
    changed = {file: on_lines.sub("", in_braces.sub("", text)) for file, text in texts.items()}
    assert not any("order-basis:" in text for text in changed.values())
    return Workspace(pipeline.analyze(pipeline.compile_reading(read_texts(changed), DATE)))


def test_only_what_data_holds_stays_silent_without_the_law_of_its_order(
    real: Comparison, lawless: Workspace
) -> None:
    spots = [s for c in real.controls if c.silent == ("serial-approval",) for s in c.where]
    serial = [f for f in lawless.told.values() if f.rule == "serial-approval"]
    speaking = {spot.matter for spot in spots if any(spot.is_of(f) for f in serial)}
    assert all(spot.held_by for spot in spots)
    assert speaking == {spot.matter for spot in spots if spot.held_by == "order-basis"}
    assert speaking == {"company-exit", "security-start"}


def test_each_rule_is_seen_or_said_not_to_be() -> None:
    """What is found, or judges nothing, is no rule that finds nothing; of all others it is said."""
    said = Unseen(("no-post", "no-such-rule"), "why", "为何")
    found = problems(unseen=(said,))
    assert "rule no-such-rule: named more than once, or none that judges" in found
    assert "rule self-supervision: finds nothing, and it is not said why" in found
    assert not any("no-post" in problem for problem in found)
    assert not any("finds nothing" in problem for problem in problems())
