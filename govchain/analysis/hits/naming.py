"""Facts that name things of the catalogue: the id for programs, the name for people.

What the registry names is named once: thousands of findings speak of the same few things.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from govchain.compiler.chain import Chain
from govchain.compiler.expansion import ChainStep, Item
from govchain.compiler.sharing import Flow
from govchain.compiler.supply import TriedLink, first_tried
from govchain.findings import Fact, Facts, Named
from govchain.model.nouns import (
    APPLICANT,
    Criterion,
    Fee,
    Link,
    Material,
    Matter,
    Provision,
    Registry,
    Step,
)


def data_named(registry: Registry, id: str) -> Named:
    return registry.once(_data_named, id)


def _data_named(registry: Registry, id: str) -> Named:
    known = registry.data.get(id)
    return Named(id, known.name if known else id)


def need_named(registry: Registry, alternatives: Iterable[str]) -> Fact:
    """The one data, or the alternatives of which one is enough."""
    named = tuple(data_named(registry, id) for id in alternatives)
    return named[0] if len(named) == 1 else named


def criterion_named(registry: Registry, id: str) -> Named:
    return registry.once(_criterion_named, id)


def _criterion_named(registry: Registry, id: str) -> Named:
    known = registry.criteria.get(id)
    return Named(id, known.name if known else id)


def department_named(registry: Registry, id: str | None) -> Named:
    return registry.once(_department_named, id or "")


def _department_named(registry: Registry, id: str) -> Named:
    known = registry.departments.get(id)
    return Named(id, known.name if known else id)


def departments_named(registry: Registry, ids: Iterable[str]) -> tuple[Named, ...]:
    """Departments in the order of their ids; the applicant is none."""
    return registry.once(_departments_named, frozenset(ids))


def _departments_named(registry: Registry, ids: frozenset[str]) -> tuple[Named, ...]:
    return tuple(department_named(registry, id) for id in sorted(ids) if id != APPLICANT)


def ended_facts(*entries: Matter | Step | Material | Criterion | Fee) -> Facts:
    """What they rested on that is no longer in force, until when, and what ended it."""
    ended = tuple(_ended(text) for entry in entries for text in entry.ended)
    return {"ended": ended} if ended else {}


def _ended(text: str) -> Facts:
    until = text.until if isinstance(text, Provision) else None
    repealed_by = text.repealed_by if isinstance(text, Provision) else None
    facts = {"provision": str(text), "until": until and until.isoformat()}
    return {name: fact for name, fact in (facts | {"repealed_by": repealed_by}).items() if fact}


def matter_named(matter: Matter) -> Named:
    return Named(matter.id, matter.name)


def step_named(chain: Chain, id: str) -> Named:
    step = chain.step(id)
    within = "" if step.matter.id == chain.matter.id else step.matter.name
    return Named(id, step.name, step.kind, within)


def step_facts(step: ChainStep, chain: Chain) -> Facts:
    """The step, who answers for it, and the matter it is written in."""
    return {
        "step": step_named(chain, step.id),
        "department": department_named(chain.registry, step.department),
        "matter": matter_named(step.matter),
    }


def written_steps_named(steps: Iterable[Step]) -> tuple[Named, ...]:
    """Steps as they are written in one matter."""
    return tuple(Named(step.id, step.name, step.kind) for step in steps)


def item_named(chain: Chain, item: Item) -> Named:
    """A step, or a call by the name that it has."""
    if item.inner is None and chain.has_step(item.id):
        return step_named(chain, item.id)
    return Named(item.id, item.name)


def choice_facts(chain: Chain, fact: str, option: str) -> Facts:
    """A fact of the case and the option that is chosen; of alternatives by their names."""
    known = chain.scenarios.fact(fact)
    if not known.is_of_alternatives:
        return {"fact": fact, "option": option}
    names = [data_named(chain.registry, id).name for id in known.options]
    return {"fact": Named(fact, " / ".join(names)), "option": data_named(chain.registry, option)}


def hop_named(registry: Registry, flow: Flow) -> Named:
    """The link of a hop: its subject, and what people call it: 婚姻登记信息: 民政局 → 公安局."""
    return registry.once(_hop_named, flow)


def _hop_named(registry: Registry, flow: Flow) -> Named:
    ends = " → ".join(department_named(registry, end).name for end in (flow.source, flow.target))
    return Named(flow.link.subject, f"{data_named(registry, flow.link.data).name}: {ends}")


MOST_TARGETS = 20
"""How many receivers the name of a link lists."""


def link_named(registry: Registry, link: Link) -> Named:
    """The link as a whole: its subject, and its data and departments by name."""
    return registry.once(_link_named, link)


def _link_named(registry: Registry, link: Link) -> Named:
    targets = [department_named(registry, id).name for id in link.to[:MOST_TARGETS]]
    targets += ["…"] if len(link.to) > MOST_TARGETS else []
    ends = [department_named(registry, id).name for id in (link.source, link.via) if id]
    name = f"{data_named(registry, link.data).name}: {' → '.join([*ends, '、'.join(targets)])}"
    return Named(link.subject, name)


def tried_facts(registry: Registry, tried: Sequence[TriedLink]) -> Fact:
    """Links that were looked at, and why they are not usable."""
    first, more = first_tried(tried)
    told: tuple[Fact, ...] = tuple(registry.once(_tried_facts, link) for link in first)
    return (*told, {"more": more}) if more else told


def _tried_facts(registry: Registry, tried: TriedLink) -> Facts:
    return {"link": link_named(registry, tried.link), "why": tried.shortcomings}
