"""Rare situations, tied into drawn matters: data that wait for each other, papers that attest,
matters that judge alike, layers of one office, needs that all name fields."""

from itertools import pairwise
from typing import Any

from .strategies_matter import APPROVAL_LIKE, JOINED, draw_brought
from .strategies_registry import SHARES, Draw, Entry, Pool, chance, one_of, some

ENDED: Entry = {"provision": "law four", "until": "2025-12-31"}
LAYERS = ("review", "approve", "countersign")

Steps = list[Entry]


def tie_knots(draw: Draw, pool: Pool, registry: list[Entry], matters: list[Entry]) -> None:
    """Now and then a circle of prerequisites, or a paper that attests what another checks."""
    if chance(draw, 15):
        close_circle(draw, pool, matters)
    if chance(draw, 25):
        issue_paper(draw, pool, registry, matters)
    if chance(draw, 15):
        stack_layers(draw, matters)
    if chance(draw, 45):
        name_fields(draw, pool, registry, matters)
    if chance(draw, 35):
        take_on_trust(draw, pool, registry, matters)
    if chance(draw, 12):
        break_path(draw, pool, registry, matters)
    if chance(draw, 12):
        bring_either(draw, pool, registry, one_of(draw, matters))
    if chance(draw, 20):
        call_deeply(draw, pool, matters)
    if chance(draw, 25):
        ask_alike(draw, pool, matters)
    if chance(draw, 40):
        check_twice(draw, pool, registry, matters)
    if chance(draw, 50):
        judge_alike(draw, pool, matters)
    if chance(draw, 12) and len(matters) > 1:
        bring_a_form(draw, registry, matters)
    if chance(draw, 10):
        split_work(draw, pool, matters)
    if chance(draw, 5):
        call_bare(draw, one_of(draw, matters), matters)
    if chance(draw, 6):
        forget(draw, pool, registry, matters)


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


def criteria_of(registry: list[Entry]) -> dict[str, Entry]:
    """The section of the registry that has them."""
    found: dict[str, Entry] = next(held for held in registry if "criteria" in held)["criteria"]
    return found


def only_produced_at(step: Entry, data: str, matters: list[Entry]) -> None:
    """No step but this one produces the data."""
    for other in (other for matter in matters for other in steps_of(matter)):
        left = [made for made in listed(other.get("produces")) if made != data]
        other.pop("produces", None)
        if left:
            other["produces"] = left
    add(step, "produces", data)


def close_circle(draw: Draw, pool: Pool, matters: list[Entry]) -> None:
    """Two data, each produced by one step that needs the other (or one step before it does).

    Now and then the applicant's form is what is produced.
    """
    steps = [step for matter in matters for step in work_of(matter)]
    if not steps:
        return
    first, second = some(draw, pool.data, 2, 2)
    for made, needed in ((first, second), (second, first)):
        step = one_of(draw, steps)
        forms = [form for matter in matters for form in forms_after(matter, step)]
        only_produced_at(one_of(draw, forms) if forms else step, made, matters)
        add(step, "needs", needed)


def forms_after(matter: Entry, step: Entry) -> Steps:
    """What the applicant hands in right after the step."""
    return [
        later
        for earlier, later in pairwise(steps_of(matter))
        if earlier is step and later.get("kind") == "apply" and "after" not in later
    ]


def issue_paper(draw: Draw, pool: Pool, registry: list[Entry], matters: list[Entry]) -> None:
    """One matter checks a criterion and makes a data; another needs the data and checks again."""
    issuing = [matter for matter in matters if approvals_of(matter)]
    if len(issuing) < 2:
        return
    issuer, asker = some(draw, issuing, 2, 2)
    criterion = one_of(draw, pool.criteria)
    uses = listed(criteria_of(registry)[criterion].get("uses"))
    papers = [x for x in pool.data if x not in uses]
    if not papers:
        return
    paper = one_of(draw, papers)
    producer = one_of(draw, work_of(issuer))
    judging = producer if chance(draw, 60) else one_of(draw, approvals_of(issuer))
    asking = one_of(draw, approvals_of(asker))
    if chance(draw, 70):
        free_of(matters, uses)
        for step in (producer, judging, asking):
            step.pop("when", None)
    only_produced_at(producer, paper, matters)
    add(judging, "checks", criterion)
    add(asking, "checks", criterion)
    needing = asking if chance(draw, 50) else one_of(draw, work_of(asker))
    add(needing, "needs", paper)
    if chance(draw, 70):
        asker.setdefault("materials", []).append({"data": paper})
    if uses and chance(draw, 15):
        change_in_other_cases(draw, asker, asking, uses[0])
    elif chance(draw, 15):
        leave_to_nobody(draw, pool, asker, [asking, needing])
    elif chance(draw, 40):
        cast_doubt(draw, issuer, judging, uses, matters)


def change_in_other_cases(draw: Draw, matter: Entry, step: Entry, data: str) -> None:
    """The step is of some cases; beside it the data changes in others (or in the same)."""
    changing: Entry = {"id": "beside", "kind": "other", "changes": data, "after": []}
    for fact, options in some(draw, tuple(matter.get("facts", {}).items()), 1, 1):
        here, there = list(options)[:2]
        step["when"] = {fact: here}
        changing["when"] = {fact: there if chance(draw, 80) else here}
    steps_of(matter).append(changing)


def leave_to_nobody(draw: Draw, pool: Pool, matter: Entry, steps: Steps) -> None:
    """One of the steps, or both, should have a department and has none."""
    matter.pop("department", None)
    for step in steps:
        step["department"] = one_of(draw, pool.departments)
    for step in some(draw, steps, 1, 2):
        step.pop("department", None)


def free_of(matters: list[Entry], data: list[str]) -> None:
    """No step produces or changes these data."""
    for step in (step for matter in matters for step in steps_of(matter)):
        for key in ("produces", "changes"):
            left = [held for held in listed(step.pop(key, None)) if held not in data]
            if left:
                step[key] = left


def cast_doubt(
    draw: Draw, issuer: Entry, judging: Entry, uses: list[str], matters: list[Entry]
) -> None:
    """Why the paper would not attest: who judged, what changed beside it, what is not described."""
    doubt = one_of(draw, ("nobody", "clerk", "beside", "elsewhere", "listed"))
    if doubt == "nobody":
        judging.pop("department", None)
        issuer.pop("department", None)
    elif doubt == "clerk":
        judging["kind"] = "accept"
    elif doubt == "listed":
        call_bare(draw, issuer, matters)
    elif uses:
        changing = one_of(draw, [issuer] if doubt == "beside" else matters)
        step = {"id": "changed", "kind": "other", "changes": uses[0], "after": []}
        changing.setdefault("steps", []).append(step)


def bring_a_form(draw: Draw, registry: list[Entry], matters: list[Entry]) -> None:
    """A called matter wants an application in person and no paper; now and then the caller one."""
    caller, *_, called = sorted(matters, key=lambda matter: str(matter["matter"]))
    called.pop("materials", None)
    called.pop("complete", None)
    if chance(draw, 30):
        called["materials"] = [{"name": "letter", "necessity": "optional"}]
    called.setdefault("steps", []).insert(0, {"id": "form", "kind": "apply", "visit": 1})
    caller.setdefault("steps", []).append({"id": "form-of", "matter": called["matter"]})
    data = next(held for held in registry if "data" in held)["data"]
    declared = [id_ for id_, entry in data.items() if entry.get("holder") == "applicant"]
    if chance(draw, 60):
        caller["materials"] = [{"data": id_} for id_ in declared]


def split_work(draw: Draw, pool: Pool, matters: list[Entry]) -> None:
    """The approvals of a matter are done by several, and one or two of them by nobody."""
    for matter in some(draw, [held for held in matters if len(approvals_of(held)) > 1], 1, 1):
        leave_to_nobody(draw, pool, matter, approvals_of(matter))


def call_bare(draw: Draw, caller: Entry, matters: list[Entry]) -> None:
    """The matter calls one that is listed without steps."""
    others = [matter for matter in matters if matter["matter"] > caller["matter"]]
    if others:
        bare = one_of(draw, others)
        bare.pop("steps", None)
        bare.pop("joined", None)
        steps = caller.setdefault("steps", [])
        steps.append({"id": f"bare-{len(steps)}", "matter": bare["matter"]})


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
    """Two to four steps of one department, each of which reviews or approves, most often in a row.

    Now and then two rows meet, nobody is named, or the chain is not described.
    """
    working = [m for m in matters if len(work_of(m)) > 1 and "department" in m]
    if not working:
        return
    matter = one_of(draw, working)
    steps = work_of(matter)
    first = draw(0, len(steps) - 2)
    layers = steps[first : first + draw(2, 4)]
    for step in layers:
        step |= {"kind": one_of(draw, LAYERS), "department": matter["department"]}
    if len(layers) == 4 and chance(draw, 40):
        beside, one, other, last = layers
        beside["after"], one["after"], other["after"] = [], [], [one["id"]]
        last["after"] = [beside["id"], other["id"]]
    if chance(draw, 15):
        call_bare(draw, matter, matters)
    elif chance(draw, 15):
        for held in (matter, *layers):
            held.pop("department", None)


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
    uses = criteria_of(registry)
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
    """A paper that nobody may share, for a check that may come afterwards.

    Now and then one that is only shown, banned, or that the applicant may declare instead.
    """
    judging = [matter for matter in matters if approvals_of(matter)]
    if not judging:
        return
    data, criterion = one_of(draw, pool.data), one_of(draw, pool.criteria)
    entry = held_by(registry, data, pool.departments[0])
    entry |= {"sharing": "restricted", "basis": "law one"}
    uses = criteria_of(registry)
    uses[criterion] |= {"uses": data, "verify": "after"}
    for other, held in uses.items():
        left = [used for used in listed(held.get("uses")) if used != data]
        if other != criterion and "uses" in held:
            held["uses"] = left
    matter = one_of(draw, judging)
    for step in work_of(matter):
        step["needs"] = [need for need in listed(step.get("needs")) if not speaks_of(need, data)]
    add(one_of(draw, approvals_of(matter)), "checks", criterion)
    material: Entry = {"data": data}
    held = next(document for document in registry if "data" in document)["data"]
    declared = [id_ for id_ in pool.data if held[id_].get("holder") == "applicant"]
    doubt = one_of(draw, ("", "", "", "shown", "banned", "declared"))
    if doubt == "shown":
        material["handling"] = doubt
    elif doubt == "banned":
        entry["banned"] = "list one"
    elif doubt and declared:
        material = {"any": [data, declared[0]]}
    matter.setdefault("materials", []).append(material)


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


def call_deeply(draw: Draw, pool: Pool, matters: list[Entry]) -> None:
    """Each matter calls the next, now and then twice, beside its other steps."""
    ordered = sorted(matters, key=lambda matter: str(matter["matter"]))
    twice = chance(draw, 30)
    if twice:
        ordered = ordered[-3:]
        if chance(draw, 50):
            make_what_it_needs(draw, pool, ordered[-1])
    windows = chance(draw, 60)
    if windows:
        for matter in ordered:
            matter.setdefault("steps", []).insert(0, draw_window(draw, pool, "window"))
            if chance(draw, 50):
                steps_of(matter).append(draw_window(draw, pool, "late-window"))
    for caller, called in pairwise(ordered):
        for number in range(1 if not twice and chance(draw, 60) else 2):
            call: Entry = {"id": f"deep-{number}", "matter": called["matter"]}
            steps = caller.setdefault("steps", [])
            if chance(draw, 40):
                call["after"] = []
            first = steps and "after" not in steps[0]
            at = draw(1 if first else 0, len(steps))
            steps.insert(at, call)
        if chance(draw, 60 if windows else 30):
            caller["joined"] = some(draw, JOINED, 1, 3)


def make_what_it_needs(draw: Draw, pool: Pool, matter: Entry) -> None:
    """A step makes the data that it needs and the applicant brings: held when it comes again."""
    for step in some(draw, work_of(matter), 1, 1):
        data = one_of(draw, pool.data)
        add(step, "needs", data)
        add(step, "produces", data)
        matter.setdefault("materials", []).append({"data": data})


def ask_alike(draw: Draw, pool: Pool, matters: list[Entry]) -> None:
    """Several matters, most often called ones, ask for the same paper."""
    asked = draw_brought(draw, pool, 30)
    for matter in some(draw, matters, 1, 4):
        handling = {"handling": "shown"} if chance(draw, 20) else {}
        matter.setdefault("materials", []).append({**asked, **handling})
        work = work_of(matter)
        if work and "data" in asked and chance(draw, 60):
            add(one_of(draw, work), "needs", asked["data"])


def draw_window(draw: Draw, pool: Pool, id_: str) -> Entry:
    """Where a matter is accepted, by somebody of its own; now and then something is done there."""
    visit: Entry = one_of(draw, ({}, {"visit": 1}, {"visit": 2}, {"visit": 3}))
    work: Entry = one_of(draw, ({}, {}, {"needs": pool.data[0]}, {"checks": pool.criteria[0]}))
    who = {"id": id_, "kind": "accept", "department": one_of(draw, pool.departments)}
    return who | visit | work


def forget(draw: Draw, pool: Pool, registry: list[Entry], matters: list[Entry]) -> None:
    """A catalogue in which some kind of thing is recorded nowhere, or where it hardly counts."""
    kind = one_of(draw, ("materials", "checks", "basis", "department"))
    for matter in matters:
        matter.pop(kind, None)
        for step in steps_of(matter):
            if kind != "materials" and not step.get("independent"):
                step.pop(kind, None)
            if kind == "checks":
                step.pop("promised", None)
    if kind == "materials" and chance(draw, 50):
        optional = {"data": pool.data[0], "necessity": "optional"}
        one_of(draw, matters)["materials"] = [optional]
    if kind == "basis" and chance(draw, 70):
        steps = [step for matter in matters for step in approvals_of(matter)]
        for held in (*criteria_of(registry).values(), *steps):
            held.pop("basis", None)
            held.pop("independent", None)
        one_of(draw, (matters[0], one_of(draw, [*matters, *steps])))["basis"] = ENDED
    if kind == "checks" and chance(draw, 50):
        for step in work_of(one_of(draw, matters)):
            if step["kind"] not in APPROVAL_LIKE:
                step["checks"] = pool.criteria[0]


def check_twice(draw: Draw, pool: Pool, registry: list[Entry], matters: list[Entry]) -> None:
    """Two or three approvals check the same, and little else; often somebody knows the data."""
    judging = [matter for matter in matters if len(approvals_of(matter)) > 1]
    if not judging:
        return
    criterion = one_of(draw, pool.criteria)
    criteria = criteria_of(registry)
    criteria[criterion].pop("uses", None)
    knowing = one_of(draw, pool.departments)
    data = one_of(draw, pool.data)
    if chance(draw, 60):
        criteria[criterion]["uses"] = data
        held_by(registry, data, knowing)
    matter = one_of(draw, judging)
    checking = some(draw, approvals_of(matter), 2, 3)
    for step in checking:
        step.pop("promised", None)
        if chance(draw, 75):
            step["checks"] = [criterion]
            step.pop("produces", None)
            step.pop("changes", None)
        else:
            add(step, "checks", criterion)
        if chance(draw, 80):
            step["department"] = knowing if chance(draw, 40) else one_of(draw, pool.departments)
    for other in some(draw, [m for m in matters if m is not matter and approvals_of(m)], 0, 1):
        answering = one_of(draw, approvals_of(other))
        answering |= {"kind": "approve", "department": knowing}
        add(answering, "checks", criterion)
    if chance(draw, 8):
        leave_to_nobody(draw, pool, matter, checking)
    elif chance(draw, 50):
        tell_apart(draw, data, matter, checking)


def tell_apart(draw: Draw, data: str, matter: Entry, checking: Steps) -> None:
    """Why two that check the same are two: other cases, another kind, a change between them."""
    places = [place for place, step in enumerate(steps_of(matter)) if step in checking]
    last = steps_of(matter)[places[-1]]
    reason = one_of(draw, ("change", "change", "cases", "clerk", "independent"))
    changing: Entry = {"id": "changing", "kind": "other", "changes": data}
    if reason in ("change", "cases"):
        for fact, options in some(draw, tuple(matter.get("facts", {}).items()), 0, 1):
            here, there = list(options)[:2]
            last["when"] = {fact: here}
            changing["when"] = {fact: there if chance(draw, 80) else here}
    if reason == "change" and not any("after" in step for step in steps_of(matter)):
        steps_of(matter).insert(places[-1], changing)
    if reason == "clerk":
        last["kind"] = one_of(draw, ("accept", "issue"))
    if reason == "independent":
        last |= {"independent": "yes", "basis": "law one"}


def bring_either(draw: Draw, pool: Pool, registry: list[Entry], matter: Entry) -> None:
    """A paper or another: one of them is known where it is needed, the other is not.

    Now and then the matter says of it again how many have which, or says so only once.
    """
    known, other = some(draw, pool.data, 2, 2)
    matter["department"] = pool.departments[0]
    held_by(registry, known, pool.departments[0])
    held_by(registry, other, pool.departments[-1])
    if chance(draw, 20):
        data = next(held for held in registry if "data" in held)["data"]
        data[known]["banned"] = data[other]["banned"] = "list one"
    either = [dict(zip(sorted((known, other)), SHARES[2], strict=True)), [known, other]]
    for step in work_of(matter)[:1]:
        step["department"] = pool.departments[0]
        if chance(draw, 50):
            step["needs"] = [*listed(step.get("needs")), {"any": one_of(draw, either)}]
        else:
            add(step, "needs", known)
            add(step, "needs", other)
    matter.setdefault("materials", []).append({"any": one_of(draw, either)})


def break_path(draw: Draw, pool: Pool, registry: list[Entry], matters: list[Entry]) -> None:
    """Data that flows over one platform or two, one link of which fails."""
    working = [matter for matter in matters if work_of(matter)]
    if not working or len(pool.departments) < 3:
        return
    holder, consumer, *hubs = some(draw, pool.departments, 3, 4)
    data = one_of(draw, pool.data)
    held_by(registry, data, holder)["personal"] = "yes"
    departments = next(held for held in registry if "departments" in held)["departments"]
    for id_ in (holder, consumer, *hubs):
        departments[id_] = {"kind": "platform"} if id_ in hubs else {}
    ways = [(holder, hubs[0]), (hubs[0], consumer), *pairwise([*hubs, hubs[0]])]
    links: list[Entry] = [{"data": data, "from": a, "to": b} for a, b in ways if a != b]
    one_of(draw, links[:2])["status"] = "suspended"
    for link in some(draw, links, 1, 4):
        link["purpose"] = "registration"
    registry[-1].setdefault("links", []).extend(links)
    matter = one_of(draw, working)
    step = one_of(draw, work_of(matter))
    step["department"] = consumer
    add(step, "needs", data)
    matter.setdefault("materials", []).append({"data": data})
