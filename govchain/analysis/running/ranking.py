"""The order in which findings are told: what a reform office would take up first."""

from __future__ import annotations

from collections.abc import Iterable

from govchain.findings import Benefit, Finding, Severity

RANKED_BY = ("visits", "materials", "days", "steps")


def ranked(findings: Iterable[Finding]) -> list[Finding]:
    """Errors first, then benefit a year (visits, materials, days, steps), severity, id."""
    return sorted(findings, key=_rank)


def saving_of(name: str, finding: Finding) -> tuple[float, float]:
    """How much of one figure mending saves: a year (nothing where unknown), and a case."""
    benefit = finding.benefit or Benefit()
    return (benefit.per_year or {}).get(name, 0.0), getattr(benefit, name)


def saved_a_year(benefit: Benefit | None) -> tuple[float, ...]:
    """What mending saves a year: visits, then materials, days, steps; nothing where unknown."""
    per_year = (benefit and benefit.per_year) or {}
    return tuple(per_year.get(name, 0.0) for name in RANKED_BY)


def _rank(finding: Finding) -> tuple[object, ...]:
    return (
        finding.severity is not Severity.ERROR,
        tuple(-saved for saved in saved_a_year(finding.benefit)),
        finding.severity.rank,
        finding.rule,
        finding.matter or "",
        finding.step or "",
        finding.subject,
        finding.place,
    )
