from collections.abc import Iterator

from govchain.analysis.cuts import cut_hit
from govchain.analysis.naming import matter_named, need_named
from govchain.analysis.rule import Hit, chain_rule
from govchain.analysis.superfluous import is_banned, is_declared, is_read
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.compiler.expansion import ChainMaterial
from govchain.findings import Facts, Lever, Severity
from govchain.model.nouns import Material, Matter


@chain_rule(
    "baseless-material",
    severity=Severity.WARNING,
    lever=Lever.CUT,
    message="no basis is written for {material}, although {matter} names one for other materials",
    remedy="write the provision that asks for {material}; if there is none, drop it, and where a "
    "step needs its data say first where that comes from instead",
)
def baseless_material(chain: Chain, catalogue: Catalogue) -> Iterator[Hit]:
    """A paper that no law is named for, in a matter that names the law of other papers."""
    for material in chain.materials:
        matter = catalogue.matters[material.matter]
        others = _with_basis(matter)
        if others and _is_baseless(material, chain) and not matter.doubtful:
            facts: Facts = {
                "material": material.written.name,
                "data": need_named(chain.registry, material.alternatives),
                "matter": matter_named(matter),
                "others": tuple({"material": o.name, "basis": o.basis} for o in others),
            }
            yield cut_hit(material, chain, facts)


def _with_basis(matter: Matter) -> tuple[Material, ...]:
    """The materials written in the matter that name their law; optional ones are not asked for."""
    return tuple(m for m in matter.materials if m.basis and not m.is_optional)


def _is_baseless(material: ChainMaterial, chain: Chain) -> bool:
    """Without basis, not banned anyway, and surely not what only the applicant knows."""
    if material.written.basis or is_declared(material, chain) or is_banned(material, chain):
        return False
    return is_read(material, chain)
