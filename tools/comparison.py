"""The reforms and controls of docs/catalogue.yaml, held against both workspaces.

What is claimed and not so is a problem, also where a comment allows the finding.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import yaml

from govchain import pipeline
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.expansion import Item, steps_of
from govchain.findings import Finding
from govchain.reporting.report import Report
from govchain.rules.discovery import all_rules
from tools.reforms import (
    HOME,
    SOURCE,
    STATUSES,
    Claim,
    Control,
    Reform,
    Spot,
    Unseen,
    read_control,
    read_reform,
    read_unseen,
)

BEFORE = HOME / "matters"
AFTER = HOME / "examples" / "after-reform"
DATE = datetime.date(2026, 10, 1)
"""The date of both analyses: the regulations of 2026 are in force."""


@dataclass(frozen=True)
class Workspace:
    """A workspace analysed: its catalogue, and its findings by fingerprint."""

    report: Report

    @property
    def catalogue(self) -> Catalogue:
        return self.report.catalogue

    @cached_property
    def told(self) -> dict[str, Finding]:
        return {finding.fingerprint: finding for finding in self.report.findings}

    @cached_property
    def allowed(self) -> dict[str, Finding]:
        """Findings that a comment explains where they stand."""
        return {finding.fingerprint: finding for finding in self.report.analysis.silenced}

    @cached_property
    def reasons(self) -> list[tuple[Finding, str]]:
        """Each finding that is allowed, with the reason of its comment."""
        found = []
        for finding in self.allowed.values():
            for allow in self.catalogue.allows:
                if allow.rule == finding.rule and allow.covers(finding.place):
                    found.append((finding, allow.reason))
                    break
        return found

    def items_of(self, matter: str) -> dict[str, Item]:
        """The steps and calls in the chain of a matter, those of called matters with prefix."""
        chain = self.catalogue.chains.get(matter)
        levels = chain.written_levels() if chain else ()
        return {item.id: item for level in levels for item in level}

    def has(self, spot: Spot) -> bool:
        """The element exists here."""
        chain = self.catalogue.chains.get(spot.matter)
        if spot.data:
            return spot.data in self.catalogue.registry.data
        if spot.step:
            return spot.step in self.items_of(spot.matter)
        if chain is None or not spot.material:
            return chain is not None
        written = {material.subject for material in chain.matter.materials}
        written |= {material.subject for material in chain.materials}
        return spot.material in written or spot.material in self.catalogue.registry.departments

    def status_of(self, claim: Claim) -> str:
        """What became of the finding in this workspace: one of STATUSES."""
        if claim.fingerprint in self.told or claim.fingerprint in self.allowed:
            return "remains"
        return "gone" if self.has(claim.spot) else "removed"

    def articles_before(self, spot: Spot) -> tuple[str, ...]:
        """The law that is named for the order of the step or call and what it follows."""
        item = self.items_of(spot.matter).get(spot.step)
        return item.order_basis if item else ()

    def data_before(self, spot: Spot) -> list[str]:
        """The data that the step or call needs and that something it follows produces, by id."""
        items = self.items_of(spot.matter)
        if spot.step not in items:
            return []
        chain, item = self.catalogue.chains[spot.matter], items[spot.step]
        earlier = [id for first in item.after for id in steps_of(items[first])]
        made = {data for id in earlier if chain.has_step(id) for data in chain.step(id).alters}
        later = [id for id in steps_of(item) if chain.has_step(id)]
        needs = [need for id in later for need in chain.needs(id)]
        return sorted({data for need in needs for data in need.alternatives} & made)


@dataclass(frozen=True)
class Comparison:
    """The reforms and controls, and both workspaces. `ended` are the matters reform abolished."""

    reforms: tuple[Reform, ...]
    controls: tuple[Control, ...]
    ended: tuple[str, ...] = ()
    unseen: tuple[Unseen, ...] = ()
    """The rules that find nothing before reform."""
    before: Workspace = field(default_factory=lambda: analysed(BEFORE))
    after: Workspace = field(default_factory=lambda: analysed(AFTER))

    def problems(self) -> Iterator[str]:
        """What is claimed and not so; none where the catalogue holds."""
        yield from self._misnumbered()
        yield from self._misended()
        yield from self._misseen()
        for reform in self.reforms:
            yield from (f"reform {reform.number}: {text}" for text in self._amiss(reform))
        for control in self.controls:
            yield from (f"control {control.id}: {text}" for text in self._misplaced(control))
            yield from (f"control {control.id}: {text}" for text in self._flagged(control))
        for finding in self.after.told.values():
            where = f"{finding.place.file}:{finding.place.line}"
            yield f"after reform, unexplained: {finding.rule} {finding.subject} at {where}"

    def _misnumbered(self) -> Iterator[str]:
        if [reform.number for reform in self.reforms] != list(range(1, len(self.reforms) + 1)):
            yield "the reforms are not numbered 1, 2, 3 …"
        ids = Counter(control.id for control in self.controls)
        yield from (f"control {id}: several have this id" for id, n in ids.items() if n > 1)

    def _misended(self) -> Iterator[str]:
        gone = self.before.catalogue.matters.keys() - self.after.catalogue.matters.keys()
        for matter in sorted(gone - set(self.ended)):
            yield f"matter {matter}: not there after reform, and not named as ended"
        for matter in sorted(set(self.ended) - gone):
            yield f"matter {matter}: named as ended, and is not"

    def _misseen(self) -> Iterator[str]:
        """Each rule that judges is seen, or it is said why not, where that is said at all."""
        if not self.unseen:
            return
        judging = {rule.id for rule in all_rules() if rule.family not in ("definition", "internal")}
        seen = {finding.rule for finding in self.before.told.values()}
        named = Counter(rule for entry in self.unseen for rule in entry.rules)
        for rule in sorted(judging - seen - named.keys()):
            yield f"rule {rule}: finds nothing, and it is not said why"
        for rule in sorted(named.keys() & seen):
            yield f"rule {rule}: said to find nothing, and does"
        for rule in sorted(rule for rule, n in named.items() if n > 1 or rule not in judging):
            yield f"rule {rule}: named more than once, or none that judges"

    def _amiss(self, reform: Reform) -> Iterator[str]:
        if not (reform.note and reform.note_zh):
            yield "no note in both languages"
        for claim in reform.findings:
            if claim.fingerprint not in self.before.told:
                yield f"not found: {claim}"
            if claim.after not in STATUSES:
                yield f'"{claim.after}" is none of {", ".join(STATUSES)}: {claim}'
            elif (status := self.after.status_of(claim)) != claim.after:
                yield f"{status} after reform, not {claim.after}: {claim}"

    def _misplaced(self, control: Control) -> Iterator[str]:
        for spot in control.where:
            if not spot.is_named:
                yield f"no step, material or data is named: {spot}"
            elif not self.before.has(spot):
                yield f"not there: {spot}"
            elif spot.held_by and not self._is_held(spot):
                yield f"not held by {spot.held_by}: {spot}"

    def _is_held(self, spot: Spot) -> bool:
        articles, data = self.before.articles_before(spot), self.before.data_before(spot)
        held = {"order-basis": articles, "data": data}
        return bool(held.get(spot.held_by))

    def _flagged(self, control: Control) -> Iterator[str]:
        known = {rule.id for rule in all_rules()}
        named = [*control.silent, *filter(None, [control.amend])]
        yield from (f"no rule {rule}" for rule in named if rule not in known)
        told, allowed = self.before.told.values(), self.before.allowed.values()
        for spot in filter(lambda spot: spot.is_named, control.where):
            for finding in (*told, *allowed):
                if finding.rule in control.silent and spot.is_of(finding):
                    yield f"flagged by {finding.rule}: {spot}"
            expected = (f for f in told if f.rule == control.amend and spot.is_of(f))
            if control.amend and not any(finding.amend for finding in expected):
                yield f"no {control.amend} that names the law to amend: {spot}"


def comparison() -> Comparison:
    """The catalogue of reforms as written, and both workspaces analysed."""
    written = yaml.safe_load(SOURCE.read_text(encoding="utf-8"))
    return Comparison(
        tuple(read_reform(entry) for entry in written["reforms"]),
        tuple(read_control(entry) for entry in written["controls"]),
        tuple(written["ended"]),
        tuple(read_unseen(entry) for entry in written["unseen"]),
    )


def analysed(folder: Path) -> Workspace:
    """The workspace with everything that was found in it."""
    return Workspace(pipeline.analyze(pipeline.load(str(folder), date=DATE)))
