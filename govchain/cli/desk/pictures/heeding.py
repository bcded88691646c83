"""Options that go together: what would change nothing of a picture is refused, not passed by."""

from __future__ import annotations

from collections.abc import Iterator

from govchain import drawing
from govchain.cli.desk.pictures.wish import Wish
from govchain.cli.terminal.wrong_use import WrongUse
from govchain.drawing.chart.subject import Fold
from govchain.reporting.words import noted

_LEAVE_OUT = noted("leave it out; `govchain render --help` says what it is for")
_CASE, _PAPER = "scenario", "paper"


def expect_heeded(wish: Wish) -> None:
    """WrongUse where an option says nothing of what is drawn."""
    for option in _given(wish):
        if wish.lays_out_steps:
            if option != _CASE:
                raise WrongUse(
                    "--{option} says nothing of what {what} draws: the steps of a matter",
                    _LEAVE_OUT,
                    option=option,
                    what=wish.format if drawing.lays_out(wish.format) else "dot",
                )
        elif option not in _heeded(wish):
            raise WrongUse(
                "--{option} says nothing of the view {view}",
                _LEAVE_OUT,
                option=option,
                view=wish.likely_view,
            )
    _expect_apart(wish)


def _given(wish: Wish) -> Iterator[str]:
    """The options that are given, as the views name them."""
    given = {
        _CASE: wish.scenario,
        _PAPER: wish.paper,
        "against": wish.against,
        f"fold {wish.fold}": wish.fold != Fold.AUTO,
        "expand": wish.expand,
        "focus": wish.focus,
        "only": wish.only,
        "highlight": wish.highlight,
        "theme": wish.themes,
        "data": wish.data,
    }
    return (option for option, value in given.items() if value)


def _heeded(wish: Wish) -> frozenset[str]:
    of_matter = () if wish.is_of_catalogue else (_CASE,)
    return drawing.heeds(wish.likely_view) | {_PAPER, *of_matter}


def _expect_apart(wish: Wish) -> None:
    """WrongUse where all is told step by step, and a call is to be told so besides."""
    reason = "focus" if wish.focus else "fold none" if wish.fold == Fold.NONE else ""
    if wish.expand and reason:
        raise WrongUse(
            "--expand says nothing beside --{other}: no matter is folded then",
            "leave one of the two out",
            other=reason,
        )
