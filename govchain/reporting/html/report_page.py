"""The report as a page, part by part: what it is made of, and in which order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any, TypeAlias

from govchain.analysis.running.bundles import Foreseen
from govchain.copies import made_of_each
from govchain.findings import Severity
from govchain.model.characters import one_line
from govchain.model.nouns import Department, Matter
from govchain.reporting import lists
from govchain.reporting.concerns import data_used
from govchain.reporting.difference.difference import FORESEEN as OF_DIFFERENCES
from govchain.reporting.html import document
from govchain.reporting.html.beginnings import remedies_told
from govchain.reporting.html.chapters import changes, chapters
from govchain.reporting.html.findings import (
    findings_chosen_by,
    findings_in_words,
    names_of_choices,
)
from govchain.reporting.html.island import packed
from govchain.reporting.html.listings import listings, listings_in_words
from govchain.reporting.html.matters import hardest, matters_told
from govchain.reporting.html.overview import overview
from govchain.reporting.html.owed import matrix_told, owed, ways_owed
from govchain.reporting.html.pictures import matrix, picture_of, prepare, themes
from govchain.reporting.html.shown import Shown
from govchain.reporting.html.words import LABELS, labels
from govchain.reporting.listing.listing import foreseen_by
from govchain.reporting.page import FORESEEN as OF_CHAPTERS
from govchain.reporting.words import words

LANGUAGES = ("zh", "en")

_OF_LISTS = foreseen_by(map(lists.list_named, lists.names()))
FORESEEN = Foreseen(
    sum=True,
    lawful_sum=True,
    questions=tuple(
        dict.fromkeys(
            (
                *OF_CHAPTERS.questions,
                *_OF_LISTS.questions,
                *OF_DIFFERENCES.questions,
                data_used,
            )
        )
    ),
)
"""What the page asks of the chains."""


def page_pieces(shown: Shown, language: str, jobs: int = 1) -> Iterator[str]:
    """The file, piece by piece; the language it opens in first. So many processes draw."""
    order = [language, *(other for other in LANGUAGES if other != language)]
    remedies = {each: remedies_told(shown.report, words(each)) for each in order}
    report = shown.report
    report.analysis.total.gains_of(m.id for m in report.told_matters)  # a failure is told here
    prepare()
    with made_of_each(jobs, _packed, _parts(shown, remedies)) as packed_parts:
        first = _first(shown, remedies)
        title = first["overview"][language]["title"]
        notices = tuple(words(each).say(LABELS["no-script"]) for each in order)
        yield document.beginning(report.version, language, title, notices)
        yield document.island(first)
        yield document.script()
        yield from document.parts(part for parts in packed_parts for part in parts)
        yield document.end()


def _first(shown: Shown, remedies: dict[str, Any]) -> dict[str, Any]:
    """What the first screen tells, and what the page needs to know before it unpacks more."""
    report, languages = shown.report, [*remedies]
    return {
        "version": report.version,
        "date": report.catalogue.date.isoformat(),
        "languages": languages,
        "labels": {each: labels(words(each)) for each in languages},
        "overview": {each: overview(shown, words(each)) for each in languages},
        "begin": {each: _beginnings(remedies[each]) for each in languages},
        "first": _FIRST,
        "hardest": hardest(shown),
        "owed": owed(shown),
        "owed-count": shown.board.lacking,
        "severities": {severity.value: report.count(severity) for severity in Severity},
        "against": one_line(shown.difference.new.name) if shown.difference else "",
        "departments": _names(report.catalogue.registry.departments),
        "short": _short_names(report.catalogue.registry.departments),
        "themes": _names(report.catalogue.registry.themes),
    }


_FIRST = 3
"""So many remedies of each unit the first screen shows before the others are unpacked."""


def _beginnings(told: dict[str, Any]) -> dict[str, Any]:
    """The first remedies of each unit."""
    wanted = dict.fromkeys(n for unit in told["units"] for n in unit["order"][:_FIRST])
    place = {n: position for position, n in enumerate(wanted)}
    units = [
        {**unit, "order": [place[n] for n in unit["order"][:_FIRST]]} for unit in told["units"]
    ]
    return {"all": [told["all"][n] for n in wanted], "units": units}


def _names(known: Any) -> dict[str, str]:
    return {id: one_line(thing.name) or id for id, thing in known.items()}


def _short_names(known: Mapping[str, Department]) -> dict[str, str]:
    """What departments are called where room is scarce, if that is not their name and one's own."""
    called = {id: one_line(each.short) for id, each in known.items() if each.short}
    borne = Counter([*called.values(), *_names(known).values()])
    return {id: short for id, short in called.items() if borne[short] == 1}


Part: TypeAlias = tuple[str, Any]
"""What the page unpacks under a name."""


def _parts(shown: Shown, remedies: dict[str, Any]) -> list[Callable[[], Iterator[Part]]]:
    """How all parts are made; what takes long is begun first."""
    wanted: list[Callable[[], Iterator[Part]]] = [partial(_lists, shown, [*remedies])]
    wanted += [partial(_words, shown, language, told) for language, told in remedies.items()]
    wanted += [partial(_pictures, shown, language) for language in remedies]
    wanted += [partial(_chapters, shown, language) for language in remedies]
    wanted.append(partial(_facts, shown))
    matters = enumerate(shown.report.told_matters)
    wanted += [partial(_picture, shown, [*remedies], *each) for each in matters]
    return wanted


def _packed(make: Callable[[], Iterator[Part]]) -> list[tuple[str, str]]:
    return [(name, packed(value)) for name, value in make()]


def _lists(shown: Shown, languages: Iterable[str]) -> Iterator[Part]:
    made = listings(shown)
    for language in languages:
        tables, files = listings_in_words(made, words(language))
        yield f"lists-{language}", tables
        yield f"files-{language}", files


def _words(shown: Shown, language: str, remedies: dict[str, Any]) -> Iterator[Part]:
    spoken = words(language)
    said = {
        "findings": findings_in_words(shown, spoken),
        "names": names_of_choices(shown, spoken),
        "begin": remedies,
    }
    yield f"said-{language}", said


def _pictures(shown: Shown, language: str) -> Iterator[Part]:
    """Those of the whole."""
    yield f"matrix-{language}", matrix(shown, language)
    yield f"themes-{language}", themes(shown, language)


def _chapters(shown: Shown, language: str) -> Iterator[Part]:
    yield f"chapters-{language}", chapters(shown, language)
    yield f"changes-{language}", changes(shown, language)


def _facts(shown: Shown) -> Iterator[Part]:
    facts = {
        "findings": findings_chosen_by(shown),
        "matters": matters_told(shown),
        "ways": ways_owed(shown),
        "matrix": matrix_told(shown),
    }
    yield "facts", facts


def _picture(shown: Shown, languages: Iterable[str], number: int, matter: Matter) -> Iterator[Part]:
    """That of a matter in all languages: who draws one knows much of the other."""
    for language in languages:
        yield f"picture-{language}-{number}", picture_of(matter, shown, language)
