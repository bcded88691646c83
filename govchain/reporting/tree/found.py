"""The findings below a tree, as entries, by the signs that stand at what they speak of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from govchain.analysis.running.entries import Entry, entries_of
from govchain.analysis.running.standing import Standing
from govchain.findings import Finding
from govchain.model.figures import figure
from govchain.reporting.bounds import Rest, first_of, first_of_each_kind, kind_of, rest_in_words
from govchain.reporting.reasons import alternatives_in_words, reasons_in_words, told_with
from govchain.reporting.report import Report
from govchain.reporting.sentences import sentence, title_of
from govchain.reporting.terminal import Cell
from govchain.reporting.tree.signs import SEVERITY_STYLES
from govchain.reporting.words import SEVERITIES, Words

if TYPE_CHECKING:
    from rich.console import Group
    from rich.tree import Tree


def add_findings(root: Tree, standing: Iterable[Standing], report: Report, spoken: Words) -> None:
    """The findings as entries by their numbers, the same as in the chain's picture; under each
    what else its remedy mends."""
    spots = {spot.number: spot for spot in standing}
    numbers = {spot.finding.fingerprint: number for number, spot in spots.items()}
    found = {number: spot.finding for number, spot in spots.items()}
    if not found:
        root.add(Cell(spoken.say("no findings")))
        return
    branch = root.add(Cell(spoken.say("findings: {n}", n=figure(len(found)))))
    entries = entries_of(list(found.values()))
    entries.sort(key=lambda entry: numbers[entry.head.fingerprint])
    for entry in first_of_each_kind([(entry, kind_of(entry.head)) for entry in entries]):
        if isinstance(entry, Rest):
            rest = rest_in_words(entry, spoken, "`govchain analyze --format json`")
            branch.add(Cell(f"{entry.kind.rule}  {rest}"))
            continue
        twig = branch.add(_told(spots[numbers[entry.head.fingerprint]], spoken))
        reasons = zip(told_with(entry), reasons_in_words(entry, report, spoken), strict=True)
        signed = (f"{_signs(group, entry, spots, numbers)}  {text}" for group, text in reasons)
        for reason in first_of(signed, spoken):
            twig.add(Cell(spoken.say("also: {text}", text=reason)))
        if choice := alternatives_in_words(entry.head, report, spoken):
            twig.add(Cell(choice))


def _signs(
    group: Iterable[Finding],
    entry: Entry,
    spots: Mapping[int, Standing],
    numbers: Mapping[str, int],
) -> str:
    """Where those of the group stand that are told for the first time here."""
    others = (finding for finding in group if finding is not entry.head)
    return " ".join(spots[numbers[f.fingerprint]].sign for f in others)


def _told(spot: Standing, spoken: Words) -> Group:
    from rich.console import Group

    finding = spot.finding
    severity = spoken.word(SEVERITIES, finding.severity)
    head = Cell(
        f"{spot.sign}  ",
        (severity, SEVERITY_STYLES[finding.severity]),
        f"  {title_of(finding, spoken.language)}  ",
        (f"{finding.rule} {finding.known_by}", "dim"),
    )
    return Group(head, Cell(sentence(finding, spoken.language)))
