"""The picture of each matter, and that of the whole: drawn here, unpacked by the page on demand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from govchain import drawing
from govchain.compiler.chain import Chain
from govchain.compiler.parts import parts_of
from govchain.drawing.chart.marks import Mark
from govchain.drawing.chart.subject import How, MatterSubject, Subject
from govchain.drawing.fold.places import call_at
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


def prepare() -> None:
    """Loads what draws here, for copies of this process to have it."""
    drawing.load((drawing.OVERVIEW, drawing.STEPS, _BOTH, _MATRIX, _THEMES), "svg")


def picture_of(matter: Matter, shown: Shown, language: str) -> dict[str, Any]:
    """The pages of the picture of a matter, of one that calls others its ledger and the steps that
    no other picture tells; and the findings on it, each with its label, its sign, the steps and the
    rows it stands at."""
    subject = _subject(matter, shown, language)
    pages = [page for view in _views(subject) for page in _pages(subject, view, language, shown)]
    chain = subject.version.chain
    return {"pages": pages, "marks": [_mark(mark, chain) for mark in subject.version.marks]}


def _mark(mark: Mark, chain: Chain) -> dict[str, Any]:
    steps = dict.fromkeys(spot.step for spot in mark.spots if spot.step)
    calls = dict.fromkeys(call_at(spot, chain) for spot in mark.spots) if _folds(chain) else {}
    return {
        "print": mark.finding.fingerprint,
        "label": mark.label,
        "sign": mark.sign,
        "steps": [*steps],
        "rows": [call for call in calls if call is not None],
    }


def _folds(chain: Chain) -> bool:
    """Its picture has a row for each matter that it calls."""
    return bool(chain.expansion.calls)


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
    is_told_first = _folds(version.chain) or after  # of other views none tells what to do first
    remedies = remedies_of(version.chain, version.marks, language) if is_told_first else ()
    return MatterSubject(version, after, remedies)


def matrix(shown: Shown, language: str) -> list[dict[str, Any]]:
    """The departments, who gives what to whom."""
    return [*_pages(shown.whole, _MATRIX, language, shown)]


def themes(shown: Shown, language: str) -> list[dict[str, Any]]:
    """The themes in a table, then each with its matters and the data between; none where no theme
    has a matter that is told of."""
    told = tuple(theme.id for theme in shown.report.told_themes)
    subject = replace(shown.whole, themes=told)
    return [*_pages(subject, _THEMES, language, shown)] if told else []


def _pages(subject: Subject, view: str, language: str, shown: Shown) -> Iterator[dict[str, Any]]:
    how = How(
        language=language,
        version=shown.report.version,
        tells_findings=False,
        has_numbers=False,
        elsewhere=_told_elsewhere(subject, shown),
    )
    scenes = drawing.pages(subject, view, how)
    for scene, content in zip(scenes, _written(scenes), strict=True):
        yield {"key": scene.key, "title": scene.title, "svg": content}


def _told_elsewhere(subject: Subject, shown: Shown) -> frozenset[str]:
    """The calls of matters that have a picture of their own in the page."""
    if not isinstance(subject, MatterSubject):
        return frozenset()
    parts = subject.version.chain.once(parts_of)
    return frozenset(part.call for part in parts if part.call and shown.report.tells(part.matter))


def _written(scenes: Sequence[Scene]) -> list[str]:
    return [content.decode() for content in drawing.written(scenes, "svg", _Leads())]
