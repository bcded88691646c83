"""The svg format: well formed whatever the names, portable, the same bytes each time."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from itertools import product

import pytest
from hypothesis import given, settings

from govchain.compiler.chain import Chain
from govchain.drawing import Mark, chart_views, draw, text_formats
from govchain.drawing.card.rowface import STYLES
from govchain.drawing.chart.chart import chart_of
from govchain.drawing.chart.needrows import Look
from govchain.drawing.chart.words import Words
from govchain.drawing.ink import palette
from govchain.drawing.ink.hatching import hatching_of
from govchain.drawing.ink.icons import ICONS
from govchain.drawing.ink.scene import Box
from govchain.drawing.layout.blocks import parallels_of
from govchain.model.nouns import Department, Matter
from tests.drawing.chains import HERE, HOSTILE, chain_of, drawn, mark_of, step_of, straight
from tests.drawing.geometry import luminance
from tests.drawing.newborn import newborn

SVG = "{http://www.w3.org/2000/svg}"
NOT_PORTABLE = (
    "marker",
    "pattern",
    "filter",
    "foreignObject",
    "style",
    "clipPath",
    "mask",
    "script",
    "image",
    "use",
)


@settings(max_examples=20)
@given(drawn())
def test_any_chain_is_well_formed_and_has_every_step_once(made: tuple[Chain, list[Mark]]) -> None:
    chain, marks = made
    for view in chart_views():
        root = ET.fromstring(draw(chain, marks, view=view))
        cards = [e for e in root.iter(f"{SVG}g") if e.get("class") == "step"]
        assert len(cards) == len(chain.steps)
        assert {card.get("data-step") for card in cards} == {step.id for step in chain.steps}
        findings = [e for e in root.iter(f"{SVG}g") if e.get("class") == "finding"]
        assert [e.get("data-finding") for e in findings] == [mark.label for mark in marks]


@pytest.mark.parametrize("view", chart_views())
def test_only_plain_svg(view: str) -> None:
    svg = draw(*newborn(), view=view, language="zh")
    root = ET.fromstring(svg)
    names = {element.tag.removeprefix(SVG) for element in root.iter()}
    assert not names.intersection(NOT_PORTABLE)
    assert names <= {"svg", "g", "a", "title", "desc", "rect", "path", "text"}
    attributes = {name for element in root.iter() for name in element.attrib}
    assert not attributes & {"style", "dominant-baseline", "paint-order", "textLength", "filter"}
    assert "var(" not in svg
    assert "url(" not in svg
    assert "NaN" not in svg


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_stay_text(name: str) -> None:
    matter = Matter("made-up", name, HERE, (step_of("s0", "review", name=name),), department="d0")
    chain = chain_of(matter, [Department("d0", name, HERE)])
    marks = [mark_of(1, "missing-link", "s0", name)]
    for view in chart_views():
        svg = draw(chain, marks, view=view)
        root = ET.fromstring(svg)
        assert not list(root.iter(f"{SVG}script"))
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f\u202a-\u202e]", svg)
    for format in text_formats():
        draw(chain, marks, format=format).encode("utf-8")


def test_what_is_cut_is_whole_in_the_title() -> None:
    name = "很长的名字" * 100
    matter = Matter("made-up", "一事", HERE, (step_of("s0", "review", name=name),), department="d0")
    svg = draw(chain_of(matter, [Department("d0", "局", HERE)]), [])
    assert f"<title>{name}</title>" in svg
    assert "…</text>" in svg


def test_same_chain_same_bytes() -> None:
    assert draw(*newborn()) == draw(*newborn())


def test_badges_lead_to_the_strip() -> None:
    root = ET.fromstring(draw(*newborn()))
    ids = {element.get("id") for element in root.iter()} - {None}
    links = {(element.get("href") or "").removeprefix("#") for element in root.iter(f"{SVG}a")}
    assert links
    assert links <= ids


def test_who_does_not_see_it_hears_what_there_is() -> None:
    """The picture, each finding and each link have a name; no image keeps anything out of reach."""
    root = ET.fromstring(draw(*newborn()))
    assert root.get("role") == "graphics-document"
    named = {element.get("id"): element.text for element in root.iter()}
    assert named[root.get("aria-labelledby")] == "新生儿出生一件事 · business chain"
    assert "Steps" in str(named[root.get("aria-describedby")])
    assert not [e for e in root.iter() if e.get("role") == "img" or e.get("aria-hidden")]
    findings = [e for e in root.iter(f"{SVG}g") if e.get("class") == "finding"]
    for finding in findings:
        assert finding.get("role") == "group"
        assert str(finding.get("data-fingerprint"))[:8] in str(finding.get("aria-label"))
    links = [*root.iter(f"{SVG}a")]
    assert all("⓪-" in str(link.get("aria-label")) for link in links)
    assert len(findings) == len(newborn()[1])
    steps = [e for e in root.iter(f"{SVG}g") if e.get("class") == "step"]
    assert all(step.find(f"{SVG}title") is not None for step in steps)


@pytest.mark.parametrize("name", ["m", "m-1", "m-1-1", *HOSTILE])
def test_ids_are_of_one_picture_alone(name: str) -> None:
    """In a page that holds the pictures of all matters, each in two languages and views."""
    own: list[str] = []
    anchors: list[set[str]] = []
    for id in (name, f"{name}-1", f"{name}-1-1"):
        matter = Matter(id, id, HERE, (step_of("s0", "review"),), department="d0")
        chain = chain_of(matter, [Department("d0", "局", HERE)])
        marks = [mark_of(n, "missing-link", "s0", "…") for n in (1, 2)]
        anchors.append(set())
        for view, language in product(chart_views(), ("en", "zh")):
            root = ET.fromstring(draw(chain, marks, view=view, language=language))
            title, description, *others = [str(e.get("id")) for e in root.iter() if e.get("id")]
            own += [title, description]
            assert len(others) == len(marks) == len(set(others))
            anchors[-1].update(others)
    assert len(own) == len(set(own))
    assert sum(map(len, anchors)) == len(set().union(*anchors))


def test_the_legend_says_what_bars_mean() -> None:
    """Also where two beginnings are joined: that is no block, and has no ground that says it."""
    after: dict[str, tuple[str, ...]] = {"a": (), "b": (), "c": ("a", "b")}
    steps = tuple(step_of(id, department="d0", after=before) for id, before in after.items())
    chain = chain_of(Matter("made-up", "一事", HERE, steps), [Department("d0", "局", HERE)])
    assert not parallels_of(chart_of(chain, [], Words("en")).flow)
    assert "In parallel" in draw(chain, [])


def test_a_scenario_drops_steps_and_passes_the_order_through() -> None:
    chain, marks = newborn()
    local, local_marks = newborn({"本市户籍": "no"})
    svg = draw(local, local_marks)
    root = ET.fromstring(svg)
    steps = {e.get("data-step") for e in root.iter(f"{SVG}g") if e.get("class") == "step"}
    assert steps == {step.id for step in chain.steps} - {"verify"}
    assert ("accept", "cert") in chart_of(local, marks, Words("en")).order.edges()
    assert 'class="gate"' not in svg


def test_facts_the_chain_does_not_know_are_of_no_effect() -> None:
    assert draw(*newborn({"moon": "full"})) == draw(*newborn())


def test_no_view_or_format_by_another_name() -> None:
    for view, format in (("lane", "svg"), ("lanes", "gif")):
        with pytest.raises(KeyError):
            draw(*newborn(), view=view, format=format)


def test_supplies_stay_apart_in_grey() -> None:
    """Any two looks differ in sign or in frame; those that differ in colour alone do not exist."""
    faces = {}
    for look in Look:
        sign = tuple((stroke.path, bool(stroke.fill != "none")) for stroke in ICONS[look.value])
        style = STYLES[look]
        faces[look] = (sign, bool(style.stroke), style.dash, style.bold)
    assert len(set(faces.values())) == len(Look)
    assert abs(luminance(palette.SHARED) - luminance(palette.WHITE)) > 0.5
    assert abs(luminance(palette.ALARM) - luminance(palette.ALARM_WASH)) > 0.5
    assert abs(luminance(palette.AMBER) - luminance(palette.AMBER_WASH)) > 0.5


@pytest.mark.parametrize("box", [Box(0, 0, 180, 44), Box(3, 7, 15, 12), Box(0, 0, 9, 200)])
def test_hatching_stays_in_its_box(box: Box) -> None:
    lines = hatching_of(box)
    assert lines or box.width + box.height < 16
    for x1, y1, x2, y2 in lines:
        assert box.x <= x1 <= x2 <= box.right + 1e-9
        assert box.y - 1e-9 <= y2 <= y1 <= box.bottom
        assert abs((x2 - x1) - (y1 - y2)) < 1e-9


def test_a_thousand_steps_are_drawn() -> None:
    root = ET.fromstring(draw(straight(1000), []))
    assert sum(e.get("class") == "step" for e in root.iter(f"{SVG}g")) == 1000
