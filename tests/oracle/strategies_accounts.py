"""What is charged, by which numbers people are known, whole licences, posts with several powers,
and matters of which all is timed."""

from .strategies_knots import ENDED, add, steps_of, work_of
from .strategies_registry import Draw, Entry, Pool, chance, one_of, some

FEES: tuple[object, ...] = (
    *(0, "0.5", 10, 10),
    {"amount": 200},
    {"amount": 200},
    {"amount": 0, "basis": "law six"},
    {"amount": 5, "basis": "law six"},
    {"amount": 5, "basis": [ENDED]},
    {"amount": 5, "basis": ["law six", ENDED]},
)
NUMBERS = (
    *("citizen-id", "credit-code", "file number", "tax number", "身份证号", "统一社会信用代码"),
    *("file number", "Citizen ID", "税号"),
)
STAGES = ("accept", "review", "approve", "issue", "deliver")
POSTED = ("approve", "issue", "inspect", "review", "deliver")
SHORT = ("0", "15min", "30min", "4h", "1d", "1d", "2d", "3cd")
LONG = ("1d", "2d", "3d", "5d", "10d", "20d", "1mo", "1w")


def add_to_drawn(draw: Draw, pool: Pool, matters: list[Entry]) -> None:
    """Each in some catalogues."""
    if chance(draw, 35):
        charge(draw, matters)
    if chance(draw, 40):
        for matter in matters:
            if chance(draw, 45):
                matter["identified-by"] = some(draw, NUMBERS, 1, 2)
            if chance(draw, 6):
                add(matter, "illustrative", one_of(draw, ("identified-by", "身份标识")))
    if chance(draw, 40):
        make_whole(draw, one_of(draw, matters))
    if chance(draw, 35):
        for matter in matters:
            give_powers(draw, matter)
    if chance(draw, 35):
        time_all(draw, matters)


def charge(draw: Draw, matters: list[Entry]) -> None:
    """At some steps, the applicant's own too."""
    for matter in matters:
        for step in steps_of(matter):
            if "matter" not in step and chance(draw, 30):
                step["fee"] = one_of(draw, FEES)


def make_whole(draw: Draw, matter: Entry) -> None:
    """A licence with a step of each stage, now and then without one or two of them."""
    matter["type"] = "licence"
    there = {step.get("kind") for step in steps_of(matter)}
    left_out = some(draw, STAGES, 1, 2) if chance(draw, 40) else []
    steps = matter.setdefault("steps", [])
    for stage in STAGES:
        if stage not in there and stage not in left_out:
            kind = "notify" if stage == "deliver" and chance(draw, 30) else stage
            steps.append({"id": f"whole-{stage}", "kind": kind, "time": one_of(draw, SHORT)})


def give_powers(draw: Draw, matter: Entry) -> None:
    """A few posts for all its work; here and there a power of its own."""
    for step in work_of(matter):
        if chance(draw, 70):
            step["post"] = one_of(draw, ("clerk", "head"))
        if chance(draw, 20):
            step["power"] = one_of(draw, ("decision", "execution", "supervision"))
    matter.setdefault("steps", []).append(
        {"id": "posted", "kind": one_of(draw, POSTED), "post": "clerk"}
    )


def time_all(draw: Draw, matters: list[Entry]) -> None:
    """Every step has a time; limits that are too short, or long."""
    for matter in matters:
        for step in steps_of(matter):
            if "matter" not in step and "time" not in step:
                step["time"] = one_of(draw, SHORT)
        limits = {key: one_of(draw, LONG) for key in ("statutory", "promised") if chance(draw, 60)}
        if limits and chance(draw, 40):
            limits["extension"] = one_of(draw, LONG)
        if limits and chance(draw, 80):
            matter["time-limit"] = matter.get("time-limit", {}) | limits
