from collections.abc import Iterator

from govchain.analysis.hits.forbidden_papers import cut_hit
from govchain.analysis.hits.naming import data_named, matter_named, need_named
from govchain.analysis.rule import Hit, PaperAlternative, chain_rule
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.compiler.expansion import ChainMaterial
from govchain.findings import Facts, Lever, Severity, Topic


@chain_rule(
    "banned-material",
    severity=Severity.ERROR,
    lever=Lever.CUT,
    topic=Topic.NEEDLESS_PAPER,
    message="{matter} asks for {material}, which may no longer be asked for: {banned}",
    variants={
        "alternative": "{matter} accepts {data} for {material}, which may no longer be asked for: "
        "{banned}",
    },
    remedy="drop {material}; where a step needs its data, say first where that comes from instead",
    remedies={
        "alternative": "strike {data} from {material}; {alternatives} will do",
    },
)
def banned_material(chain: Chain, catalogue: Catalogue) -> Iterator[Hit]:
    """The counter asks for a proof that a rule forbids to ask for."""
    for material in chain.materials:
        banned = [data for data in material.alternatives if chain.data(data).banned]
        if banned and len(banned) == len(material.alternatives):
            yield cut_hit(material, chain, _facts(material, banned, chain, catalogue))
        else:
            for data in banned:
                facts = _facts(material, [data], chain, catalogue)
                yield Hit(PaperAlternative(material, data), facts, variant="alternative")


def _facts(material: ChainMaterial, banned: list[str], chain: Chain, catalogue: Catalogue) -> Facts:
    others = [data for data in material.alternatives if data not in banned]
    return {
        "material": material.written.name,
        "data": need_named(chain.registry, banned),
        "alternatives": tuple(data_named(chain.registry, data) for data in others),
        "matter": matter_named(catalogue.matters[material.matter]),
        "banned": tuple(dict.fromkeys(chain.data(data).banned for data in banned)),
        "basis": material.written.basis,
    }
