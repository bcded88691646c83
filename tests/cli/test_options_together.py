"""Every view and every format with every option of `render`: the picture changes, or it is said
that it would not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from govchain import drawing
from tests.cli.desk import run
from tests.reporting.reports import CATALOGUE

JOINT = """\
matter: whole
name: 一件事
facts: {kind: [old, new]}
steps:
  - {id: birth, matter: birth-registration}
  - {id: card, name: 社保卡, matter: card, when: {kind: new}}
  - {id: last, kind: deliver, name: 送达, department: town}
---
matter: card
name: 社保卡
department: town
steps:
  - {id: ask, kind: apply, name: 申请}
  - {id: make, kind: approve, name: 制卡, time: 2d}
---
themes:
  born: {name: 出生, matters: [birth-registration, whole]}
  aged: {name: 养老, matters: [card, whole]}
"""
GIVEN = {
    "scenario": ("--scenario", "kind=old"),
    "against": ("--against", "after"),
    "paper": ("--paper", "a4"),
    "fold all": ("--fold", "all"),
    "fold none": ("--fold", "none"),
    "expand": ("--expand", "birth"),
    "focus": ("--focus", "birth/check"),
    "only": ("--only", "findings"),
    "highlight": ("--highlight", "approvals"),
    "theme": ("--theme", "born"),
    "data": ("--data", "household"),
}
STEPS = {"scenario", "paper", "fold none", "expand", "focus", "only", "highlight"}
HONOURED = {
    "": {*GIVEN} - {"theme", "data"},
    "overview": {*GIVEN} - {"theme", "data", "focus"},
    "lanes": STEPS,
    "chain": STEPS,
    "swimlanes": {"scenario", "against", "paper", "fold all", "fold none", "expand", "only"},
    "before-after": {"scenario", "against", "paper", "fold all", "fold none"},
    "matrix": {"paper", "theme", "data"},
    "theme": {"paper", "theme"},
}
SAME = {("swimlanes", "fold all"), ("before-after", "fold all")}
"""What is drawn so in any case, as long as the matter calls others."""
LAYING_OUT = [f for f in drawing.formats() if drawing.lays_out(f)]


@pytest.fixture(scope="module")
def two_versions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("together")
    matter, _, registry = CATALOGUE.partition("---\n")
    later = matter.replace("visit: 1", "visit: 0").replace("time: 3d", "time: 1d")
    for side, text in (("here", matter), ("after", later)):
        (folder / side).mkdir()
        for name, content in (("birth", text), ("registry", registry), ("joint", JOINT)):
            (folder / side / f"{name}.yaml").write_text(content, encoding="utf-8")
    (folder / "govchain.toml").write_text('paths = ["here"]\n', encoding="utf-8")
    (folder / "after" / "govchain.toml").write_text("", encoding="utf-8")
    return folder


@pytest.fixture(autouse=True)
def here(two_versions: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(two_versions)


def drawn(view: str, *more: str, format: str = "svg") -> tuple[int, str, bytes]:
    """The status, what is said, and the picture."""
    named = ("--view", view) if view else ()
    against = ("--against", "after") if view == "before-after" else ()
    matters = () if view == "theme" else ("whole",)
    told = run("render", *matters, *named, *against, *more, "--format", format, "-o", "-")
    return told.exit_code, told.stderr, told.stdout_bytes


def pairs() -> Iterator[tuple[str, str]]:
    yield from ((view, option) for view in HONOURED for option in GIVEN)


def test_the_table_holds_every_view() -> None:
    assert HONOURED.keys() == {"", *drawing.views()}


@pytest.mark.parametrize(("view", "option"), [*pairs()])
def test_a_view_honours_an_option_or_refuses_it(view: str, option: str) -> None:
    if (view, option) == ("before-after", "against"):
        return  # it is what the view is of
    format = "pdf" if option == "paper" else "svg"
    status, said, plain = drawn(view, format=format)
    assert status == 0, said
    status, said, picture = drawn(view, *GIVEN[option], format=format)
    if option in HONOURED[view]:
        assert status == 0, said
        assert (picture == plain) is ((view, option) in SAME)
    else:
        assert status == 2
        assert f"--{option} says nothing of the view {view or 'overview'}" in said
        assert picture == b""


@pytest.mark.parametrize("option", GIVEN)
@pytest.mark.parametrize("view", ["", "lanes", "chain"])
@pytest.mark.parametrize("format", LAYING_OUT)
def test_what_another_program_lays_out_has_its_case_alone(
    format: str, view: str, option: str
) -> None:
    status, said, plain = drawn(view, format=format)
    assert status == 0, said
    status, said, picture = drawn(view, *GIVEN[option], format=format)
    if option == "scenario":
        assert (status, picture != plain) == (0, True)
    else:
        assert status == 2
        assert f"--{option} says nothing of what {format} draws" in said


@pytest.mark.parametrize("view", [v for v in drawing.views() if v not in drawing.chart_views()])
@pytest.mark.parametrize("format", LAYING_OUT)
def test_it_draws_no_other_view(format: str, view: str) -> None:
    status, said, _ = drawn(view, format=format)
    assert status == 2
    assert f"{format} draws the steps of a matter alone" in said


@pytest.mark.parametrize("format", [f for f in drawing.formats() if f != "svg"])
def test_the_engine_dot_draws_svg_alone(format: str) -> None:
    status, said, _ = drawn("chain", "--engine", "dot", format=format)
    assert status == 2
    assert f"dot draws svg alone, not {format}" in said


@pytest.mark.parametrize("option", [option for option in GIVEN if option != "scenario"])
def test_the_engine_dot_has_its_case_alone(option: str) -> None:
    status, said, _ = drawn("", "--engine", "dot", *GIVEN[option])
    assert status == 2
    assert f"--{option} says nothing of what dot draws" in said


@pytest.mark.parametrize("other", ["focus", "fold none"])
def test_nothing_is_expanded_where_nothing_is_folded(other: str) -> None:
    status, said, _ = drawn("", *GIVEN["expand"], *GIVEN[other])
    assert status == 2
    assert f"--expand says nothing beside --{other}" in said


def test_a_matter_that_calls_none_is_held_against_its_other_version() -> None:
    """Its usual view, the lanes, knows one version alone."""
    told = run("render", "birth-registration", "--against", "after", "-o", "-")
    assert told.exit_code == 0
    assert "→ 0" in told.stdout
