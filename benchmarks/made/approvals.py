"""One matter in which one office after another says yes, each of them another than the one before.

Any two that stand side by side could run at the same time, so each pair is a question of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.made.city import SETTINGS
from benchmarks.made.registry import Entry
from benchmarks.made.writing import Value, definition

OFFICES = 7


def approvals_in_a_row(number: int) -> Iterator[tuple[str, str]]:
    """The files of a workspace of that matter alone, with the offices it goes through."""
    departments: Value = {_office(i): {"name": f"第{i}局"} for i in range(OFFICES)}
    steps: list[Value] = [{"id": "apply", "kind": "apply", "visit": 1}]
    steps += [_approval(i) for i in range(number)]
    matter: Entry = {"matter": "row", "name": "一串审批", "department": _office(0), "steps": steps}
    yield "govchain.toml", SETTINGS
    yield "matters/registry.yaml", definition({"departments": departments})
    yield "matters/row.yaml", definition(matter)


def _office(number: int) -> str:
    return f"office-{number % OFFICES}"


def _approval(number: int) -> Entry:
    return {
        "id": f"review-{number}",
        "kind": "review",
        "name": f"第{number}步审核",
        "department": _office(number),
        "time": "1d",
    }
