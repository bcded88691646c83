"""What a list tells of: which matters of how many, for whom, as of when."""

from __future__ import annotations

from govchain.analysis.hits.naming import departments_named, matter_named
from govchain.model.figures import figure
from govchain.reporting.filling import name_of
from govchain.reporting.report import Report
from govchain.reporting.words import Words

_MOST_NAMED = 5
"""Of more matters than so many only the number is told."""


def coverage_in_words(report: Report, spoken: Words) -> str:
    """All matters of the catalogue or some, whose part in them was asked for, of which date."""
    catalogue = report.catalogue
    told, whole = report.told_matters, len(catalogue.matters)
    if report.matters is None:
        matters = spoken.say("all {n} matters", n=figure(whole))
    else:
        matters = spoken.say("{n} of {whole} matters", n=figure(len(told)), whole=figure(whole))
        if 0 < len(told) <= _MOST_NAMED:
            names = [name_of(matter_named(matter), spoken) for matter in told]
            matters = spoken.told_apart([matters, *names])
    parts = [spoken.say("As of {date}", date=catalogue.date.isoformat()), matters]
    if report.themes:
        themes = [catalogue.registry.themes[id].name for id in report.themes]
        parts.append(spoken.say("themes: {names}", names=spoken.listed(themes)))
    if report.departments:
        named = departments_named(catalogue.registry, report.departments)
        offices = spoken.listed([name_of(each, spoken) for each in named])
        parts.append(spoken.say("departments: {names}", names=offices))
    return spoken.say("{scope}.", scope=spoken.joined([*parts, f"govchain {report.version}"]))
