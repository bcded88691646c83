"""Annotations of GitHub Actions: each new finding at its line of the changed files."""

from __future__ import annotations

from govchain.findings import Finding, Severity
from govchain.reporting.places import in_repository, visible
from govchain.reporting.report import Report
from govchain.reporting.sentences import remedy, sentence
from govchain.reporting.style import Style

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}


def write(report: Report, style: Style) -> str:
    return "".join(_annotation(finding, report.folder, style) for finding in report.fresh)


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
