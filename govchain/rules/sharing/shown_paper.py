from collections.abc import Iterator

from govchain.analysis.hits.naming import data_named, departments_named, matter_named, need_named
from govchain.analysis.questions.superfluous import is_declared, is_read, why_superfluous_by_needs
from govchain.analysis.rule import Hit, chain_rule
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.compiler.expansion import ChainMaterial
from govchain.compiler.supply import SupplyState
from govchain.findings import Facts, Lever, Severity
from govchain.mends import NeedKey, TakeWord


@chain_rule(
    "shown-paper",
    severity=Severity.ADVICE,
    lever=Lever.CONVERT,
    message="people have to show {material} at the counter of {matter}, although {department} can "
    "see {data} without it",
    variants={
        "certificate": "people have to show {material} at the counter of {matter}, although there "
        "is an electronic certificate of it",
    },
    remedy="let {department} compare the person with the record of {data} (a check of the face or "
    "of the number) instead of having {material} shown",
    remedies={
        "certificate": "accept the electronic certificate of {certificates} instead of the paper",
    },
)
def shown_paper(chain: Chain, catalogue: Catalogue) -> Iterator[Hit]:
    """A paper is looked at and given back, although a certificate or a look-up would do."""
    for material in chain.materials if chain.is_described else ():
        certificates = _certificates(material, chain)
        if _is_only_shown(material, chain) and (
            certificates or why_superfluous_by_needs(material, chain)
        ):
            yield Hit(
                material,
                _facts(material, certificates, chain, catalogue),
                TakeWord(material.number, _carried(material, chain)),
                variant="certificate" if certificates else "",
            )


def _is_only_shown(material: ChainMaterial, chain: Chain) -> bool:
    """Shown, of data that was read, and not what only the applicant knows."""
    is_shown = material.is_shown and bool(material.alternatives)
    return is_shown and is_read(material, chain) and not is_declared(material, chain)


def _certificates(material: ChainMaterial, chain: Chain) -> tuple[str, ...]:
    """The alternatives, where there is an electronic certificate of each of them."""
    kept = {chain.data(data).stored_as for data in material.alternatives}
    return material.alternatives if kept == {"e-certificate"} else ()


def _carried(material: ChainMaterial, chain: Chain) -> tuple[NeedKey, ...]:
    """What nothing but the paper brings today, and the certificate will."""
    needs = chain.needs_met_by(material)
    return tuple(n.key for n in needs if chain.supply_of(n).state is SupplyState.CARRIED)


def _facts(
    material: ChainMaterial, certificates: tuple[str, ...], chain: Chain, catalogue: Catalogue
) -> Facts:
    registry = chain.registry
    offices = {chain.step(n.step).department or "" for n in chain.needs_met_by(material)}
    return {
        "material": material.written.name,
        "data": need_named(registry, material.alternatives),
        "certificates": tuple(data_named(registry, data) for data in certificates),
        "department": departments_named(registry, offices),
        "matter": matter_named(catalogue.matters[material.matter]),
    }
