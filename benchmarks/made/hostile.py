"""Workspaces that a careless design chokes on, each with the registry of the made city.

Each is compared with an ordinary city of as many bytes: it may take up to three times as long, and
must never grow exponentially.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count, islice
from random import Random
from typing import NamedTuple

from benchmarks.made import words
from benchmarks.made.city import SEED, SETTINGS, registry_files
from benchmarks.made.matters import make_matter
from benchmarks.made.registry import Entry, Registry, make_registry
from benchmarks.made.writing import Value, definition

Files = Iterator[tuple[str, str]]

FACTS = 12
OPTIONS = ("a", "b", "c", "d")


class Hostile(NamedTuple):
    """A hostile set: what it is, how large when full, at least, and its files for a size."""

    name: str
    full: int
    least: int
    made: Callable[[int], Files]

    def number(self, size: float) -> int:
        """How large it is at a size that grows from 0 to 1 (full)."""
        return max(self.least, round(self.full * size))

    def what(self, size: float) -> str:
        """What it is, with how large it is at that size."""
        return self.name.format(f"{self.number(size):,}")

    def files(self, size: float) -> Files:
        """Its files at that size."""
        return self.made(self.number(size))


def _long_chain(number: int) -> Files:
    """Steps in a line; every tenth judges something of its own."""
    criteria: Entry = {f"own-{i}": {"uses": "police-register"} for i in range(0, number, 10)}
    yield "matters/registry/own.yaml", definition({"criteria": criteria})
    steps: list[Value] = []
    for i in range(number):
        step: Entry = {"id": f"step-{i}", "kind": "other" if i % 10 else "review", "time": "1h"}
        steps.append({**step, "checks": f"own-{i}"} if i % 10 == 0 else step)
    yield from around({"matter": "long", "department": "police", "steps": steps})


def _busy_chain(number: int) -> Files:
    """The steps of ordinary matters, one after another in one matter."""
    yield from around(joined_matter(number))


def _linked_departments(number: int) -> Files:
    """Everybody sends what it holds to everybody, and may pass on what all pass around."""
    offices = [f"office-{i}" for i in range(number)]
    departments: dict[str, Value] = {
        id: {"name": f"第{i}局", "kind": "platform" if i % 2 else "government"}
        for i, id in enumerate(offices)
    }
    data: dict[str, Value] = {f"data-{i}": {"holder": id} for i, id in enumerate(offices)}
    criteria: dict[str, Value] = {f"known-{i}": {"uses": f"data-{i}"} for i in range(number)}
    links: list[Value] = []
    for i, id in enumerate(offices):
        others = [other for other in offices if other != id]
        links.append({"data": f"data-{i}", "to": others})
        links.append({"data": "data-0", "from": id, "to": others})
    yield "govchain.toml", SETTINGS
    registry: Entry = {
        "departments": departments,
        "data": data,
        "criteria": criteria,
        "links": links,
    }
    yield "matters/registry/all.yaml", definition(registry)
    for i, id in enumerate(offices):
        checks: Value = [f"known-{(i * k + k) % number}" for k in range(4)]
        steps: Value = [{"id": "apply", "kind": "apply"}, _approval("approve", checks, id)]
        text = definition({"matter": f"matter-{i}", "department": id, "steps": steps})
        yield f"matters/matter-{i}.yaml", text


def _order_cycle(number: int) -> Files:
    """Each step waits for the one before it, the first for the last."""
    steps: list[Value] = [
        {"id": f"step-{i}", "kind": "review", "after": f"step-{(i - 1) % number}", "time": "1d"}
        for i in range(number)
    ]
    yield from around({"matter": "circle", "department": "police", "steps": steps})


def _many_facts(number: int) -> Files:
    """Matters whose steps hang on twelve facts of four options: 16.8 million cases each."""
    random = Random(SEED)
    yield from around(*(_matter_of_facts(i, random) for i in range(number)))


HOSTILE = (
    Hostile("one matter of {} steps", 10_000, 10, _long_chain),
    Hostile("one matter of the {} steps of ordinary matters", 10_000, 10, _busy_chain),
    Hostile("{} departments all linked", 300, 3, _linked_departments),
    Hostile("an order cycle of {} steps", 5_000, 3, _order_cycle),
    Hostile("12 facts of 4 options, in each of {} matters", 100, 1, _many_facts),
)


def around(*matters: Entry) -> Files:
    """A workspace of the matters, an ordinary one beside them."""
    registry = make_registry(Random(SEED))
    yield "govchain.toml", SETTINGS
    yield from registry_files(registry)
    for matter in (make_matter(0, SEED, registry), *matters):
        yield f"matters/{matter['matter']}.yaml", definition(matter)


def joined_matter(number: int) -> Entry:
    registry = make_registry(Random(SEED))
    steps = list(islice(_steps_of_all(registry), number))
    needed = sorted(id for id in registry.data if id.endswith(("register", "penalty")))
    materials: list[Value] = [{"data": id, "form": "copy"} for id in needed]
    return {
        "matter": "long",
        "department": "police",
        "volume": 1_000,
        "materials": materials,
        "steps": steps,
    }


def _steps_of_all(registry: Registry) -> Iterator[Entry]:
    """The steps of all matters without end, ids made unique, written for one line."""
    for number in count():
        matter = make_matter(number, SEED, registry)
        if matter["type"] == "joint":
            continue
        written = matter["steps"]
        assert isinstance(written, list), "a matter has a list of steps"
        for step in written:
            moved = {key: value for key, value in step.items() if key not in ("after", "when")}
            moved["id"] = f"{step['id']}-{number}"
            if "needs" in step:
                moved["needs"] = _unguarded(step["needs"])
            if step["kind"] != "apply":
                moved.setdefault("department", matter["department"])
            yield moved


def _unguarded(needs: Value) -> Value:
    assert isinstance(needs, list), "needs are written as a list"
    return [need for need in needs if not (isinstance(need, dict) and "when" in need)]


def _matter_of_facts(number: int, random: Random) -> Entry:
    facts: dict[str, Value] = {f"fact-{i}": list(OPTIONS) for i in range(FACTS)}
    theme = words.THEMES[number % len(words.THEMES)].id
    papers: list[Value] = [
        {"data": f"{other.id}-register", "form": "copy", "when": _guard(random)}
        for other in words.THEMES[:6]
    ]
    steps: list[Value] = [{"id": "apply", "kind": "apply"}]
    for i, other in enumerate(words.THEMES[:FACTS]):
        checks: Value = [f"{other.id}-registered", f"{theme}-registered"]
        step = _approval(f"approve-{i}", checks, other.id)
        steps.append({**step, "when": _guard(random)})
    steps.append(_approval("approve", [f"{theme}-clean"], theme))
    return {
        "matter": f"facts-{number}",
        "department": theme,
        "volume": 1_000,
        "facts": facts,
        "materials": papers,
        "steps": steps,
    }


def _guard(random: Random) -> Value:
    """Any of three clauses of two facts, each with half of its options."""
    clauses: list[Value] = []
    for _ in range(3):
        facts = random.sample(range(FACTS), 2)
        clauses.append({f"fact-{i}": random.sample(OPTIONS, 2) for i in sorted(facts)})
    return clauses


def _approval(id: str, checks: Value, department: str) -> Entry:
    return {"id": id, "kind": "approve", "department": department, "checks": checks, "time": "1d"}
