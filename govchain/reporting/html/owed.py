"""The data that does not flow yet: who holds it, and who waits for it, as the matrix counts it."""

from __future__ import annotations

from typing import Any

from govchain.drawing.matrix.board import Board
from govchain.reporting.html.shown import Shown
from govchain.reporting.listing.needs import wanting_in


def owed(shown: Shown) -> list[dict[str, Any]]:
    """Each holder with how many data it owes to how many departments, those of most first."""
    board = shown.board
    return [{"id": id, "name": board.in_full(id), "count": board.gaps[id]} for id in _owing(board)]


def _owing(board: Board) -> list[str]:
    return [id for id in board.rows if board.gaps[id]]


def matrix_told(shown: Shown) -> dict[str, Any]:
    """Who owes whom how many, for a table: holders, consumers and cells in which data lacks."""
    board = shown.board
    cells = [(pair, len(cell.lacking)) for pair, cell in board.cells.items() if cell.lacking]
    waiting = {consumer for (_, consumer), _ in cells}
    return {
        "rows": [[id, board.gaps[id]] for id in _owing(board)],
        "columns": [id for id in board.columns if id in waiting],
        "cells": {",".join(pair): count for pair, count in cells},
    }


def ways_owed(shown: Shown) -> list[dict[str, Any]]:
    """Each data that should flow, from whom to whom, with the findings that say so."""
    found: dict[tuple[str, str], list[str]] = {}
    for wanting in wanting_in(shown.report):
        prints = found.setdefault((wanting.data.id, wanting.consumer.id), [])
        prints.extend(finding.fingerprint for finding in wanting.findings)
    return [
        {
            "from": exchange.holder,
            "to": exchange.consumer,
            "data": exchange.data,
            "findings": found.get((exchange.data, exchange.consumer), []),
        }
        for cell in shown.board.cells.values()
        for exchange in cell.lacking
    ]
