"""The last screen: what to begin with, what that saves, and how to see the rest."""

from __future__ import annotations

from collections.abc import Iterator

from govchain.analysis.running.entries import Entry
from govchain.analysis.running.ranking import saved_a_year
from govchain.findings import Severity
from govchain.model.nouns import Department, Matter
from govchain.reporting.blocks import Block, Commands, Listed, Sentence, Told
from govchain.reporting.chapters.beginnings import by_lever, what_and_where
from govchain.reporting.report import Report
from govchain.reporting.sentences import benefit_in_words
from govchain.reporting.style import Style
from govchain.reporting.words import LEVERS, Words, words

SHOWN = 4
"""How many remedies are named: with the commands they fill one screen of 24 lines."""


def closing(report: Report, style: Style) -> Iterator[Block]:
    """How many errors there are, of each lever the remedy that saves most, then the commands that
    show more: one screen."""
    spoken = words(style.language)
    first = _worth_most(report)
    if errors := _errors_in_words(report, spoken):
        yield Sentence(errors)
    if first:
        yield Listed(tuple(_told(n, entry, report, spoken) for n, entry in enumerate(first, 1)))
        rows = tuple(_ways_on(first[0], report, style, spoken))
        yield Commands(spoken.say("To see the rest"), rows)


def _errors_in_words(report: Report, spoken: Words) -> str:
    """How many errors come before what saves most, and the first; empty where there are none."""
    errors = [f for f in report.findings if f.severity is Severity.ERROR and f.is_judgement]
    if not errors:
        return ""
    return spoken.say(
        "Before all, {errors}: {what}  {mark}",
        errors=spoken.count("the one error", "the {n} errors, the first", len(errors)),
        what=what_and_where(errors[0], report, spoken),
        mark=report.mark_of(errors[0]),
    )


def _worth_most(report: Report) -> list[Entry]:
    """Of each lever what saves most a year; of these the best."""
    best = [found[0] for found in by_lever(report).values()]
    return sorted(best, key=lambda e: saved_a_year(e.benefit), reverse=True)[:SHOWN]


def _told(number: int, entry: Entry, report: Report, spoken: Words) -> Told:
    """By which lever, what and where, what it saves, and how to ask why."""
    lever = spoken.word(LEVERS, entry.head.lever)
    what = what_and_where(entry.head, report, spoken)
    gain = benefit_in_words(entry.benefit, spoken.language) if entry.benefit else ""
    about = "  ".join(filter(None, [gain, report.mark_of(entry.head)]))
    head = spoken.say("{lever}: {what}", lever=lever, what=what)
    return Told(number, (head,), sentences=(about,))


def _ways_on(
    first: Entry, report: Report, style: Style, spoken: Words
) -> Iterator[tuple[str, str]]:
    """Commands with what is in this catalogue, ready to be typed."""
    head = first.head
    lever = spoken.word(LEVERS, head.lever) if spoken.language == "zh" else head.lever.value
    if style.limit is not None:
        entries = spoken.count("the one entry", "all {n} entries", len(report.entries))
        options = "… " if report.is_narrowed else ""  # those that were given, whatever they were
        yield f"govchain analyze {options}--limit 0", entries
    yield f"govchain analyze --lever {lever}", spoken.say("what one lever mends")
    if head.matter is not None:
        matter = report.catalogue.matters[head.matter]
        lead = report.catalogue.registry.departments.get(matter.department or "")
        if lead and not report.departments:
            named = typed(lead, spoken)
            yield (
                f"govchain analyze --department {named}",
                spoken.say("what concerns one department"),
            )
        yield f"govchain show {typed(matter, spoken)}", spoken.say("one matter, step by step")
    yield f"govchain explain {head.known_by}", spoken.say("why a finding is so")


def typed(thing: Matter | Department, spoken: Words) -> str:
    """What to type for it: in Chinese the name, where no shell takes it for more than a word."""
    return thing.name if spoken.language == "zh" and thing.name.isalnum() else thing.id
