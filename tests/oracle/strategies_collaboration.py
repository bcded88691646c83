"""Who is declared, what is agreed, and cases that go to and fro between departments."""

from .strategies_knots import work_of
from .strategies_registry import Draw, Entry, Pool, chance, one_of, one_or_list, some

ANSWERS = ("1d", "3d", "5d")


def add_to_drawn(draw: Draw, pool: Pool, matters: list[Entry]) -> None:
    """Each in some catalogues."""
    for matter in matters:
        if chance(draw, 45):
            matter["collaborators"] = some(draw, pool.departments, 0, 2)
            if chance(draw, 15):
                matter["illustrative"] = ["collaborators"]
        if chance(draw, 12):
            matter["trigger"] = one_of(draw, pool.data)
        if chance(draw, 12):
            hand_to_and_fro(draw, pool, matter)
        if chance(draw, 4):
            hand_on(draw, pool, matter)


def add_to_registry(draw: Draw, pool: Pool, registry: list[Entry], matters: list[Entry]) -> None:
    """Mechanisms, most of which name matters."""
    if chance(draw, 45):
        ids = [str(matter["matter"]) for matter in matters]
        found = [draw_mechanism(draw, pool, ids) for _ in range(draw(1, 3))]
        one_of(draw, registry)["collaborations"] = found


def draw_mechanism(draw: Draw, pool: Pool, matters: list[str]) -> Entry:
    entry: Entry = {"between": some(draw, pool.departments, 2, 3)}
    if chance(draw, 75):
        entry["matters"] = one_or_list(draw, some(draw, matters, 1, 2))
    if chance(draw, 40):
        entry["answer-within"] = one_of(draw, ANSWERS)
    return entry


def hand_to_and_fro(draw: Draw, pool: Pool, matter: Entry) -> None:
    """One judges, another, and the first again; now and then with something in between."""
    kind = one_of(draw, ("review", "review", "approve", "countersign"))
    one, other = some(draw, pool.departments, 2, 2)
    steps: list[Entry] = [
        {"id": "first-look", "kind": kind, "department": one},
        {"id": "other-look", "kind": one_of(draw, ("review", kind)), "department": other},
        {"id": "second-look", "kind": kind, "department": one},
    ]
    for step in steps:
        if pool.criteria and chance(draw, 50):
            step["checks"] = one_of(draw, pool.criteria)
        if chance(draw, 20):
            step |= one_of(
                draw,
                (
                    {"independent": "yes", "basis": "law one"},
                    {"order-basis": "law two"},
                    {"produces": one_of(draw, pool.data)},
                    {"needs": one_of(draw, pool.data)},
                    {"time": "1d"},
                ),
            )
    if chance(draw, 20):
        steps.insert(2, {"id": "meanwhile", "kind": one_of(draw, ("fee", "review", "consult"))})
        steps[3]["after"] = ["other-look", "meanwhile"]
        steps[2]["after"] = one_of(draw, ([], "first-look"))
    matter.setdefault("steps", []).extend(steps)


def hand_on(draw: Draw, pool: Pool, matter: Entry) -> None:
    """From one to the next, many times; now and then only in some cases, or to all at once."""
    offices = some(draw, pool.departments, 2, 3)
    facts = tuple(matter.get("facts", {}).items())
    at_once = chance(draw, 15)
    for number in range(draw(4, 8)):
        step: Entry = {"id": f"hand-{number}", "kind": "other"}
        step["department"] = offices[number % len(offices)]
        if at_once and number:
            step["after"] = "hand-0"
        for fact, options in some(draw, facts, 0, 1) if chance(draw, 25) else []:
            step["when"] = {fact: next(iter(options))}
        matter.setdefault("steps", []).append(step)
    for step in some(draw, work_of(matter), 0, 1) if chance(draw, 30) else []:
        step.pop("department", None)
