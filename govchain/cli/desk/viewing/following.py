"""The newest page of a workspace, made anew whenever a file of it changes."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from govchain import pipeline
from govchain.findings import Finding, Severity
from govchain.reader.workspace.scope import Workspace, WorkspaceError
from govchain.reader.workspace.sources import MOST_ENTRIES
from govchain.reporting import formats
from govchain.reporting.places import place_in_words
from govchain.reporting.report import Report
from govchain.reporting.sentences import sentence
from govchain.reporting.style import Style
from govchain.reporting.words import words

PAUSE = 0.2
"""Seconds between two looks at the files."""
MOST_TROUBLES = 20
_Stamp = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """What a browser shows: the page, and what keeps a newer one from being made.

    `number` rises whenever one of them changes.
    """

    number: int
    page: str
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
        """`find` finds the workspace anew, `judge` reads it, `write` makes the page."""
        self._find, self._judge, self._write = find, judge, write
        self._spoken = words(language)
        self._news = threading.Condition()
        self._stamp: _Stamp = ()
        self._shown = Shown(0, "")
        self.look()

    def look(self) -> bool:
        """Makes the page anew if a file has changed since; whether it had."""
        stamp = self._stamp_now()
        if stamp == self._stamp:
            return False
        self._stamp = stamp
        self._tell(self._made())
        return True

    def newest(self, after: int = -1, patience: float = 0) -> Shown:
        """What is shown now; where that is no newer than `after`, it is waited for so long."""
        with self._news:
            self._news.wait_for(lambda: self._shown.number > after, patience)
            return self._shown

    def follow(self, is_over: threading.Event) -> None:
        """Looks again and again, until it is over."""
        while not is_over.wait(PAUSE):
            self.look()

    def _tell(self, shown: Shown) -> None:
        with self._news:
            self._shown = shown
            self._news.notify_all()

    def _made(self) -> Shown:
        """The page of the files as they lie there; what cannot be read leaves the last one."""
        old = self._shown
        try:
            report = self._judge(self._find())
        except WorkspaceError as error:
            return replace(old, number=old.number + 1, troubles=(str(error),))
        troubles = tuple(self._troubles(report))
        if old.page and any(finding.is_lost_file for finding in report.findings):
            return replace(old, number=old.number + 1, troubles=troubles)
        return Shown(old.number + 1, self._write(report), troubles)

    def _troubles(self, report: Report) -> Iterator[str]:
        """What could not be read, each with its place."""
        lost = [f for f in report.findings if f.is_loss and f.severity is Severity.ERROR]
        yield from map(self._in_words, lost[:MOST_TROUBLES])
        if (more := len(lost) - MOST_TROUBLES) > 0:
            yield self._spoken.say("and {n} more", n=more)

    def _in_words(self, finding: Finding) -> str:
        return f"{place_in_words(finding.place)}  {sentence(finding, self._spoken.language)}"

    def _stamp_now(self) -> _Stamp:
        """Name, size and time of all that could be read; of what is gone meanwhile nothing."""
        try:
            found = self._find()
        except WorkspaceError:
            return (("", 0, 0),)
        places = [*found.paths, *(os.path.join(found.root, name) for name in found.sources)]
        return tuple(sorted(_stamps(places)))


def _stamps(places: Sequence[str]) -> Iterator[tuple[str, int, int]]:
    waiting, left = list(dict.fromkeys(places)), MOST_ENTRIES
    while waiting and left:
        place = waiting.pop()
        left -= 1
        try:
            if os.path.isdir(place):
                waiting += [e.path for e in os.scandir(place) if not e.name.startswith(".")]
            else:
                status = os.stat(place)
                yield place, status.st_size, status.st_mtime_ns
        except OSError:
            continue
