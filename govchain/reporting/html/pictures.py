"""The picture of each matter, and that of the whole: drawn here, unpacked by the page on demand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from govchain import drawing
from govchain.drawing.chart.marks import Mark
from govchain.drawing.chart.subject import How, MatterSubject, Subject, Version
from govchain.drawing.ink.scene import Scene
from govchain.model.nouns import Matter
from govchain.reporting.html.shown import Shown
from govchain.reporting.marking import marked_chain
from govchain.reporting.remedies import remedies_of
from govchain.reporting.report import Report

_STEPS, _FOLDED, _BOTH, _MATRIX = "lanes", "overview", "before-after", "matrix"


class _Leads(dict[str, str]):
    """The pages of a picture, as its links name them: the page goes there itself."""

    def __missing__(self, key: str) -> str:
        return f"page:{key}"

    def get(self, key: str, default: Any = None) -> Any:
        return self[key]


def picture_of(matter: Matter, shown: Shown, language: str) -> dict[str, Any]:
    """The pages of the picture of a matter, of one that calls others those of its folded view; and
    the findings on it, each with its label, its sign and the steps it stands at."""
    subject = _subject(matter, shown, language)
    pages = [page for view in _views(subject) for page in _pages(subject, view, language, shown)]
    return {"pages": pages, "marks": [_mark(mark) for mark in subject.version.marks]}


def _mark(mark: Mark) -> dict[str, Any]:
    steps = dict.fromkeys(spot.step for spot in mark.spots if spot.step)
    return {
        "print": mark.finding.fingerprint,
        "label": mark.label,
        "sign": mark.sign,
        "steps": [*steps],
    }


def _views(subject: MatterSubject) -> Iterator[str]:
    """What shows it best: folded where it calls others, in both versions where there are two."""
    known = drawing.views()
    if subject.version.chain.expansion.calls and _FOLDED in known:
        yield _FOLDED
    else:
        yield _STEPS
    if subject.after is not None and _BOTH in known:
        yield _BOTH


def _subject(matter: Matter, shown: Shown, language: str) -> MatterSubject:
    version = _version(shown.report, matter.id, language)
    other = shown.counterparts.get(matter.id)
    after = None
    if other is not None and shown.after is not None and shown.difference is not None:
        after = _version(shown.after, other, language, shown.difference.new.name)
    folds = bool(version.chain.expansion.calls)  # of other views none tells what to do first
    remedies = remedies_of(version.chain, version.marks, language) if folds or after else ()
    return MatterSubject(version, after, remedies)


def _version(report: Report, id: str, language: str, source: str = "") -> Version:
    chain, marks = marked_chain(report, id, language, {})
    return Version(chain, tuple(marks), report.catalogue, source)


def matrix(shown: Shown, language: str) -> list[dict[str, Any]]:
    """The departments, who gives what to whom; nothing where there is no such view."""
    if _MATRIX not in drawing.views():
        return []
    return [*_pages(shown.whole, _MATRIX, language, shown)]


def _pages(subject: Subject, view: str, language: str, shown: Shown) -> Iterator[dict[str, Any]]:
    scenes = drawing.pages(subject, view, How(language=language, version=shown.report.version))
    for scene, content in zip(scenes, _written(scenes), strict=True):
        yield {"key": scene.key, "title": scene.title, "view": view, "svg": content}


def _written(scenes: Sequence[Scene]) -> list[str]:
    return [content.decode() for content in drawing.written(scenes, "svg", _Leads())]
