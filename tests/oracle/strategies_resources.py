"""Data that several keep or collect, their systems and bases; themes with goals around what is."""

from .strategies_knots import add, held_by, listed, steps_of
from .strategies_matter import TIMES
from .strategies_registry import Draw, Entry, Pool, chance, names, one_of, some

MORE_FIELDS = ("delta", "epsilon", "zeta")
ALL_FIELDS = ("alpha", "beta", "gamma", *MORE_FIELDS)
SYSTEMS = ("old system", "new system", "platform")
BASES = ("domain", "domain", "domain", "population", "theme", "e-certificate")
PASSED = ("2026-05-31", "2026-05-31", "2025-12-31", "2026-06-01", "2026-12-31")
"""Days around the one that catalogues are judged at: a goal is missed after its last day."""

EXAMPLES = ("time", "用时", "visit", "跑动", "materials", "satisfaction", "volume")
SATISFIED = ("0.5", "0.9", "0.95", "1")


def add_to_registry(draw: Draw, pool: Pool, registry: list[Entry], matters: list[Entry]) -> None:
    """Each in some catalogues."""
    data = data_of(registry)
    if chance(draw, 30):
        for entry in data.values():
            if chance(draw, 60):
                more = some(draw, MORE_FIELDS, 0, 3)
                entry["fields"] = [*listed(entry.get("fields")), *more] or list(ALL_FIELDS[:5])
    if chance(draw, 25):
        name_systems(draw, data, matters)
    if chance(draw, 25):
        for entry in data.values():
            if chance(draw, 50):
                entry["base"] = one_of(draw, BASES)
    if chance(draw, 10):
        need_everywhere(draw, pool, data, matters)
    if chance(draw, 30):
        collect(draw, pool, registry, matters)
    if chance(draw, 15):
        keep_for_later(draw, pool, data)
    if chance(draw, 30):
        for matter in matters:
            if chance(draw, 30):
                matter["satisfaction"] = one_of(draw, SATISFIED)
            if chance(draw, 10):
                matter["trigger"] = one_of(draw, pool.data)
            if chance(draw, 10):
                add(matter, "illustrative", one_of(draw, EXAMPLES))
        registry[-1]["themes"] = {
            id_: draw_theme(draw, matters) for id_ in names("theme", draw(1, 2))
        }


def data_of(registry: list[Entry]) -> dict[str, Entry]:
    """The section of the registry that has them."""
    found: dict[str, Entry] = next(held for held in registry if "data" in held)["data"]
    return found


def name_systems(draw: Draw, data: dict[str, Entry], matters: list[Entry]) -> None:
    """Of data, and of steps that make some."""
    for entry in data.values():
        if chance(draw, 60):
            entry["system"] = one_of(draw, SYSTEMS)
    for matter in matters:
        for step in steps_of(matter):
            if "kind" in step and chance(draw, 70):
                step["system"] = one_of(draw, SYSTEMS)
                if chance(draw, 40):
                    step["produces"] = one_of(draw, tuple(data))


def need_everywhere(draw: Draw, pool: Pool, data: dict[str, Entry], matters: list[Entry]) -> None:
    """More matters, small ones, that need the same: about five, of about three departments."""
    needed = one_of(draw, tuple(data))
    data[needed].pop("base", None)
    one_of(draw, list(data.values()))["base"] = one_of(draw, BASES)
    for number in range(draw(4, 5)):
        step: Entry = {"id": "look", "kind": "review", "needs": needed}
        matter: Entry = {"matter": f"small-{number}", "steps": [step]}
        matter["department"] = pool.departments[number % len(pool.departments)]
        if chance(draw, 20):
            step["department"] = one_of(draw, pool.departments)
        matters.append(matter)


def collect(draw: Draw, pool: Pool, registry: list[Entry], matters: list[Entry]) -> None:
    """Matters of other departments ask for what one holds; now and then its own as well."""
    collected = one_of(draw, pool.data)
    held_by(registry, collected, pool.departments[0])["sharing"] = "unconditional"
    for number in range(draw(2, 3)):
        lead = pool.departments[-1 - number % len(pool.departments)]
        paper = {"data": collected, "handling": one_of(draw, ("submitted", "submitted", "shown"))}
        matter: Entry = {"matter": f"asks-{number}", "department": lead, "materials": [paper]}
        matters.append(matter | {"steps": [{"id": "look", "kind": "review", "needs": collected}]})


def keep_for_later(draw: Draw, pool: Pool, data: dict[str, Entry]) -> None:
    """Data that nothing names."""
    for number in range(draw(1, 2)):
        data[f"spare-{number}"] = {"holder": one_of(draw, pool.departments)}


def draw_theme(draw: Draw, matters: list[Entry]) -> Entry:
    """Of some matters; often without one thing or the other."""
    ids = [matter["matter"] for matter in matters]
    theme: Entry = {"matters": some(draw, ids, 1, 2)}
    if chance(draw, 75):
        theme["path"] = one_of(draw, ("share first", ["one form", "in parallel"]))
    if chance(draw, 80):
        theme["goals"] = [draw_goal(draw) for _ in range(draw(1, 3))]
    if chance(draw, 12):
        theme["illustrative"] = one_of(draw, ("goals", "目标", "path", ["path", "goals"]))
    return theme


def draw_goal(draw: Draw) -> Entry:
    """With few figures, low enough to be missed and high enough to be reached."""
    goal: Entry = {}
    if chance(draw, 85):
        goal["by"] = one_of(draw, PASSED)
    if chance(draw, 40):
        goal["stage"] = one_of(draw, ("pilot", "rollout"))
    if chance(draw, 30):
        goal["where"] = "one county"
    if chance(draw, 35):
        goal["visits"] = draw(0, 4)
    if chance(draw, 35):
        goal["materials"] = draw(0, 4)
    if chance(draw, 45):
        goal["days"] = one_of(draw, (*TIMES, "3d", "8d", "10d", "1mo", "14cd"))
    if chance(draw, 20):
        goal["satisfaction"] = one_of(draw, SATISFIED)
    return goal
