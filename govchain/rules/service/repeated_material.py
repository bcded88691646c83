from collections.abc import Iterator

from govchain.analysis.hits.cases import most_alike_in_one_case, scenario_facts
from govchain.analysis.hits.naming import matter_named
from govchain.analysis.rule import Hit, Spot, chain_rule
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.compiler.expansion import ChainMaterial
from govchain.compiler.joining import MATERIALS, paper_sets
from govchain.findings import Fact, Facts, Lever, Severity
from govchain.mends import Join


@chain_rule(
    "repeated-material",
    severity=Severity.WARNING,
    lever=Lever.MERGE,
    message="{matter} asks for the same papers more than once: {repeated}",
    remedy="take in one set of papers for all of {matter} and hand it on to whom it concerns[[, "
    "and write it as joined (materials)]]",
)
def repeated_material(chain: Chain, catalogue: Catalogue) -> Iterator[Hit]:
    """The same paper is handed in again and again for one service (一套材料)."""
    is_known = chain.is_described and not chain.expansion.doubtful
    if not is_known or MATERIALS in chain.matter.joined:
        return
    repeated = [alike for alike in paper_sets(chain.expansion) if _can_meet(alike, chain)]
    if repeated:
        case, told = most_alike_in_one_case(repeated, chain)
        papers = [paper for alike in told for paper in alike]
        facts: Facts = {
            "matter": matter_named(chain.matter),
            "repeated": tuple(_asked_by(alike, catalogue) for alike in told),
            **scenario_facts(case, papers, chain),
        }
        yield Hit(Spot(chain.matter.id, chain.matter.place), facts, Join(MATERIALS))


def _can_meet(alike: list[ChainMaterial], chain: Chain) -> bool:
    """Two of the papers can be asked for in one case."""
    return any(
        chain.scenarios.is_possible(one.guard, other.guard)
        for position, one in enumerate(alike)
        for other in alike[position + 1 :]
    )


def _asked_by(alike: list[ChainMaterial], catalogue: Catalogue) -> Fact:
    """What it is called, by each that calls it otherwise, and who asks for it."""
    names = dict.fromkeys(paper.written.name for paper in alike)
    return {
        "material": " / ".join(names),
        "asked_by": tuple(matter_named(catalogue.matters[paper.matter]) for paper in alike),
    }
