from collections.abc import Iterator

from govchain.analysis.cuts import cut_hit
from govchain.analysis.naming import matter_named, need_named
from govchain.analysis.rule import Hit, chain_rule
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.findings import Lever, Severity


@chain_rule(
    "banned-material",
    severity=Severity.ERROR,
    lever=Lever.CUT,
    message="{matter} asks for {material}, which may no longer be asked for: {banned}",
    remedy="drop {material}; where a step needs its data, say first where that comes from instead",
)
def banned_material(chain: Chain, catalogue: Catalogue) -> Iterator[Hit]:
    """The counter asks for a proof that a rule forbids to ask for."""
    for material in chain.materials:
        banned = [chain.data(id) for id in material.alternatives if chain.data(id).banned]
        if banned:
            matter = catalogue.matters[material.matter]
            facts = {
                "material": material.written.name,
                "data": need_named(chain.registry, [data.id for data in banned]),
                "matter": matter_named(matter),
                "banned": tuple(dict.fromkeys(data.banned for data in banned)),
                "basis": material.written.basis,
            }
            yield cut_hit(material, chain, facts)
