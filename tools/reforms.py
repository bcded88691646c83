"""The published reforms and the legitimate controls of docs/catalogue.yaml, as written.

A reform is shown where the findings it names are made on `matters/`; each of them says what became
of it in `examples/after-reform/`. A control must exist, and no rule it names may say anything at
it. `tools.comparison` holds both against the workspaces.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from govchain.analysis.hits.numbering import without_number
from govchain.analysis.running.proofs import fingerprint
from govchain.findings import Finding

HOME = Path(__file__).resolve().parent.parent
SOURCE = HOME / "docs" / "catalogue.yaml"

STATUSES = ("gone", "removed", "remains")
"""What became of a finding: its element still stands without it; the element (the matter, the
step, or the material that it speaks of) stands no more; it is found as before, told or allowed."""


@dataclass(frozen=True)
class Spot:
    """An element of a workspace: a step or call, or a material (its subject) or department, of a
    matter, or the matter itself; or data.

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
        """Where it stands: a step; else the matter itself, or what else is a material of it."""
        subject = without_number(self.subject)
        if self.matter is None:
            return Spot(data=subject.split(":")[0])
        if self.step or subject == self.matter:
            return Spot(self.matter, self.step or "")
        return Spot(self.matter, material=subject)


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
class Unseen:
    """Rules that find nothing on `matters/`, and why."""

    rules: tuple[str, ...]
    why: str
    why_zh: str


def read_unseen(entry: Mapping[str, Any]) -> Unseen:
    """Such rules as written in docs/catalogue.yaml."""
    return Unseen(tuple(entry["rules"]), entry["why"], entry["why_zh"])


def read_reform(entry: Mapping[str, Any]) -> Reform:
    """A reform as written in docs/catalogue.yaml."""
    claims = tuple(Claim(**claim) for claim in entry.get("findings", ()))
    return Reform(**{**entry, "findings": claims})


def read_control(entry: Mapping[str, Any]) -> Control:
    """A control as written in docs/catalogue.yaml."""
    where = tuple(Spot(**place) for place in entry["where"])
    return Control(**{**entry, "where": where, "silent": tuple(entry.get("silent", ()))})
