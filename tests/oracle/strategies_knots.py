"""Rare situations, tied into drawn matters: data that wait for each other, papers that attest,
matters that judge alike, layers of one office, needs that all name fields."""

from itertools import pairwise
from typing import Any

from .strategies_matter import APPROVAL_LIKE, JOINED, draw_brought
from .strategies_registry import Draw, Entry, Pool, chance, one_of, some

LAYERS = ("review", "approve", "countersign")

Steps = list[Entry]


def tie_knots(draw: Draw, pool: Pool, registry: list[Entry], matters: list[Entry]) -> None:
    """Now and then a circle of prerequisites, or a paper that attests what another checks."""
    if chance(draw, 15):
        close_circle(draw, pool, matters)
    if chance(draw, 25):
        issue_paper(draw, pool, registry, matters)
    if chance(draw, 40):
        judge_alike(draw, pool, matters)
    if chance(draw, 15):
        stack_layers(draw, matters)
    if chance(draw, 45):
        name_fields(draw, pool, registry, matters)
    if chance(draw, 30):
        take_on_trust(draw, pool, registry, matters)
    if chance(draw, 20):
        call_deeply(draw, matters)
    if chance(draw, 25):
        ask_alike(draw, pool, matters)
    if chance(draw, 40):
        check_twice(draw, pool, registry, matters)
    if chance(draw, 3):
        forget(draw, matters)


def listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def add(step: Entry, key: str, value: str) -> None:
    """One more in a list of a step."""
    step[key] = [*(other for other in listed(step.get(key)) if other != value), value]


def work_of(matter: Entry) -> Steps:
    """The steps of the offices: no calls, none of the applicant."""
    return [step for step in steps_of(matter) if step.get("kind", "apply") != "apply"]


def steps_of(matter: Entry) -> Steps:
    """All that stands in its list; a matter may be listed without."""
    steps: Steps = matter.get("steps", [])
    return steps


def approvals_of(matter: Entry) -> Steps:
    return [step for step in work_of(matter) if step["kind"] in APPROVAL_LIKE]


def only_produced_at(step: Entry, data: str, matters: list[Entry]) -> None:
    """No step but this one produces the data."""
    for other in (other for matter in matters for other in steps_of(matter)):
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


def judge_alike(draw: Draw, pool: Pool, matters: list[Entry]) -> None:
    """Two matters check the same criteria for the same applicants, most often for two leads.

    Most often nobody else checks them.
    """
    judging = [matter for matter in matters if approvals_of(matter)]
    if len(judging) < 2 or len(pool.criteria) < 2:
        return
    criteria = some(draw, pool.criteria, 2, 3)
    leads = some(draw, pool.departments, 2, 2) if chance(draw, 80) else pool.departments[:1] * 2
    rivals = some(draw, judging, 2, 2)
    for step in (step for other in matters if other not in rivals for step in work_of(other)):
        if chance(draw, 90):
            step["checks"] = [c for c in listed(step.get("checks")) if c not in criteria]
            step.pop("promised", None)
    for matter, lead in zip(rivals, leads, strict=True):
        matter |= {"department": lead, "applicant": "person"}
        for step in steps_of(matter):
            step.pop("checks", None)
            step.pop("promised", None)
        for criterion in criteria:
            add(one_of(draw, approvals_of(matter)), "checks", criterion)


def stack_layers(draw: Draw, matters: list[Entry]) -> None:
    """Two to four steps in a row of one department, each of which reviews or approves."""
    working = [m for m in matters if len(work_of(m)) > 1 and "department" in m]
    if not working:
        return
    matter = one_of(draw, working)
    steps = work_of(matter)
    first = draw(0, len(steps) - 2)
    for step in steps[first : first + draw(2, 4)]:
        step |= {"kind": one_of(draw, LAYERS), "department": matter["department"]}


def name_fields(draw: Draw, pool: Pool, registry: list[Entry], matters: list[Entry]) -> None:
    """Every step that needs this data says which of its fields; half of its links carry all."""
    links = [link for document in registry for link in document.get("links", [])]
    flowing = [link["data"] for link in links if pool.fields[link["data"]]]
    if not flowing:
        return
    data = one_of(draw, flowing)
    for link in links:
        if link["data"] == data and chance(draw, 50):
            link.pop("fields", None)
    uses = next(document for document in registry if "criteria" in document)["criteria"]
    for step in (step for matter in matters for step in work_of(matter)):
        needs = listed(step.get("needs"))
        others = [need for need in needs if not speaks_of(need, data)]
        used = any(data in listed(uses[check].get("uses")) for check in listed(step.get("checks")))
        if used or others != needs:
            fields = some(draw, pool.fields[data], 1, 2)
            step["needs"] = [*others, {"data": data, "fields": fields}]


def speaks_of(need: Any, data: str) -> bool:
    """Is it this data, or one of which this is enough?"""
    if isinstance(need, dict):
        return data in (need.get("data"), *need.get("any", ()))
    return bool(need == data)


def take_on_trust(draw: Draw, pool: Pool, registry: list[Entry], matters: list[Entry]) -> None:
    """A paper that nobody may share, for a check that may come afterwards."""
    judging = [matter for matter in matters if approvals_of(matter)]
    if not judging:
        return
    data, criterion = one_of(draw, pool.data), one_of(draw, pool.criteria)
    entry = held_by(registry, data, pool.departments[0])
    entry |= {"sharing": "restricted", "basis": "law one"}
    uses = next(document for document in registry if "criteria" in document)["criteria"]
    uses[criterion] |= {"uses": data, "verify": "after"}
    for other, held in uses.items():
        left = [used for used in listed(held.get("uses")) if used != data]
        if other != criterion and "uses" in held:
            held["uses"] = left
    matter = one_of(draw, judging)
    for step in work_of(matter):
        step["needs"] = [need for need in listed(step.get("needs")) if not speaks_of(need, data)]
    add(one_of(draw, approvals_of(matter)), "checks", criterion)
    matter.setdefault("materials", []).append({"data": data})


def held_by(registry: list[Entry], data: str, holder: str) -> Entry:
    """The entry of the data, now of this holder; none of its links leads to where it is."""
    entry: Entry = next(document for document in registry if "data" in document)["data"][data]
    entry["holder"] = holder
    for document in registry:
        links = document.get("links", [])
        left = [
            x for x in links if x["data"] != data or holder not in (x.get("via"), *listed(x["to"]))
        ]
        if links:
            document["links"] = left
    return entry


def call_deeply(draw: Draw, matters: list[Entry]) -> None:
    """Each matter calls the next, now and then twice, beside its other steps."""
    ordered = sorted(matters, key=lambda matter: str(matter["matter"]))
    for caller, called in pairwise(ordered):
        for number in range(1 if chance(draw, 60) else 2):
            call: Entry = {"id": f"deep-{number}", "matter": called["matter"]}
            steps = caller.setdefault("steps", [])
            if chance(draw, 40):
                call["after"] = []
            first = steps and "after" not in steps[0]
            at = draw(1 if first else 0, len(steps))
            steps.insert(at, call)
        if chance(draw, 30):
            caller["joined"] = some(draw, JOINED, 1, 3)


def ask_alike(draw: Draw, pool: Pool, matters: list[Entry]) -> None:
    """Several matters, most often called ones, ask for the same paper and open with the same."""
    asked = draw_brought(draw, pool, 30)
    for matter in some(draw, matters, 1, 4):
        handling = {"handling": "shown"} if chance(draw, 20) else {}
        matter.setdefault("materials", []).append({**asked, **handling})
        work = work_of(matter)
        if work and "data" in asked and chance(draw, 60):
            add(one_of(draw, work), "needs", asked["data"])


def forget(draw: Draw, matters: list[Entry]) -> None:
    """A catalogue in which some kind of thing is recorded nowhere."""
    kind = one_of(draw, ("materials", "checks", "basis", "department"))
    for matter in matters:
        matter.pop(kind, None)
        for step in steps_of(matter):
            if kind != "materials" and not step.get("independent"):
                step.pop(kind, None)
            if kind == "checks":
                step.pop("promised", None)


def check_twice(draw: Draw, pool: Pool, registry: list[Entry], matters: list[Entry]) -> None:
    """Two or three approvals check the same, and little else; often somebody knows the data."""
    judging = [matter for matter in matters if len(approvals_of(matter)) > 1]
    if not judging:
        return
    criterion = one_of(draw, pool.criteria)
    criteria = next(document for document in registry if "criteria" in document)["criteria"]
    criteria[criterion].pop("uses", None)
    knowing = one_of(draw, pool.departments)
    if chance(draw, 60):
        criteria[criterion]["uses"] = data = one_of(draw, pool.data)
        held_by(registry, data, knowing)
    matter = one_of(draw, judging)
    for step in some(draw, approvals_of(matter), 2, 3):
        step.pop("promised", None)
        if chance(draw, 75):
            step["checks"] = [criterion]
            step.pop("produces", None)
            step.pop("changes", None)
        else:
            add(step, "checks", criterion)
        if chance(draw, 80):
            step["department"] = knowing if chance(draw, 40) else one_of(draw, pool.departments)
