from collections.abc import Iterator

from govchain.analysis.hits.naming import department_named, matter_named
from govchain.analysis.questions.timing import is_longer
from govchain.analysis.rule import Hit, Spot, chain_rule
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.findings import Facts, Lever, Named, Severity
from govchain.model.duration import TICKS_PER_DAY
from govchain.model.figures import in_full
from govchain.model.nouns import Goal, Theme


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
    for theme in _themes_of(chain.matter.id, catalogue):
        missed = tuple(
            shortfall
            for goal in theme.goals
            if goal.by is not None and goal.by < catalogue.date and not goal.is_of_some_places
            for shortfall in _missed(goal, chain)
        )
        if missed and not chain.is_doubtful:
            facts: Facts = {
                "matter": matter_named(chain.matter),
                "department": department_named(chain.registry, chain.matter.department),
                "theme": Named(theme.id, theme.name),
                "missed": missed,
                **({"sources": theme.sources} if theme.sources else {}),
            }
            yield Hit(Spot(theme.id, chain.matter.place), facts)


def _themes_of(matter: str, catalogue: Catalogue) -> list[Theme]:
    """The themes it stands in that are held to their goals and could be read in full."""
    themes = catalogue.once(_themes_by_matter).get(matter, [])
    return [theme for theme in themes if theme.is_held_to_its_goals and not theme.doubtful]


def _themes_by_matter(catalogue: Catalogue) -> dict[str, list[Theme]]:
    found: dict[str, list[Theme]] = {}
    for theme in catalogue.registry.themes.values():
        for matter in dict.fromkeys(theme.matters):
            found.setdefault(matter, []).append(theme)
    return found


def _missed(goal: Goal, chain: Chain) -> Iterator[Facts]:
    """What is more than the goal, or less satisfaction: the figure today, and the goal."""
    ticks, visits, materials, _ = chain.measure.gains[0]
    by = goal.by.isoformat() if goal.by else None
    if goal.visits is not None and visits > goal.visits:
        yield {"figure": "visits", "today": visits, "goal": goal.visits, "by": by}
    if goal.materials is not None and materials > goal.materials:
        yield {"figure": "materials", "today": materials, "goal": goal.materials, "by": by}
    if goal.days is not None and is_longer(ticks, goal.days, chain):
        taken = ticks / TICKS_PER_DAY
        yield {"figure": "days", "today": taken, "goal": goal.days.days, "by": by}
    satisfied = chain.matter.satisfaction
    if goal.satisfaction is not None and satisfied is not None and satisfied < goal.satisfaction:
        today, wanted = in_full(satisfied), in_full(goal.satisfaction)
        yield {"figure": "satisfaction", "today": today, "goal": wanted, "by": by}
