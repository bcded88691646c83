"""Which lists there are, with a line each."""

from __future__ import annotations

from govchain.reporting import lists
from govchain.reporting.json_text import json_text
from govchain.reporting.style import Style
from govchain.reporting.terminal import Cell, drawn, table
from govchain.reporting.words import words


def lists_as_text(style: Style) -> str:
    """A line a list: its name, its title, what a row says."""
    spoken = words(style.language)
    made = table(spoken.say("list"), spoken.say("title"), spoken.say("what a row says"), whole=(0,))
    for name in lists.names():
        kind = lists.list_named(name)
        made.add_row(name, Cell(spoken.say(kind.title)), Cell(spoken.say(kind.about)))
    return drawn(made, style)


def lists_as_json(style: Style) -> str:
    """The same for programs."""
    spoken = words(style.language)
    told = [
        {"name": name, "title": spoken.say(kind.title), "about": spoken.say(kind.about)}
        for name in lists.names()
        for kind in [lists.list_named(name)]
    ]
    return json_text({"schema": "govchain.lists/1", "lists": told}, depth=2)
