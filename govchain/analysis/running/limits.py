"""Where an answer was given up, it is said (semantics.md 1.13).

A chain whose questions went too far is not judged: nothing is claimed about it. Where a chain has
so many mends that not all of them were worked out, findings stand without what they save.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from govchain.analysis.rule import Rule
from govchain.analysis.running.proofs import declare
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.findings import Finding, Severity, Trouble
from govchain.mends import Mend, RunInParallel

SAID_BY = "bad-value"
"""The rule that says it: what is written is of a size that cannot be judged."""

MOST_MENDED = 300_000
"""Mends of a chain are worked out until the chains after them have so many steps, materials and
needs in all, once for what single findings save, and once for their sum."""

MOST_MENDED_OF_ALL = 500_000
"""Those of all chains together until they have so many, or `MOST_MENDED_FOR_EACH` for each step,
call and material that is written: what is mended in one matter is mended in its callers too."""

MOST_MENDED_FOR_EACH = 200


@dataclass(slots=True)
class Mending:
    """How much mending is left for each chain and for all, and how many mends of which chain were
    not worked out."""

    left_of_all: int
    left: dict[str, int] = field(default_factory=dict)
    missed: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, catalogue: Catalogue) -> Mending:
        """All that may be mended in the catalogue."""
        written = sum(catalogue.written.values())
        return cls(max(MOST_MENDED_OF_ALL, MOST_MENDED_FOR_EACH * written))

    def may_mend(self, chain: Chain, mend: Mend) -> bool:
        """Whether another mend of the chain is worked out; if not, that is counted.

        One that moves an edge alone makes nothing superfluous, and counts a third.
        """
        matter = chain.matter.id
        parts = len(chain.expansion.steps) + len(chain.materials) + len(chain.all_needs)
        cost = parts if isinstance(mend, RunInParallel) else 3 * parts
        self.left[matter] = left = self.left.get(matter, MOST_MENDED) - cost
        is_left = left >= 0 and cost <= self.left_of_all
        if is_left:
            self.left_of_all -= cost
        else:
            self.missed[matter] = self.missed.get(matter, 0) + 1
        return is_left


def limits_met(
    catalogue: Catalogue,
    rules: Iterable[Rule],
    matters: Collection[str],
    alone: Mapping[str, int],
    together: Mapping[str, int],
) -> Iterator[Finding]:
    """What is said of the matters that are not judged, and of those whose mends were not all
    worked out: `alone` for single findings, `together` for their sum."""
    rule = next((rule for rule in rules if rule.id == SAID_BY), None)
    if rule is None:
        return
    for id, matter in catalogue.matters.items():
        if id in matters:
            yield declare(
                Trouble(
                    SAID_BY,
                    "steps",
                    matter.place,
                    message="nothing is said about this matter: whether its guards cover one "
                    "another, who repeats whom, or where all its data comes from, would take too "
                    "long to find out",
                    remedy="let fewer facts and clauses decide together, let fewer steps need so "
                    "much data, or split the matter",
                    matter=id,
                ),
                rule,
                catalogue.settings.severity,
                catalogue.matters,
            )
        elif id in alone or id in together:
            facts = {"alone": alone.get(id, 0), "together": together.get(id, 0)}
            said = Trouble(
                SAID_BY,
                "steps",
                matter.place,
                message="so much can be mended here that not all of it was worked out: findings "
                "without what they save: {alone}; findings that are not in the sum: {together}",
                facts=facts,
                remedy="mend what is found first, then look again",
                matter=id,
            )
            found = declare(said, rule, catalogue.settings.severity, catalogue.matters)
            yield replace(found, severity=Severity.ADVICE)
