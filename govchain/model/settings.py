"""What a workspace may set in `govchain.toml` (or `[tool.govchain]` of `pyproject.toml`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from govchain.findings import Place, Severity


@dataclass(frozen=True, slots=True)
class Limits:
    """Numbers that rules compare with (semantics.md section 2)."""

    max_layers: int = 2
    max_handovers: int = 5
    max_visits: int = 1
    reply_unconditional: int = 1
    reply_conditional: int = 10
    reply_extended: int = 20
    supply: int = 20


@dataclass(frozen=True, slots=True)
class Settings:
    """Rules on or off, their severities, limits, paths and language; a flag wins over each."""

    paths: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    """Rules or families that alone are enabled; empty: all."""
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    limits: Limits = Limits()
    language: str | None = None
    baseline: str | None = None
    file: str | None = field(default=None, compare=False)
    """Where they stand; what could not be read of them is told whatever they select."""

    def stand_at(self, place: Place) -> bool:
        """The place is one in their file."""
        return place.file == self.file


@dataclass(frozen=True, slots=True)
class Allow:
    """A comment `# govchain: allow RULE -- reason`, and the element it speaks for."""

    rule: str
    reason: str
    place: Place
    first: Place | None
    """Where the element begins; None where the comment stands at no element."""
    last: Place | None

    def covers(self, place: Place) -> bool:
        """Whether the place lies at or inside the element."""
        if self.first is None or self.last is None or place.file != self.first.file:
            return False
        spot = (place.line, place.column)
        return (self.first.line, self.first.column) <= spot <= (self.last.line, self.last.column)
