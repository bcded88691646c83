"""Annotations of GitHub Actions: each new finding at its line of the changed files."""

from __future__ import annotations

from collections.abc import Iterator

from govchain.findings import Finding, Severity
from govchain.reporting.bounds import Rest, first_of_each_kind, kind_of, rest_in_words
from govchain.reporting.places import in_repository, visible
from govchain.reporting.report import Report
from govchain.reporting.sentences import remedy, sentence
from govchain.reporting.style import Style
from govchain.reporting.words import words

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}


def pieces(report: Report, style: Style) -> Iterator[str]:
    findings = [(finding, kind_of(finding)) for finding in report.fresh]
    for finding in first_of_each_kind(findings):
        yield _line(finding, report.folder, style)


def _line(finding: Finding | Rest, folder: str, style: Style) -> str:
    if isinstance(finding, Rest):
        rule, file = finding.kind
        shown = f"file={_property(in_repository(file, folder))}," if file else ""
        said = rest_in_words(finding, words(style.language))
        return f"::notice {shown}title={_property(rule)}::{_message(said)}\n"
    return _annotation(finding, folder, style)


def _annotation(finding: Finding, folder: str, style: Style) -> str:
    place = finding.place
    properties = {"title": finding.rule}
    if place.file:
        properties = {
            "file": in_repository(place.file, folder),
            "line": str(place.line),
            "col": str(place.column),
            **properties,
        }
    said = sentence(finding, style.language)
    if advice := remedy(finding, style.language):
        said = f"{said}\n{advice}"
    listed = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{_COMMANDS[finding.severity]} {listed}::{_message(said)}\n"


def _message(text: str) -> str:
    return visible(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
