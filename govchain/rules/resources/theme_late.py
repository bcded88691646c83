from collections.abc import Iterator

from govchain.analysis.hits.naming import department_named, matter_named
from govchain.analysis.questions.goals import standings_in, themes_of
from govchain.analysis.rule import Hit, Spot, chain_rule
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.findings import Facts, Lever, Named, Severity


@chain_rule(
    "theme-late",
    severity=Severity.WARNING,
    lever=Lever.CLARIFY,
    message="{matter} is behind the goals of the theme {theme}: {missed}",
    remedy="look at what {matter} still asks for, or, where the goal cannot be reached, agree on "
    "another with its date",
)
def theme_late(chain: Chain, catalogue: Catalogue) -> Iterator[Hit]:
    """What a theme was to reach by now is not reached."""
    standings = standings_in(chain, catalogue)
    for theme in themes_of(chain.matter.id, catalogue):
        late = (standing for standing in standings[theme.id] if standing.is_late)
        if missed := tuple(short for standing in late for short in standing.shortfalls):
            facts: Facts = {
                "matter": matter_named(chain.matter),
                "department": department_named(chain.registry, chain.matter.department),
                "theme": Named(theme.id, theme.name),
                "missed": missed,
                **({"sources": theme.sources} if theme.sources else {}),
            }
            yield Hit(Spot(theme.id, chain.matter.place), facts)
