from collections.abc import Iterator

from govchain.analysis.hits.naming import matter_named
from govchain.analysis.questions.recorded import PLAN, is_recorded
from govchain.analysis.rule import Hit, Spot, registry_rule
from govchain.compiler.catalogue import Catalogue
from govchain.findings import Facts, Lever, Named, Severity, Topic
from govchain.model.nouns import Theme


@registry_rule(
    "theme-incomplete",
    severity=Severity.WARNING,
    lever=Lever.CLARIFY,
    message="the theme {theme} has no goals",
    remedy="agree on goals for {theme} that can be measured, each with its date, and on the way "
    "there, and write them as its goals and path",
    variants={
        "path": "the theme {theme} has goals, and it is not written how to reach them",
        "goals-path": "the theme {theme} has neither goals nor a path",
        "dates": "{undated} of {count} goals of the theme {theme} have no date",
        "dates-path": "{undated} of {count} goals of the theme {theme} have no date, and it is not "
        "written how to reach them",
    },
    topic=Topic.UNPLANNED_THEME,
)
def theme_incomplete(catalogue: Catalogue) -> Iterator[Hit]:
    """A theme that does not say what is to be reached, by when, or how."""
    is_told = is_recorded(PLAN, catalogue)
    for theme in catalogue.registry.themes.values() if is_told else ():
        undated = sum(goal.by is None for goal in theme.goals)
        lacking = [
            *(() if theme.goals else ("goals",)),
            *(("dates",) if undated else ()),
            *(() if theme.path else ("path",)),
        ]
        if lacking and not theme.doubtful:
            spot, facts = Spot(theme.id, theme.place), _facts(theme, undated, catalogue)
            yield Hit(spot, facts, variant="-".join(lacking))


def _facts(theme: Theme, undated: int, catalogue: Catalogue) -> Facts:
    return {
        "theme": Named(theme.id, theme.name),
        "matters": tuple(matter_named(catalogue.matters[id]) for id in theme.matters),
        "count": len(theme.goals),
        "undated": undated,
    }
