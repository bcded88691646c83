"""The published reforms and the controls of docs/catalogue.yaml, held against both workspaces.

A reform is reproduced where the findings it names are made on `matters/`; each of them says
whether it is gone in `examples/after-reform/`. A control must exist, and no rule it names may say
anything at it.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from govchain import pipeline
from govchain.analysis.proofs import fingerprint
from govchain.compiler.catalogue import Catalogue
from govchain.findings import Finding
from govchain.reporting.report import Report
from govchain.rules.discovery import all_rules

HOME = Path(__file__).resolve().parent.parent
SOURCE = HOME / "docs" / "catalogue.yaml"
BEFORE = HOME / "matters"
AFTER = HOME / "examples" / "after-reform"
DATE = datetime.date(2026, 10, 1)
"""The date of both analyses: the regulations of 2026 are in force."""


@dataclass(frozen=True)
class Claim:
    """A finding that a reform answers to, and what becomes of it: `gone` or `remains`."""

    rule: str
    matter: str | None
    step: str | None
    subject: str
    after: str

    @property
    def fingerprint(self) -> str:
        return fingerprint(self.rule, self.matter, self.step, self.subject)


@dataclass(frozen=True)
class Reform:
    """A row of the catalogue. `note` says what the findings show, or why there are none."""

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


@dataclass(frozen=True)
class Control:
    """A legitimate control: where it stands, and which rules must say nothing there.

    Each place of `where` names a matter and one of `step`, `material` (its subject), or data.
    With `amend` a finding is expected there instead, one that names the law to amend first.
    """

    letter: str
    title: str
    title_zh: str
    law: str
    where: tuple[Mapping[str, str], ...]
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
        """Each finding that remains, with the reason of its comment."""
        return [
            (finding, next(a.reason for a in allows if a.covers(finding.place)))
            for finding in self.report.analysis.silenced
            if (allows := [a for a in self.catalogue.allows if a.rule == finding.rule])
        ]


@dataclass(frozen=True)
class Comparison:
    """The reforms and controls, and both workspaces."""

    reforms: tuple[Reform, ...]
    controls: tuple[Control, ...]
    before: Workspace = field(default_factory=lambda: analysed(BEFORE))
    after: Workspace = field(default_factory=lambda: analysed(AFTER))

    def problems(self) -> Iterator[str]:
        """What is claimed and not so; none where the catalogue holds."""
        if [reform.number for reform in self.reforms] != list(range(1, len(self.reforms) + 1)):
            yield "the reforms are not numbered 1, 2, 3 …"
        for reform in self.reforms:
            yield from (f"reform {reform.number}: {text}" for text in self._amiss(reform))
        for control in self.controls:
            yield from (f"control {control.letter}: {text}" for text in self._flagged(control))
        for finding in self.after.told.values():
            where = f"{finding.place.file}:{finding.place.line}"
            yield f"after reform, unexplained: {finding.rule} {finding.subject} at {where}"

    def _amiss(self, reform: Reform) -> Iterator[str]:
        if not (reform.note and reform.note_zh):
            yield "no note in both languages"
        for claim in reform.findings:
            name = f"{claim.rule} {claim.matter} {claim.step} {claim.subject}"
            if claim.fingerprint not in self.before.told:
                yield f"not found: {name}"
            remains = claim.fingerprint in {*self.after.told, *self.after.allowed}
            if remains != (claim.after == "remains"):
                yield f"{'remains' if remains else 'gone'} after reform: {name}"

    def _flagged(self, control: Control) -> Iterator[str]:
        known = {rule.id for rule in all_rules()}
        yield from (f"no rule {rule}" for rule in control.silent if rule not in known)
        for place in control.where:
            found = list(self._findings_at(place))
            if not self._exists(place):
                yield f"not there: {dict(place)}"
            yield from (f"flagged by {f.rule}" for f in found if f.rule in control.silent)
            if control.amend and not any(f.rule == control.amend and f.amend for f in found):
                yield f"no {control.amend} that names the law to amend: {dict(place)}"

    def _findings_at(self, place: Mapping[str, str]) -> list[Finding]:
        return [finding for finding in self.before.told.values() if _is_at(finding, place)]

    def _exists(self, place: Mapping[str, str]) -> bool:
        catalogue = self.before.catalogue
        if "matter" not in place:
            return place["data"] in catalogue.registry.data
        matter = catalogue.matters.get(place["matter"])
        if matter is None:
            return False
        if "step" in place:
            return any(step.id == place["step"] for step in matter.steps)
        return any(material.subject == place["material"] for material in matter.materials)


def comparison() -> Comparison:
    """The catalogue of reforms as written, and both workspaces analysed."""
    written = yaml.safe_load(SOURCE.read_text(encoding="utf-8"))
    return Comparison(
        tuple(_reform(entry) for entry in written["reforms"]),
        tuple(_control(entry) for entry in written.get("controls", ())),
    )


def analysed(folder: Path) -> Workspace:
    """The workspace with everything that was found in it."""
    return Workspace(pipeline.analyze(pipeline.load(str(folder), date=DATE)))


def _is_at(finding: Finding, place: Mapping[str, str]) -> bool:
    """The finding stands at the data (or a link of it), the step, or the material."""
    if "matter" not in place:
        return finding.matter is None and finding.subject.split(":")[0] == place["data"]
    if finding.matter != place["matter"] or finding.step != place.get("step"):
        return False
    return "material" not in place or finding.subject == place["material"]


def _reform(entry: Mapping[str, Any]) -> Reform:
    claims = [Claim(**claim) for claim in entry.get("findings", ())]
    return Reform(**{**entry, "findings": tuple(claims)})


def _control(entry: Mapping[str, Any]) -> Control:
    return Control(**{**entry, **{key: tuple(entry.get(key, ())) for key in ("where", "silent")}})
