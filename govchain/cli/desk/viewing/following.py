"""The newest page of a workspace, made anew whenever a file of it changes."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from govchain import __version__, pipeline
from govchain.cli.desk.verdict import leaves_out_much
from govchain.findings import Finding, Severity
from govchain.reader.workspace.scope import Workspace, WorkspaceError
from govchain.reader.workspace.sources import find_sources, relative
from govchain.reporting import formats
from govchain.reporting.places import place_in_words
from govchain.reporting.report import Report
from govchain.reporting.sentences import sentence
from govchain.reporting.style import Style
from govchain.reporting.words import words

PAUSE = 0.2
"""Seconds between two looks at the files."""
REST = 4
"""So many times as long as a look took, at least: many files are looked at less often."""
MOST_TROUBLES = 20
_Stamp = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """What a browser shows: the page, and what keeps a newer one from being made.

    `number` rises whenever one of them changes; `page` is empty until there is one.
    """

    number: int
    page: str = ""
    troubles: tuple[str, ...] = ()


def follower_of(find: Callable[[], Workspace], day: date | None, style: Style) -> Follower:
    """Follows the workspace that is found with the page of `analyze`; `day` is the date of the
    catalogue, None: today."""

    def judged(workspace: Workspace) -> Report:
        catalogue = pipeline.load_workspace(workspace, day)
        return pipeline.analyze(catalogue, foreseen=formats.foreseen("analyze", "html"))

    def written(report: Report) -> str:
        return formats.write(report, "analyze", "html", style)

    return Follower(find, judged, written, style.language)


class Follower:
    """Makes the page, looks at the files, and tells whoever waits for a newer one."""

    def __init__(
        self,
        find: Callable[[], Workspace],
        judge: Callable[[Workspace], Report],
        write: Callable[[Report], str],
        language: str,
    ) -> None:
        """`find` finds the workspace anew, `judge` reads it, `write` makes the page.

        There is none until it looks for the first time.
        """
        self._find, self._judge, self._write = find, judge, write
        self._spoken = words(language)
        self._news = threading.Condition()
        self._stamp: _Stamp | None = None
        self._full: frozenset[str] = frozenset()
        """The files that had something in them when the page was made."""
        self._shown = Shown(0)

    def look(self) -> bool:
        """Makes the page anew if a file has changed since; whether it had."""
        stamp = self._stamp_now()
        if stamp == self._stamp:
            return False
        self._stamp = stamp
        self._tell(self._made(stamp))
        return True

    def newest(self, after: int = -1, patience: float = 0) -> Shown:
        """What is shown now; where that is no newer than `after`, it is waited for so long."""
        with self._news:
            self._news.wait_for(lambda: self._shown.number > after, patience)
            return self._shown

    def follow(self, is_over: threading.Event) -> None:
        """Looks again and again, until it is over."""
        self.look()
        pause = PAUSE
        while not is_over.wait(pause):
            began = time.monotonic()
            is_new = self.look()
            pause = PAUSE if is_new else max(PAUSE, REST * (time.monotonic() - began))

    def _tell(self, shown: Shown) -> None:
        with self._news:
            self._shown = shown
            self._news.notify_all()

    def _made(self, stamp: _Stamp) -> Shown:
        """The page of the files as they lie there; what cannot be read leaves the last one."""
        old = self._shown
        try:
            found = self._find()
            report = self._judge(found)
            missing = [*self._missing(found, report, stamp)]
            troubles = (*missing, *self._troubles(report))
            if missing or (old.page and any(leaves_out_much(f) for f in report.findings)):
                return replace(old, number=old.number + 1, troubles=troubles)
            page = self._write(report)
        except WorkspaceError as error:
            return replace(old, number=old.number + 1, troubles=(str(error),))
        except Exception as fault:  # noqa: BLE001  ours: whoever edits may go on
            return replace(old, number=old.number + 1, troubles=(self._fault(fault),))
        self._full = frozenset(place for place, size, _ in stamp if size)
        return Shown(old.number + 1, page, troubles)

    def _missing(self, found: Workspace, report: Report, stamp: _Stamp) -> Iterator[str]:
        """Why the page would be blank, or of less than is meant: an editor may be about to write
        what is gone for a moment."""
        if not report.catalogue.matters:
            yield self._spoken.say('no matter is defined in "{where}"', where=found.root)
        for place, size, _ in stamp:
            if not size and place in self._full:
                yield self._spoken.say('"{file}" is empty now', file=relative(place, found.root))

    def _fault(self, fault: Exception) -> str:
        what = f"{type(fault).__name__}: {fault}"
        return self._spoken.say(
            "this is a fault of govchain {version}: {what}", version=__version__, what=what
        )

    def _troubles(self, report: Report) -> Iterator[str]:
        """What could not be read, each with its place."""
        lost = [f for f in report.findings if f.is_loss and f.severity is Severity.ERROR]
        yield from map(self._in_words, lost[:MOST_TROUBLES])
        if (more := len(lost) - MOST_TROUBLES) > 0:
            yield self._spoken.say("and {n} more", n=more)

    def _in_words(self, finding: Finding) -> str:
        return f"{place_in_words(finding.place)}  {sentence(finding, self._spoken.language)}"

    def _stamp_now(self) -> _Stamp:
        """Name, size and time of all that is read, and of each link and folder that the reader
        refuses, beyond which nothing is looked at; of what is gone meanwhile nothing."""
        try:
            found = self._find()
        except WorkspaceError:
            return (("", 0, 0),)
        files, refused = find_sources(found.paths, found.root)
        read = _stamps(found.root, (*files, *found.sources), _status_of)
        passed_by = _stamps(found.root, (trouble.place.file for trouble in refused), os.lstat)
        return tuple(sorted({*read, *passed_by}))


def _stamps(
    root: str, names: Iterable[str], look: Callable[[str], os.stat_result]
) -> Iterator[tuple[str, int, int]]:
    for name in names:
        place = os.path.join(root, name)
        try:
            status = look(place)
        except OSError:
            continue
        yield place, status.st_size, status.st_mtime_ns


def _status_of(file: str) -> os.stat_result:
    """Of what is read; of a link that leads to nothing its own."""
    try:
        return os.stat(file)
    except OSError:
        return os.lstat(file)
