"""Small catalogues for cases computed by hand: few departments, plain matters and steps."""

from datetime import date
from typing import Any

from .oracle import Verdict, judge
from .told import Key

Entry = dict[str, Any]

DATE = date(2026, 6, 1)
OFFICES: Entry = {
    "police": {"name": "police"},
    "station": {"parent": "police"},
    "health": {},
    "bank": {"kind": "bank"},
    "hub": {"kind": "platform"},
}
ALL: Entry = {"complete": ["basis", "checks", "materials"]}
"""Of a matter that is written in full."""


def verdict_on(*matters: Entry, at: date = DATE, **registry: Any) -> Verdict:
    """The verdict on these matters, among the same few departments."""
    return judge([("a.yaml", [{"departments": OFFICES, **registry}, *matters])], at)


def matter(steps: list[Entry], id_: str = "m", **more: Any) -> Entry:
    return {"matter": id_, "department": "police", **more, "steps": steps}


def approve(id_: str, **more: Any) -> Entry:
    return {"id": id_, "kind": "approve", **more}


def review(id_: str, **more: Any) -> Entry:
    return {"id": id_, "kind": "review", **more}


def keys(verdict: Verdict, *rules: str) -> set[Key]:
    return {key for key in verdict.findings if key[0] in rules}
