"""Findings as they are told: what one remedy mends is one entry with its reasons and one benefit.

semantics.md section 3, "One thing is told once". Only what is included in nothing is an entry; it
is told with the reasons of all it includes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from govchain.analysis.running.ranking import ranked
from govchain.findings import Benefit, Finding


@dataclass(frozen=True, slots=True)
class Entry:
    """A finding that is included in no other, and all that it includes, in their order.

    `benefit` is that of the finding; where it has no mend of its own, that of its reasons.
    """

    head: Finding
    reasons: tuple[Finding, ...]
    benefit: Benefit | None

    @property
    def findings(self) -> tuple[Finding, ...]:
        return (self.head, *self.reasons)


def entries_of(findings: Sequence[Finding]) -> list[Entry]:
    """The findings as entries; an entry stands where the first of its findings stands."""
    place = {finding.fingerprint: position for position, finding in enumerate(findings)}
    included = {fingerprint for finding in findings for fingerprint in finding.with_}
    entries = []
    for finding in findings:
        if finding.fingerprint not in included:
            reasons = _included_in(finding, findings, place)
            entries.append(Entry(finding, reasons, _benefit_of(finding, reasons)))
    return sorted(entries, key=lambda e: min(place[f.fingerprint] for f in e.findings))


def entry_of(finding: Finding, findings: Sequence[Finding]) -> Entry:
    """The finding with all that it includes, be it included itself or not."""
    place = {finding.fingerprint: position for position, finding in enumerate(findings)}
    reasons = _included_in(finding, findings, place)
    return Entry(finding, reasons, _benefit_of(finding, reasons))


def recommended(finding: Finding, rivals: Iterable[Finding]) -> Finding:
    """Of the finding and those it excludes the gravest, of several the one that ranks first."""
    return min(ranked((finding, *rivals)), key=lambda rival: rival.severity.rank)


def _included_in(
    finding: Finding, findings: Sequence[Finding], place: Mapping[str, int]
) -> tuple[Finding, ...]:
    """What the finding includes, and what that includes, in the order of the findings."""
    seen: set[int] = set()
    waiting = list(finding.with_)
    while waiting:
        position = place.get(waiting.pop())
        if position is not None and position not in seen:
            seen.add(position)
            waiting.extend(findings[position].with_)
    return tuple(findings[position] for position in sorted(seen))


def _benefit_of(head: Finding, reasons: Sequence[Finding]) -> Benefit | None:
    """What the entry brings: by the head, else by the first reason of each matter that has any.

    A case is one of one matter, so of several matters the most counts; years add up.
    """
    if head.benefit is not None:
        return head.benefit
    first: dict[str | None, Benefit] = {}
    for reason in reasons:
        if reason.benefit is not None:
            first.setdefault(reason.matter, reason.benefit)
    return summed(list(first.values())) if first else None


def summed(benefits: Sequence[Benefit]) -> Benefit:
    """What mends in different matters bring: at most in one case, and together in a year."""
    yearly = [benefit.per_year for benefit in benefits if benefit.per_year is not None]
    return Benefit(
        days=max(benefit.days for benefit in benefits),
        visits=max(benefit.visits for benefit in benefits),
        materials=max(benefit.materials for benefit in benefits),
        steps=max(benefit.steps for benefit in benefits),
        per_year={name: sum(gain[name] for gain in yearly) for name in yearly[0]}
        if yearly
        else None,
    )
