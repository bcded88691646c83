"""The parts of a joint chain: a matter that it calls, as a whole, and what steps it has itself.

People know a joint service (一件事) by the matters it is made of; pictures, trees and the numbers
of findings go by them.
"""

from __future__ import annotations

from dataclasses import dataclass

from govchain.compiler.chain import Chain
from govchain.compiler.expansion import ChainMaterial, ChainStep
from govchain.compiler.metrics import Measure, Metrics


@dataclass(frozen=True, slots=True)
class Part:
    """What a chain handles as one: a matter that it calls, or the steps of its own.

    `number` counts the calls from 1 in the order in which their first steps stand in the chain;
    0 are the steps of its own, whose `call` is empty. What a called matter calls in turn belongs
    to its part; `matter` is the id of the called matter, of own steps that of the chain's.
    """

    number: int
    call: str
    matter: str
    steps: tuple[ChainStep, ...]
    materials: tuple[ChainMaterial, ...]


def parts_of(chain: Chain) -> tuple[Part, ...]:
    """The parts by number; steps of its own make one where there are any. Ask by `chain.once`."""
    calls = chain.expansion.calls
    steps: dict[str, list[ChainStep]] = {"": []}
    for step in chain.steps:
        steps.setdefault(call_of(step.id), []).append(step)
    for call in calls:  # a matter whose steps are not written is a part too
        steps.setdefault(call.partition("/")[0], [])
    papers: dict[str, list[ChainMaterial]] = {}
    for paper in chain.materials:
        papers.setdefault(call_of(paper.origin), []).append(paper)
    return tuple(
        Part(
            number,
            call,
            calls.get(call, chain.matter.id),
            tuple(found),
            tuple(papers.get(call, ())),
        )
        for number, (call, found) in enumerate(steps.items())
        if call or found or papers.get("")
    )


def call_of(id: str) -> str:
    """The call by which a step, or what stands at a way such as `a/`, came; empty: its own."""
    return id.partition("/")[0] if "/" in id else ""


def metrics_of(part: Part, chain: Chain) -> Metrics:
    """The figures of the part alone, as its steps stand in the chain: what is joined is joined."""
    measure = Measure(part.steps, part.materials, chain.scenarios, chain.schedule)
    return measure.metrics(chain.order)
