from collections.abc import Iterator

from govchain.analysis.hits.naming import data_named, department_named
from govchain.analysis.questions.recorded import LAW_OF_DATA, is_recorded
from govchain.analysis.rule import Hit, Spot, registry_rule
from govchain.compiler.catalogue import Catalogue
from govchain.findings import Lever, Severity


@registry_rule(
    "restricted-without-basis",
    severity=Severity.ERROR,
    lever=Lever.CLARIFY,
    message="{data} is kept from sharing, but no law is named that forbids to share it",
    remedy="name the law, administrative regulation or State Council decision that forbids to "
    "share {data}; if there is none, share it, with conditions where they are needed",
)
def restricted_without_basis(catalogue: Catalogue) -> Iterator[Hit]:
    """Data is withheld from other departments, and no law is named for it."""
    registry = catalogue.registry
    is_told = is_recorded(LAW_OF_DATA, catalogue)
    for data in registry.data.values() if is_told else ():
        if data.sharing == "restricted" and not data.basis and not data.doubtful:
            facts = {
                "data": data_named(registry, data.id),
                "holder": department_named(registry, data.holder),
            }
            yield Hit(Spot(data.id, data.place), facts)
