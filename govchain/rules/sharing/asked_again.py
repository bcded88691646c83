from collections.abc import Iterator

from govchain.analysis.papers import superfluous_hits
from govchain.analysis.rule import Hit, chain_rule
from govchain.analysis.superfluous import Superfluity
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.findings import Lever, Severity


@chain_rule(
    "asked-again",
    severity=Severity.WARNING,
    lever=Lever.CUT,
    message="{material} is asked for, although {department} already receives {data} by sharing",
    remedy="drop {material} and let {department} query {data}",
    remedies={
        "alternative": "no longer ask those who have {data} for {material}; let {department} "
        "query it",
    },
    variants={
        "alternative": "those who have {data} are asked to bring it for {material}, although "
        "{department} already receives it by sharing",
        "waived": "{material} is asked for, although {department} receives {data} by sharing and "
        "{waived_by} waives it",
    },
)
def asked_again(chain: Chain, catalogue: Catalogue) -> Iterator[Hit]:
    """The counter asks for a paper whose data the offices already receive by sharing."""
    yield from superfluous_hits(Superfluity.ASKED_AGAIN, chain)
