"""The definition files of a workspace that a command may write anew."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from govchain.cli.desk.session import Session
from govchain.cli.desk.under import is_really_under, is_under
from govchain.cli.files.replaceable import identities
from govchain.cli.terminal.wrong_use import WrongUse
from govchain.findings import Trouble
from govchain.reader.workspace.scope import Workspace
from govchain.reader.workspace.sources import read_sources, relative


@dataclass(frozen=True, slots=True)
class DefinitionFile:
    """A file by its name as seen from the working folder, where it really stands, and what it
    holds."""

    name: str
    place: Path
    content: bytes


@dataclass(slots=True)
class DefinitionFiles:
    """Those of the workspace at or below the paths, each once, whatever leads to it.

    What the settings read outside the folder of the workspace stays out: settings come with the
    workspace, and choose no place in which something is written. Once all have been taken,
    `outside` names what leads there, and `troubles` tell what could not be read.
    """

    session: Session
    paths: Sequence[str]
    outside: list[str] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)

    def taken(self) -> Iterator[DefinitionFile]:
        """The files in order of their names. WrongUse where there is none."""
        found = self.session.find(self.paths)
        contents, troubles = read_sources(found.paths, found.root)
        seen: set[object] = set()
        for name, content in contents:
            path = os.path.join(found.root, name)
            if found.targets and not any(is_under(path, target) for target in found.targets):
                continue
            place = os.path.realpath(path)
            [identity] = identities([place])
            if not is_really_under(path, found.root):
                self.outside.append(self._way_out(path, found))
            elif identity not in seen:
                seen.add(identity)
                yield DefinitionFile(relative(path), Path(place), content)
        self.troubles = [*self._meant([*found.troubles, *troubles], found)]
        if not seen and not self.outside and not self.troubles:
            raise WrongUse(
                'no definition file was found in "{where}"',
                "`govchain init DIR` makes a small workspace to begin with",
                where=self.session.workspace or " ".join(self.paths) or ".",
            )

    def _way_out(self, path: str, found: Workspace) -> str:
        """What of the settings leads to the file: a path, else a link that is the file itself."""
        ways = (way for way in found.paths if is_under(path, way) and not is_under(way, found.root))
        return relative(next(ways, path))

    def _meant(self, troubles: Sequence[Trouble], found: Workspace) -> Iterator[Trouble]:
        """Those at or below the paths, of whose files none is written."""
        for trouble in troubles:
            path = os.path.join(found.root, trouble.place.file)
            if not found.targets or any(is_under(path, target) for target in found.targets):
                yield replace(trouble, place=replace(trouble.place, file=relative(path)))
