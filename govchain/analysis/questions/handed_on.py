"""Which office hands a case on to which, and how often: the hand-overs of semantics.md 1.12.

Steps that do not take place are passed through, case by case. Where people apply in between, they
carry the case on themselves: no office hands it on.
"""

from __future__ import annotations

from collections.abc import Iterator

from govchain.compiler.chain import Chain
from govchain.compiler.expansion import ChainStep
from govchain.compiler.handovers import is_handover


def handed_on(chain: Chain) -> Iterator[tuple[ChainStep, ChainStep, float]]:
    """Each step that follows one of another department next, after it, and in what part of the
    cases it does."""
    guards = [*(step.guard for step in chain.steps), *(paper.guard for paper in chain.materials)]
    cases = chain.scenarios.cases(guards)  # told apart as the figures of the chain tell them
    lanes = cases.lanes(1)
    places = {step.id: cases.when(step.guard) for step in chain.steps}
    for before, after, there in chain.order.next_edges(places):
        one, other = chain.step(before), chain.step(after)
        if is_handover(one, other):
            yield one, other, float(cases.mean(lanes.figures(lanes.row(there))))
