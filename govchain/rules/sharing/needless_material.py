from collections.abc import Iterator

from govchain.analysis.hits.naming import matter_named, need_named
from govchain.analysis.hits.papers import proposes_to_drop
from govchain.analysis.questions.superfluous import Superfluity, is_banned, is_read, why_superfluous
from govchain.analysis.rule import Hit, chain_rule
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.compiler.expansion import ChainMaterial
from govchain.findings import Lever, Severity, Topic
from govchain.mends import DropMaterial


@chain_rule(
    "needless-material",
    severity=Severity.WARNING,
    lever=Lever.CUT,
    topic=Topic.NEEDLESS_PAPER,
    message="{material} is asked for in {matter}, but no step uses it",
    remedy="drop {material}; if a step does use it, [[write its data under the checks or needs "
    "of that step|say what for]]",
    proposes=proposes_to_drop,
)
def needless_material(chain: Chain, catalogue: Catalogue) -> Iterator[Hit]:
    """The counter asks for a paper that no step needs in any case where it is asked for."""
    if chain.is_doubtful:
        return
    for material in chain.materials:
        if _is_needless(material, chain) and not is_banned(material, chain):
            facts = {
                "material": material.written.name,
                "data": need_named(chain.registry, material.alternatives),
                "matter": matter_named(chain.matter),
            }
            yield Hit(material, facts, DropMaterial(material.number))


def _is_needless(material: ChainMaterial, chain: Chain) -> bool:
    return is_read(material, chain) and why_superfluous(material, chain) is Superfluity.NEEDLESS
