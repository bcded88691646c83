"""The difference for programs: `diff.schema.json` says its shape."""

from __future__ import annotations

from collections import Counter
from typing import Any

from govchain.findings import Finding
from govchain.language.registry import LINK
from govchain.model.characters import name_as_text, one_line
from govchain.model.nouns import Matter
from govchain.reporting.difference.changes import Change, Changes, Toll
from govchain.reporting.difference.difference import Difference, Side
from govchain.reporting.difference.finds import Kept
from govchain.reporting.difference.links import LinkChange, Linked
from govchain.reporting.difference.pairs import Pair
from govchain.reporting.difference.publications import Publication, Statement
from govchain.reporting.sentences import sentence

SCHEMA = "govchain.diff/1"

KEYS = {keyword.attribute: keyword.name for keyword in LINK.keywords}
"""What a link says, by the names of its keys."""


def difference_as_json(difference: Difference, language: str) -> dict[str, Any]:
    """All of it, messages in the language."""
    old, new, finds = difference.old, difference.new, difference.finds
    allowed = finds.allowed
    return {
        "schema": SCHEMA,
        "version": new.report.version,
        "date": new.catalogue.date.isoformat(),
        "old": _side(old, len(finds.gone) + len(finds.kept)),
        "new": _side(new, len(finds.new) + len(finds.kept)),
        "sums": {
            "all": _toll(difference.sum()),
            "compared": _toll(difference.sum(lambda pair: pair.is_compared)),
            "gone": _toll(difference.sum(lambda pair: pair.new is None)),
            "added": _toll(difference.sum(lambda pair: pair.old is None)),
        },
        "matters": _matters(difference),
        "published": [_publication(each) for each in difference.publications],
        "findings": {
            "gone": [_finding(f, language, f.fingerprint in allowed) for f in finds.gone],
            "new": [_finding(f, language, f.fingerprint in allowed) for f in finds.new],
            "kept": [_kept(kept, language) for kept in finds.kept],
        },
        "links": {
            "added": [_link(link) for link in difference.links if link.is_added],
            "gone": [_link(link) for link in difference.links if link.is_gone],
            "changed": [_link(link) for link in difference.links if link.changed],
        },
    }


def _side(side: Side, findings: int) -> dict[str, Any]:
    return {
        "name": one_line(side.name),
        "commit": side.commit or None,
        "matters": len(side.report.told_matters),
        "findings": findings,
        "whole": side.report.analysis.is_whole,
    }


def _matters(difference: Difference) -> list[dict[str, Any]]:
    finds = difference.finds
    gone = Counter(finding.matter for finding in finds.gone)
    new = Counter(finding.matter for finding in finds.new)
    kept = Counter(kept.new.matter for kept in finds.kept)
    return [
        {
            "old": _matter(pair.old),
            "new": _matter(pair.new),
            "matched": _matched(pair),
            **_toll(toll),
            "findings": {
                "gone": gone[pair.old.id] if pair.old else 0,
                "new": new[pair.new.id] if pair.new else 0,
                "kept": kept[pair.new.id] if pair.new else 0,
            },
        }
        for pair, toll in difference.tolls
    ]


def _matched(pair: Pair) -> str | None:
    if not pair.is_compared:
        return None
    return "code" if pair.is_renamed else "id"


def _matter(matter: Matter | None) -> dict[str, Any] | None:
    if matter is None:
        return None
    return {
        "id": matter.id,
        "name": matter.name,
        "code": matter.code,
        "volume": matter.volume,
        "joint": matter.is_joint,
    }


def _toll(toll: Toll) -> dict[str, Any]:
    return {
        "worst": _changes(toll.worst),
        "mean": _changes(toll.mean),
        "per_year": None if toll.per_year is None else _changes(toll.per_year),
        "bound": toll.is_bound,
    }


def _changes(changes: Changes) -> dict[str, Any]:
    return {name: _change(change) for name, change in changes.items()}


def _change(change: Change) -> dict[str, Any]:
    return {
        "before": change.before,
        "after": change.after,
        "change": change.difference,
        "percent": change.percent,
    }


def _publication(told: Publication) -> dict[str, Any]:
    return {
        "matter": told.pair.matter.id,
        "figure": told.name,
        "before": _statement(told.before),
        "after": _statement(told.after),
        "agrees": told.agrees,
        "within-promise": told.is_kept and not told.agrees,
        "sources": [published.source for published in told.published],
        "notes": [published.note for published in told.published if published.note],
        "examples": told.examples,
    }


def _statement(told: Statement | None) -> dict[str, Any] | None:
    if told is None:
        return None
    return {
        "published": told.published,
        "worst": told.worst,
        "mean": told.mean,
        "agrees": told.agrees,
    }


def _finding(finding: Finding, language: str, is_allowed: bool = False) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "family": finding.family,
        "severity": finding.severity.value,
        "matter": finding.matter,
        "step": finding.step,
        "subject": finding.subject,
        "file": name_as_text(finding.place.file),
        "line": finding.place.line,
        "column": finding.place.column,
        "message": sentence(finding, language),
        "fingerprint": finding.fingerprint,
        "allowed": is_allowed,
    }


def _kept(kept: Kept, language: str) -> dict[str, Any]:
    told = _finding(kept.new, language)
    del told["allowed"]
    return {**told, "was": {"fingerprint": kept.old.fingerprint, "severity": kept.was.value}}


def _link(link: LinkChange) -> dict[str, Any]:
    way = link.way
    return {
        "subject": way.subject,
        "data": way.data,
        "from": way.source,
        "via": way.via or None,
        "to": way.target,
        "before": _linked(link.old),
        "after": _linked(link.new),
        "changed": [KEYS[name] for name in link.changed],
    }


def _linked(linked: Linked | None) -> dict[str, Any] | None:
    if linked is None:
        return None
    return {"works": linked.works, "shortcomings": list(linked.shortcomings)}
