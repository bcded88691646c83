"""Collaboration (semantics 2): who is declared and who takes part, and what was agreed."""

from collections.abc import Iterator

from .catalogue import Catalogue, Matter, Step
from .chain import Chain, Need
from .claims import Claims
from .finding import ADVICE, WARNING, Found, at_step
from .reading_words import read_days, texts
from .registry import Link
from .rules_sharing import could_be_shared, is_spoken_of
from .supply import CARRIED, LACKING, SHARED, leads

RULES = frozenset(
    ["undeclared-collaborator", "idle-collaborator", "unagreed-handover", "open-consultation"]
)


def of_chain(chain: Chain, _: Claims) -> Iterator[Found]:
    """Of the matter by department; of each step."""
    for rule, departments in (
        ("undeclared-collaborator", undeclared(chain)),
        ("idle-collaborator", idle(chain)),
    ):
        for department in departments:
            yield Found(rule, WARNING, None, department, "clarify")
    for step in chain.ordered:
        for department in handing_on_unagreed(chain, step):
            yield at_step(
                "unagreed-handover", ADVICE, step.id, department, "clarify", element=(department,)
            )
        if is_open(chain, step):
            yield at_step("open-consultation", WARNING, step.id, step.id, "clarify")


def are_of_one_line(catalogue: Catalogue, one: str, other: str) -> bool:
    """One is within the other."""
    return catalogue.is_within(one, other) or catalogue.is_within(other, one)


def undeclared(chain: Chain) -> list[str]:
    """Not external, of one line with neither the lead nor a declared one, and takes part."""
    catalogue, matter = chain.catalogue, chain.matter
    if "collaborators" not in matter.entry or is_example(matter):
        return []
    expected = [*texts(matter.entry["collaborators"]), *([matter.lead] if matter.lead else [])]
    return [
        department
        for department, entry in catalogue.departments.items()
        if entry.kind != "external"
        and takes_part(chain, department)
        and not any(are_of_one_line(catalogue, department, other) for other in expected)
    ]


def is_example(matter: Matter) -> bool:
    """What is declared is written as an example."""
    return "collaborators" in texts(matter.entry.get("illustrative", []))


def takes_part(chain: Chain, department: str) -> bool:
    """It does a step, is `with` one that is not its own, or a need comes from it at such a one."""
    return any(
        step.department == department
        or department in step.partners
        or any(comes_from(chain, need, department) for need in chain.needs[step.id])
        for step in chain.steps
    )


def comes_from(chain: Chain, need: Need, department: str) -> bool:
    """It is shared from there; or missing or carried, and this holder could share it."""
    if department not in chain.holders(need):
        return False
    if chain.supplies[need] == SHARED:
        return leads(chain, need, department, usability=True)
    if chain.supplies[need] not in LACKING or not is_spoken_of(chain, need):
        return False
    if chain.supplies[need] == CARRIED and not is_handed_in(chain, need):
        return False
    return could_be_shared(chain, need) and chain.catalogue.is_public(department)


def is_handed_in(chain: Chain, need: Need) -> bool:
    """Some material M with it among needs(M) is `submitted`."""
    return any(
        need in chain.needs_met_by(material)
        for material in chain.materials
        if material.handling == "submitted"
    )


def idle(chain: Chain) -> list[str]:
    """Declared, and of one line with no department that the chain names."""
    declared = texts(chain.matter.entry.get("collaborators"))
    if is_example(chain.matter) or not is_written_in_full(chain):
        return []
    named = set(named_in(chain))
    return [
        one
        for one in declared
        if not any(are_of_one_line(chain.catalogue, one, other) for other in named)
    ]


def is_written_in_full(chain: Chain) -> bool:
    """Described; each step with its department, each approval with checks or needs, all data of
    needs, materials and triggers with a holder."""
    return (
        chain.is_described
        and not any(step.is_unassigned for step in chain.steps)
        and all(
            step.checks or chain.needs[step.id] for step in chain.steps if step.is_approval_like
        )
        and all(chain.catalogue.data[x].holder for x in data_used(chain))
    )


def matters_in(chain: Chain) -> list[Matter]:
    return [chain.catalogue.matters[site.matter] for site in chain.sites]


def data_used(chain: Chain) -> set[str]:
    """Needed, of a material (an optional one too), or a trigger."""
    used = {need.data for need in chain.all_needs}
    for matter in matters_in(chain):
        for material in (*matter.materials, *matter.optional):
            used |= set(material.alternatives)
        used |= set(texts(matter.entry.get("trigger")))
    return used


def named_in(chain: Chain) -> Iterator[str]:
    """Leads, supervisors, departments of steps; of data the holder and the ends of its links."""
    for matter in matters_in(chain):
        yield from [matter.lead] if matter.lead else []
        yield from texts(matter.entry.get("supervised-by"))
    for step in chain.steps:
        yield from [step.department] if step.department else []
        yield from step.partners
        yield from texts(step.entry.get("supervised-by"))
    altered = {x for step in chain.steps for x in step.alters}
    for x in data_used(chain) | altered:
        holder = chain.catalogue.data[x].holder
        yield from [holder] if holder in chain.catalogue.departments else []
        for link in (link for link in chain.catalogue.links if link.data == x):
            yield from senders(link)
            if x in altered and link.targets != ("all",):
                yield from link.targets


def senders(link: Link) -> list[str]:
    return [link.source, *([link.via] if link.via else [])]


def handing_on_unagreed(chain: Chain, step: Step) -> list[str]:
    """The departments of u, of a hand-over edge u → v that no mechanism covers."""
    catalogue = chain.catalogue
    matters = {chain.matter.id, step.written_in}
    named = [m for m in catalogue.mechanisms if matters & set(texts(m.get("matters")))]
    found = {
        before.department
        for before in chain.steps
        if before.id in step.after
        and named
        and step.department
        and before.department
        and catalogue.is_public(step.department)
        and catalogue.is_public(before.department)
        and not are_of_one_line(catalogue, before.department, step.department)
        and chain.scenarios.satisfiable(before.guard, step.guard)
        and not any(
            binds(catalogue, m, before.department) and binds(catalogue, m, step.department)
            for m in mechanisms_for(catalogue, matters)
        )
    }
    return sorted(department for department in found if department)


def mechanisms_for(catalogue: Catalogue, matters: set[str]) -> list[dict[str, object]]:
    """Those whose `matters` name one of these, or that have none."""
    return [
        dict(m)
        for m in catalogue.mechanisms
        if not m.get("matters") or matters & set(texts(m["matters"]))
    ]


def binds(catalogue: Catalogue, mechanism: dict[str, object], department: str) -> bool:
    """It lies within one that the mechanism has `between`."""
    return any(catalogue.is_within(department, one) for one in texts(mechanism["between"]))


def is_open(chain: Chain, step: Step) -> bool:
    """Asks others, has no time where another step has, and nobody agreed to answer by a day."""
    matter = chain.catalogue.matters[step.written_in]
    if step.kind not in ("consult", "countersign") or not step.department or step.days is not None:
        return False
    limits = matter.entry.get("time-limit", {})
    if 0 in [read_days(limits.get(key)) for key in ("promised", "statutory")]:
        return False
    answering = [
        m
        for m in mechanisms_for(chain.catalogue, {chain.matter.id, matter.id})
        if "answer-within" in m
    ]
    return any(other.days is not None for other in matter.steps) and not any(
        binds(chain.catalogue, m, asked)
        for m in answering
        for asked in (step.department, *step.partners)
    )
