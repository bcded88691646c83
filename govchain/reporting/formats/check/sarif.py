"""SARIF 2.1.0, for code scanning: rules with their pages, results with their proof.

What a baseline knows or a comment allows stays in the log, marked as suppressed; were it left
out, code scanning would close the alert and open it again later.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from govchain.analysis.rule import Rule
from govchain.findings import Finding, Place, Severity
from govchain.model.characters import name_from_text
from govchain.reporting.baseline import Entry
from govchain.reporting.json_text import json_pieces
from govchain.reporting.pages import address_of, documentation, linked_to, page_of
from govchain.reporting.places import in_repository, place_in_words
from govchain.reporting.report import Report, as_json, benefit_as_json, texts_as_json
from govchain.reporting.sentences import remedy, sentence
from govchain.reporting.style import Style
from govchain.reporting.words import words
from govchain.rules.discovery import all_rules

SIGN = re.compile(r'\s*\{.{0,400}"driver"\s*:\s*\{\s*"name"\s*:\s*"govchain"', re.DOTALL)

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note"}


def pieces(report: Report, style: Style) -> Iterator[str]:
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(report, style.language)]}
    return json_pieces(log, depth=4)


def _run(report: Report, language: str) -> dict[str, Any]:
    driver: dict[str, Any] = {
        "name": "govchain",
        "semanticVersion": report.version,
        "rules": [_rule(rule, language) for rule in all_rules()],
    }
    if address := documentation():
        driver["informationUri"] = address
    results = _results(report, language)
    if _suppresses(report):
        results = ({**result, "suppressions": result.get("suppressions", [])} for result in results)
    return {
        "tool": {"driver": driver},
        "language": "zh-CN" if language == "zh" else "en",
        "columnKind": "unicodeCodePoints",
        "results": results,
    }


def _rule(rule: Rule, language: str) -> dict[str, Any]:
    page = page_of(rule, language)
    body = linked_to(page.body, address_of(rule, language))
    told: dict[str, Any] = {
        "id": rule.id,
        "name": "".join(part.capitalize() for part in rule.id.split("-")),
        "shortDescription": {"text": page.title},
        "fullDescription": {"text": page.summary},
        "help": {"text": linked_to(page.body, ""), "markdown": body},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [rule.family], "lever": rule.lever.value},
    }
    if address := address_of(rule, language):
        told["helpUri"] = address
    return told


def _suppresses(report: Report) -> bool:
    """Something is known or allowed: then every result says whether it is."""
    return bool(report.analysis.silenced) or len(report.fresh) < len(report.findings)


def _results(report: Report, language: str) -> Iterator[dict[str, Any]]:
    for finding in report.findings:
        result = _result(finding, report, language)
        if report.baseline is not None:
            known = report.is_known(finding)
            fresh = "updated" if report.known_as(finding) else "new"  # it was less grave
            result["baselineState"] = "unchanged" if known else fresh
            if known:
                result["suppressions"] = [{"kind": "external", "justification": "baseline"}]
        yield result
    for finding in report.analysis.silenced:
        suppression = {"kind": "inSource", "justification": _reason(finding, report)}
        yield {**_result(finding, report, language), "suppressions": [suppression]}
    if report.baseline is not None:
        yield from (_absent(entry, report) for entry in report.baseline.gone)


def _result(finding: Finding, report: Report, language: str) -> dict[str, Any]:
    advice = remedy(finding, language)
    said = sentence(finding, language)
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": _plain(f"{said}\n{advice}" if advice else said)},
        "locations": [_location(finding.place, report)],
        "partialFingerprints": {"govchain/v1": finding.fingerprint},
        "properties": {
            "matter": finding.matter,
            "step": finding.step,
            "subject": finding.subject,
            "benefit": benefit_as_json(finding.benefit),
            "amend": texts_as_json(finding.amend),
            "with": list(finding.with_),
            "instead-of": list(finding.instead_of),
            "witness": as_json(finding.facts),
        },
    }
    if finding.related:
        places = enumerate(finding.related, 1)
        result["relatedLocations"] = [_related(n, place, report, language) for n, place in places]
    return result


def _absent(entry: Entry, report: Report) -> dict[str, Any]:
    """A known finding that is there no longer."""
    file = name_from_text(entry.file)
    return {
        "ruleId": entry.rule,
        "kind": "pass",
        "level": "none",
        "message": {"text": _plain(entry.message or entry.rule)},
        "locations": [{"physicalLocation": {"artifactLocation": _artifact(file, report)}}],
        "partialFingerprints": {"govchain/v1": entry.fingerprint},
        "baselineState": "absent",
    }


def _related(number: int, place: Place, report: Report, language: str) -> dict[str, Any]:
    told = words(language).say("see also: {text}", text=place_in_words(place))
    return {"id": number, **_location(place, report), "message": {"text": _plain(told)}}


def _location(place: Place, report: Report) -> dict[str, Any]:
    return {
        "physicalLocation": {
            "artifactLocation": _artifact(place.file, report),
            "region": {"startLine": place.line, "startColumn": place.column},
        }
    }


def _artifact(file: str, report: Report) -> dict[str, Any]:
    """A file as seen from the root of the repository; of no file, the first that was read.

    Code scanning shows nothing that stands nowhere.
    """
    named = file or report.catalogue.settings.file or min(report.catalogue.sources, default=".")
    return {"uri": quote(in_repository(named, report.folder), errors="surrogateescape")}


def _reason(finding: Finding, report: Report) -> str:
    """Why a comment allows the finding."""
    allows = report.catalogue.allows
    found = (a.reason for a in allows if a.rule == finding.rule and a.covers(finding.place))
    return next(found, "")


def _plain(text: str) -> str:
    """Text of which no viewer makes a link: SARIF (3.11.6) has `[words](target)` for one."""
    return re.sub(r"([\\\[\]])", r"\\\1", text)
