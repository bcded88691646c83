from collections.abc import Iterator

from govchain.analysis.hits.naming import data_named, step_named
from govchain.analysis.questions.requirements import circles_of, requirements_in, requirements_of
from govchain.analysis.rule import Hit, Spot, catalogue_rule
from govchain.compiler.catalogue import Catalogue
from govchain.findings import Lever, Severity


@catalogue_rule(
    "own-product",
    severity=Severity.ERROR,
    lever=Lever.RESEQUENCE,
    asks=(requirements_in,),
    message="{step} produces {data}, yet {data} is required before it",
    remedy="drop the requirement of {data}; if only a renewal needs it, limit it to that case "
    "with a fact",
)
def own_product(catalogue: Catalogue) -> Iterator[Hit]:
    """Somebody must bring what only this step makes, before it makes it."""
    requirements = requirements_of(catalogue)
    in_circles = {data for circle in circles_of(requirements) for data in circle}
    for requirement in requirements:
        is_own = requirement.made == requirement.required and requirement.made not in in_circles
        if is_own and requirement.burdens_applicant:
            producer = requirement.producer
            chain = catalogue.chains[producer.matter]
            step = chain.step(producer.step)
            facts = {
                "data": data_named(catalogue.registry, requirement.made),
                "step": step_named(chain, producer.step),
                "needed_at": step_named(chain, requirement.needed_at),
            }
            yield Hit(Spot(requirement.made, step.place, step.id), facts, matter=producer.matter)
