"""The papers that a part asks for, in the lines of its row."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from govchain.drawing.chart.marks import Mark
from govchain.drawing.chart.words import Words
from govchain.drawing.fold.parts import Asked, FoldedPaper, FoldedPart
from govchain.drawing.ink import palette
from govchain.drawing.ink.lettering import clip, shortened, whole_of, width_of
from govchain.drawing.ink.pieces import Piece, set_in_lines
from govchain.drawing.ink.scene import Box, Group, Icon, Item, Rect, Text
from govchain.drawing.ledger.measures import LEAST, PAPERS, SMALL
from govchain.drawing.ledger.signs import Signs

MOST_LINES = 3
NAME_ROOM, HOLDER_ROOM = 250.0, 150.0
SPACE = 14.0
_MOST_SIGNS = 3


def papers_face(
    part: FoldedPart, words: Words, signs: Signs, line: float, said: Collection[int] = ()
) -> tuple[tuple[Item, ...], float, frozenset[int]]:
    """What the part asks for in lines so high, the first baseline at y = 0; the height; the
    findings that stand there. Where there is much of it, what need not be asked for is counted,
    then what could be shared; `said` are findings that stand elsewhere. Long names are told in full
    where that takes no more lines."""
    for way in _ways(part):
        best = _told_so(part, words, signs, line, said, way, NAME_ROOM)
        if best[1] <= MOST_LINES * line:
            break
    if not any(map(_is_long, part.papers)):
        return best
    in_full = _told_so(part, words, signs, line, said, way, PAPERS.width)
    return in_full if in_full[1] <= best[1] else best


def _is_long(paper: FoldedPaper) -> bool:
    """Its name has more to say than it has room for at first."""
    return width_of(paper.name, SMALL, paper.asked is Asked.SHAREABLE) > NAME_ROOM


def _told_so(
    part: FoldedPart,
    words: Words,
    signs: Signs,
    line: float,
    said: Collection[int],
    way: tuple[bool, int],
    room: float,
) -> tuple[tuple[Item, ...], float, frozenset[int]]:
    """The papers in one way, names no wider than this room."""
    pieces = list(_pieces(part, words, signs, *way, said, room))
    lines, height = set_in_lines([p for p, _ in pieces], PAPERS.width, line, SPACE)
    return lines, height, frozenset(n for _, numbers in pieces for n in numbers)


def _ways(part: FoldedPart) -> Iterator[tuple[bool, int]]:
    """From naming all to naming little."""
    shareable = len(part.papers_asked(Asked.SHAREABLE)) + len(part.papers_asked(Asked.BROUGHT))
    yield True, shareable
    for most in range(shareable, -1, -1):
        yield False, most


_Told = tuple[Piece, tuple[int, ...]]


def _pieces(
    part: FoldedPart,
    words: Words,
    signs: Signs,
    names_spared: bool,
    most: int,
    said: Collection[int],
    room: float,
) -> Iterator[_Told]:
    known = set(said)
    named = [*part.papers_asked(Asked.SHAREABLE), *part.papers_asked(Asked.BROUGHT)]
    for paper in named[:most]:
        yield _named(paper, words, signs, known, room)
    if rest := named[most:]:
        told = words.counted("n-more-papers", len(rest))
        yield _counted("paper-shareable", told, rest, signs, known, palette.ALARM)
    spared = part.papers_asked(Asked.SPARED)
    if names_spared:
        for paper in spared:
            yield _named(paper, words, signs, known, room)
    elif spared:
        told = words.counted("n-spared", len(spared))
        yield _counted("paper-spared", told, spared, signs, known, palette.KIND)
    if own := part.papers_asked(Asked.OWN):
        told = words.counted("n-forms", len(own))
        yield _counted("", told, own, signs, known, palette.MUTED)
    if not part.papers:
        yield Piece((_text(0, words("no-papers"), SMALL, palette.MUTED),), 60), ()


def _text(x: float, text: str, size: float, ink: str, bold: bool = False, whole: str = "") -> Text:
    return Text(x, 0, text, size, width_of(text, size, bold), ink, bold, whole=whole)


def _named(paper: FoldedPaper, words: Words, signs: Signs, known: set[int], room: float) -> _Told:
    """A paper: its sign, its name, who could share it, the findings on it; the name has this room,
    or what of it the rest leaves."""
    is_spared = paper.asked is Asked.SPARED
    is_shareable = paper.asked is Asked.SHAREABLE
    ink = palette.ALARM if is_shareable else palette.KIND if is_spared else palette.INK
    icon = _icon(paper)
    asides = [(told, shortened(told, HOLDER_ROOM, LEAST)) for told in _asides(paper, words)]
    new = _new_signs(paper.marks, signs, known)
    beside = sum(5 + width_of(shown, LEAST) for _, shown in asides) + (17 if paper.condition else 0)
    beside += 5 + new[0].width if new[1] else 0
    least = min(room, NAME_ROOM)
    name = clip(paper.name, max(min(room, PAPERS.width - 16 - beside), least), SMALL, is_shareable)
    width = width_of(name, SMALL, is_shareable)
    items: list[Item] = [
        Icon(icon, 6, -4.5),
        _text(16, name, SMALL, ink, is_shareable, whole_of(paper.name, name)),
    ]
    if is_spared:
        items.append(Rect(Box(15, -5.4, width + 2, 1.2), palette.KIND))
    x = 16 + width
    for told, shown in asides:
        items.append(_text(x + 5, shown, LEAST, palette.MUTED, whole=told if shown != told else ""))
        x += 5 + width_of(shown, LEAST)
    if paper.condition:
        items.append(Icon("when", x + 11, -4.5))
        x += 17
    face = Group(tuple(items), title=paper.title, css="paper", data=(("paper", paper.name),))
    return _before_signs((face,), x, new)


def _icon(paper: FoldedPaper) -> str:
    if paper.asked in (Asked.SHAREABLE, Asked.SPARED):
        return f"paper-{paper.asked.value}"
    return "paper-kept" if paper.handling == "submitted" else f"paper-{paper.handling}"


def _asides(paper: FoldedPaper, words: Words) -> Iterator[str]:
    if paper.holders:
        yield f"← {paper.holders}"
    if paper.handling != "submitted":
        yield words(paper.handling)


def _counted(
    icon: str,
    told: str,
    papers: Sequence[FoldedPaper],
    signs: Signs,
    known: set[int],
    ink: str,
) -> _Told:
    """Several papers, counted; their names are told to whoever points at them."""
    indent = 16.0 if icon else 0.0
    text = _text(indent, told, SMALL, ink)
    items: tuple[Item, ...] = (Icon(icon, 6, -4.5), text) if icon else (text,)
    face = Group(items, title="\n".join(paper.title for paper in papers))
    marks = {mark.number: mark for paper in papers for mark in paper.marks}
    x = indent + text.room
    return _before_signs((face,), x, _new_signs([marks[n] for n in sorted(marks)], signs, known))


def _new_signs(marks: Sequence[Mark], signs: Signs, known: set[int]) -> _Told:
    """The signs of those that do not stand in the row yet, and their numbers: each stands once."""
    new = [mark for mark in marks if mark.number not in known]
    known.update(mark.number for mark in new)
    return signs.piece(new, _MOST_SIGNS), tuple(mark.number for mark in new)


def _before_signs(items: tuple[Item, ...], x: float, new: _Told) -> _Told:
    piece, numbers = new
    if not numbers:
        return Piece(items, x), ()
    both = (*items, Group(piece.items, x=x + 5))
    return Piece(both, x + 5 + piece.width), numbers
