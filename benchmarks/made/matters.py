"""One matter of a made city, as its office would write today's practice down."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from benchmarks.made import words
from benchmarks.made.desk import Desk
from benchmarks.made.registry import Entry, Registry
from benchmarks.made.writing import Value

JOINT_EVERY = 40
"""Every so many matters there is one that joins others (一件事)."""
JOINED = 3


def matter_id(number: int) -> str:
    """The id of the matter of that number."""
    return f"matter-{number:05}"


def area_of(number: int) -> str:
    """The folder of areas that the matter's file lies in."""
    return words.AREAS[number % len(words.AREAS)]


def make_matter(number: int, seed: int, registry: Registry) -> Entry:
    """The matter of that number; it depends on no other but those it calls."""
    random = Random(f"{seed}/{number}")
    if is_joint(number):
        return joint_matter(number, random)
    desk = Desk(number, random, registry)
    return written(desk, _materials(desk))


def is_joint(number: int) -> bool:
    """Whether the matter of that number joins those before it."""
    return number % JOINT_EVERY == JOINT_EVERY - 1


def written(desk: Desk, materials: Iterator[Entry]) -> Entry:
    """The matter that is handled at the desk, asking for these materials."""
    matter = _head(desk)
    if desk.fact:
        matter["facts"] = {desk.fact: {**words.FACTS[desk.fact]}}
    matter["materials"] = list(materials)
    matter["steps"] = list(desk.steps)
    return matter


def joint_matter(number: int, random: Random) -> Entry:
    """A matter of nothing but calls of the three before it."""
    theme = words.THEMES[number % len(words.THEMES)]
    called = [matter_id(number - back) for back in range(1, JOINED + 1)]
    calls: list[Value] = [{"id": f"part-{i}", "matter": id} for i, id in enumerate(called, 1)]
    return {
        "matter": matter_id(number),
        "name": f"{theme.subject}一件事（{number}）",
        "type": "joint",
        "department": theme.id,
        "volume": random.randrange(100, 5_000),
        "steps": [{"id": "apply", "kind": "apply", "visit": 1}, *calls],
    }


def _head(desk: Desk) -> Entry:
    random = desk.random
    promised = random.randint(3, 20)
    return {
        "matter": matter_id(desk.number),
        "name": f"{desk.theme.subject}{random.choice(words.APPLICATIONS)}（{desk.number}）",
        "code": f"1142{desk.number:08}",
        "type": random.choice(("licence", "licence", "confirmation", "payment", "service")),
        "department": desk.office,
        "level": "county" if desk.is_county else "city",
        "applicant": random.choice(("person", "entity")),
        "identified-by": random.choice(("citizen-id", "credit-code")),
        "basis": random.choice(words.LAWS),
        "time-limit": {"statutory": f"{promised + 10}d", "promised": f"{promised}d"},
        "volume": random.randrange(50, 20_000),
        "illustrative": ["volume", "promised"],
        "online": random.choice(("consult", "apply", "full")),
        "redress": list(words.REDRESS),
        "supervised-by": "finance",
    }


def _materials(desk: Desk) -> Iterator[Entry]:
    """What the applicant is asked for: some of what is needed, and some that nobody needs."""
    yield {"name": f"{desk.theme.subject}申请表", "data": desk.form}
    asked = [data for data in needed(desk) if desk.may(_share_asked(data, desk))]
    if desk.may(0.2):
        asked.append(f"{desk.second.id}-annual")
    for data in dict.fromkeys(asked):
        yield paper(data, desk)
    if desk.fact:
        yield {"data": f"{desk.first.id}-payment", "form": "copy", "when": desk.when()}
    if desk.may(0.1):
        yield {"name": "授权委托书", "necessity": "optional"}


def paper(data: str, desk: Desk) -> Entry:
    """The paper that shows the data, in some form, with or without a law that asks for it."""
    material: Entry = {"name": desk.registry.data[data]["name"], "data": data}
    material["form"] = desk.random.choice(("original", "copy", "copy", "electronic"))
    if desk.may(0.5):
        material["basis"] = desk.random.choice(words.LAWS)
    return material


def _share_asked(data: str, desk: Desk) -> float:
    """How often a paper is asked for: less where the office that looks at it made it itself."""
    makers = (f"{desk.theme.id}-", f"{desk.first.id}-penalty", f"{desk.second.id}-penalty")
    return 0.12 if data.startswith(makers) else 0.6


def needed(desk: Desk) -> list[str]:
    """The data that the steps' checks and needs always speak of, each once."""
    found: dict[str, None] = {}
    for step in desk.steps:
        checks, needs = step.get("checks", ()), step.get("needs", ())
        for check in checks if isinstance(checks, list) else ():
            found |= dict.fromkeys(desk.registry.uses_of(str(check)))
        for need in needs if isinstance(needs, list) else ():
            if isinstance(need, dict) and "when" not in need and "data" in need:
                found[str(need["data"])] = None
    return list(found)
