"""Holds the tool against the brute-force oracle on one catalogue."""

from __future__ import annotations

import datetime
import math
from collections.abc import Iterator
from typing import Any

from govchain.analysis.running.judging import Analysis, run_rules
from govchain.analysis.running.limits import SAID_BY
from govchain.compiler.catalogue import Catalogue
from govchain.findings import Benefit
from govchain.pipeline import compile_reading
from govchain.reader.reading import read_texts
from govchain.rules.discovery import all_rules
from tests.oracle.discovered import known_rules
from tests.oracle.finding import Judged
from tests.oracle.oracle import Verdict, judge
from tests.oracle.strategies import to_yaml

DATE = datetime.date(2026, 6, 1)
RULES = known_rules()
"""The rules that both know; a new rule joins them with its file in the oracle."""

NOT_JUDGED = {
    "definition": "they speak of what is no valid catalogue, and the oracle judges valid ones",
}
"""Families of rules that the oracle leaves to tests by hand, and why."""

GAINS = ("days", "visits", "materials", "steps")
Files = list[tuple[str, list[dict[str, Any]]]]


def disagreements(files: Files) -> list[str]:
    """Every difference between tool and oracle, in words; none where they agree."""
    return compared(files)[0]


def compared(files: Files) -> tuple[list[str], Verdict | None]:
    """The differences, and the oracle's verdict where the catalogue is valid."""
    texts = {name: to_yaml(documents) for name, documents in files}
    catalogue = compile_reading(read_texts(texts), DATE)
    broken = [f for f in catalogue.findings if f.rule != "unused-fact"]
    if broken:
        return [f"not valid: {f.rule} {f.subject} {f.message}" for f in broken], None
    verdict = judge(files, DATE)
    analysis = run_rules(all_rules(), catalogue, lambda rule: rule.id in RULES)
    analysis.total.benefit_of(catalogue.matters)
    differences = [
        *(f"fault: {fault.facts}" for fault in analysis.faults),
        *_differ("supply", tool_supplies(catalogue), verdict.supplies),
        *_differ("finding", tool_findings(analysis), oracle_findings(verdict)),
        *_differ("metrics", tool_metrics(catalogue), oracle_metrics(verdict)),
        *_differ(
            "collaborators",
            {id: chain.collaborators for id, chain in catalogue.chains.items()},
            verdict.collaborators,
        ),
        *_differ("told", tool_pairs(analysis), oracle_pairs(verdict)),
    ]
    return differences, verdict


def _differ(what: str, ours: dict[Any, Any], theirs: dict[Any, Any]) -> Iterator[str]:
    for key in sorted(ours.keys() | theirs.keys(), key=str):
        if not _is_same(ours.get(key), theirs.get(key)):
            yield f"{what} {key}: tool {ours.get(key)}, oracle {theirs.get(key)}"


def _is_same(ours: Any, theirs: Any) -> bool:
    """Equal; figures up to the dust of floating point (the oracle counts in fractions)."""
    if isinstance(ours, float) and isinstance(theirs, float):
        return math.isclose(ours, theirs, rel_tol=1e-9, abs_tol=2e-6)
    if isinstance(ours, tuple) and isinstance(theirs, tuple):
        return len(ours) == len(theirs) and all(map(_is_same, ours, theirs))
    if isinstance(ours, dict) and isinstance(theirs, dict):
        return ours.keys() == theirs.keys() and all(_is_same(ours[k], theirs[k]) for k in ours)
    return bool(ours == theirs)


def tool_supplies(catalogue: Catalogue) -> dict[Any, Any]:
    found: dict[Any, Any] = {}
    for id, chain in catalogue.chains.items():
        for need in chain.all_needs:
            supply = chain.supply_of(need)
            key = (id, need.step, need.subject)
            found.setdefault(key, []).append((supply.state.value, supply.holders))
    return found


def tool_findings(analysis: Analysis) -> dict[Any, Any]:
    """All but what says that a limit was met: the oracle has none, and what a limit leaves out of
    a finding differs all the same."""
    told = [f for f in analysis.findings if f.rule != SAID_BY]
    found = {
        (f.rule, f.matter, f.step, f.subject): (
            f.severity.value, f.lever.value, _benefit(f.benefit), f.amend,
        )
        for f in told
    }  # fmt: skip
    assert len(found) == len(told), "a finding was told twice"
    return found


def _benefit(benefit: Benefit | None) -> Any:
    if benefit is None:
        return None
    gains = tuple(float(getattr(benefit, name)) for name in GAINS)
    per_year = benefit.per_year
    return gains, per_year and {name: float(per_year[name]) for name in GAINS}


def oracle_findings(verdict: Verdict) -> dict[Any, Any]:
    return {
        key: (judged.severity, judged.lever, _oracle_benefit(judged), judged.amend)
        for key, judged in verdict.findings.items()
        if key[0] in RULES
    }


def _oracle_benefit(judged: Judged) -> Any:
    if judged.benefit is None:
        return None
    gains = tuple(float(gain) for gain in judged.benefit)
    per_year = judged.per_year
    a_year = None if per_year is None else {name: float(per_year[name]) for name in GAINS}
    return gains, a_year


def tool_pairs(analysis: Analysis) -> dict[Any, Any]:
    """What includes and what excludes what."""
    keys = {f.fingerprint: (f.rule, f.matter, f.step, f.subject) for f in analysis.findings}
    return {
        (word, keys[finding.fingerprint], keys[other]): True
        for finding in analysis.findings
        for word, others in (("with", finding.with_), ("instead-of", finding.instead_of))
        for other in others
    }


def oracle_pairs(verdict: Verdict) -> dict[Any, Any]:
    found = {("with", *pair): True for pair in verdict.included}
    found |= {("instead-of", *pair): True for pair in verdict.excluded}
    return {key: True for key in found if key[1][0] in RULES and key[2][0] in RULES}


def tool_metrics(catalogue: Catalogue) -> dict[Any, Any]:
    found: dict[Any, Any] = {}
    for id, chain in catalogue.chains.items():
        metrics = chain.metrics()
        for kind, figures in (("worst", metrics.worst), ("mean", metrics.mean)):
            for name in figures.__slots__:
                found[id, kind, name] = float(getattr(figures, name))
        found[id, "bound"] = metrics.bound
    return found


def oracle_metrics(verdict: Verdict) -> dict[Any, Any]:
    found: dict[Any, Any] = {}
    for id, metrics in verdict.metrics.items():
        for kind in ("worst", "mean"):
            for name, figure in metrics[kind].items():  # type: ignore[attr-defined]
                found[id, kind, name] = float(figure)
        found[id, "bound"] = metrics["bound"]
    return found
