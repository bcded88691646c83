"""What a picture is of, and how it is wanted: what every view is given."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.drawing.chart.marks import Mark
from govchain.drawing.ink.paper import Paper
from govchain.findings import Lever


class Of(StrEnum):
    """What a view is of: `OF` of its module."""

    MATTER = "matter"
    """A matter, as it is or as it was and as it is."""
    CATALOGUE = "catalogue"
    """All matters, or those of a theme."""


@dataclass(frozen=True, slots=True)
class Version:
    """A matter as it is in one version of a catalogue: its chain, and the findings on it.

    `source` is what that version is called: a folder or a revision.
    """

    chain: Chain
    marks: tuple[Mark, ...]
    catalogue: Catalogue
    source: str = ""


@dataclass(frozen=True, slots=True)
class Remedy:
    """What equal findings ask for, told once: its sentence, and what it saves.

    `gains` are figure and amount in one case (visits, materials, days, steps), `per_year` the same
    by year where that is known. `labels` are those of the findings it mends.
    """

    text: str
    lever: Lever
    gains: tuple[tuple[str, float], ...] = ()
    per_year: tuple[tuple[str, float], ...] = ()
    findings: int = 1
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MatterSubject:
    """A matter; `after` is the version that it is held against, where there is one."""

    version: Version
    after: Version | None = None
    remedies: tuple[Remedy, ...] = ()
    """What to do first, in this order."""


@dataclass(frozen=True, slots=True)
class CatalogueSubject:
    """A catalogue: all its matters, or of some `matters`, `themes` and `data` alone (none: all)."""

    catalogue: Catalogue
    source: str = ""
    matters: frozenset[str] | None = None
    themes: tuple[str, ...] = ()
    data: tuple[str, ...] = ()

    @property
    def wanted_matters(self) -> tuple[str, ...] | None:
        """The matters that are named and of a theme that is named; None: all."""
        if self.matters is None and not self.themes:
            return None
        themes = self.catalogue.registry.themes
        covered = {id for theme in self.themes for id in themes[theme].matters}
        return tuple(
            id
            for id in self.catalogue.matters
            if (self.matters is None or id in self.matters) and (not self.themes or id in covered)
        )


Subject: TypeAlias = MatterSubject | CatalogueSubject


class Fold(StrEnum):
    """Whether called matters are told as one each: where there are any, always, or never."""

    AUTO = "auto"
    ALL = "all"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class How:
    """How a picture is wanted.

    `paper` is what it is to be printed on; None: a screen. `expand` are calls that are told step
    by step where others are folded; `focus` a step around which alone it is drawn, or the call that
    is drawn alone; `only_findings` leaves out what nothing is found of; `highlight` are rules or
    families whose findings alone stand out. `tells_findings` is false where all findings are told
    beside the picture: then it has their signs alone (on paper they are always told).
    `has_numbers`: pages name one another by numbers; else they only lead to one another.
    `elsewhere` are calls whose steps a picture of their own tells: what leads to them leads there.
    """

    language: str = "en"
    version: str = ""
    paper: Paper | None = None
    fold: Fold = Fold.AUTO
    expand: Sequence[str] = ()
    focus: str = ""
    only_findings: bool = False
    highlight: Sequence[str] = ()
    tells_findings: bool = True
    has_numbers: bool = True
    elsewhere: Collection[str] = ()
