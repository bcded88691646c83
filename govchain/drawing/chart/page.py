"""Which part of a chain a page tells, what it is called, and where its neighbours are."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Door:
    """A page that another leads to: its name, and its key; or the page itself."""

    name: str
    page: str = ""
    is_here: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a chain.

    `matter` is the called matter that it is of, whose name the cards need not repeat; `calls` are
    the calls whose papers it tells where no step asks for them, None: all. `tells_whole`: findings
    on the matter as a whole stand on it. `note` says what it leaves out; `doors` are all pages of
    the picture, this one among them.
    """

    key: str = ""
    title: str = ""
    matter: str = ""
    calls: frozenset[str] | None = None
    tells_whole: bool = True
    note: str = ""
    doors: tuple[Door, ...] = ()


WHOLE = Page()
OWN = "own"
"""Key of the page of a joint matter's own steps; other pages have the id of their call."""
