"""Rare situations, tied into drawn matters: data that wait for each other, papers that attest."""

from typing import Any

from .strategies_matter import APPROVAL_LIKE
from .strategies_registry import Draw, Entry, Pool, chance, one_of, some

Steps = list[Entry]


def tie_knots(draw: Draw, pool: Pool, registry: list[Entry], matters: list[Entry]) -> None:
    """Now and then a circle of prerequisites, or a paper that attests what another checks."""
    if chance(draw, 15):
        close_circle(draw, pool, matters)
    if chance(draw, 25):
        issue_paper(draw, pool, registry, matters)


def listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def add(step: Entry, key: str, value: str) -> None:
    """One more in a list of a step."""
    step[key] = [*(other for other in listed(step.get(key)) if other != value), value]


def work_of(matter: Entry) -> Steps:
    """The steps of the offices: no calls, none of the applicant."""
    return [step for step in matter["steps"] if step.get("kind", "apply") != "apply"]


def approvals_of(matter: Entry) -> Steps:
    return [step for step in work_of(matter) if step["kind"] in APPROVAL_LIKE]


def only_produced_at(step: Entry, data: str, matters: list[Entry]) -> None:
    """No step but this one produces the data."""
    for other in (other for matter in matters for other in matter["steps"]):
        left = [made for made in listed(other.get("produces")) if made != data]
        other.pop("produces", None)
        if left:
            other["produces"] = left
    add(step, "produces", data)


def close_circle(draw: Draw, pool: Pool, matters: list[Entry]) -> None:
    """Two data, each produced by one step that needs the other (or one step before it does)."""
    steps = [step for matter in matters for step in work_of(matter)]
    if not steps:
        return
    first, second = some(draw, pool.data, 2, 2)
    for made, needed in ((first, second), (second, first)):
        step = one_of(draw, steps)
        only_produced_at(step, made, matters)
        add(step, "needs", needed)


def issue_paper(draw: Draw, pool: Pool, registry: list[Entry], matters: list[Entry]) -> None:
    """One matter checks a criterion and makes a data; another needs the data and checks again."""
    issuing = [matter for matter in matters if approvals_of(matter)]
    if len(issuing) < 2:
        return
    issuer, asker = some(draw, issuing, 2, 2)
    criterion = one_of(draw, pool.criteria)
    uses = next(document for document in registry if "criteria" in document)["criteria"]
    papers = [x for x in pool.data if x not in listed(uses[criterion].get("uses"))]
    if papers:
        paper = one_of(draw, papers)
        only_produced_at(one_of(draw, work_of(issuer)), paper, matters)
        add(one_of(draw, approvals_of(issuer)), "checks", criterion)
        add(one_of(draw, approvals_of(asker)), "checks", criterion)
        ask_for(draw, paper, asker)


def ask_for(draw: Draw, paper: str, asker: Entry) -> None:
    """A step of the matter needs the paper, and now and then the applicant brings it."""
    add(one_of(draw, work_of(asker)), "needs", paper)
    if chance(draw, 60):
        asker.setdefault("materials", []).append({"data": paper})
