"""The matrix: its figures against a brute force over all needs, and where everything stands."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pytest

import govchain
from govchain.analysis.hits.exchanges import exchanges_of
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.supply import SupplyState
from govchain.drawing import How, pages, written
from govchain.drawing.chart.subject import CatalogueSubject
from govchain.drawing.chart.words import Words
from govchain.drawing.ink.extents import texts_in
from govchain.drawing.ink.paper import PAPERS
from govchain.drawing.ink.scene import Rect, Scene, Shape, Text
from govchain.drawing.matrix.board import board_of
from govchain.drawing.matrix.sayings import headline_of
from govchain.reporting.listing.needs import wanting_in
from tests.drawing.catalogues import city, hostile, some_catalogues
from tests.drawing.geometry import (
    Placed,
    boxes_across_boxes,
    groups,
    lies_in,
    meet,
    placed,
    texts,
    troubles,
)

Pair = tuple[str, str]


def by_brute_force(catalogue: Catalogue) -> tuple[set[Pair], set[Pair], set[Pair]]:
    """(data, consumer) that a step gets over links; that it has on paper alone though a holder
    could share; and that it has not at all though a holder could."""
    found: dict[SupplyState, set[Pair]] = {state: set() for state in SupplyState}
    for chain in catalogue.chains.values():
        for step in chain.steps:
            for need in chain.needs(step.id):
                state = chain.supply_of(need).state
                data = catalogue.registry.data[need.data]
                holders = chain.holders_of(need.data, step.id, need.guard)
                known = (catalogue.registry.departments.get(holder) for holder in holders)
                is_held = any(k.kind in ("government", "public-institution") for k in known if k)
                is_barred = data.sharing == "restricted" and bool(data.basis)
                if state is SupplyState.SHARED or (is_held and not is_barred and step.department):
                    found[state].add((need.data, step.department or ""))
    return found[SupplyState.SHARED], found[SupplyState.CARRIED], found[SupplyState.MISSING]


def test_figures_are_those_of_the_needs_and_of_the_demand_list(real: Catalogue) -> None:
    """What is missing is told only where papers are written: there the list decides."""
    seen = 0
    for catalogue in (real, *some_catalogues(20, 7)):
        exchanges = exchanges_of(catalogue)
        lacking = {(e.data, e.consumer) for e in exchanges if not e.flows}
        flowing = {(e.data, e.consumer) for e in exchanges if e.flows}
        gets, carried, missing = by_brute_force(catalogue)
        assert carried <= lacking <= carried | missing
        assert flowing == gets - lacking
        assert {(e.data, e.consumer) for e in exchanges if e.flows_somewhere} == gets
        wanted = wanting_in(govchain.analyze(catalogue))
        assert lacking == {(wanting.data.id, wanting.consumer.id) for wanting in wanted}
        seen += len(lacking) * len(flowing)
    assert seen


def test_each_data_to_each_department_counts_once_in_one_cell(real: Catalogue) -> None:
    board = board_of(CatalogueSubject(real))
    exchanges = exchanges_of(real)
    inside = [e for cell in board.cells.values() for e in (*cell.lacking, *cell.flowing)]
    assert sorted(inside, key=repr) == sorted(exchanges, key=repr)
    assert len({(e.data, e.consumer) for e in exchanges}) == len(exchanges)
    assert board.lacking == sum(not e.flows for e in exchanges)
    assert board.flowing == sum(e.flows for e in exchanges)
    for (holder, consumer), cell in board.cells.items():
        assert holder != consumer
        assert {(e.holder, e.consumer) for e in (*cell.lacking, *cell.flowing)} == {
            (holder, consumer)
        }
    gaps = [board.gaps[row] for row in board.rows]
    assert gaps == sorted(gaps, reverse=True)


def test_the_headline_names_who_owes_more_than_half(real: Catalogue) -> None:
    board = board_of(CatalogueSubject(real))
    owed = sum(board.gaps[id] for id in board.owing_most)
    assert 2 * owed > board.lacking
    assert 2 * (owed - board.gaps[board.owing_most[-1]]) <= board.lacking
    (scene,) = pages(CatalogueSubject(real), "matrix", How("zh"))
    assert f"应有 {board.lacking + board.flowing} 条" in scene.title
    assert f"通了 {board.flowing} 条" in scene.title
    assert scene.title.endswith("公安、市场监管、自然资源三家掌握的数据占缺口的 51%")
    (scene,) = pages(CatalogueSubject(real), "matrix", How("en"))
    assert scene.title.endswith("makes up 51% of what lacks")


def test_of_little_it_is_told_what_it_is(real: Catalogue) -> None:
    """Which data, from whom to whom and why it does not flow; no share where one owes all."""
    (scene,) = pages(CatalogueSubject(real, data=("marriage",)), "matrix", How("zh"))
    board = board_of(CatalogueSubject(real, data=("marriage",)))
    assert len(board.rows) == 1
    assert "%" not in scene.title
    told = [text.text for text in texts_in(scene.items) if " → " in text.text]
    assert len(told) == len(board.cells)
    assert all("婚姻登记信息" in text for text in told)
    nothing = replace(board, flows=Counter(), gaps=Counter({board.rows[0]: 1}))
    assert headline_of(nothing, Words("zh")) == "应有的 1 条数据共享没有通"


def test_it_is_narrowed_by_matters_themes_and_data(real: Catalogue) -> None:
    whole = board_of(CatalogueSubject(real))
    newborn = board_of(CatalogueSubject(real, matters=frozenset({"newborn"})))
    theme = board_of(CatalogueSubject(real, themes=("newborn",)))
    assert newborn.cells == theme.cells
    assert 0 < newborn.lacking < whole.lacking
    data = whole.cells[whole.rows[0], whole.columns[0]].lacking[0].data
    only = board_of(CatalogueSubject(real, data=(data,)))
    found = [e for cell in only.cells.values() for e in (*cell.lacking, *cell.flowing)]
    assert {*found} == {e for e in exchanges_of(real) if e.data == data}
    nothing = CatalogueSubject(real, matters=frozenset({"newborn"}), themes=("hire",))
    assert not board_of(nothing).cells
    (scene,) = pages(nothing, "matrix", How("zh"))
    assert scene.title == "没有需要跨部门共享的数据"


def drawn_on(catalogue: Catalogue) -> Iterator[Scene]:
    subject = CatalogueSubject(catalogue)
    if len(catalogue.matters) >= 60:
        yield from pages(subject, "matrix", How("zh", "1", PAPERS["a3"]))
        return
    yield from pages(subject, "matrix", How("en", "1"))
    for paper, language in zip(PAPERS.values(), ("zh", "en", "zh"), strict=True):
        yield from pages(subject, "matrix", How(language, "1", paper))


@pytest.mark.parametrize("kind", ["real", "large", "hostile", "small", "empty"])
def test_nothing_stands_on_anything_else(kind: str, real: Catalogue) -> None:
    made = {
        "real": lambda: real,
        "large": lambda: city(60, 2000, 4000),
        "hostile": lambda: city(12, 40, 120, hostile),
        "small": lambda: city(2, 1, 2),
        "empty": lambda: city(3, 0, 0),
    }
    for scene in drawn_on(made[kind]()):
        assert not [*troubles(scene), *boxes_across_boxes(scene)][:3], scene.key
        _expect_cells_apart(scene)


def _expect_cells_apart(scene: Scene) -> None:
    """Cells stand apart, each number inside its own; a filled corner does not touch it."""
    cells: dict[tuple[float, float], list[Placed]] = {}
    for thing in placed(scene.items):
        if thing.css == "cell":
            box = next(i for i in thing.within[-1].items if isinstance(i, Rect)).box
            cells.setdefault((box.x, box.y), []).append(thing)
    frames = sorted((things[0].box for things in cells.values()), key=lambda b: (b.y, b.x))
    for one, other in itertools.pairwise(frames):
        assert one.right < other.x or one.bottom < other.y
    for things in cells.values():
        [number] = [p for p in things if isinstance(p.item, Text)]
        assert lies_in(number.box, things[0].box)
        shapes = [p for p in things if isinstance(p.item, Shape)]
        assert not any(meet(number.points, shape.points) for shape in shapes)


def test_sixty_departments_fit_on_a3_and_take_pages_on_a_slide() -> None:
    subject = CatalogueSubject(city(60, 2000, 4000))
    board = board_of(subject)
    assert len(board.rows) == len(board.columns) == 60
    assert len(pages(subject, "matrix", How("zh", paper=PAPERS["a3"]))) == 1
    scenes = pages(subject, "matrix", How("zh", paper=PAPERS["slide"]))
    assert len(scenes) > 1
    shown = [pair for scene in scenes for pair in _pairs(scene)]
    assert sorted(shown) == sorted(board.cells)
    keys = {scene.key for scene in scenes}
    led_to = {group.page for group in groups(scenes[0].items) if group.page}
    assert len(keys) == len(scenes)
    assert led_to == keys - {scenes[0].key}


def _pairs(scene: Scene) -> Iterator[Pair]:
    for group in groups(scene.items, "cell"):
        data = dict(group.data)
        yield data["holder"], data["consumer"]


def test_a_page_can_find_a_cell_and_what_is_in_it(real: Catalogue) -> None:
    scenes = pages(CatalogueSubject(real), "matrix", How("zh"))
    (svg,) = (page.decode() for page in written(scenes, "svg", {}))
    board = board_of(CatalogueSubject(real))
    cell = board.cells[board.rows[0], board.columns[0]]
    found = re.search(f'data-holder="{cell.holder}" data-consumer="{cell.consumer}".*', svg)
    assert found
    said = svg[found.start() : svg.index("</title>", found.start())]
    for exchange in (*cell.lacking, *cell.flowing):
        assert real.registry.data[exchange.data].name in said
    assert svg.count('class="cell"') == len(board.cells)


def test_all_heads_are_there_in_full(real: Catalogue) -> None:
    (scene,) = pages(CatalogueSubject(real), "matrix", How("zh"))
    titles = {group.title for group in groups(scene.items)}
    board = board_of(CatalogueSubject(real))
    for id in (*board.rows, *board.columns):
        assert real.registry.departments[id].name in titles
    said = [text.text for text, _ in texts(scene.items)]
    assert said.count("公安") == 2
