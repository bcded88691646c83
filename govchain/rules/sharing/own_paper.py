from collections.abc import Iterator

from govchain.analysis.hits.papers import proposes_to_drop, superfluous_hits
from govchain.analysis.questions.superfluous import Superfluity
from govchain.analysis.rule import Hit, chain_rule
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.findings import Lever, Severity, Topic


@chain_rule(
    "own-paper",
    severity=Severity.WARNING,
    lever=Lever.CUT,
    topic=Topic.NEEDLESS_PAPER,
    message="{material} is asked for, although {data} stands in the records that {department} "
    "can look into",
    remedy="drop {material} and let {department} look {data} up",
    remedies={
        "alternative": "no longer ask those who have {data} for {material}; let {department} "
        "look it up",
    },
    variants={
        "alternative": "those who have {data} are asked to bring it for {material}, although it "
        "stands in the records that {department} can look into",
        "waived": "{material} is asked for, although {data} stands in the records that "
        "{department} can look into and {waived_by} waives it",
    },
    proposes=proposes_to_drop,
)
def own_paper(chain: Chain, catalogue: Catalogue) -> Iterator[Hit]:
    """The counter asks for a paper that its own department issued."""
    yield from superfluous_hits(Superfluity.OWN_PAPER, chain)
