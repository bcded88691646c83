"""The view of themes: what passes between their matters, their goals, and where all stands."""

from __future__ import annotations

import datetime
import itertools
import random
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

import govchain
from govchain.analysis.questions.goals import GoalStanding, GoalState, standings_of
from govchain.analysis.questions.holders import able_holders
from govchain.analysis.questions.themes import network_of
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.drawing import How, pages
from govchain.drawing.chart.subject import CatalogueSubject
from govchain.drawing.chart.words import Words
from govchain.drawing.ink.extents import texts_in
from govchain.drawing.ink.paper import PAPERS, Paper
from govchain.drawing.ink.scene import Group, Line, Rect, Scene
from govchain.drawing.theme.cards import cards_of
from govchain.drawing.theme.goals import MOST_ROWS, MOST_ROWS_ALONE
from govchain.drawing.theme.grid import LEAST_WIDTH, SMALL
from govchain.drawing.theme.page import theme_pages
from govchain.drawing.theme.sayings import goals_said
from govchain.drawing.theme.sheets import Room, layouts
from govchain.findings import Named
from govchain.model.duration import Duration
from govchain.model.figures import circled
from govchain.model.nouns import Definitions, Goal, Matter, Step, Theme
from govchain.reporting.listing.columns import Value
from govchain.reporting.listing.listing import listing_of
from govchain.reporting.lists import list_named
from govchain.reporting.report import Report
from tests.drawing.catalogues import DATE, HERE, city, hostile, some_catalogues, with_themes
from tests.drawing.chains import HOSTILE
from tests.drawing.geometry import (
    boxes_across_boxes,
    crosses,
    groups,
    lie_on_each_other,
    placed,
    troubles,
)


def theme_of(catalogue: Catalogue, name: str = "一件事") -> Theme:
    """A theme of all matters, with goals of every kind."""
    goals = (
        Goal(HERE, DATE, "pilot", "甲市", visits=1),
        Goal(HERE, datetime.date(2020, 1, 1), "rollout", None, days=Duration(5, "d")),
        Goal(HERE, datetime.date(2030, 1, 1), None, None, materials=3, visits=2),
        Goal(HERE, None, None, name),
    )
    return Theme("all", name, HERE, tuple(catalogue.matters), goals, path=(name, "第二步"))


def joined_producers(catalogue: Catalogue, matter: str, data: str) -> set[str]:
    """Those beside the matter in some chain that make the data."""
    return {
        other.matter.id
        for chain in catalogue.chains.values()
        if any(step.matter.id == matter and needs(chain, step.id, data) for step in chain.steps)
        for other in chain.steps
        if other.matter.id != matter and data in other.written.produces
    }


def needs(chain: Chain, step: str, data: str) -> bool:
    return any(need.data == data for need in chain.needs(step))


def test_who_is_joined_with_a_maker_gets_the_data_from_no_other(real: Catalogue) -> None:
    """Who hires needs the registration of the employee; flexible work is registered by itself."""
    network = network_of(real.registry.themes["social-security"], real)
    makers = {p.producer for p in network.passages if p.consumer == "employee-enrolment"}
    assert makers == {"social-insurance-registration"}
    (member,) = [m for m in network.members if m.matter == "employee-enrolment"]
    assert "employment-record" in (*member.flowing, *member.lacking)
    network = network_of(real.registry.themes["hire"], real)
    assert ("employment-registration", "employee-enrolment") in {
        (p.producer, p.consumer) for p in network.passages
    }


@pytest.mark.parametrize(
    ("theme", "language", "title"),
    [
        (
            "social-security",
            "zh",
            "社会保障：10 个事项，连同所含事项共 18 个，其间应有 11 条数据往来，4 条不通；"
            "1 项目标为示例",
        ),
        (
            "social-security",
            "en",
            "社会保障: 10 matters, 18 with those included; 11 flows of data are due between them, "
            "4 fail; its one goal is an example",
        ),
        ("school-entry", "zh", "教育入学：只有一个事项；1 项目标：未到期"),
        (
            "company-start",
            "zh",
            "企业开办：1 个事项，连同所含事项共 8 个，其间应有 6 条数据往来，5 条不通；"
            "2 项目标：现有数字仅为示例 1、仅限试点地区 1",
        ),
    ],
)
def test_a_title_is_a_sentence_and_adds_up(
    real: Catalogue, theme: str, language: str, title: str
) -> None:
    assert pages(CatalogueSubject(real, themes=(theme,)), "theme", How(language))[0].title == title


def test_goals_held_against_several_matters_say_so() -> None:
    standings = [
        GoalStanding(goal, matter, state)
        for goal, state in (
            (Goal(HERE, DATE, visits=1), GoalState.LATE),
            (Goal(HERE, DATE, visits=2), GoalState.REACHED),
        )
        for matter in ("a", "b", "c")
    ]
    assert goals_said(standings, Words("zh")) == "2 项目标对照 3 个事项，共 6 项：逾期 3、已达到 3"
    assert goals_said(standings, Words("en")) == (
        "2 goals held against 3 matters, 6 in all: late 3, reached 3"
    )
    assert goals_said(standings[:3], Words("zh")) == "1 项目标对照 3 个事项：逾期"


def test_as_many_matters_as_the_analysis_tells(before: Report) -> None:
    theme = before.catalogue.registry.themes["social-security"]
    network = network_of(theme, before.catalogue)
    told = frozenset().union(*(before.catalogue.chains[id].matters for id in theme.matters))
    assert (network.named, network.included) == (len(theme.matters), len(told)) == (10, 18)


def test_a_theme_fills_its_sheet(real: Catalogue) -> None:
    """Sixteen cards stand on one sheet; the one card of a theme is as wide as the page."""
    for paper in (PAPERS["a4"], PAPERS["slide"]):
        subject = CatalogueSubject(real, themes=("social-security",))
        assert len(pages(subject, "theme", How("zh", paper=paper))) == 1
    (scene,) = pages(CatalogueSubject(real, themes=("school-entry",)), "theme", How("zh"))
    (card,) = groups(scene.items, "matter")
    assert isinstance(card.items[0], Rect)
    assert card.items[0].box.width == LEAST_WIDTH
    assert "未通：居住证信息" in "".join(text.text for text in texts_in(scene.items))


def test_passages_are_those_of_the_chains(real: Catalogue) -> None:
    """By brute force over all pairs of steps."""
    made = [with_themes(c, theme_of(c)) for c in some_catalogues(20, 3)]
    seen = 0
    for catalogue in (real, *made):
        for theme in catalogue.registry.themes.values():
            found = set()
            chains = [catalogue.chains[id] for id in theme.matters]
            steps = [(chain, step) for chain in chains for step in chain.steps]
            for chain, step in steps:
                for need in chain.needs(step.id):
                    state = chain.supply_of(need).state
                    is_due = state.burdens_applicant and able_holders(need, chain)
                    if is_due or state.is_without_applicant:
                        joined = joined_producers(catalogue, step.matter.id, need.data)
                        found |= {
                            (other.matter.id, step.matter.id, need.data, state.burdens_applicant)
                            for _, other in steps
                            if need.data in other.written.produces
                            and other.matter.id != step.matter.id
                            and (not joined or other.matter.id in joined)
                        }
            network = network_of(theme, catalogue)
            lacking = {(p.producer, p.consumer, p.data) for p in network.passages if not p.flows}
            flowing = {(p.producer, p.consumer, p.data) for p in network.passages if p.flows}
            lacks = {way[:3] for way in found if way[3]}
            assert {way[1:] for way in lacking} == {way[1:3] for way in lacks}
            assert lacking | flowing == {way[:3] for way in found}
            assert not lacking & flowing
            seen += len(lacking) * len(flowing)
    assert seen


def named(value: Value) -> str:
    assert isinstance(value, Named)
    return value.id


def test_goals_stand_as_the_list_of_themes_tells_them(real: Catalogue) -> None:
    rows = listing_of(list_named("themes"), govchain.analyze(real)).rows
    listed = [(named(row.cells["theme"]), row.cells["by"], row.cells["state"]) for row in rows]
    shown = [
        (theme.id, standing.goal and standing.goal.by, standing.state)
        for theme in real.registry.themes.values()
        for standing in standings_of(theme, real)
    ]
    assert sorted(shown, key=str) == sorted(listed, key=str)


def test_rule_list_and_picture_find_the_same_goals_late(real: Catalogue) -> None:
    late = 0
    for catalogue in (real, *some_catalogues(50, 23)):
        report = govchain.analyze(catalogue)
        found = {(f.subject, f.matter) for f in report.findings if f.rule == "theme-late"}
        themes = catalogue.registry.themes.values()
        standing = {
            (theme.id, each.matter)
            for theme in themes
            for each in standings_of(theme, catalogue)
            if each.is_late
        }
        rows = listing_of(list_named("themes"), report).rows
        listed = {
            (named(row.cells["theme"]), named(row.cells["matter"]))
            for row in rows
            if row.cells["state"] == GoalState.LATE
        }
        assert found == standing == listed
        late += len(found)
    assert late > 2


def drawn_on(catalogue: Catalogue, themes: tuple[str, ...] = ()) -> Iterator[Scene]:
    subject = CatalogueSubject(catalogue, themes=themes)
    yield from pages(subject, "theme", How("en", "1"))
    for paper, language in zip(PAPERS.values(), ("zh", "en", "zh"), strict=True):
        yield from pages(subject, "theme", How(language, "1", paper))


def expect_sound(scenes: Iterator[Scene]) -> None:
    for scene in scenes:
        assert not [*troubles(scene), *boxes_across_boxes(scene)][:3], scene.key
        _expect_wires_apart(scene)


def _expect_wires_apart(scene: Scene) -> None:
    """No wire crosses a card; two lie on each other only from one data, or to one row."""
    everything = placed(scene.items)
    boxes = [p.box for p in everything if isinstance(p.item, Rect) and p.css == "matter"]
    wires = [p.points for p in everything if isinstance(p.item, Line) and p.item.source]
    for points in wires:
        for one, other in itertools.pairwise(points):
            assert one[0] == other[0] or one[1] == other[1]
            assert not any(crosses((one, other), box) for box in boxes)
    for first, second in itertools.combinations(wires, 2):
        if first[0] != second[0] and first[-1] != second[-1]:
            for a, b in itertools.product(itertools.pairwise(first), itertools.pairwise(second)):
                assert not lie_on_each_other(a, b)


def test_no_page_of_the_real_themes_has_a_trouble(real: Catalogue) -> None:
    expect_sound(drawn_on(real))


def tangled(count: int, seed: int, name: str = "") -> Catalogue:
    """Matters that make data for one another, in every direction, in one theme."""
    made = city(count, count, count * 3)
    random_ = random.Random(seed)
    matters = {}
    for id, matter in made.matters.items():
        first, check = matter.steps
        data = random_.sample(sorted(made.registry.data), min(2, len(made.registry.data)))
        assert isinstance(check, Step)
        steps = (first, replace(check, produces=tuple(data)))
        matters[id] = Matter(
            id, name or matter.name, HERE, steps, matter.department, matter.materials
        )
    catalogue = Catalogue(Definitions(matters, made.registry), DATE)
    return with_themes(catalogue, theme_of(catalogue, name or "一件事"))


@pytest.mark.parametrize("count", [1, 2, 5, 12, 60])
def test_no_page_of_any_theme_has_a_trouble(count: int) -> None:
    expect_sound(drawn_on(tangled(count, count)))


@pytest.mark.parametrize("name", HOSTILE[::2])
def test_names_of_any_kind_stay_in_their_place(name: str) -> None:
    expect_sound(drawn_on(tangled(4, 1, name)))


def test_random_catalogues_and_none_at_all() -> None:
    for catalogue in some_catalogues(8, 11):
        expect_sound(drawn_on(with_themes(catalogue, theme_of(catalogue))))
    (scene,) = pages(CatalogueSubject(city(3, 3, 3, hostile)), "theme", How("zh"))
    assert scene.title == "没有应用主题"


def test_a_page_for_each_theme_and_one_for_all(real: Catalogue) -> None:
    scenes = pages(CatalogueSubject(real), "theme", How("zh"))
    keys = [scene.key for scene in scenes]
    assert keys == ["themes", *(f"theme-{id}" for id in real.registry.themes)]
    led_to = {group.page for group in groups(scenes[0].items) if group.page}
    assert led_to == set(keys[1:])
    (one,) = pages(CatalogueSubject(real, themes=("newborn",)), "theme", How("zh"))
    assert one.key == "theme-newborn"
    only = CatalogueSubject(real, matters=frozenset({"newborn", "hire"}))
    assert [s.key for s in pages(only, "theme", How("zh"))][1:] == ["theme-newborn", "theme-hire"]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_the_headline_counts_adds_up(real: Catalogue, language: str) -> None:
    """A goal is held against each matter of its theme: the states count these, not the goals."""
    first = pages(CatalogueSubject(real), "theme", How(language))[0].title
    before, states = re.split("[:：]", first)
    *_, rows = map(int, re.findall("[0-9]+", before))
    assert rows == sum(map(int, re.findall("[0-9]+", states)))
    assert rows > sum(len(theme.goals) for theme in real.registry.themes.values())


def test_every_matter_and_every_data_between_them_is_told(real: Catalogue) -> None:
    for theme in real.registry.themes.values():
        for paper in (None, PAPERS["slide"]):
            subject = CatalogueSubject(real, themes=(theme.id,))
            scenes = pages(subject, "theme", How("zh", paper=paper))
            cards = [
                dict(group.data)["matter"]
                for scene in scenes
                for group in groups(scene.items, "matter")
            ]
            network = network_of(theme, real)
            assert sorted(cards) == sorted(member.matter for member in network.members)
            rows = [
                (p.within[-1], dict(p.item.data)["data"])
                for scene in scenes
                for p in placed(scene.items)
                if isinstance(p.item, Group) and p.item.css == "row"
            ]
            shown = {(dict(card.data)["matter"], data) for card, data in rows}
            assert shown == {
                (matter, p.data) for p in network.passages for matter in (p.producer, p.consumer)
            }


def test_a_figure_and_its_goal_are_told_apart(real: Catalogue) -> None:
    """No inequality that does not hold: what it is now, and what is asked."""
    told = {"zh": {"现 26.4", "· 目标 ≤ 8.5"}, "en": {"now 26.4", "· goal ≤ 8.5"}}
    for language, said in told.items():
        subject = CatalogueSubject(real, themes=("company-start",))
        scene = [*pages(subject, "theme", How(language, "1"))][-1]
        assert said <= {text.text for text in texts_in(scene.items)}


def test_matters_count_as_they_stand_and_rows_are_told_in_full(real: Catalogue) -> None:
    """Column by column, from top to bottom."""
    for theme in real.registry.themes:
        subject = CatalogueSubject(real, themes=(theme,))
        scene = [*pages(subject, "theme", How("zh", "1"))][-1]
        found = [(p.box, p.item) for p in placed(scene.items) if isinstance(p.item, Group)]
        cards = [(box, group) for box, group in found if group.css == "matter"]
        cards.sort(key=lambda card: (round(card[0].x), card[0].y))
        told = [[text.text for text in texts_in(group.items)] for _, group in cards]
        assert [texts[0] for texts in told] == [circled(n) for n in range(1, len(told) + 1)]
        assert not [text for texts in told for text in texts if text.endswith("…")]


@pytest.mark.parametrize("paper", PAPERS.values(), ids=list(PAPERS))
def test_few_layouts_are_tried_however_many_matters(paper: Paper) -> None:
    """Heights by bisection, widths too: at each height times each width 80 matters take minutes."""
    catalogue = tangled(80, 80)
    network = network_of(catalogue.registry.themes["all"], catalogue)
    cards = cards_of(network, catalogue, Words("zh"))
    width, height = paper.room_for(SMALL)
    tried = list(layouts(cards, Room(width, height, height * 0.6, height * 0.8)))
    assert 1 < len(tried) <= 20


@pytest.mark.parametrize("paper", [PAPERS["a4"], PAPERS["slide"]], ids=["a4", "slide"])
def test_one_sheet_tells_as_many_goals_as_it_has_room_for(real: Catalogue, paper: Paper) -> None:
    """Its cards take one sheet beside six goals, two beside twelve; the sheet has room for more."""
    theme = real.registry.themes["social-security"]
    standings = tuple(standings_of(theme, real))
    assert MOST_ROWS < len(standings) <= MOST_ROWS_ALONE
    (scene,) = theme_pages(theme, real, "matters", How("en", "1", paper))
    assert not [text.text for text in texts_in(scene.items) if "see the list of" in text.text]
    assert scene.height <= paper.room_for(SMALL)[1]
