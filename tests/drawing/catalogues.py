"""Catalogues to draw: of any size, and with any names."""

from __future__ import annotations

import datetime
import random
import re
from collections.abc import Callable, Iterator

from govchain.compiler.catalogue import Catalogue
from govchain.findings import Place
from govchain.model.nouns import (
    Data,
    DataNeed,
    Definitions,
    Department,
    Link,
    Material,
    Matter,
    Registry,
    Step,
    Theme,
)
from govchain.pipeline import compile_reading
from govchain.reader.reading import read_texts
from tests.drawing.chains import HOSTILE
from tests.oracle.strategies import draw_catalogue, to_yaml

DATE = datetime.date(2026, 6, 1)
HERE = Place("matters/made-up.yaml", 1, 1)
STATUSES = ("active", "planned", "suspended", "active")


def plain(id: str) -> str:
    """A name as long as those of offices are."""
    return f"第{id}事务管理局"


def city(
    departments: int, links: int, needs: int, named: Callable[[str], str] = plain
) -> Catalogue:
    """Departments that each hold data and need those of others; some links work, some fail."""
    offices = {f"d{n}": Department(f"d{n}", named(f"d{n}"), HERE) for n in range(departments)}
    each = needs // departments
    data: dict[str, Data] = {}
    matters: dict[str, Matter] = {}
    found: list[Link] = []
    for n in range(departments):
        used = []
        for k in range(each):
            holder = (n + 1 + k * 7) % departments
            id = f"x{holder}-{k % 5}"
            data.setdefault(id, Data(id, named(id), HERE, holder=f"d{holder}"))
            used.append(DataNeed((id,), HERE))
            if len(found) < links:
                place = Place("registry.yaml", len(found) + 1, 1)
                status = STATUSES[len(found) % 4]
                found.append(Link(id, f"d{holder}", (f"d{n}",), place, status=status))
        matters[f"m{n}"] = _matter(f"m{n}", named(f"m{n}"), f"d{n}", tuple(used))
    registry = Registry(offices, data, links=tuple(found))
    return Catalogue(Definitions(matters, registry), DATE)


def _matter(id: str, name: str, department: str, needs: tuple[DataNeed, ...]) -> Matter:
    steps = (
        Step("apply", "", HERE, "apply"),
        Step("check", "", HERE, "review", department=department, needs=needs),
    )
    materials = tuple(
        Material(need.alternatives[0], HERE, need.alternatives) for need in needs[::2]
    )
    return Matter(id, name, HERE, steps, department=department, materials=materials)


def with_themes(catalogue: Catalogue, *themes: Theme) -> Catalogue:
    """The same with themes."""
    registry = catalogue.registry
    known = Registry(
        registry.departments, registry.data, links=registry.links,
        themes={theme.id: theme for theme in themes},
    )  # fmt: skip
    return Catalogue(Definitions(catalogue.matters, known), catalogue.date)


def some_catalogues(count: int, seed: int) -> Iterator[Catalogue]:
    """Small ones, drawn as the oracle draws them."""
    draw = random.Random(seed).randint
    for _ in range(count):
        files = draw_catalogue(draw)
        texts = {name: to_yaml(documents) for name, documents in files}
        yield compile_reading(read_texts(texts), DATE)


def hostile(id: str) -> str:
    """A name that somebody may have put there on purpose."""
    return HOSTILE[int(re.sub(r"\D", "", id)) % len(HOSTILE)]
