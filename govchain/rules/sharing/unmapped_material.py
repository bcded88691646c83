from collections.abc import Iterator

from govchain.analysis.hits.naming import matter_named
from govchain.analysis.questions.recorded import PAPER_DATA, is_recorded
from govchain.analysis.rule import Hit, chain_rule
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.findings import Facts, Lever, Severity


@chain_rule(
    "unmapped-material",
    severity=Severity.ADVICE,
    lever=Lever.CLARIFY,
    message="no data is written for {material} in {matter}, so nobody can see which step uses it "
    "or which department could supply it",
    remedy="write the data that {material} brings and who holds it; if no step uses it, drop it",
)
def unmapped_material(chain: Chain, catalogue: Catalogue) -> Iterator[Hit]:
    """The counter asks for a paper that is not traced back to any data."""
    for material in chain.materials if is_recorded(PAPER_DATA, catalogue) else ():
        if not material.alternatives:
            matter = catalogue.matters[material.matter]
            facts: Facts = {
                "material": material.written.name,
                "matter": matter_named(matter),
                "basis": material.written.basis,
            }
            yield Hit(material, facts)
