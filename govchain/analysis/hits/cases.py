"""The case in which a figure is worst, as the fact that proves it (semantics.md section 2)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from govchain.analysis.hits.naming import choice_facts
from govchain.compiler.chain import Chain
from govchain.compiler.expansion import ChainStep
from govchain.findings import Facts


def scenario_facts(case: Mapping[str, str], steps: Iterable[ChainStep], chain: Chain) -> Facts:
    """The case, as far as these steps depend on it; nothing where they always take place."""
    asked = {fact for step in steps for fact in step.guard.facts}
    chosen = tuple(
        choice_facts(chain, fact, option) for fact, option in case.items() if fact in asked
    )
    return {"scenario": chosen} if chosen else {}
