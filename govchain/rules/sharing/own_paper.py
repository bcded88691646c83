from collections.abc import Iterator

from govchain.analysis.papers import paper_hit
from govchain.analysis.rule import Hit, chain_rule
from govchain.analysis.superfluous import Standing, standing_of
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.findings import Lever, Severity


@chain_rule(
    "own-paper",
    severity=Severity.WARNING,
    lever=Lever.CUT,
    message="{material} is asked for, although {data} stands in the records that {department} "
    "can look into",
    remedy="drop {material} and let {department} look {data} up",
    variants={
        "waived": "{material} is asked for, although {data} stands in the records that "
        "{department} can look into and {waived_by} waives it",
    },
)
def own_paper(chain: Chain, catalogue: Catalogue) -> Iterator[Hit]:
    """The counter asks for a paper that its own department issued."""
    for material in chain.materials:
        if standing_of(material, chain) is Standing.OWN_PAPER:
            yield paper_hit(material, chain)
