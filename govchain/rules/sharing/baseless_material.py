from collections.abc import Iterator
from dataclasses import replace

from govchain.analysis.hits.forbidden_papers import cut_hit
from govchain.analysis.hits.naming import ended_facts, matter_named, need_named
from govchain.analysis.questions.recorded import BASIS
from govchain.analysis.questions.superfluous import is_banned, is_declared, is_read
from govchain.analysis.rule import Hit, chain_rule
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.compiler.expansion import ChainMaterial
from govchain.findings import Facts, Lever, Severity
from govchain.model.nouns import Matter


@chain_rule(
    "baseless-material",
    severity=Severity.WARNING,
    lever=Lever.CUT,
    message="no basis is written for {material}, although {matter} names one for other materials",
    variants={
        "complete": "no basis is written for {material}, and {matter} says that its bases are "
        "written in full",
        "ended": "{material} was asked for by {ended}, which is no longer in force",
    },
    remedy="write the provision that asks for {material}; if there is none, drop it, and where a "
    "step needs its data say first where that comes from instead",
)
def baseless_material(chain: Chain, catalogue: Catalogue) -> Iterator[Hit]:
    """A paper that no law is named for, in a matter that names the law of other papers."""
    with_basis = {
        id: _with_basis(catalogue.matters[id]) for id in {m.matter for m in chain.materials}
    }
    for material in chain.materials:
        matter = catalogue.matters[material.matter]
        others = with_basis[material.matter]
        is_complete = BASIS in matter.complete
        speaks = (bool(others) or is_complete) and not matter.doubtful
        if speaks and _is_baseless(material, chain):
            facts: Facts = {
                "material": material.written.name,
                "data": need_named(chain.registry, material.alternatives),
                "matter": matter_named(matter),
                "others": others,
                **ended_facts(material.written),
            }
            hit = cut_hit(material, chain, facts, _variant(material, is_complete))
            yield hit if is_complete else replace(hit, mend=None)  # an empty field is no saving


def _variant(material: ChainMaterial, is_complete: bool) -> str:
    if material.written.ended:
        return "ended"
    return "complete" if is_complete else ""


def _with_basis(matter: Matter) -> tuple[Facts, ...]:
    """The materials written in the matter that name their law; optional ones are not asked for."""
    return tuple(
        {"material": m.name, "basis": m.basis}
        for m in matter.materials
        if m.basis and not m.is_optional
    )


def _is_baseless(material: ChainMaterial, chain: Chain) -> bool:
    """Without basis, not banned anyway, and surely not what only the applicant knows."""
    if material.written.basis or is_declared(material, chain) or is_banned(material, chain):
        return False
    return is_read(material, chain)
