"""A made city: a workspace of any number of matters, the same for the same seed.

The registry is of one size (60 departments, 400 data, 120 criteria, 900 links); a matter has about
ten steps and 85 lines, in a file of its own. A city of 200 matters is the beginning of one of
2,000, so figures of different sizes compare.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random

from benchmarks.made.matters import area_of, make_matter
from benchmarks.made.registry import Entry, Registry, make_registry
from benchmarks.made.writing import Value, definition

SEED = 20260601
SETTINGS = 'paths = ["matters"]\n'
TITLE = "# 演示城市：由程序生成，人名、机构、数字均非真实\n"


def write_city(folder: Path, matters: int, seed: int = SEED) -> None:
    """Writes the workspace of a city with that many matters."""
    write_files(folder, city_files(matters, seed))


def city_files(matters: int, seed: int = SEED) -> Iterator[tuple[str, str]]:
    """Each file of the city: its path in the workspace, and its text."""
    registry = make_registry(Random(seed))
    made = (make_matter(number, seed, registry) for number in range(matters))
    yield from workspace_files(registry, made)


def workspace_files(registry: Registry, matters: Iterable[Entry]) -> Iterator[tuple[str, str]]:
    """A file for each section of the registry, and one for each matter, in folders of areas."""
    yield "govchain.toml", SETTINGS
    yield from registry_files(registry)
    for number, matter in enumerate(matters):
        yield f"matters/{area_of(number)}/{matter['matter']}.yaml", TITLE + definition(matter)


def registry_files(registry: Registry) -> Iterator[tuple[str, str]]:
    """A file for each section of the registry."""
    sections: dict[str, Value] = {
        "departments": registry.departments,
        "data": registry.data,
        "criteria": registry.criteria,
        "links": registry.links,
    }
    for section, entries in sections.items():
        yield f"matters/registry/{section}.yaml", TITLE + definition({section: entries})


def write_files(folder: Path, files: Iterator[tuple[str, str]]) -> None:
    """Writes each text under its path in the folder."""
    for path, text in files:
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
