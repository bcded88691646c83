from collections.abc import Iterator

from govchain.analysis.hits.naming import department_named, matter_named
from govchain.analysis.questions.goals import shortfalls, themes_of
from govchain.analysis.rule import Hit, Spot, chain_rule
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.findings import Facts, Lever, Named, Severity
from govchain.model.nouns import Theme


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
    if chain.is_doubtful:
        return
    for theme in themes_of(chain.matter.id, catalogue):
        missed = tuple(_missed(theme, chain, catalogue))
        if missed and theme.is_held_to_its_goals and not theme.doubtful:
            facts: Facts = {
                "matter": matter_named(chain.matter),
                "department": department_named(chain.registry, chain.matter.department),
                "theme": Named(theme.id, theme.name),
                "missed": missed,
                **({"sources": theme.sources} if theme.sources else {}),
            }
            yield Hit(Spot(theme.id, chain.matter.place), facts)


def _missed(theme: Theme, chain: Chain, catalogue: Catalogue) -> Iterator[Facts]:
    """What is not reached of the goals that are due, and of all places."""
    for goal in theme.goals:
        is_due = goal.by is not None and goal.by < catalogue.date
        if is_due and not goal.is_of_some_places:
            yield from shortfalls(goal, chain, catalogue)
