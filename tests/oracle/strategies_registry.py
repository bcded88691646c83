"""Small registries, drawn: departments, data, criteria, links."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

Draw = Callable[[int, int], int]
"""Draws a whole number, from the least to the most: all that is drawn is made of these."""

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
SHARES = {2: ("0.25", "0.75"), 3: ("0.2", "0.3", "0.5")}
DATES = ("2026-05-31", "2026-06-01", "2026-06-02")
"""The day before, of and after the date that catalogues are judged at."""

REQUESTED = (
    *("2026-05-28", "2026-05-29", "2026-05-30", "2026-05-31"),
    *("2026-05-14", "2026-05-15", "2026-05-16", "2026-05-17", "2026-05-18", "2026-05-19"),
    *("2026-04-28", "2026-04-29", "2026-04-30", "2026-05-05", "2026-05-06", "2026-05-09"),
    *("2026-02-13", "2025-10-09", "2024-02-17", *DATES),
)
"""Days around 1, 10 and 20 working days before that date, and some long ago."""

LINK_EXTRAS: tuple[Entry, ...] = (
    *([{}] * 8),
    {"status": "planned"},
    {"status": "suspended"},
    {"channel": "manual"},
    {"channel": "e-certificate"},
    *({"since": day} for day in DATES),
    *({"until": day} for day in DATES),
    {"since": "2026-06-01", "until": "2026-06-01"},
    {"update": "yearly"},
    {"update": "daily"},
    {"status": "planned", "channel": "manual"},
)
TWINS: tuple[Entry, ...] = (
    {"duty": "law one"},
    {"duty": "law one"},
    {"purpose": "registration"},
    *({"since": day} for day in DATES[1:]),
    *({"until": day} for day in DATES[:2]),
)
"""By what a link differs from another one alone."""

BASES: tuple[Any, ...] = (
    *(["law one"] * 6),
    ["law two", "law three"],
    *({"provision": "law four", "until": day} for day in DATES),
    {"provision": "law four", "until": "2025-12-31", "repealed-by": "law five"},
    ["law two", {"provision": "law four", "until": "2026-05-31"}],
)
"""Provisions; some have ended, or end on the date."""

DATA_EXTRAS: tuple[Entry, ...] = (
    *([{}] * 5),
    {"sharing": "unconditional"},
    {"sharing": "unconditional"},
    {"sharing": "conditional"},
    {"sharing": "conditional"},
    {"sharing": "restricted"},
    {"sharing": "restricted"},
    {"banned": "list one"},
    {"stored-as": "e-certificate"},
    {"stored-as": "database", "sharing": "restricted"},
    {"personal": "yes"},
    {"personal": "yes", "banned": "list one"},
)
CRITERION_EXTRAS: tuple[Entry, ...] = (
    *([{}] * 2),
    {"decidable": "yes"},
    {"decidable": "yes"},
    {"decidable": "yes", "verify": "after"},
    {"verify": "after"},
    {"verify": "before"},
)
CALENDARS: tuple[dict[int, Entry], ...] = (
    {2026: {"off": "2026-05-29"}},
    {2026: {"off": ["2026-05-18", "2026-05-28"], "work": ["2026-05-30", "2026-05-31"]}},
    {2026: {}, 2025: {"work": "2025-10-11"}},
)
"""A city's own working days: without the May holidays, so that limits end on other days."""


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
    return draw(0, 99) >= 100 - percent


def one_of(draw: Draw, things: Sequence[Thing]) -> Thing:
    return things[draw(0, len(things) - 1)]


def some(draw: Draw, things: Sequence[Thing], least: int, most: int) -> list[Thing]:
    """Between `least` and `most` different things, as far as there are so many."""
    count = draw(min(least, len(things)), min(most, len(things)))
    left = list(things)
    return [left.pop(draw(0, len(left) - 1)) for _ in range(count)]


def shuffled(draw: Draw, things: Sequence[Thing]) -> list[Thing]:
    """All of them, in any order."""
    return some(draw, things, len(things), len(things))


def one_or_list(draw: Draw, things: list[Thing]) -> Thing | list[Thing]:
    """Where a list is expected, one value may stand alone."""
    return things[0] if len(things) == 1 and chance(draw, 50) else things


def draw_pool(draw: Draw, facts: dict[str, tuple[str, ...]]) -> Pool:
    """2–5 departments, 2–5 data, 1–4 criteria; few of each, so that they meet."""
    data = names("data", draw(2, 5))
    return Pool(
        departments=names("office", draw(2, 5)),
        fields={id_: FIELDS[: one_of(draw, (0, 0, 2, 3))] for id_ in data},
        criteria=names("rule", draw(1, 4)),
        facts=facts,
    )


def names(word: str, count: int) -> tuple[str, ...]:
    return tuple(f"{word}-{number}" for number in range(1, count + 1))


def draw_registry(draw: Draw, pool: Pool) -> list[Entry]:
    """One or two documents with the sections of a registry."""
    data = {id_: draw_data(draw, pool, id_) for id_ in pool.data}
    links = draw_links(draw, pool, data)
    first: Entry = {"departments": draw_departments(draw, pool)}
    second: Entry = {"data": data, "criteria": draw_criteria(draw, pool)}
    if links:
        second["links"] = links
    if chance(draw, 8):
        first["calendar"] = one_of(draw, CALENDARS)
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
        if chance(draw, 40):
            made[id_]["level"] = one_of(draw, ("city", "county"))
        if position and chance(draw, 40):
            made[id_]["parent"] = one_of(draw, pool.departments[:position])
    return made


def draw_data(draw: Draw, pool: Pool, id_: str) -> Entry:
    """A data with a holder (now and then the applicant, or none), and what it may attest."""
    entry: Entry = {"holder": one_of(draw, (*pool.departments * 3, "applicant"))}
    if chance(draw, 3):
        del entry["holder"]
    if chance(draw, 20):
        entry["name"] = one_of(draw, ("record", "data-1"))
    entry |= one_of(draw, DATA_EXTRAS)
    if chance(draw, 8 if entry.get("sharing") != "restricted" else 40):
        entry["basis"] = one_of(draw, BASES)
    if chance(draw, 10):
        entry["personal"] = "yes"
    if pool.fields[id_]:
        entry["fields"] = list(pool.fields[id_])
    if chance(draw, 40):
        entry["attests"] = one_or_list(draw, some(draw, pool.criteria, 1, 2))
    if chance(draw, 40):
        entry["update"] = one_of(draw, (*UPDATES, "daily", "daily"))
    return entry


def draw_criteria(draw: Draw, pool: Pool) -> Entry:
    """Criteria that rest on 0–2 data, with a basis or none, for a person or a machine."""
    made: Entry = {}
    for id_ in pool.criteria:
        uses = some(draw, pool.data, 0 if chance(draw, 15) else 1, 2)
        made[id_] = {"name": id_, "uses": one_or_list(draw, uses)} if uses else {"name": id_}
        made[id_] |= one_of(draw, CRITERION_EXTRAS)
        if chance(draw, 40):
            made[id_]["basis"] = one_of(draw, BASES)
    return made


def draw_links(draw: Draw, pool: Pool, data: Entry) -> list[Entry]:
    """Up to six links, now and then another one like one of them."""
    links = [draw_link(draw, pool, data) for _ in range(draw(0, 6))]
    if links and chance(draw, 30):
        like = one_of(draw, links)
        same = {key: like[key] for key in ("data", "from", "to", "via") if key in like}
        if chance(draw, 50):
            twin = same | draw_terms(draw, pool, like["data"])
        else:
            fields = pool.fields[like["data"]]
            other = [*TWINS, {"fields": fields[0]}] if fields else TWINS
            twin = like | one_of(draw, other)
        links.insert(draw(0, len(links)), twin)
    return links


def draw_link(draw: Draw, pool: Pool, data: Entry) -> Entry:
    """A flow of data, most often from its holder and usable."""
    id_ = one_of(draw, pool.data)
    source = data[id_].get("holder", "applicant")
    entry: Entry = {"data": id_}
    if source == "applicant" or chance(draw, 25):
        source = entry["from"] = one_of(draw, pool.departments)
    others = [department for department in pool.departments if department != source]
    if chance(draw, 25):
        entry["to"] = "all"
    elif chance(draw, 6):
        entry["to"] = list(pool.departments)
    else:
        entry["to"] = one_or_list(draw, some(draw, others, 1, 2))
    inner = [department for department in others if department not in entry["to"]]
    if inner and chance(draw, 25):
        entry["via"] = one_of(draw, inner)
    return entry | draw_terms(draw, pool, id_)


def draw_terms(draw: Draw, pool: Pool, data: str) -> Entry:
    """On what terms the data flows: fields, dates, status, purpose, duty."""
    terms: Entry = {}
    if pool.fields[data] and chance(draw, 35):
        terms["fields"] = one_or_list(draw, some(draw, pool.fields[data], 1, 3))
    if chance(draw, 12):
        terms["duty"] = "law one"
    if chance(draw, 20):
        terms["purpose"] = "registration"
    return terms | (draw_request(draw) if chance(draw, 15) else one_of(draw, LINK_EXTRAS))


def draw_request(draw: Draw) -> Entry:
    """A link applied for or agreed, days, weeks or years ago."""
    request: Entry = one_of(
        draw,
        (
            {"status": "applied", "applied": one_of(draw, REQUESTED)},
            {"status": "agreed", "agreed": one_of(draw, REQUESTED)},
            {"status": "agreed", "applied": "2026-02-13", "agreed": one_of(draw, REQUESTED)},
            {"status": "applied"},
        ),
    )
    return request | ({"extended": "yes"} if chance(draw, 25) else {})
