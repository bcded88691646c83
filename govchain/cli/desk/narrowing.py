"""Which findings and matters are told: by path, matter, department, theme and lever."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from govchain.analysis.running.judging import EVERYWHERE, Scope
from govchain.cli.desk import shelves
from govchain.cli.desk.names import all_named
from govchain.cli.desk.shelves import departments_of, matters_of, themes_of
from govchain.cli.desk.under import is_under
from govchain.compiler.catalogue import Catalogue
from govchain.findings import Finding, Topic
from govchain.model.nouns import Registry
from govchain.reporting.concerns import (
    Concerned,
    departments_choosing,
    matters_of_themes,
    needs_amendment,
    with_called,
)


@dataclass(frozen=True)  # without slots: what is asked of each finding is kept
class Narrowing:
    """What is wanted; empty: everything."""

    catalogue: Catalogue
    paths: tuple[str, ...] = ()
    matters: frozenset[str] = frozenset()
    """The matters that are named, and those they call."""
    departments: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    levers: tuple[str, ...] = ()
    without_amendment: bool = False
    matters_of_themes: frozenset[str] = frozenset()
    """The matters of the themes, and those they call."""
    named: tuple[str, ...] = ()
    """The matters that are named."""
    root: str = os.curdir
    """The folder of the workspace, as seen from the working folder, as the paths are."""
    follows_data: bool = False
    """What stands in the registry is wanted too where it concerns one of the matters named."""

    @property
    def narrows(self) -> bool:
        """Not everything is wanted."""
        chosen = self.paths, self.matters, self.departments, self.themes, self.levers
        return any(chosen) or self.without_amendment

    @property
    def sifts(self) -> bool:
        """Of the matters that are told of, not all findings are wanted."""
        return bool(self.departments or self.levers or self.without_amendment)

    def wants(self, finding: Finding) -> bool:
        """The finding lies within every choice made."""
        return (
            (self._stands_there(finding) or self._is_followed_to(finding))
            and (not self.departments or self._concerns_departments(finding))
            and (not self.levers or finding.lever in self.levers)
            and not (self.without_amendment and needs_amendment(finding))
        )

    def _stands_there(self, finding: Finding) -> bool:
        """It stands in the paths, the matters and the themes named."""
        return (
            self.wants_file(finding.place.file)
            and (not self.matters or not self.matters.isdisjoint(finding.matters))
            and (not self.themes or self._is_of_themes(finding))
        )

    def _is_followed_to(self, finding: Finding) -> bool:
        """It stands in the registry, and concerns a matter named."""
        return self.follows_data and finding.matter is None and bool(self._concerned.by(finding))

    @cached_property
    def _concerned(self) -> Concerned:
        return Concerned(self.matters_named, self.catalogue)

    def wants_file(self, file: str) -> bool:
        """The file is one of the paths or lies under one."""
        if not self.paths:
            return True
        place = os.path.join(self.root, file)
        return any(is_under(place, path) for path in self.paths)

    def told_matters(self) -> frozenset[str] | None:
        """The ids of the matters that are told of; None: all."""
        if not (self.choosing_paths or self.matters or self.departments or self.themes):
            return None
        named = self.matters_named
        return frozenset(filter(self._takes_part, named)) if self.departments else named

    @cached_property
    def choosing_paths(self) -> tuple[str, ...]:
        """The paths, where they leave a matter out."""
        matters = self.catalogue.matters.values()
        return () if all(self.wants_file(m.place.file) for m in matters) else self.paths

    def scope(self) -> Scope:
        """Where all stands that is wanted."""
        if not (self.paths or self.matters or self.themes):
            return EVERYWHERE
        files = _files_of(self.catalogue.registry)
        with_registry = not self.matters and any(map(self.wants_file, files))
        return Scope(self.matters_named, with_registry or self.follows_data)

    @cached_property
    def matters_named(self) -> frozenset[str]:
        """The matters that were asked for by path, name and theme."""
        return frozenset(
            id
            for id, matter in self.catalogue.matters.items()
            if self.wants_file(matter.place.file)
            and (not self.matters or id in self.matters)
            and (not self.themes or id in self.matters_of_themes)
        )

    def _takes_part(self, matter: str) -> bool:
        chain = self.catalogue.chains[matter]
        return self._are_meant({chain.matter.department or "", *chain.collaborators})

    def _are_meant(self, departments: Iterable[str]) -> bool:
        """One of them is a chosen department, or lies below one."""
        network = self.catalogue.network
        return any(network.is_within_any(id, self.departments) for id in departments)

    def _concerns_departments(self, finding: Finding) -> bool:
        choosing = departments_choosing(finding, self.catalogue)
        return not choosing.isdisjoint(self.departments)

    def _is_of_themes(self, finding: Finding) -> bool:
        if finding.topic is Topic.UNPLANNED_THEME and finding.subject in self.themes:
            return True
        return finding.matter in self.matters_of_themes


def _files_of(registry: Registry) -> set[str]:
    """The files in which something of the registry stands."""
    return {
        *(known.place.file for known in registry.departments.values()),
        *(known.place.file for known in registry.data.values()),
        *(known.place.file for known in registry.criteria.values()),
        *(known.place.file for known in registry.themes.values()),
        *(known.place.file for known in registry.links),
        *(known.place.file for known in registry.collaborations),
    }


def narrowing(
    catalogue: Catalogue,
    paths: Sequence[str] = (),
    matters: Sequence[str] = (),
    departments: Sequence[str] = (),
    themes: Sequence[str] = (),
    levers: Sequence[str] = (),
    *,
    without_amendment: bool = False,
    root: str = os.curdir,
    follows_data: bool = False,
) -> Narrowing:
    """The choices of a call. WrongUse where one names nothing that there is."""
    meant = all_named(themes, themes_of(catalogue))
    named = all_named(matters, matters_of(catalogue))
    return Narrowing(
        catalogue,
        tuple(paths),
        frozenset(with_called(named, catalogue)),
        all_named(departments, departments_of(catalogue)),
        meant,
        all_named(levers, shelves.levers()),
        without_amendment,
        matters_of_themes(meant, catalogue),
        named,
        root,
        follows_data,
    )


def split(names: Iterable[str] | None) -> tuple[str, ...]:
    """Options that may be repeated, and hold several names with commas between."""
    parts = (name for text in names or () for name in text.replace("，", ",").split(","))
    return tuple(filter(None, map(str.strip, parts)))


def rules_named(names: Sequence[str]) -> tuple[str, ...]:
    """The ids of the rules and families. WrongUse where a name is neither."""
    return all_named(names, shelves.families(), shelves.rules())
