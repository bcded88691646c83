"""All that can be named on the command line, kind by kind."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from govchain.cli.desk.names import Shelf, in_both_languages
from govchain.cli.line.choices import NEVER, THRESHOLDS
from govchain.cli.terminal.wrong_use import ONE_OF
from govchain.findings import Lever
from govchain.language.fixed_words import LEVELS
from govchain.language.matter import MATTER
from govchain.language.registry import GOAL
from govchain.reporting.words import FAMILIES, LEVERS, ORDERS, SEVERITIES, noted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from govchain.compiler.catalogue import Catalogue
    from govchain.model.nouns import Department

_THRESHOLDS = {**SEVERITIES, NEVER: noted("never")}
_OF_THE_LEVEL = "级"
"""市级 is the level of a 市公安局."""


def matters_of(catalogue: Catalogue) -> Shelf:
    """Matters by name, each with its file."""
    matters = catalogue.matters
    return Shelf(
        matters,
        lambda id: (matters[id].name,),
        noted('no matter "{name}"'),
        noted("name a matter or its file; `govchain analyze --format json` lists all matters"),
        {id: matter.place.file for id, matter in matters.items()},
    )


def departments_of(catalogue: Catalogue) -> Shelf:
    """Departments by name, in full (with the word of their level before it or without) or short."""
    return departments_in(catalogue.registry.departments)


def departments_in(departments: Mapping[str, Department], hint: str = ONE_OF) -> Shelf:
    """The same of those that a registry has; `hint` is what to do where nothing comes near."""
    return Shelf(
        departments, lambda id: _names_of(departments[id]), noted('no department "{name}"'), hint
    )


def _names_of(department: Department) -> tuple[str, ...]:
    level = LEVELS.get(department.level or "", "").removesuffix(_OF_THE_LEVEL)
    own = tuple(dict.fromkeys((department.name, department.short_name)))
    return (*own, f"{level}{department.name}") if level else own


def data_of(catalogue: Catalogue) -> Shelf:
    data = catalogue.registry.data
    return Shelf(data, lambda id: (data[id].name,), noted('no data "{name}"'))


def themes_of(catalogue: Catalogue) -> Shelf:
    themes = catalogue.registry.themes
    return Shelf(themes, lambda id: (themes[id].name,), noted('no theme "{name}"'))


def levers() -> Shelf:
    return Shelf(
        [lever.value for lever in Lever],
        lambda id: in_both_languages(lambda spoken: spoken.word(LEVERS, id)),
        noted('no lever "{name}"'),
    )


def families() -> Shelf:
    from govchain.rules import discovery

    return Shelf(
        discovery.families(),
        lambda id: in_both_languages(lambda spoken: spoken.word(FAMILIES, id)),
        noted('no rule or family "{name}"'),
        noted("`govchain rules` lists all rules and families"),
    )


@cache
def rules() -> Shelf:
    """Rules by the titles of their pages."""
    from govchain.reporting.pages import page_beside
    from govchain.rules.discovery import modules_by_rule

    modules = modules_by_rule()
    return Shelf(
        modules,
        lambda id: in_both_languages(
            lambda spoken: page_beside(modules[id], spoken.language).title
        ),
        noted('no rule "{name}"'),
        noted("`govchain rules` lists all rules"),
    )


def lists_by_title() -> Shelf:
    """The lists by their titles."""
    from govchain.reporting import lists

    return Shelf(
        lists.names(),
        lambda id: in_both_languages(lambda spoken: spoken.say(lists.list_named(id).title)),
        noted('no list "{name}"'),
        noted("`govchain list` names all lists"),
    )


def orders() -> Shelf:
    """The orders of findings; what is saved also by the word that definitions have for it."""
    return Shelf(ORDERS, _names_of_order, noted('no order "{name}"'))


def _names_of_order(id: str) -> tuple[str, ...]:
    from govchain.compiler.metrics import GAIN_NAMES

    form = MATTER if id == "steps" else GOAL
    written = (form.keyword(id).chinese,) if id in GAIN_NAMES else ()
    return (*in_both_languages(lambda spoken: spoken.word(ORDERS, id)), *written)


def thresholds() -> Shelf:
    """The severities at which a check fails, and none."""
    return Shelf(
        THRESHOLDS,
        lambda id: in_both_languages(lambda spoken: spoken.word(_THRESHOLDS, id)),
        noted('no severity "{name}"'),
    )
