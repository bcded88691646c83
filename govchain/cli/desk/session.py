"""One call of a command: what it reads, says, hands over and writes."""

from __future__ import annotations

import datetime
import os
import sys
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from govchain.cli.desk.under import file_of_matter, is_under
from govchain.cli.files.replaceable import (
    Identity,
    expect_replaceable,
    identities,
    is_baseline,
    is_result,
)
from govchain.cli.files.saving import (
    save_anew,
    save_content,
    save_new,
    save_pieces,
    save_result,
)
from govchain.cli.terminal.language import (
    environment_language,
    locale_language,
    settings_language,
)
from govchain.cli.terminal.output import (
    in_bytes,
    is_stdout,
    is_terminal,
    piped_width,
    print_content,
    print_note,
    print_result,
    terminal_width,
)
from govchain.cli.terminal.progress import shown_progress
from govchain.cli.terminal.wrong_use import WrongUse
from govchain.model.characters import one_line
from govchain.reporting.style import Style
from govchain.reporting.words import Words, noted, words

if TYPE_CHECKING:
    from govchain.compiler.catalogue import Catalogue
    from govchain.reader.workspace.scope import Workspace, WorkspaceError

_NARROWEST = 40


@dataclass(slots=True)
class Session:
    """One call of a command, as its common options have it.

    `language` is what `--lang` says. `paths` are the files and folders named, by the first of
    which the workspace is known where `workspace` does not name it.
    """

    language: str | None
    colour: bool
    workspace: str | None
    date: datetime.date | None
    quiet: bool
    force: bool = False
    """Whether a result may take the place of what is none of ours."""
    paths: tuple[str, ...] = ()
    root: str = os.curdir
    """The folder of the workspace that was loaded."""
    targets: tuple[str, ...] = ()
    """What of the workspace is to be told; none: all of it, what its settings read outside too."""
    read: frozenset[Identity] = frozenset()
    """The files that were read, or could not be: no result may take their place."""
    settings: frozenset[Identity] = frozenset()
    """The settings that the language is looked up in."""
    baseline: frozenset[Identity] = frozenset()
    """The baseline that was read: only a new baseline may take its place."""
    said: list[str | Sequence[bytes]] | None = None
    """What was said, where that is to be taken down: notes, and the bytes of the result."""

    @property
    def words(self) -> Words:
        """The words for people: `--lang`, `GOVCHAIN_LANG`, the settings, the locale."""
        return words(
            self.language
            or environment_language()
            or settings_language(self.workspace, self.paths)
            or locale_language()
        )

    def style(
        self,
        *,
        for_people: bool,
        file: Path | None = None,
        limit: int | None = None,
        jobs: int = 1,
    ) -> Style:
        """How a result is to look; what is not for people speaks English unless told otherwise."""
        if not for_people:
            return Style(self.language or "en")
        is_seen = is_stdout(file) and is_terminal(sys.stdout)
        width = max(_NARROWEST, terminal_width() if is_seen else piped_width())
        return Style(self.words.language, self.colour and is_seen, width, limit, jobs)

    def progress(self, doing: str) -> AbstractContextManager[None]:
        """Says to whoever waits at a terminal what is being done, while it is done."""
        return shown_progress(lambda: self.words.say(doing), self.quiet, self.colour)

    def find(self, paths: Sequence[str] = ()) -> Workspace:
        """The workspace that is meant; WrongUse where there is none."""
        from govchain import pipeline
        from govchain.reader.workspace.scope import WorkspaceError

        try:
            return pipeline.workspace_of(paths, self.workspace)
        except WorkspaceError as error:
            raise self._wrong_path(error, paths) from error

    def load(self, paths: Sequence[str] = ()) -> Catalogue:
        """Reads and compiles the workspace; WrongUse where there is nothing to read."""
        from govchain import pipeline
        from govchain.cli.desk.lasting import lasting_values

        with self.progress(noted("reading and compiling …")), lasting_values():
            found = self.find(paths)
            catalogue = pipeline.load_workspace(found, self.date)
        self.root, self.targets = found.root, found.targets
        troubled = (finding.place.file for finding in catalogue.findings)
        files = (*catalogue.sources, *troubled)
        self.read = identities([os.path.join(self.root, file) for file in files])
        if not catalogue.matters and not catalogue.findings:
            raise self._nothing_defined(paths)
        _expect_files(paths, catalogue, self.root)
        self._name_outside(found.paths)
        return catalogue

    def expect_definitions(self, paths: Sequence[str] = ()) -> None:
        """WrongUse where there is nothing to read; reads no more than it takes to know."""
        from govchain.reader.workspace.sources import read_sources

        found = self.find(paths)
        contents, troubles = read_sources(found.paths, found.root)
        if next(contents, None) is None and not (troubles or found.troubles):
            raise self._nothing_defined(paths)
        self.root = found.root
        self._name_outside(found.paths)

    def _nothing_defined(self, paths: Sequence[str]) -> WrongUse:
        return WrongUse(
            'no matter is defined in "{where}"',
            "`govchain init DIR` makes a small workspace to begin with",
            where=self.workspace or " ".join(paths) or ".",
        )

    def _wrong_path(self, error: WorkspaceError, paths: Sequence[str]) -> WrongUse:
        """What is wrong with the paths; the file that is meant, where one is the id of a matter."""
        for path in paths:
            if not os.path.lexists(path) and (file := file_of_matter(path, self.workspace)):
                meant = noted('that is a matter: did you mean its file "{file}"?')
                return WrongUse(error.message, meant, **error.facts, file=file)
        return WrongUse(error.message, error.remedy, **error.facts)

    def _name_outside(self, read: Sequence[str]) -> None:
        """Says what was read besides the folder of the workspace, since `paths` leads there."""
        outside = [path for path in read if not is_under(path, self.root)]
        if outside:
            self.note_outside(outside)

    def note_outside(self, paths: Sequence[str]) -> None:
        """Says what its settings read outside the folder of the workspace."""
        self.note("read from outside the workspace: {paths}", paths=", ".join(paths))

    def note(self, text: str, /, **facts: object) -> None:
        """Says something about the run, on stderr, unless `--quiet`: a line, whatever is named."""
        if not self.quiet:
            said = {name: one_line(f) if isinstance(f, str) else f for name, f in facts.items()}
            note = self.words.say(text, **said)
            self._take_down(note)
            print_note(note)

    def give(self, text: str, file: Path | None) -> None:
        """Hands over a result: into the file, else to stdout."""
        self.give_pieces([text], file)

    def give_pieces(self, pieces: Iterable[str], file: Path | None) -> None:
        """Hands over a result that is made piece by piece: to stdout once all of it is there."""
        if file is None or is_stdout(file):
            content = [*in_bytes(pieces)]
            self._take_down(content)
            print_content(content)
        else:
            self.expect_replaceable(file)
            save_pieces(pieces, file, partial(self._tell_waiting, file))
            self.note('written: "{file}"', file=str(file))

    def expect_to_hold(self, file: Path | None) -> None:
        """WrongUse where what is no text would be shown to a person."""
        if (file is None or is_stdout(file)) and is_terminal(sys.stdout):
            raise WrongUse("what is no text cannot be shown here", "name a file with -o")

    def give_content(self, content: bytes, file: Path | None) -> None:
        """Hands over a result that is no text: WrongUse where a person would see it."""
        self.expect_to_hold(file)
        if file is None or is_stdout(file):
            print_content([content])
        else:
            self.expect_replaceable(file)
            save_content([content], file, partial(self._tell_waiting, file))
            self.note('written: "{file}"', file=str(file))

    def _take_down(self, said: str | Sequence[bytes]) -> None:
        if self.said is not None:
            self.said.append(said)

    def save_content(self, content: bytes, file: Path) -> None:
        """Writes a result into a file; WrongUse where that may not be replaced."""
        self.expect_replaceable(file)
        save_content([content], file, partial(self._tell_waiting, file))

    def save_anew(self, content: bytes, file: Path, old: bytes, name: str) -> None:
        """Writes a definition that was read in its own place; ChangedError where it is another
        meanwhile. What goes wrong is told by its name, as whoever asked knows it.

        The one exception to what was read being replaced by nothing: who asks for it says so.
        """
        save_anew(content, file, old, name)

    def save_new(self, text: str, file: Path) -> None:
        """Writes a definition where there is no file yet; WrongUse where something is."""
        save_new(text.encode(), file)

    def save_baseline(self, text: str, file: Path) -> None:
        """Writes a baseline, also in the place of the one that was read, which no other result
        may take."""
        if is_stdout(file):
            print_result(text)
            return
        expect_replaceable(str(file), is_baseline, self._protected(), force=self.force)
        save_result(text, file, partial(self._tell_waiting, file))

    def _tell_waiting(self, file: Path) -> None:
        self.note('waiting until "{file}" is read: it is a pipe', file=str(file))

    def expect_replaceable(self, file: Path) -> None:
        """WrongUse where the file was read, or is none of ours and nothing is forced."""
        protected = self._protected() | self.baseline
        expect_replaceable(str(file), is_result, protected, force=self.force)

    def _protected(self) -> frozenset[Identity]:
        """What was read, the settings for the language included."""
        return self.read | self.settings


def _expect_files(paths: Sequence[str], catalogue: Catalogue, root: str) -> None:
    """Each path that is named brought something, if only a finding; else it is refused."""
    files = {*catalogue.sources, *(finding.place.file for finding in catalogue.findings)}
    for path in paths:
        if not any(is_under(os.path.join(root, file), path) for file in files):
            raise WrongUse(
                'nothing was read from "{path}"',
                "give a file or folder of definitions; what is hidden (its name begins with a "
                "dot) is read only where `paths` in the settings names it",
                path=path,
            )
