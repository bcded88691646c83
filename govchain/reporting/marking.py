"""The findings of a report on the chain of a matter: what a picture is given to show."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from govchain.analysis.running.standing import Standing, standing_in, standing_on
from govchain.compiler.chain import Chain
from govchain.compiler.scenario import chain_in
from govchain.drawing.chart.marks import Mark
from govchain.drawing.chart.subject import Version
from govchain.findings import Finding
from govchain.reporting.report import Report
from govchain.reporting.sentences import benefit_in_words, sentence, title_of, what_to_do
from govchain.rules.discovery import all_rules

_WHOLE: Mapping[str, str] = {}
"""The scenario of a chain that is told whole: nothing is chosen."""


def marked_chain(
    report: Report, matter: str, language: str, scenario: Mapping[str, str]
) -> tuple[Chain, list[Mark]]:
    """The chain in the scenario, and the findings that hold in it, in the language.

    Numbers are those of the whole chain, which `show` tells too.
    """
    whole = report.catalogue.chains[matter]
    standing = standing_on(whole, report.by_matter.get(matter, ()))
    chain = chain_in(whole, scenario)
    if chain is not whole:
        standing = standing_in(chain, standing, report.catalogue, all_rules())
    return chain, marks_of(standing, language)


def version_of(
    report: Report,
    matter: str,
    language: str,
    source: str = "",
    scenario: Mapping[str, str] = _WHOLE,
) -> Version:
    """The same as a version of the matter that pictures are of; `source` is what it is called."""
    chain, marks = marked_chain(report, matter, language, scenario)
    return Version(chain, tuple(marks), report.catalogue, source)


def marks_of(standing: Iterable[Standing], language: str) -> list[Mark]:
    """One mark a finding, with all its places in the chain."""
    spots: dict[int, list[Standing]] = {}
    for spot in standing:
        spots.setdefault(spot.number, []).append(spot)
    return [_mark(number, tuple(found), language) for number, found in sorted(spots.items())]


def _mark(number: int, spots: tuple[Standing, ...], language: str) -> Mark:
    finding = spots[0].finding
    said = said_of(finding, language)
    return Mark(number, finding, said.title, said.sentence, spots, said.remedy, said.benefit)


class Said(NamedTuple):
    """What is said of a finding: its rule, what was found, what to do, what that saves."""

    title: str
    sentence: str
    remedy: str
    benefit: str


@lru_cache(maxsize=4096)
def said_of(finding: Finding, language: str) -> Said:
    """The words of a finding, made once: it stands in the chains of all who call its matter."""
    return Said(
        title_of(finding, language),
        sentence(finding, language),
        what_to_do(finding, language),
        benefit_in_words(finding.benefit, language) if finding.benefit else "",
    )
