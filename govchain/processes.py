"""Bundles judged by several processes, each a copy of this one that has read and compiled all.

Where not all of them come to their end, the bundles are judged here, as they are without any. The
answer is the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from govchain.analysis.running.bundles import Bundle, Judge, Judged
from govchain.analysis.running.judging import one_after_another
from govchain.analysis.running.limits import Mending
from govchain.copies import handed_over, processors


@dataclass(frozen=True, slots=True)
class Share:
    """What one process found out: of its bundles, and what it leaves of what all may spend."""

    judged: Sequence[Judged]
    contributions: Sequence[Mapping[str, Any]]
    """What the chains answered, question by question in the order of the judge."""
    alone: Mending
    together: Mending


def judged_by(jobs: int, judge: Judge, bundles: Sequence[Bundle]) -> list[Judged]:
    """All that is found on the chains of the bundles; the judge then knows what they contribute.

    More processes than there are processors are not made.
    """
    jobs = min(jobs, processors())
    shares = _shares(jobs, judge, bundles) if jobs > 1 and len(bundles) > 1 else []
    if not shares or not _is_within_limits(judge, shares):
        return one_after_another(judge, bundles)
    for share in shares:
        for question, known in zip(judge.questions, share.contributions, strict=True):
            judge.catalogue.know(question, known)
        judge.alone.missed.update(share.alone.missed)
        judge.together.missed.update(share.together.missed)
    return [judged for share in shares for judged in share.judged]


def _is_within_limits(judge: Judge, shares: Sequence[Share]) -> bool:
    """What all processes spent together is what one may spend: else it counts who comes first."""
    alone = sum(judge.alone.left_of_all - share.alone.left_of_all for share in shares)
    together = sum(judge.together.left_of_all - share.together.left_of_all for share in shares)
    return alone <= judge.alone.left_of_all and together <= judge.together.left_of_all


def _shares(jobs: int, judge: Judge, bundles: Sequence[Bundle]) -> list[Share]:
    """The share of each process; none where not all came to their end."""
    parts = [[part] for part in parts_of(jobs, judge, bundles)]
    with handed_over(partial(_share, judge), parts) as handed:
        shares = dict(handed)
    return [shares[n] for n in range(len(parts))] if len(shares) == len(parts) else []


def parts_of(jobs: int, judge: Judge, bundles: Sequence[Bundle]) -> list[list[Bundle]]:
    """The bundles, in as many parts as there are processes, about equally long to judge."""
    chains = judge.catalogue.chains

    def weight(bundle: Bundle) -> int:
        return sum(len(chains[matter].expansion.steps) for matter in bundle)

    parts: list[tuple[int, int, list[Bundle]]] = [(0, n, []) for n in range(jobs)]
    for bundle in sorted(bundles, key=weight, reverse=True):
        weighed, number, part = min(parts, key=lambda one: one[:2])
        part.append(bundle)
        parts[number] = (weighed + weight(bundle), number, part)
    return [part for _, _, part in parts if part]


def _share(judge: Judge, bundles: Sequence[Bundle]) -> Share:
    """What it finds out."""
    judged = [judge.judged(bundle) for bundle in bundles]
    own = {matter for bundle in bundles for matter in bundle}
    contributions = [
        {id: value for id, value in judge.catalogue.known(question).items() if id in own}
        for question in judge.questions
    ]
    return Share(judged, contributions, judge.alone, judge.together)
