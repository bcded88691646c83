"""Small matters, drawn: facts, materials, steps and calls."""

from collections.abc import Sequence
from typing import Any

from .strategies_registry import (
    BASES,
    SHARES,
    UPDATES,
    Draw,
    Entry,
    Pool,
    chance,
    one_of,
    one_or_list,
    shuffled,
    some,
)

TIMES = (
    "0",
    "15min",
    "30min",
    "4h",
    "1d",
    "2d",
    "3d",
    "5d",
    "10d",
    "3cd",
    "7cd",
    "1w",
    "1mo",
    "1y",
)
TYPES = (
    "licence",
    "licence",
    "licence",
    "licence",
    "confirmation",
    "payment",
    "service",
    "other",
    "joint",
)
OPENING = ("apply", "apply", "apply", "accept", "review", "approve")
KINDS = (
    *(["review"] * 6),
    *(["approve"] * 7),
    *("countersign", "countersign", "consult", "consult", "inspect", "inspect", "expert-review"),
    *("apply", "accept", "accept", "publicise", "fee", "issue", "deliver", "notify", "archive"),
    "other",
)
COMPLETE = ("basis", "checks", "materials")
JOINED = ("applications", "acceptance", "materials")
APPROVAL_LIKE = ("review", "approve", "countersign", "consult", "inspect", "expert-review")
STEP_EXTRAS: tuple[Entry, ...] = (
    *([{}] * 14),
    {"visit": 1},
    {"visit": 1},
    {"visit": 2},
    {"visit": 2},
    {"visit": 1, "channel": "window"},
    {"visit": 1, "channel": ["online", "window"]},
    {"visit": 1, "visit-basis": "law one"},
    {"visit-basis": "law one"},
    {"visit": 1, "visit-basis": {"provision": "law four", "until": "2026-05-31"}},
    *({"basis": basis} for basis in BASES[5:]),
    {"independent": "yes", "basis": "law one"},
    {"order-basis": "law two"},
    {"time-excluded": "law three"},
    {"power": "decision"},
    {"power": "execution"},
)
MATERIAL_EXTRAS: tuple[Entry, ...] = (
    *([{}] * 8),
    {"necessity": "optional"},
    {"necessity": "later"},
    *({"basis": basis} for basis in BASES[5:]),
    {"basis": "law one"},
    *([{"handling": "shown"}] * 3),
    {"handling": "shown", "basis": "law one"},
    {"handling": "surrendered"},
    {"handling": "submitted"},
    {"basis": "law one", "waived-by": "law three"},
    {"waived-by": "law three"},
    {"copies": 2},
)


def draw_matter(draw: Draw, pool: Pool, id_: str, callable_: Sequence[str]) -> Entry:
    """A matter that may call these others (so that no call leads back to itself)."""
    least = 0 if chance(draw, 25) else 1
    facts = {fact: pool.facts[fact] for fact in some(draw, tuple(pool.facts), least, 3)}
    entry: Entry = {"matter": id_}
    if chance(draw, 94):
        entry["department"] = one_of(draw, pool.departments)
    if chance(draw, 60):
        entry["type"] = one_of(draw, TYPES)
    if chance(draw, 50):
        entry["volume"] = one_of(draw, (1, 100, 9000))
    if chance(draw, 40):
        entry["applicant"] = one_of(draw, ("person", "entity", "both"))
    if chance(draw, 25):
        entry["basis"] = one_of(draw, BASES)
    if chance(draw, 25):
        entry["complete"] = one_or_list(draw, some(draw, COMPLETE, 1, 2))
    if facts:
        entry["facts"] = {fact: draw_options(draw, facts[fact]) for fact in facts}
    materials = [draw_material(draw, pool, facts) for _ in range(draw(0, 4))]
    if materials:
        entry["materials"] = materials
    if chance(draw, 3):
        return entry
    entry["steps"] = draw_steps(draw, pool, facts, callable_)
    if any("matter" in step for step in entry["steps"]) and chance(draw, 45):
        entry["joined"] = one_or_list(draw, some(draw, JOINED, 1, 3))
    return entry


def draw_options(draw: Draw, options: tuple[str, ...]) -> object:
    """The options of a fact, half of the time with shares."""
    if chance(draw, 50):
        return dict(zip(options, SHARES[len(options)], strict=True))
    return list(options)


def draw_way(draw: Draw, facts: dict[str, tuple[str, ...]]) -> Entry:
    """A mapping fact → option or options; all facts must hold."""
    return {
        fact: one_or_list(draw, some(draw, facts[fact], 1, len(facts[fact]) - 1))
        for fact in some(draw, tuple(facts), 1, 2)
    }


def draw_when(draw: Draw, facts: dict[str, tuple[str, ...]], percent: int) -> Entry:
    """A guard in so many of a hundred elements, else nothing."""
    if not facts or not chance(draw, percent):
        return {}
    if chance(draw, 25):
        return {"when": [draw_way(draw, facts) for _ in range(2)]}
    return {"when": draw_way(draw, facts)}


def draw_brought(draw: Draw, pool: Pool, percent: int) -> Entry:
    """A single data, or in so many of a hundred draws several of which one is enough.

    Now and then it is said how many applicants have which (of equal sets the same), or `any` names
    one alone.
    """
    if chance(draw, percent):
        alternatives = some(draw, pool.data, 1 if chance(draw, 5) else 2, 3)
        if len(alternatives) > 1 and chance(draw, 40):
            shares = dict(zip(sorted(alternatives), SHARES[len(alternatives)], strict=True))
            return {"any": {data: shares[data] for data in alternatives}}
        return {"any": alternatives}
    return {"data": one_of(draw, pool.data)}


def draw_material(draw: Draw, pool: Pool, facts: dict[str, tuple[str, ...]]) -> Entry:
    """What the applicant is asked for: with data, with alternatives, or a mere paper."""
    if chance(draw, 16):
        what: Entry = {"name": one_of(draw, ("letter", "photo"))}
    else:
        what = draw_brought(draw, pool, 20)
    return what | draw_when(draw, facts, 35) | one_of(draw, MATERIAL_EXTRAS)


def draw_steps(
    draw: Draw, pool: Pool, facts: dict[str, tuple[str, ...]], callable_: Sequence[str]
) -> list[Entry]:
    """1–6 steps and calls, each after earlier ones; now and then listed in another order."""
    steps: list[Entry] = []
    calls = 2 if callable_ else 0
    for position in range(draw(1, 6)):
        earlier = [step["id"] for step in steps]
        if calls and chance(draw, 25):
            calls -= 1
            step: Entry = {"id": f"call-{position}", "matter": one_of(draw, callable_)}
            step |= draw_after(draw, earlier) | draw_when(draw, facts, 35)
            if chance(draw, 10):
                step["order-basis"] = "law two"
        else:
            step = draw_step(draw, pool, facts, earlier)
        steps.append(step)
    return reordered(draw, steps) if len(steps) > 1 and chance(draw, 20) else steps


def draw_after(draw: Draw, earlier: list[str]) -> Entry:
    """The step before it in the list, some earlier ones, or none."""
    choice = draw(0, 9)
    if choice < 6 or not earlier:
        return {}
    return {"after": [] if choice == 6 else one_or_list(draw, some(draw, earlier, 1, 2))}


def reordered(draw: Draw, steps: list[Entry]) -> list[Entry]:
    """The same steps in another order of the list, every `after` written out."""
    before: list[str] = []
    explicit = []
    for step in steps:
        explicit.append({"after": before} | step)
        before = [step["id"]]
    return shuffled(draw, explicit)


def draw_step(
    draw: Draw, pool: Pool, facts: dict[str, tuple[str, ...]], earlier: list[str]
) -> Entry:
    """A step; one of the applicant has no department, needs or checks."""
    kind = one_of(draw, KINDS if earlier else OPENING)
    step: Entry = {"id": f"{kind}-{len(earlier)}", "kind": kind}
    if kind != "apply":
        step |= draw_work(draw, pool, facts, kind)
    elif chance(draw, 15):
        step["power"] = "decision"
    if chance(draw, 15 if kind == "apply" else 22):
        step["produces"] = one_or_list(draw, some(draw, pool.data, 1, 1))
    if chance(draw, 3 if kind == "apply" else 8):
        step["changes"] = one_or_list(draw, some(draw, pool.data, 1, 2))
    if chance(draw, 70):
        step["time"] = one_of(draw, TIMES)
    if kind in ("apply", "accept") and chance(draw, 50):
        step["visit"] = one_of(draw, (1, 1, 2))
    step |= draw_after(draw, earlier) | draw_when(draw, facts, 27)
    return step | one_of(draw, STEP_EXTRAS)


def draw_work(draw: Draw, pool: Pool, facts: dict[str, tuple[str, ...]], kind: str) -> Entry:
    """Where it is done, what is checked there and which data it needs."""
    work: Entry = {}
    if chance(draw, 45):
        work["department"] = one_of(draw, pool.departments)
    checks = some(draw, pool.criteria, 1, 3) if chance(draw, checking(kind)) else []
    if checks:
        work["checks"] = one_or_list(draw, checks)
    if checks and chance(draw, 15):
        work["promised"] = one_or_list(draw, some(draw, checks, 1, 2))
    if chance(draw, 35):
        needs = [draw_need(draw, pool, facts) for _ in range(draw(1, 3))]
        needs += twins(draw, needs)
        work["needs"] = one_or_list(draw, needs)
    if chance(draw, 5):
        work["with"] = some(draw, pool.departments, 1, 2)
    return work


def checking(kind: str) -> int:
    """In how many of a hundred steps of this kind something is checked."""
    return 80 if kind in APPROVAL_LIKE else 4


def twins(draw: Draw, needs: list[Any]) -> list[Any]:
    """Now and then one more need of the same alternatives (`#2`) or data (one need with it)."""
    entries = [need for need in needs if isinstance(need, dict)]
    return [{**entries[0], "max-age": "monthly"}] if entries and chance(draw, 20) else []


def draw_need(draw: Draw, pool: Pool, facts: dict[str, tuple[str, ...]]) -> object:
    """A data id, or a mapping that says more exactly when and what of it is used."""
    if chance(draw, 40):
        return one_of(draw, pool.data)
    need = draw_brought(draw, pool, 35)
    fields = pool.fields[need["data"]] if "data" in need else ()
    if fields and chance(draw, 60):
        need["fields"] = one_or_list(draw, some(draw, fields, 1, 3))
    if chance(draw, 30):
        need["max-age"] = one_of(draw, (*UPDATES, "daily", "daily"))
    return need | draw_when(draw, facts, 40)
