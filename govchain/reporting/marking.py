"""The findings of a report on the chain of a matter: what a picture is given to show."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from govchain.analysis.running.standing import Standing, standing_in, standing_on
from govchain.compiler.chain import Chain
from govchain.compiler.scenario import chain_in
from govchain.drawing.chart.marks import Mark
from govchain.reporting.report import Report
from govchain.reporting.sentences import benefit_in_words, remedy, sentence, title_of
from govchain.rules.discovery import all_rules


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


def marks_of(standing: Iterable[Standing], language: str) -> list[Mark]:
    """One mark a finding, with all its places in the chain."""
    spots: dict[int, list[Standing]] = {}
    for spot in standing:
        spots.setdefault(spot.number, []).append(spot)
    return [_mark(number, tuple(found), language) for number, found in sorted(spots.items())]


def _mark(number: int, spots: tuple[Standing, ...], language: str) -> Mark:
    finding = spots[0].finding
    return Mark(
        number,
        finding,
        title_of(finding, language),
        sentence(finding, language),
        spots,
        remedy(finding, language),
        benefit_in_words(finding.benefit, language) if finding.benefit else "",
    )
