"""What `show`, `render`, `analyze` and `explain` tell of one chain is one selection of findings."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from govchain.model.figures import circled
from tests.cli.desk import run

PRINT = re.compile(r"\b[0-9a-f]{8}\b")
DATE = ("--date", "2026-06-01")
SVG = "{http://www.w3.org/2000/svg}"
JOINT = """
matter: moving-in
name: Moving in
department: service
steps:
  - {id: water, matter: water}
  - {id: gas, matter: gas}
---
matter: water
name: Water
department: waterworks
materials: [{name: Deed, data: realty, form: copy}]
steps:
  - {id: apply, kind: apply, visit: 1}
  - {id: accept, kind: accept, needs: [realty]}
  - {id: late, kind: notify, tme: 3d}
---
matter: gas
name: Gas
department: waterworks
materials: [{name: Deed, data: realty, form: copy}]
steps:
  - {id: apply, kind: apply, visit: 1}
  - {id: accept, kind: accept, needs: [realty]}
---
departments:
  service: {name: Service hall}
  waterworks: {name: Waterworks}
  land: {name: Land registry}
data:
  realty: {name: Title, holder: land}
"""


@pytest.fixture
def joint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A joint service of two matters, one of which has a misspelt key in a step."""
    (tmp_path / "govchain.toml").write_text('paths = ["."]\n', encoding="utf-8")
    (tmp_path / "moving-in.yaml").write_text(JOINT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def findings_of(*arguments: str) -> dict[str, str]:
    """Fingerprint, as short as it is shown -> rule."""
    told = json.loads(run("analyze", *arguments, "--format", "json", *DATE).stdout)
    return {finding["fingerprint"][:8]: finding["rule"] for finding in told["findings"]}


def picture_of(matter: str) -> ElementTree.Element:
    """All its steps on one page."""
    whole = ("--view", "lanes", "--fold", "none")
    return ElementTree.fromstring(run("render", matter, *whole, *DATE).stdout)


def groups(picture: ElementTree.Element, kind: str) -> Iterator[ElementTree.Element]:
    return (group for group in picture.iter(f"{SVG}g") if group.get("class") == kind)


@pytest.mark.parametrize("matter", ["moving-in", "water"])
def test_show_and_the_picture_tell_what_analyze_tells_of_the_matter(
    joint: Path, matter: str
) -> None:
    told = findings_of("--matter", matter)
    assert "missing-link" in told.values()
    shown = run("show", matter, *DATE).stdout
    assert f"findings: {len(told)}" in shown
    assert set(PRINT.findall(shown)) == set(told)
    strip = {
        group.get("data-finding", ""): (group.get("data-fingerprint") or "")[:8]
        for group in groups(picture_of(matter), "finding")
    }
    assert set(strip.values()) == set(told)
    for label, fingerprint in strip.items():
        place, rank = label.split("-")
        sign = circled(int(place)) if matter == "moving-in" or place == "0" else place
        assert re.search(rf"{sign}-{rank}\b.*\b{fingerprint}\b", shown)


def test_every_fingerprint_that_is_printed_explains(joint: Path) -> None:
    for command in ("show", "render"):
        printed = PRINT.findall(run(command, "moving-in", *DATE).stdout)
        assert printed
        for fingerprint in set(printed):
            assert run("explain", fingerprint, *DATE).exit_code == 0


def test_a_finding_of_a_rule_that_settings_hide_explains_too(joint: Path) -> None:
    (joint / "govchain.toml").write_text(
        'paths = ["."]\nignore = ["missing-link"]\n', encoding="utf-8"
    )
    shown = findings_of("--select", "missing-link")
    assert shown
    for fingerprint in shown:
        assert run("explain", fingerprint, *DATE).exit_code == 0


def test_what_the_reader_finds_in_a_step_stands_on_its_card(joint: Path) -> None:
    """In its own matter's picture and in its caller's."""
    (fingerprint,) = (
        f for f, rule in findings_of("--matter", "water").items() if rule == "unknown-key"
    )
    for matter, step in (("water", "late"), ("moving-in", "water/late")):
        picture = picture_of(matter)
        (label,) = (
            group.get("data-finding")
            for group in groups(picture, "finding")
            if (group.get("data-fingerprint") or "").startswith(fingerprint)
        )
        marked = {
            card.get("data-step")
            for card in groups(picture, "step")
            if label in (card.get("data-findings") or "").split()
        }
        assert marked == {step}


def test_show_and_the_picture_say_the_same_of_departments_and_time(joint: Path) -> None:
    """Who has steps and who collaborates are two figures; time outside the limit says so."""
    text = (joint / "moving-in.yaml").read_text("utf-8")
    excluded = text.replace("tme: 3d", "time: 3d, time-excluded: Water Act art. 5")
    (joint / "moving-in.yaml").write_text(excluded, encoding="utf-8")
    shown, drawn = run("show", "water", *DATE).stdout, run("render", "water", *DATE).stdout
    assert "collaborating departments: Land registry\n" in shown
    assert "Departments at work 1, Departments that collaborate 1, " in drawn
    assert "3 working days, outside limit" in shown
    assert "3 working days (outside limit)" in drawn
