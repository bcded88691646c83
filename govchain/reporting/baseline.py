"""The baseline: findings that were known before, so that only new ones fail a check.

A JSON file of fingerprints, with rule, file, element and message for whoever reads its diff. No
line numbers: they would change with every edit above them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from govchain.findings import LOST_FILE, Finding, Severity
from govchain.model.characters import name_as_text, one_line
from govchain.reporting.json_text import json_text
from govchain.reporting.sentences import sentence

SCHEMA = "govchain.baseline/1"
_BARE_BYTE = re.compile("[\udc80-\udcff]")


@dataclass(frozen=True, slots=True)
class Entry:
    """One known finding. `severity` is empty in the baselines of old, where advice is known and
    nothing graver; `file` is told as text (`name_as_text`)."""

    fingerprint: str
    rule: str
    severity: str
    file: str
    matter: str | None
    step: str | None
    subject: str
    message: str

    def __str__(self) -> str:
        return f"{self.file} {self.rule}: {self.message}"

    def names(self, finding: Finding) -> bool:
        """It is the finding's by fingerprint, and by what else it says of it, which people read."""
        said = (self.rule, self.matter, self.step, self.subject)
        found = (finding.rule, finding.matter, finding.step, finding.subject)
        return self.fingerprint == finding.fingerprint and all(
            not name or _tells(name, other or "") for name, other in zip(said, found, strict=True)
        )

    @property
    def covered(self) -> Severity:
        """The gravest severity that it makes known."""
        return Severity(self.severity or Severity.ADVICE)


def _tells(said: str, name: str) -> bool:
    """Whether an entry that says so means the name: a subject may be a file, whose name may be no
    text, and is then written as `json_text` does."""
    return said == one_line(name) or said == one_line(json.loads(json_text(name, depth=0)))


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a baseline says of a report: fingerprints it knows, and entries found no longer.

    `undecided` are not found either, but may not have been judged: something cannot be read.
    `graver` are findings that it knows as less grave, by what they are known by: they are new.
    """

    known: frozenset[str]
    gone: tuple[Entry, ...] = ()
    undecided: tuple[Entry, ...] = ()
    graver: Mapping[str, Severity] = field(default_factory=dict)

    def counts(self, findings: Iterable[Finding]) -> dict[str, int]:
        """How many findings are known, new and gone; and undecided, where any are."""
        found = [finding.fingerprint in self.known for finding in findings]
        told = {"known": sum(found), "new": len(found) - sum(found), "gone": len(self.gone)}
        return told | ({"undecided": len(self.undecided)} if self.undecided else {})


def compare(
    entries: Iterable[Entry],
    findings: Iterable[Finding],
    was_looked_for: Callable[[Entry], bool] = lambda entry: True,
    *,
    is_whole: bool = True,
) -> Comparison:
    """The baseline against what was found; what was not looked for is not called gone.

    A file that cannot be read is never known, for nobody knows what stands in it now; and unless
    the whole could be read and judged nothing is called gone: what was found before may rest on
    what is lost. What an entry names otherwise than the finding does, it does not make known.
    """
    entries = list(entries)
    named = [(finding, e) for finding, e in _with_entries(findings, entries) if e.names(finding)]
    known = {
        finding.fingerprint
        for finding, entry in named
        if not finding.is_lost_file and entry.covered.is_at_least(finding.severity)
    }
    graver = {
        finding.fingerprint: entry.covered
        for finding, entry in named
        if entry.severity and not entry.covered.is_at_least(finding.severity)
    }
    found = {entry for _, entry in named}
    missing = tuple(e for e in entries if e not in found and was_looked_for(e))
    gone, undecided = (missing, ()) if is_whole else ((), missing)
    less_known = {name: graver[name] for name in graver.keys() - known}
    return Comparison(frozenset(known), gone, undecided, less_known)


def _with_entries(
    findings: Iterable[Finding], entries: Iterable[Entry]
) -> Iterator[tuple[Finding, Entry]]:
    """Each finding with each entry of its fingerprint."""
    sharing: dict[str, list[Entry]] = {}
    for entry in entries:
        sharing.setdefault(entry.fingerprint, []).append(entry)
    for finding in findings:
        for entry in sharing.get(finding.fingerprint, ()):
            yield finding, entry


def renewed(
    entries: Iterable[Entry], comparison: Comparison, findings: Iterable[Finding], language: str
) -> list[Entry]:
    """The new baseline: all that is found now, and what the old one knew but was not looked for."""
    findings = list(findings)
    current = {
        finding.fingerprint: entry_of(finding, language)
        for finding in findings
        if not finding.is_lost_file
    }
    lost = {finding.fingerprint for finding in findings if finding.is_lost_file}
    let_go = lost | {entry.fingerprint for entry in comparison.gone}
    left = (e for e in entries if e.rule != LOST_FILE and e.fingerprint not in let_go)
    kept = {entry.fingerprint: entry for entry in left}
    return list({**kept, **current}.values())


def entry_of(finding: Finding, language: str) -> Entry:
    """The entry that makes the finding known."""
    return Entry(
        finding.fingerprint,
        finding.rule,
        finding.severity.value,
        name_as_text(finding.place.file),
        finding.matter,
        finding.step,
        finding.subject,
        sentence(finding, language),
    )


def baseline_text(entries: Iterable[Entry]) -> str:
    """The file of a baseline, in an order that keeps its diffs small."""
    told = [asdict(entry) for entry in sorted(entries, key=_order)]
    return json_text({"schema": SCHEMA, "findings": told}, depth=3)


def read_baseline(text: str) -> list[Entry]:
    """The entries of a baseline file. ValueError where it is none, with one of `REASONS`."""
    try:
        told = json.loads(text)
    except ValueError:
        raise ValueError("no JSON") from None
    if not isinstance(told, dict) or told.get("schema") != SCHEMA:
        raise ValueError("no schema")
    findings = told.get("findings")
    if not isinstance(findings, list):
        raise ValueError("no findings")
    return [_entry(entry) for entry in findings]


def _entry(told: Any) -> Entry:
    if not isinstance(told, dict) or not isinstance(told.get("fingerprint"), str):
        raise ValueError("no fingerprint")

    def text(name: str) -> str:
        return one_line(str(told.get(name) or ""))

    if text("severity") not in ("", *Severity):
        raise ValueError("no severity")
    return Entry(
        text("fingerprint"),
        text("rule"),
        text("severity"),
        one_line(_file_of(told)),
        text("matter") or None,
        text("step") or None,
        text("subject"),
        text("message"),
    )


def _file_of(told: dict[str, Any]) -> str:
    """The file as it is told. Baselines of old have it as Python does: that is seen by a byte that
    is no character, and a name without one is the same in both, a backslash before `x` apart."""
    file = str(told.get("file") or "")
    return name_as_text(file) if _BARE_BYTE.search(file) else file


def _order(entry: Entry) -> tuple[str, ...]:
    return (entry.file, entry.rule, entry.matter or "", entry.step or "", entry.subject)
