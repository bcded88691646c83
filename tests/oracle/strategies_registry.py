"""Hypothesis strategies for small registries: departments, data, criteria, links."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from hypothesis import strategies as st

Draw = st.DrawFn
Entry = dict[str, Any]
Thing = TypeVar("Thing")

UPDATES = ("realtime", "daily", "weekly", "monthly", "quarterly", "yearly")
FIELDS = ("alpha", "beta", "gamma")
KINDS = (
    *(["government"] * 7),
    *("public-institution", "public-institution", "platform", "platform"),
    *("bank", "enterprise", "community", "intermediary"),
)
ALL_FACTS: dict[str, tuple[str, ...]] = {
    "married": ("yes", "no"),
    "place": ("city", "county", "village"),
    "agent": ("yes", "no"),
    "size": ("small", "middle", "large"),
}
DATES = ("2026-05-31", "2026-06-01", "2026-06-02")
"""The day before, of and after the date that catalogues are judged at."""

LINK_EXTRAS: tuple[Entry, ...] = (
    *([{}] * 10),
    {"status": "planned"},
    {"status": "applied", "applied": "2026-05-20"},
    {"status": "suspended"},
    {"channel": "manual"},
    {"channel": "e-certificate"},
    *({"since": day} for day in DATES),
    *({"until": day} for day in DATES),
    {"since": "2026-06-01", "until": "2026-06-01"},
    {"update": "yearly"},
    {"update": "daily"},
    {"status": "planned", "channel": "manual"},
    {"duty": "law one"},
    {"purpose": "registration", "status": "active"},
)
DATA_EXTRAS: tuple[Entry, ...] = (
    *([{}] * 6),
    {"sharing": "unconditional"},
    {"sharing": "conditional"},
    {"sharing": "restricted"},
    {"sharing": "restricted", "basis": "law one"},
    {"basis": ["law two"]},
    {"personal": "yes"},
)


@dataclass(frozen=True)
class Pool:
    """The names that matters may speak of."""

    departments: tuple[str, ...]
    fields: dict[str, tuple[str, ...]]
    criteria: tuple[str, ...]
    facts: dict[str, tuple[str, ...]]

    @property
    def data(self) -> tuple[str, ...]:
        return tuple(self.fields)


def chance(draw: Draw, percent: int) -> bool:
    """True in so many of a hundred draws; shrinks to False."""
    return draw(st.integers(0, 99)) >= 100 - percent


def one_of(draw: Draw, things: Sequence[Thing]) -> Thing:
    return draw(st.sampled_from(things))


def some(draw: Draw, things: Sequence[Thing], least: int, most: int) -> list[Thing]:
    """Between `least` and `most` different things, as far as there are so many."""
    count = draw(st.integers(min(least, len(things)), min(most, len(things))))
    left = list(things)
    return [left.pop(draw(st.integers(0, len(left) - 1))) for _ in range(count)]


def one_or_list(draw: Draw, things: list[Thing]) -> Thing | list[Thing]:
    """Where a list is expected, one value may stand alone."""
    return things[0] if len(things) == 1 and chance(draw, 50) else things


def draw_pool(draw: Draw, facts: dict[str, tuple[str, ...]]) -> Pool:
    """2–5 departments, 2–5 data, 1–4 criteria; few of each, so that they meet."""
    data = names("data", draw(st.integers(2, 5)))
    return Pool(
        departments=names("office", draw(st.integers(2, 5))),
        fields={id_: FIELDS[: one_of(draw, (0, 0, 2, 3))] for id_ in data},
        criteria=names("rule", draw(st.integers(1, 4))),
        facts=facts,
    )


def names(word: str, count: int) -> tuple[str, ...]:
    return tuple(f"{word}-{number}" for number in range(1, count + 1))


def draw_registry(draw: Draw, pool: Pool) -> list[Entry]:
    """One or two documents with the sections of a registry."""
    data = {id_: draw_data(draw, pool, id_) for id_ in pool.data}
    links = [draw_link(draw, pool, data) for _ in range(draw(st.integers(0, 6)))]
    first: Entry = {"departments": draw_departments(draw, pool)}
    second: Entry = {"data": data, "criteria": draw_criteria(draw, pool)}
    if links:
        second["links"] = links
    if len(links) > 1 and chance(draw, 30):
        first["links"], second["links"] = links[:1], links[1:]
    return [first, second] if chance(draw, 50) else [{**second, **first, **joined(first, second)}]


def joined(first: Entry, second: Entry) -> Entry:
    """The links of both, where one has any."""
    links = [*first.get("links", []), *second.get("links", [])]
    return {"links": links} if links else {}


def draw_departments(draw: Draw, pool: Pool) -> Entry:
    """Departments of different kinds; a parent stands earlier in the pool."""
    made: Entry = {}
    for position, id_ in enumerate(pool.departments):
        kind = one_of(draw, KINDS)
        made[id_] = {"name": id_} if kind == "government" else {"name": id_, "kind": kind}
        if position and chance(draw, 40):
            made[id_]["parent"] = one_of(draw, pool.departments[:position])
    return made


def draw_data(draw: Draw, pool: Pool, id_: str) -> Entry:
    """A data with a holder (now and then the applicant), and what it may attest."""
    entry: Entry = {"holder": one_of(draw, (*pool.departments * 3, "applicant"))}
    entry |= one_of(draw, DATA_EXTRAS)
    if pool.fields[id_]:
        entry["fields"] = list(pool.fields[id_])
    if chance(draw, 40):
        entry["attests"] = one_or_list(draw, some(draw, pool.criteria, 1, 2))
    if chance(draw, 40):
        entry["update"] = one_of(draw, (*UPDATES, "daily", "daily"))
    return entry


def draw_criteria(draw: Draw, pool: Pool) -> Entry:
    """Criteria that rest on 0–2 data."""
    made: Entry = {}
    for id_ in pool.criteria:
        uses = some(draw, pool.data, 0 if chance(draw, 15) else 1, 2)
        made[id_] = {"name": id_, "uses": one_or_list(draw, uses)} if uses else {"name": id_}
    return made


def draw_link(draw: Draw, pool: Pool, data: Entry) -> Entry:
    """A flow of data, most often from its holder and usable."""
    id_ = one_of(draw, pool.data)
    source = data[id_]["holder"]
    entry: Entry = {"data": id_}
    if source == "applicant" or chance(draw, 25):
        source = entry["from"] = one_of(draw, pool.departments)
    others = [department for department in pool.departments if department != source]
    if chance(draw, 20):
        entry["to"] = "all"
    else:
        entry["to"] = one_or_list(draw, some(draw, others, 1, 2))
    inner = [department for department in others if department not in entry["to"]]
    if inner and chance(draw, 25):
        entry["via"] = one_of(draw, inner)
    if pool.fields[id_] and chance(draw, 35):
        entry["fields"] = one_or_list(draw, some(draw, pool.fields[id_], 1, 3))
    return entry | one_of(draw, LINK_EXTRAS)
