"""The sentences of the matrix, in the language of the picture."""

from __future__ import annotations

from collections.abc import Iterator

from govchain.analysis.hits.exchanges import Exchange
from govchain.drawing.chart.subject import CatalogueSubject
from govchain.drawing.chart.words import Words
from govchain.drawing.ink.lettering import named
from govchain.drawing.matrix.board import Board, Cell
from govchain.model.figures import percent

MOST_IN_SCOPE = 4
"""So many themes, matters or data are named as what the matrix is narrowed to."""


def headline_of(board: Board, words: Words) -> str:
    """What is due, what flows, and whose data makes up most of the rest: whose part it is to act is
    not said, for the holder may have delivered."""
    due, flowing = board.lacking + board.flowing, board.flowing
    if not due:
        return words("matrix-nothing")
    if not board.lacking:
        return words("matrix-all-flow").format(due=due)
    said = words("matrix-only" if 2 * flowing < due else "matrix-some")
    if not flowing:
        said = words("matrix-none-flows" if due > 1 else "matrix-one-lacks")
    owed = [_owed(board, words)] if board.owing_most and len(board.gaps) > 1 else []
    return words.clauses((said.format(due=due, flowing=flowing), *owed))


def _owed(board: Board, words: Words) -> str:
    most = board.owing_most
    share = percent(sum(board.gaps[id] for id in most) / board.lacking)
    names = words.enumeration(most, board.called)
    key = "matrix-held-by-one" if len(most) == 1 else "matrix-held-by"
    return words(key).format(names=names, n=words.small_number(len(most)), share=share)


def scope_of(subject: CatalogueSubject, words: Words) -> str:
    """How to read it, and what it is of."""
    date = words.label(words("date"), subject.catalogue.date.isoformat())
    return " · ".join((words("matrix-read"), words("matrix-sorted"), *_of(subject, words), date))


def _of(subject: CatalogueSubject, words: Words) -> Iterator[str]:
    registry, matters = subject.catalogue.registry, subject.wanted_matters
    if subject.themes:
        themes = [registry.themes[id].name for id in subject.themes]
        yield words.label(words("theme"), _some(themes, words))
    count = len(subject.catalogue.matters if matters is None else matters)
    yield words.counted("of-all-matters" if matters is None else "n-matters", count)
    if subject.data:
        yield words.label(
            words("data"), _some([registry.data[d].name for d in subject.data], words)
        )


def _some(names: list[str], words: Words) -> str:
    """The first of them, and how many more there are."""
    rest = len(names) - MOST_IN_SCOPE
    more = words("and-more").format(rest=rest, all=len(names)) if rest > 0 else ""
    return words.enumeration(names[:MOST_IN_SCOPE], named) + more


def title_of(cell: Cell, board: Board, words: Words) -> str:
    """From whom to whom, which data lack and why, and which flow."""
    lines = [f"{board.in_full(cell.holder)} → {board.in_full(cell.consumer)}"]
    if cell.lacking:
        said = words.enumeration(cell.lacking, lambda e: _lacking(e, board, words))
        lines.append(words.label(words("not-flowing"), said))
    if cell.flowing:
        said = words.enumeration(board.data(cell.flowing))
        lines.append(words.label(words("flowing"), said))
    return "\n".join(lines)


def _lacking(exchange: Exchange, board: Board, words: Words) -> str:
    (name,) = board.data([exchange])
    why = [words(reason) for reason in exchange.reasons]
    if exchange.flows_somewhere:
        why.append(words("flows-somewhere"))
    return name + (words.in_brackets(words.enumeration(why)) if why else "")


def told_of(cell: Cell, board: Board, words: Words) -> str:
    """The same in one line, by short names."""
    told = [f"{board.called(cell.holder)} → {board.called(cell.consumer)}"]
    return " · ".join((*told, *title_of(cell, board, words).split("\n")[1:]))


def description_of(board: Board, words: Words) -> str:
    """Each row in words, for whoever does not see the picture."""
    rows = (
        f"{board.called(row)} {words('lacks-short')} {board.gaps[row]} "
        f"{words('flows-short')} {board.flows[row]}"
        for row in board.rows
    )
    return words.clauses(rows)
