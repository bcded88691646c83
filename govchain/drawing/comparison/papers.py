"""What became of the papers that a part asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govchain.drawing.chart.words import Words
from govchain.drawing.fold.changes import Fate, PaperChange
from govchain.drawing.fold.parts import Asked
from govchain.drawing.ink import palette
from govchain.drawing.ink.lettering import clip, shortened, whole_of, width_of
from govchain.drawing.ink.pieces import Piece, set_in_lines
from govchain.drawing.ink.scene import Box, Group, Icon, Item, Rect, Text
from govchain.drawing.ledger.measures import LEAST, PAPERS, SMALL, Pitch

_NAME_ROOM, _HOLDER_ROOM = 250.0, 140.0
_SPACE = 14.0


def papers_face(
    papers: Sequence[PaperChange], words: Words, pitch: Pitch
) -> tuple[tuple[Item, ...], float]:
    """The papers, the first baseline at y = 0, and their height; where there are many, those that
    went are counted, from the last one on."""
    lines: tuple[Item, ...] = ()
    height = 0.0
    for most in _ways(papers):
        pieces = list(_pieces(papers, words, *most))
        lines, height = set_in_lines(pieces, PAPERS.width, pitch.paper_line, _SPACE)
        if height <= pitch.most_changes * pitch.paper_line:
            break
    return lines, height


def _ways(papers: Sequence[PaperChange]) -> Iterator[tuple[int, int]]:
    """How many are named of those that went, and of those that stay: from all to none."""
    went = sum(_is_named(change) for change in papers)
    stay = sum(change.fate is not Fate.GONE for change in papers)
    for most in range(went, -1, -1):
        yield most, stay
    for most in range(stay - 1, -1, -1):
        yield 0, most


def _is_named(change: PaperChange) -> bool:
    return change.fate is Fate.GONE and change.paper.asked is not Asked.OWN


def _pieces(
    papers: Sequence[PaperChange], words: Words, most: int, most_staying: int
) -> Iterator[Piece]:
    went = [change for change in papers if _is_named(change)]
    for change in went[:most]:
        yield _gone(change)
    if rest := went[most:]:
        told = words.counted("n-papers-gone", len(rest))
        names = "\n".join(change.paper.name for change in rest)
        yield Piece((Group(_counted(told, palette.MUTED), title=names),), width_of(told, SMALL))
    stays = [change for fate in (Fate.KEPT, Fate.NEW) for change in papers if change.fate is fate]
    for change in stays[:most_staying]:
        yield _stays(change, words(f"paper-{change.fate.value}"))
    if rest := stays[most_staying:]:
        told = words.counted("n-more-papers", len(rest))
        names = "\n".join(change.paper.name for change in rest)
        yield Piece((Group(_counted(told, palette.INK), title=names),), width_of(told, SMALL))
    if forms := [c for c in papers if c.fate is Fate.GONE and c.paper.asked is Asked.OWN]:
        told = words.counted("n-forms-gone", len(forms))
        names = "\n".join(change.paper.name for change in forms)
        yield Piece((Group(_counted(told, palette.MUTED), title=names),), width_of(told, SMALL))


def _counted(told: str, ink: str) -> tuple[Item, ...]:
    return (Text(0, 0, told, SMALL, width_of(told, SMALL), ink),)


def _gone(change: PaperChange) -> Piece:
    """Struck through; with a tick where what it said flows now, and from whom, or with where it is
    handed in once for several parts."""
    name = clip(change.paper.name, _NAME_ROOM, SMALL)
    width = width_of(name, SMALL)
    items: list[Item] = [
        Icon("paper-gone", 6, -4.5),
        Text(16, 0, name, SMALL, width, palette.MUTED, whole=whole_of(change.paper.name, name)),
        Rect(Box(15, -5.4, width + 2, 1.2), palette.MUTED),
    ]
    x = 16 + width
    if change.flows:
        holders = shortened(change.flows, _HOLDER_ROOM, LEAST, True)
        items.append(Icon("shared-now", x + 11, -4.5))
        room = width_of(holders, LEAST, True)
        whole = change.flows if holders != change.flows else ""
        items.append(Text(x + 21, 0, holders, LEAST, room, palette.SHARED, True, whole=whole))
        x += 21 + room
    if change.handed_in:
        room = width_of(change.handed_in, LEAST, True)
        items.append(Text(x + 6, 0, change.handed_in, LEAST, room, palette.SHARED, True))
        x += 6 + room
    return Piece((Group(tuple(items), title=change.paper.title, css="paper"),), x)


def _stays(change: PaperChange, word: str) -> Piece:
    name = clip(change.paper.name, _NAME_ROOM, SMALL)
    told = word.format(name=name)
    width = width_of(told, SMALL)
    items = (
        Icon("paper-kept", 6, -4.5),
        Text(16, 0, told, SMALL, width, whole=whole_of(change.paper.name, name)),
    )
    return Piece((Group(items, title=change.paper.title, css="paper"),), 16 + width)
