"""The parts of a joint chain: a matter that it calls, as a whole, and what steps it has itself.

People know a joint service (一件事) by the matters it is made of; pictures, trees and the numbers
of findings go by them. Which part something stands in, its number, its name and its figures are
asked here.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from govchain.compiler.chain import Chain
from govchain.compiler.expansion import ChainMaterial, ChainStep
from govchain.compiler.metrics import Measure, Metrics


@dataclass(frozen=True, slots=True)
class Part:
    """What a chain handles as one: a matter that it calls, or the steps of its own.

    `number` counts the calls from 1 in the order in which their first steps stand in the chain;
    0 are the steps of its own, whose `call` is empty. What a called matter calls in turn belongs
    to its part; `matter` is the id of the called matter, of own steps that of the chain's. `name`
    is what the joint matter calls the call, else the name of the called matter, else its id; it is
    empty for own steps, which are known by theirs.
    """

    number: int
    call: str
    matter: str
    name: str
    steps: tuple[ChainStep, ...]
    materials: tuple[ChainMaterial, ...]


def parts_of(chain: Chain) -> tuple[Part, ...]:
    """The parts by number; steps of its own make one where there are any. Ask by `chain.once`."""
    calls = chain.expansion.calls
    steps: dict[str, list[ChainStep]] = {"": []}
    for step in chain.steps:
        steps.setdefault(call_of(step.id, chain), []).append(step)
    for call in calls:  # a matter whose steps are not written is a part too
        steps.setdefault(call_of(call, chain), [])
    papers: dict[str, list[ChainMaterial]] = {}
    for paper in chain.materials:
        papers.setdefault(call_of(paper.origin, chain), []).append(paper)
    return tuple(
        Part(
            number,
            call,
            calls.get(call, chain.matter.id),
            _name_of(call, chain),
            tuple(found),
            tuple(papers.get(call, ())),
        )
        for number, (call, found) in enumerate(steps.items())
        if call or found or papers.get("")
    )


def _name_of(call: str, chain: Chain) -> str:
    return chain.expansion.call_names.get(call) or chain.expansion.calls.get(call, "")


def call_of(id: str, chain: Chain) -> str:
    """The call by which a step, another call, or what stands at a way such as `a/`, came, or that
    call itself; empty: the chain's own."""
    call, slash, _ = id.partition("/")
    return call if slash or call in chain.expansion.calls else ""


def came_by(id: str, calls: Collection[str]) -> bool:
    """Whether a step came by one of the calls, each written as the way to it: `outer/inner`."""
    return any(id.startswith(f"{call}/") for call in calls)


def part_at(id: str, chain: Chain) -> Part | None:
    """The part that a step, a call, or the way of a paper belongs to; None where there is none, as
    of a chain without steps and papers of its own."""
    return chain.once(_parts_by_call).get(call_of(id, chain))


def number_at(id: str, chain: Chain) -> int:
    """The number of that part."""
    part = part_at(id, chain)
    return part.number if part else 0


def _parts_by_call(chain: Chain) -> dict[str, Part]:
    return {part.call: part for part in chain.once(parts_of)}


def figures_of_part(part: Part, chain: Chain) -> Metrics:
    """The figures of the part alone, as its steps stand in the chain: what is joined is joined."""
    measure = Measure(part.steps, part.materials, chain.scenarios, chain.schedule)
    return measure.metrics(chain.order)
