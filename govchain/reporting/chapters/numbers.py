"""First chapter: the catalogue in numbers, what mending would bring, and where to begin."""

from __future__ import annotations

from collections.abc import Iterator

from govchain.findings import Severity
from govchain.model.figures import figure
from govchain.reporting.blocks import Block, Column, Sentence, Table
from govchain.reporting.chapters.beginnings import beginnings
from govchain.reporting.chapters.burdens import burdens
from govchain.reporting.examples import examples_in_words
from govchain.reporting.gaps import summed_gaps_in_words
from govchain.reporting.marks import marks_in_words
from govchain.reporting.report import Report
from govchain.reporting.scope import holds_others, scope_in_words, sizes_of
from govchain.reporting.style import Style
from govchain.reporting.totals import (
    bound_in_words,
    counts_in_words,
    findings_in_words,
    unreckoned_in_words,
    untold_losses_in_words,
)
from govchain.reporting.words import Words, noted, words


def numbers(report: Report, style: Style) -> Iterator[Block]:
    """What there is, what was found, what mending would spare."""
    spoken = words(style.language)
    if scope := scope_in_words(report, spoken):
        yield Sentence(scope)
    yield _sizes(report, spoken)
    found = spoken.say("Findings: {found}", found=findings_in_words(report, spoken))
    yield Sentence(found, tuple(counts_in_words(report, spoken)))
    for note in filter(None, _notes(report, spoken)):
        yield Sentence(note)
    yield from burdens(report, style)
    if marks := marks_in_words((report.mark_of(entry.head) for entry in report.entries), spoken):
        yield Sentence(marks)
    yield from beginnings(report, style)


def _notes(report: Report, spoken: Words) -> Iterator[str]:
    """What mending would spare, and what to know of the figures: which are examples, what was not
    counted or judged."""
    yield untold_losses_in_words(report, spoken)
    yield _gain(report, spoken)
    yield examples_in_words(report.told_matters, spoken)
    yield from _uncounted(report, spoken)
    yield summed_gaps_in_words(report, spoken)


def _sizes(report: Report, spoken: Words) -> Table:
    known = sizes_of(report)
    sizes = {
        spoken.say("matters"): known.matters,
        spoken.say("steps"): known.steps,
        spoken.say("departments"): known.departments,
        spoken.say("data"): known.data,
        spoken.say("criteria"): known.criteria,
        spoken.say("sharing links"): known.links,
    }
    columns = tuple(Column(head, is_figure=True) for head in sizes)
    return Table(columns, (tuple(figure(size) for size in sizes.values()),))


_SPARED = {
    "visits": noted("{n} of {whole} visits"),
    "materials": noted("{n} of {whole} papers"),
    "days": noted("{n} of {whole} working days of waiting"),
    "steps": noted("{n} of {whole} steps"),
}


def _gain(report: Report, spoken: Words) -> str:
    """What mending would spare; empty where there is nothing to mend."""
    is_anything_to_mend = report.count(Severity.ERROR) + report.count(Severity.WARNING)
    if not (is_anything_to_mend and report.told_matters):
        return ""
    benefit, before = report.benefit, report.before
    spared = [
        spoken.say(text, n=figure(getattr(benefit, name)), whole=figure(getattr(before, name)))
        for name, text in _SPARED.items()
        if getattr(benefit, name)
    ]
    if not spared:
        return spoken.say("Mending the errors and warnings spares no visit, paper, day or step.")
    said = _OF_WHAT_WAS_ASKED if holds_others(report) else _OF_EACH
    told = spoken.say(said, figures=spoken.listed(spared))
    overlap = spoken.say(
        "The gains of single findings overlap and do not add up to this; analyse again after "
        "mending, for more may show."
    )
    reckoned = [matter.id for matter in report.reckoned_matters]
    law, open = bound_in_words(report, reckoned, spoken), unreckoned_in_words(report, spoken)
    return spoken.sentences([told, law, overlap, open])


_OF_EACH = noted(
    "Mending all errors and warnings spares, as reckoned for the worst case of one case of each "
    "matter: {figures}."
)
_OF_WHAT_WAS_ASKED = noted(
    "Mending all errors and warnings spares, as reckoned for the worst case of one case of each "
    "matter that was asked for, which holds all that it includes: {figures}."
)


_BY_WEEK = noted(
    "Of {years} Monday to Friday are counted for links that wait for an answer: no calendar has "
    "the public holidays. Write them under `calendar` in the registry."
)
_UNREAD = noted(
    "No working day of {years} is counted for links that wait for an answer: `calendar` could not "
    "be read."
)


def _uncounted(report: Report, spoken: Words) -> Iterator[str]:
    """In which years working days could not be counted as the law counts them, for links that
    wait for an answer."""
    days, until = report.catalogue.working_days, report.catalogue.date
    waits = [link.waits_since for link in report.catalogue.registry.links]
    asked = {since for since in waits if since is not None}
    told = {
        _BY_WEEK: {year for since in asked for year in days.years_by_week(since, until)},
        _UNREAD: {year for since in asked for year in days.unread_years(since, until)},
    }
    for text, years in told.items():
        if years:
            yield spoken.say(text, years=spoken.listed([str(year) for year in sorted(years)]))
