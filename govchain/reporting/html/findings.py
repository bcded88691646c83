"""The findings: what they are chosen by, and in words what was found, why, and what to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from govchain.analysis.running.entries import Entry
from govchain.findings import Finding
from govchain.model.figures import rounded
from govchain.reporting.concerns import (
    Concerned,
    departments_choosing,
    matters_choosing,
    needs_amendment,
    themes_by_matter,
)
from govchain.reporting.html.shown import Shown
from govchain.reporting.marking import said_of
from govchain.reporting.pages import linked_to, page_of
from govchain.reporting.places import place_in_words
from govchain.reporting.reasons import alternatives_in_words, laws_in_words, reasons_in_words
from govchain.reporting.report import Report
from govchain.reporting.sentences import rule_of, title_of_rule
from govchain.reporting.witness import facts_in_words, saving_in_words
from govchain.reporting.words import LEVERS, SEVERITIES, Words


def findings_chosen_by(shown: Shown) -> list[dict[str, Any]]:
    """Each finding, in the order of the report, without its words."""
    report = shown.report
    themes = themes_by_matter(report.catalogue)
    matters = {
        id: [*filter(report.tells, choosing)]
        for id, choosing in matters_choosing(report.catalogue).items()
    }
    concerned = Concerned(report.catalogue.chains, report.catalogue)
    return [
        _chosen_by(finding, concerned.by(finding), report, themes, matters)
        for finding in report.findings
    ]


def _chosen_by(
    finding: Finding,
    concerned: frozenset[str],
    report: Report,
    themes: Mapping[str, Sequence[str]],
    matters: Mapping[str, Sequence[str]],
) -> dict[str, Any]:
    choosing = departments_choosing(finding, report.catalogue)
    return {
        "print": finding.fingerprint,
        "rule": finding.rule,
        "severity": finding.severity.value,
        "lever": finding.lever.value,
        "matter": finding.matter,
        "matters": sorted({id for matter in concerned for id in matters.get(matter, ())}),
        "step": finding.step,
        "place": place_in_words(finding.place),
        "departments": sorted(choosing & report.catalogue.registry.departments.keys()),
        "themes": sorted({theme for id in concerned for theme in themes.get(id, ())}),
        "amend": needs_amendment(finding),
        "known": report.is_known(finding),
        "spares": _spared(finding),
    }


def _spared(finding: Finding) -> dict[str, float]:
    """What mending spares a year, where that is known."""
    per_year = (finding.benefit and finding.benefit.per_year) or {}
    return {name: rounded(amount) for name, amount in per_year.items() if amount}


def findings_in_words(shown: Shown, spoken: Words) -> list[dict[str, Any]]:
    """The words of each finding, in the same order."""
    report = shown.report
    entries = {entry.head.fingerprint: entry for entry in report.entries}
    heads = _heads(report.findings)
    return [
        _told(finding, entries.get(finding.fingerprint), heads, report, spoken)
        for finding in report.findings
    ]


def _heads(findings: Iterable[Finding]) -> dict[str, list[str]]:
    """The findings whose remedy mends another one too, by that one."""
    found: dict[str, list[str]] = {}
    for finding in findings:
        for included in finding.with_:
            found.setdefault(included, []).append(finding.fingerprint)
    return found


def _told(
    finding: Finding,
    entry: Entry | None,
    heads: Mapping[str, list[str]],
    report: Report,
    spoken: Words,
) -> dict[str, Any]:
    said = said_of(finding, spoken.language)
    proof = facts_in_words(finding, spoken, with_ids=False)
    told: dict[str, Any] = {
        "text": said.sentence,
        "do": said.remedy,
        "gain": saving_in_words(finding, entry.benefit if entry else finding.benefit, spoken),
        "facts": [[fact.text, *fact.parts] for fact in proof],
    }
    if entry and entry.reasons:
        laws = laws_in_words(entry, spoken)
        told["mends"] = [*reasons_in_words(entry, report, spoken), *filter(None, [laws])]
    if found := heads.get(finding.fingerprint):
        told["mended"] = found
    if choice := alternatives_in_words(finding, report, spoken):
        told["choice"] = choice
    return told


def names_of_choices(shown: Shown, spoken: Words) -> dict[str, Any]:
    """What the things are called that findings are chosen by."""
    report = shown.report
    return {
        "severity": {key: spoken.word(SEVERITIES, key) for key in SEVERITIES},
        "lever": {key: spoken.word(LEVERS, key) for key in LEVERS},
        "rule": dict(_rules(report.findings, spoken)),
    }


def _rules(findings: Iterable[Finding], spoken: Words) -> Iterator[tuple[str, dict[str, Any]]]:
    """Of each rule that found something its title and its law."""
    first = {finding.rule: finding for finding in reversed([*findings])}
    for id in sorted(first):
        rule = rule_of(first[id])
        page = page_of(rule, spoken.language) if rule else None
        yield (
            id,
            {
                "title": title_of_rule(id, spoken.language),
                "law": _points(page.section("law")) if page else [],
            },
        )


def _points(section: str) -> list[str]:
    """The points of a section of a rule's page, a text each."""
    points: list[str] = []
    for line in section.splitlines():
        if line.startswith("- ") or not points:
            points.append(line.removeprefix("- "))
        else:
            points[-1] += f" {line.strip()}"
    return [text for point in points if (text := _plain(point).strip())]


def _plain(markdown: str) -> str:
    """The text without the marks of Markdown."""
    return linked_to(markdown, "").replace("`", "").replace("**", "")
