"""Findings that are gone, new or kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass

from govchain.analysis.running.proofs import fingerprint
from govchain.findings import Finding, Severity
from govchain.reporting.difference.pairs import Pair
from govchain.reporting.report import Report


@dataclass(frozen=True, slots=True)
class Kept:
    """A finding of both: as it is told now, and how grave it was."""

    old: Finding
    new: Finding

    @property
    def is_graver(self) -> bool:
        return self.old.severity is not self.new.severity and self.new.severity.is_at_least(
            self.old.severity
        )

    @property
    def was(self) -> Severity:
        return self.old.severity


@dataclass(frozen=True, slots=True)
class Finds:
    """All findings of both, each once, in the order in which each report tells them.

    `allowed` are the fingerprints of those gone (or new) that are (or were) found all the same,
    and allowed by a comment there.
    """

    gone: tuple[Finding, ...]
    new: tuple[Finding, ...]
    kept: tuple[Kept, ...]
    allowed: frozenset[str]


def finds_of(
    old: Report, new: Report, pairs: Iterable[Pair], of_registry: Set[str] | None = None
) -> Finds:
    """By their fingerprints; those of a matter with another id by what they would be there.

    `of_registry` are the fingerprints of those of the registry that are told; None: all.
    """
    ids = {pair.old.id: pair.new.id for pair in pairs if pair.old and pair.new and pair.is_renamed}
    before = {_known_as(finding, ids): finding for finding in _told(old, of_registry)}
    after = {finding.fingerprint: finding for finding in _told(new, of_registry)}
    silenced = {_known_as(finding, ids) for finding in old.analysis.silenced}
    quiet = {finding.fingerprint for finding in new.analysis.silenced}
    gone = {name: finding for name, finding in before.items() if name not in after}
    fresh = {name: finding for name, finding in after.items() if name not in before}
    return Finds(
        tuple(gone.values()),
        tuple(fresh.values()),
        tuple(Kept(before[name], found) for name, found in after.items() if name in before),
        frozenset(
            finding.fingerprint
            for known, names in ((gone, quiet), (fresh, silenced))
            for name, finding in known.items()
            if name in names
        ),
    )


def _told(report: Report, of_registry: Set[str] | None) -> Iterator[Finding]:
    for finding in report.findings:
        is_of_matter = finding.matter is not None
        if is_of_matter or of_registry is None or finding.fingerprint in of_registry:
            yield finding


def _known_as(finding: Finding, ids: Mapping[str, str]) -> str:
    """What a finding is known by where its matter has that other id."""
    matter = finding.matter
    if matter is None or matter not in ids:
        return finding.fingerprint
    subject = ids[matter] if finding.subject == matter else finding.subject
    return fingerprint(finding.rule, ids[matter], finding.step, subject)
