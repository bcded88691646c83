"""The rules that look at all matters together: at the registry, and what chains contribute."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial

from govchain.analysis.running.bundles import Judge, Judged, claimed, crashed_of, try_to_prove
from govchain.analysis.running.inheritance import standing_in_callers
from govchain.analysis.running.proofs import Proof
from govchain.findings import Finding


def judged_at_large(judge: Judge, unjudged: Collection[str], *, with_registry: bool) -> Judged:
    """What is found on no chain, `with_registry` what is of no matter too; `unjudged` are the
    matters of which nothing is claimed."""
    catalogue, silencing = judge.catalogue, judge.silencing
    proofs: list[Proof] = []
    faults: list[Finding] = []
    for rule in judge.rules:
        is_asked = with_registry or not rule.is_of_registry
        if rule.judge_catalogue is not None and is_asked:
            ask = partial(rule.judge_catalogue, catalogue)
            try_to_prove(rule, ask, catalogue, None, proofs, faults)
    found = [proof.finding for proof in claimed(proofs, unjudged)]
    spoken = [s for f in found if judge.is_wanted(s := standing_in_callers(f, catalogue))]
    return Judged(
        told=tuple(finding for finding in spoken if not silencing.is_silenced(finding)),
        silenced=tuple(finding for finding in spoken if silencing.is_silenced(finding)),
        allowing=silencing.all_allowing(found),
        faults=tuple(faults),
        crashed=crashed_of(faults),
    )
