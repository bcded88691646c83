"""The picture of data sharing: how needs are supplied today, and who owes whom which data."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from govchain.compiler.supply import SupplyState
from govchain.findings import Fact, Finding, Named, Severity
from govchain.reporting.report import Report

_OWING = ("missing-link", "unfit-link")
"""The rules that find that a holder does not share."""


@dataclass(frozen=True, slots=True)
class Debt:
    """Data that providers could share with a consumer but do not.

    `needs` are the findings of it, `cases` the cases a year of their matters, None where no
    volume is known.
    """

    providers: tuple[str, ...]
    consumer: str
    data: tuple[str, ...]
    needs: int
    matters: int
    cases: int | None


def supplies_of(report: Report) -> dict[SupplyState, int]:
    """How many needs are supplied in which way; each counts in the matter it is written in."""
    counted = Counter(
        chain.supply_of(need).state
        for matter in report.told_matters
        for chain in [report.catalogue.chains[matter.id]]
        for need in chain.all_needs
        if chain.step(need.step).matter.id == matter.id
    )
    return {state: counted[state] for state in SupplyState}


def debts_of(report: Report) -> list[Debt]:
    """Who owes whom which data, by provider, those of the most cases a year first.

    Needs that a mend of another finding makes superfluous owe nothing.
    """
    groups: dict[tuple[tuple[str, ...], str], list[Finding]] = {}
    for finding in report.findings:
        if finding.rule in _OWING and finding.severity is not Severity.ADVICE:
            consumer = _names(finding.facts["consumer"])[0]
            groups.setdefault((_names(finding.facts["holders"]), consumer), []).append(finding)
    debts = [_debt(*parties, found, report) for parties, found in groups.items()]
    owed: Counter[tuple[str, ...]] = Counter()
    for debt in debts:
        owed[debt.providers] += debt.cases or 0
    return sorted(
        debts,
        key=lambda d: (-owed[d.providers], d.providers, -(d.cases or 0), -d.needs, d.consumer),
    )


def _debt(providers: tuple[str, ...], consumer: str, found: list[Finding], report: Report) -> Debt:
    data = sorted({name for finding in found for name in _names(finding.facts["data"])})
    matters = {finding.matter for finding in found if finding.matter is not None}
    volumes = [report.catalogue.matters[matter].volume for matter in matters]
    known = [volume for volume in volumes if volume is not None]
    cases = sum(known) if known else None
    return Debt(providers, consumer, tuple(data), len(found), len(matters), cases)


def _names(fact: Fact) -> tuple[str, ...]:
    parts = fact if isinstance(fact, tuple) else (fact,)
    return tuple(part.name for part in parts if isinstance(part, Named))
