"""The published reforms and the controls of docs/catalogue.yaml, held against both workspaces.

A reform is shown where the findings it names are made on `matters/`; each of them says what became
of it in `examples/after-reform/`. A control must exist, and no rule it names may say anything at
it, not even where a comment allows it.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from govchain import pipeline
from govchain.analysis.numbering import without_number
from govchain.analysis.proofs import fingerprint
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.expansion import Item, steps_of
from govchain.findings import Finding
from govchain.reporting.report import Report
from govchain.rules.discovery import all_rules

HOME = Path(__file__).resolve().parent.parent
SOURCE = HOME / "docs" / "catalogue.yaml"
BEFORE = HOME / "matters"
AFTER = HOME / "examples" / "after-reform"
DATE = datetime.date(2026, 10, 1)
"""The date of both analyses: the regulations of 2026 are in force."""

STATUSES = ("gone", "removed", "remains")
"""What became of a finding: its element still stands without it; the element (the matter, the
step, or the material that it speaks of) stands no more; it is found as before, told or allowed."""


@dataclass(frozen=True)
class Spot:
    """An element of a workspace: a step or call, or a material (its subject), of a matter; or data.

    `held_by` says of a step or call what holds it behind the one it follows: `order-basis` (an
    article) or `data` (it needs what the other makes).
    """

    matter: str = ""
    step: str = ""
    material: str = ""
    data: str = ""
    held_by: str = ""

    def __str__(self) -> str:
        return " ".join(filter(None, (self.matter, self.step, self.material, self.data)))

    @property
    def is_named(self) -> bool:
        """It says which element it is, not only of which matter."""
        return bool(self.matter and (self.step or self.material)) or bool(self.data)

    def is_of(self, finding: Finding) -> bool:
        """The finding stands at it; at data also where it stands at a link of the data."""
        subject = without_number(finding.subject)
        if not self.matter:
            return finding.matter is None and subject.split(":")[0] == self.data
        if finding.matter != self.matter or (finding.step or "") != self.step:
            return False
        return subject == self.material if self.material else True


@dataclass(frozen=True)
class Claim:
    """A finding that a reform answers to, and what becomes of it: one of STATUSES."""

    rule: str
    matter: str | None
    step: str | None
    subject: str
    after: str

    def __str__(self) -> str:
        return " ".join(filter(None, (self.rule, self.matter, self.step, self.subject)))

    @property
    def fingerprint(self) -> str:
        return fingerprint(self.rule, self.matter, self.step, self.subject)

    @property
    def spot(self) -> Spot:
        """Where it stands: what is said of a matter but of no step is said of a material."""
        subject = without_number(self.subject)
        if self.matter is None:
            return Spot(data=subject.split(":")[0])
        return Spot(self.matter, self.step) if self.step else Spot(self.matter, material=subject)


@dataclass(frozen=True)
class Reform:
    """A row of the catalogue. `note` says what the findings show, or why there are none.

    `partly`: something of the reform no finding shows, and the note says what.
    """

    number: int
    kind: str
    before: str
    after: str
    before_zh: str
    after_zh: str
    source: str
    note: str = ""
    note_zh: str = ""
    findings: tuple[Claim, ...] = ()
    partly: bool = False


@dataclass(frozen=True)
class Control:
    """A legitimate control: where it stands, and which rules must say nothing there.

    Controls of one kind share a letter. With `amend` a finding is expected there as well, one that
    names the law to amend first.
    """

    id: str
    letter: str
    title: str
    title_zh: str
    law: str
    where: tuple[Spot, ...]
    silent: tuple[str, ...] = ()
    amend: str = ""


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
        if chain is None:
            return False
        written = {material.subject for material in chain.matter.materials}
        return spot.material in written | {material.subject for material in chain.materials}

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
    before: Workspace = field(default_factory=lambda: analysed(BEFORE))
    after: Workspace = field(default_factory=lambda: analysed(AFTER))

    def problems(self) -> Iterator[str]:
        """What is claimed and not so; none where the catalogue holds."""
        yield from self._misnumbered()
        yield from self._misended()
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
        tuple(_reform(entry) for entry in written["reforms"]),
        tuple(_control(entry) for entry in written["controls"]),
        tuple(written["ended"]),
    )


def analysed(folder: Path) -> Workspace:
    """The workspace with everything that was found in it."""
    return Workspace(pipeline.analyze(pipeline.load(str(folder), date=DATE)))


def _reform(entry: Mapping[str, Any]) -> Reform:
    claims = tuple(Claim(**claim) for claim in entry.get("findings", ()))
    return Reform(**{**entry, "findings": claims})


def _control(entry: Mapping[str, Any]) -> Control:
    where = tuple(Spot(**place) for place in entry["where"])
    return Control(**{**entry, "where": where, "silent": tuple(entry.get("silent", ()))})
