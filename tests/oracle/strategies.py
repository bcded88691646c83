"""Small valid catalogues in which the rules have something to find.

`catalogues()` is a hypothesis strategy, for properties and what is made small; `some_catalogues()`
draws many of them fast.
"""

import random
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import yaml
from hypothesis import strategies as st

from .strategies_knots import bring_either, tie_knots
from .strategies_matter import draw_matter
from .strategies_registry import (
    ALL_FACTS,
    Draw,
    Entry,
    Pool,
    chance,
    draw_pool,
    draw_registry,
    names,
    one_of,
    shuffled,
    some,
)

DATE = date(2026, 6, 1)
"""The date that the dates of drawn links stand around."""

YES_NO = ("yes", "no")

Files = list[tuple[str, list[dict[str, Any]]]]


@st.composite
def catalogues(draw: st.DrawFn) -> Files:
    return draw_catalogue(by_hypothesis(draw))


@st.composite
def wide_catalogues(draw: st.DrawFn) -> Files:
    return draw_wide_catalogue(by_hypothesis(draw))


def by_hypothesis(draw: st.DrawFn) -> Draw:
    return lambda least, most: draw(st.integers(least, most))


def some_catalogues(count: int, seed: int) -> Iterator[Files]:
    """So many catalogues, the same for the same seed."""
    draw = random.Random(seed).randint
    return (draw_catalogue(draw) for _ in range(count))


def draw_catalogue(draw: Draw) -> Files:
    """1–4 matters that call one another without a cycle, and their registry, in 1–3 files.

    Now and then one matter that is wide.
    """
    if chance(draw, 1):
        return draw_wide_catalogue(draw)
    least = 0 if chance(draw, 20) else 1
    facts = {fact: ALL_FACTS[fact] for fact in some(draw, tuple(ALL_FACTS), least, 3)}
    pool = draw_pool(draw, facts)
    registry = draw_registry(draw, pool)
    matters = draw_matters(draw, pool)
    tie_knots(draw, pool, registry, matters)
    for more in added("add_to_drawn"):
        more(draw, pool, matters)
    for more in added("add_to_registry"):
        more(draw, pool, registry, matters)
    return draw_files(draw, registry + shuffled(draw, matters))


@cache
def added(by: str) -> tuple[Callable[..., None], ...]:
    """What files `strategies_<name>.py` add to what is drawn: to matters by a function
    `add_to_drawn`, to registry and matters by one `add_to_registry`."""
    names = sorted(path.stem for path in Path(__file__).parent.glob("strategies_*.py"))
    modules = [import_module(f"{__package__}.{name}") for name in names]
    return tuple(getattr(module, by) for module in modules if hasattr(module, by))


def draw_wide_catalogue(draw: Draw) -> Files:
    """A matter with 12–14 facts in its guards: around the bound of 4,096."""
    facts: dict[str, tuple[str, ...]]
    facts = dict.fromkeys(names("fact", one_of(draw, (13, 13, 12, 13, 13, 14))), YES_NO)
    if chance(draw, 20):
        facts["fact-1"] = ("yes", "no", "maybe")
    pool = draw_pool(draw, {})
    registry = draw_registry(draw, pool)
    matter = draw_matter(draw, pool, "wide", ())
    matter["facts"] = {name: list(options) for name, options in facts.items()}
    steps = matter.setdefault("steps", [{"id": "sole", "kind": "approve"}])
    guarded = steps + (matter.get("materials", []) if chance(draw, 60) else [])
    for fact in facts:
        told = ["yes", "no"] if fact == "fact-2" and chance(draw, 10) else one_of(draw, YES_NO)
        one_of(draw, guarded).setdefault("when", {})[fact] = told
    if chance(draw, 40):
        bring_either(draw, pool, registry, matter)
    return draw_files(draw, [*registry, matter])


def draw_matters(draw: Draw, pool: Pool) -> list[Entry]:
    """Matters, each of which may call only later ones."""
    ids = names("matter", one_of(draw, (1, 2, 2, 3, 3, 4)))
    return [draw_matter(draw, pool, id_, ids[n + 1 :]) for n, id_ in enumerate(ids)]


def draw_files(draw: Draw, documents: list[Entry]) -> Files:
    """The documents, in any order, over one to three files."""
    if chance(draw, 30):
        documents = shuffled(draw, documents)
    files: dict[str, list[Entry]] = {}
    count = draw(1, 3)
    for document in documents:
        files.setdefault("abc"[draw(0, count - 1)] + ".yaml", []).append(document)
    return list(files.items())


class NoAliases(yaml.CSafeDumper):
    """Writes a value out again where it occurs twice: anchors are not part of the language."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def to_yaml(documents: list[dict[str, Any]]) -> str:
    """The text of a file: each document in block style after an explicit `---`."""
    text: str = yaml.dump_all(
        documents,
        Dumper=NoAliases,
        allow_unicode=True,
        sort_keys=False,
        default_flow_style=False,
        explicit_start=True,
    )
    return text
