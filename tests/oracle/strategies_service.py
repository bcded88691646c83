"""Services that are said to be fully online, and ones that rules alone decide: at once, or even
before anybody asks."""

from .strategies_knots import (
    add,
    approvals_of,
    call_bare,
    criteria_of,
    held_by,
    steps_of,
    work_of,
)
from .strategies_registry import Draw, Entry, Pool, chance, one_of, some

CHANNELS = ("online", "window", "mail", "terminal", "phone")
ONLINE = ("full", "full", "full", "apply", "none")
GRANTING = ("payment", "service", "reward", "licence")
PROMISED = ("0", "15min", "1d", "5d", "5d", "7cd", "1mo")
SHORT = ("0", "0", "15min", "29min")
WAITING: tuple[Entry, ...] = (
    *([{}] * 5),
    {"kind": "publicise", "time": "5d"},
    {"kind": "publicise"},
    {"kind": "issue", "time": "30min"},
    {"kind": "other", "time": "29min"},
)
"""What else is done, before an approval or after all of them."""
ASKING: tuple[Entry, ...] = (
    *([{}] * 3),
    {"visit": 1},
    {"basis": "law one", "visit": 1, "visit-basis": "law two"},
    {"produces": "data-1"},
)

OPEN: tuple[Entry, ...] = ({}, {}, {}, {"status": "planned"}, {"channel": "manual"})
"""How a link is."""


def add_to_drawn(draw: Draw, pool: Pool, matters: list[Entry]) -> None:
    """How far matters go online, and by which channels their steps are done."""
    for matter in matters:
        if chance(draw, 25):
            matter["online"] = one_of(draw, ONLINE)
        for step in steps_of(matter) if "online" in matter or chance(draw, 20) else ():
            if "matter" not in step and chance(draw, 25):
                step["channel"] = some(draw, CHANNELS, 1, 2)


def add_to_registry(draw: Draw, pool: Pool, registry: list[Entry], matters: list[Entry]) -> None:
    """Now and then a matter that rules decide; most often one that calls no other."""
    judging = [matter for matter in matters if approvals_of(matter)]
    alone = [m for m in judging if not any("matter" in step for step in steps_of(m))]
    among = alone if alone and chance(draw, 80) else judging
    if among and chance(draw, 45):
        matter = one_of(draw, among)
        data = decide_by_rule(draw, pool, registry, matter)
        if chance(draw, 75):
            grant_unasked(draw, pool, registry, matter, data)
        if chance(draw, 8):
            spoil(draw, pool, matter, matters)


def decide_by_rule(draw: Draw, pool: Pool, registry: list[Entry], matter: Entry) -> str:
    """All approvals check what the data of their office says."""
    matter["department"] = lead = pool.departments[0]
    data, criterion = one_of(draw, pool.data), one_of(draw, pool.criteria)
    held_by(registry, data, lead)
    criteria_of(registry)[criterion] |= {"uses": data, "decidable": "yes"}
    for step in approvals_of(matter):
        for key in ("promised", "needs", "produces", "changes"):
            step.pop(key, None)
        step["checks"] = [criterion]
        step["department"] = lead if chance(draw, 92) else one_of(draw, pool.departments)
        if chance(draw, 20):
            step["time"] = one_of(draw, SHORT)
        if chance(draw, 4):
            add(step, "checks", one_of(draw, pool.criteria))
        if chance(draw, 4):
            step["promised"] = [criterion]
    for step in work_of(matter):
        if step not in approvals_of(matter) and chance(draw, 85):
            step["time"] = one_of(draw, SHORT)
    wait: Entry = {"id": "waiting", **one_of(draw, WAITING)}
    if "kind" in wait:
        steps_of(matter).insert(draw(1, len(steps_of(matter))), wait)
    if chance(draw, 90):
        matter["time-limit"] = {"promised": one_of(draw, PROMISED)}
    return data


def grant_unasked(draw: Draw, pool: Pool, registry: list[Entry], matter: Entry, data: str) -> None:
    """People apply for what data shows that they are entitled to."""
    matter["type"] = one_of(draw, GRANTING)
    if chance(draw, 90):
        matter["trigger"] = data
        if chance(draw, 65):
            matter["trigger"] = let_arrive(draw, pool, registry, data)
    if chance(draw, 70):
        asking: Entry = {"id": "asking", "kind": "apply", **one_of(draw, ASKING)}
        steps_of(matter).insert(0, asking)
    for step in work_of(matter):
        if chance(draw, 85):
            step.pop("needs", None)
        elif chance(draw, 50):
            add(step, "needs", one_of(draw, pool.data))
    ask_for_papers(draw, pool, registry, matter, data)


def let_arrive(draw: Draw, pool: Pool, registry: list[Entry], data: str) -> str:
    """Other data, of another department; most often a link brings it, or another data, along."""
    other = one_of(draw, [id_ for id_ in pool.data if id_ != data])
    entry = held_by(registry, other, pool.departments[1])
    if chance(draw, 75):
        brought = other if chance(draw, 85) else data
        link = {"data": brought, "from": pool.departments[1], "to": pool.departments[0]}
        registry[-1].setdefault("links", []).append(link | one_of(draw, OPEN))
    elif chance(draw, 40):
        for document in registry:
            if "links" in document:
                document["links"] = [x for x in document["links"] if x["data"] != other]
        entry["holder"] = "applicant"
        if chance(draw, 50):
            del entry["holder"]
    return other


def ask_for_papers(draw: Draw, pool: Pool, registry: list[Entry], matter: Entry, data: str) -> None:
    """Known ones, forms, none, or any."""
    papers = one_of(draw, ("known", "known", "known", "form", "none", "optional", "any"))
    if papers == "known":
        matter["materials"] = [{"data": data}]
    elif papers == "form":
        forms = next(held for held in registry if "data" in held)["data"]
        declared = [id_ for id_ in pool.data if forms[id_].get("holder") == "applicant"]
        matter["materials"] = [{"data": id_} for id_ in declared[:1]]
    elif papers == "optional":
        matter["materials"] = [{"data": data, "necessity": "optional"}]
    elif papers == "none":
        matter.pop("materials", None)
        if chance(draw, 50):
            matter["complete"] = ["materials"]


def spoil(draw: Draw, pool: Pool, matter: Entry, matters: list[Entry]) -> None:
    """No lead, nobody who decides, nothing that is decided, or a call of who knows what."""
    how = one_of(draw, ("lead", "nobody", "undecided", "bare"))
    if how in ("lead", "nobody"):
        matter.pop("department", None)
    for step in approvals_of(matter):
        if how == "nobody":
            step.pop("department", None)
            step["promised"] = step["checks"]
        elif how == "undecided":
            step |= {"kind": "notify", "time": "0"}
            step.pop("promised", None)
    if how == "bare":
        call_bare(draw, matter, matters)
