from collections.abc import Iterator

from govchain.analysis.hits.naming import department_named, matter_named
from govchain.analysis.questions.doubt import registry_is_known
from govchain.analysis.rule import Hit, Spot, chain_rule
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.findings import Facts, Lever, Severity
from govchain.model.nouns import Matter


@chain_rule(
    "matter-without-theme",
    severity=Severity.ADVICE,
    lever=Lever.CLARIFY,
    message="{matter} is a joint service and stands in no theme, so nobody has set goals for it",
    remedy="put {matter} under the theme that it belongs to, or write a theme of its own, with "
    "goals and the way there",
)
def matter_without_theme(chain: Chain, catalogue: Catalogue) -> Iterator[Hit]:
    """A joint service for which nobody has set goals, where others have theirs."""
    matter = chain.matter
    planned = catalogue.once(_planned)
    if planned and _is_joint(matter) and matter.id not in planned:
        facts: Facts = {
            "matter": matter_named(matter),
            "department": department_named(chain.registry, matter.department),
            "joined_in": tuple(
                matter_named(catalogue.matters[id])
                for id in dict.fromkeys(chain.expansion.calls.values())
            ),
        }
        yield Hit(Spot(matter.id, matter.place), facts)


def _is_joint(matter: Matter) -> bool:
    """It is declared as a joint service, or calls other matters."""
    return matter.type == "joint" or matter.is_joint


def _planned(catalogue: Catalogue) -> frozenset[str]:
    """The matters of all themes, and those they call; none where some of that may be lost."""
    themes = catalogue.registry.themes.values()
    named = dict.fromkeys(matter for theme in themes for matter in theme.matters)
    expansions = [catalogue.chains[matter].expansion for matter in named]
    if not registry_is_known(catalogue) or any(one.doubtful for one in expansions):
        return frozenset()
    return frozenset((*named, *(id for one in expansions for id in one.calls.values())))
