"""The picture of each matter, and that of the whole: drawn here, unpacked by the page on demand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from govchain import drawing
from govchain.drawing.chart.marks import Mark
from govchain.drawing.chart.subject import How, MatterSubject, Subject
from govchain.drawing.ink.scene import Scene
from govchain.model.nouns import Matter
from govchain.reporting.html.shown import Shown
from govchain.reporting.marking import version_of
from govchain.reporting.remedies import remedies_of

_BOTH, _MATRIX, _THEMES = "before-after", "matrix", "theme"


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
    """What shows it best, and both versions where there are two."""
    yield drawing.usual_view(subject.version.chain)
    if subject.after is not None:
        yield _BOTH


def _subject(matter: Matter, shown: Shown, language: str) -> MatterSubject:
    version = version_of(shown.report, matter.id, language)
    other, after = shown.counterparts.get(matter.id), None
    if other is not None and shown.difference is not None:
        new = shown.difference.new
        after = version_of(new.report, other, language, new.name)
    folds = bool(version.chain.expansion.calls)  # of other views none tells what to do first
    remedies = remedies_of(version.chain, version.marks, language) if folds or after else ()
    return MatterSubject(version, after, remedies)


def matrix(shown: Shown, language: str) -> list[dict[str, Any]]:
    """The departments, who gives what to whom."""
    return [*_pages(shown.whole, _MATRIX, language, shown)]


def themes(shown: Shown, language: str) -> list[dict[str, Any]]:
    """The themes in a table, then each with its matters and the data between; none where no theme
    has a matter that is told of."""
    known, only = shown.catalogue.registry.themes.values(), shown.report.matters
    if not any(only is None or not only.isdisjoint(theme.matters) for theme in known):
        return []
    return [*_pages(shown.whole, _THEMES, language, shown)]


def _pages(subject: Subject, view: str, language: str, shown: Shown) -> Iterator[dict[str, Any]]:
    how = How(
        language=language,
        version=shown.report.version,
        tells_findings=False,
        has_numbers=False,
    )
    scenes = drawing.pages(subject, view, how)
    for scene, content in zip(scenes, _written(scenes), strict=True):
        yield {"key": scene.key, "title": scene.title, "view": view, "svg": content}


def _written(scenes: Sequence[Scene]) -> list[str]:
    return [content.decode() for content in drawing.written(scenes, "svg", _Leads())]
