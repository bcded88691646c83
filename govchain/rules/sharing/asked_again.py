from collections.abc import Iterator

from govchain.analysis.hits.papers import proposes_to_drop, superfluous_hits
from govchain.analysis.questions.superfluous import Superfluity
from govchain.analysis.rule import Hit, chain_rule
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.findings import Lever, Severity, Topic


@chain_rule(
    "asked-again",
    severity=Severity.WARNING,
    lever=Lever.CUT,
    topic=Topic.NEEDLESS_PAPER,
    message="{material} is asked for, although {data} already reaches {receivers} by sharing",
    remedy="drop {material} and let {department} look {data} up",
    remedies={
        "alternative": "no longer ask those who have {data} for {material}; let {department} "
        "look it up",
    },
    variants={
        "partly-held": "{material} is asked for, although {data} already reaches {receivers} by "
        "sharing and stands in the records that {keepers} can look into",
        "alternative": "those who have {data} are asked to bring it for {material}, although it "
        "already reaches {receivers} by sharing",
        "waived": "{material} is asked for, although {data} reaches {receivers} by sharing and "
        "{waived_by} waives it",
    },
    proposes=proposes_to_drop,
)
def asked_again(chain: Chain, catalogue: Catalogue) -> Iterator[Hit]:
    """The counter asks for a paper whose data the offices already receive by sharing."""
    yield from superfluous_hits(Superfluity.ASKED_AGAIN, chain)
