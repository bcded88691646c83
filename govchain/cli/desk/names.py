"""What a name on the command line stands for: matters, departments, themes, rules, orders …

Whoever types it may know the id, the name (in either language, where it has one in both), or a part
of the name that nothing else has in its own.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from govchain.cli.terminal.wrong_use import (
    DID_YOU_MEAN,
    LISTED,
    NONE,
    ONE_OF,
    Spelled,
    WrongUse,
    closest,
)
from govchain.reporting.widths import width_of
from govchain.reporting.words import Words, noted, words

_DID_YOU_MEAN_AT = noted('did you mean "{suggestion}" ({place})?')
_LANGUAGES = ("en", "zh")
SHORTEST = 4
"""How wide a part of a name must be to stand for it: two Chinese characters, or four letters."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """Things of one kind that can be named: their ids, and what people call each.

    `hint` is what to do where nothing comes near; `places` say where a thing is defined.
    """

    ids: Collection[str]
    names_of: Callable[[str], Sequence[str]]
    missing: str
    hint: str = ONE_OF
    places: Mapping[str, str] = field(default_factory=dict)

    def called(self, name: str) -> list[str]:
        """The ids of what is called exactly so; an id wins over all names."""
        if name in self.ids:
            return [name]
        wanted = name.casefold()
        return [id for id in self.ids if wanted in map(str.casefold, self.names_of(id))]

    def holding(self, part: str) -> list[str]:
        """The ids of what has the part in its name; an id itself is written in full."""
        return [id for id in self.ids if self.name_with(part, id)]

    def name_with(self, part: str, id: str) -> str:
        """The name of it that has the part in it, empty where none has."""
        wanted = part.casefold()
        held = (name for name in self.names_of(id) if name != id and wanted in name.casefold())
        return next(held, "")

    def chinese(self, id: str) -> str:
        """What it is called in Chinese; its id where it has no such name."""
        return next((name for name in self.names_of(id) if not name.isascii()), id)

    def spellings(self) -> Iterator[tuple[str, str]]:
        """All that can be typed, and the id it stands for."""
        for id in self.ids:
            yield id, id
            yield from ((name, id) for name in self.names_of(id))


def in_both_languages(say: Callable[[Words], str]) -> tuple[str, ...]:
    """What something is called in English and in Chinese."""
    return tuple(say(words(language)) for language in _LANGUAGES)


def ids_named(name: str, *shelves: Shelf) -> list[str]:
    """The ids of what is meant, the first shelf that knows it deciding.

    WrongUse where nothing is called so, and where part of a name is part of several.
    """
    for shelf in shelves:
        if called := shelf.called(name):
            return called
    for shelf in shelves:
        if holding := shelf.holding(name) if width_of(name) >= SHORTEST else []:
            return [_only(name, holding, shelf)]
    raise _nothing(name, shelves)


def is_named(name: str, *shelves: Shelf) -> bool:
    """Something is called so, or has it as a part of its name."""
    return any(shelf.called(name) or shelf.holding(name) for shelf in shelves)


def all_named(names: Sequence[str], *shelves: Shelf) -> tuple[str, ...]:
    """The ids of all that is named, each once."""
    return tuple(dict.fromkeys(id for name in names for id in ids_named(name, *shelves)))


def _only(part: str, ids: Sequence[str], shelf: Shelf) -> str:
    """The one id. WrongUse where there are several."""
    if len(ids) == 1:
        return ids[0]
    listed = tuple(f"{shelf.name_with(part, id)} ({id})" for id in ids[:LISTED])
    raise WrongUse('"{name}" is part of several names', ONE_OF, name=part, known=listed)


def _nearest(name: str, spelled: Collection[str]) -> str:
    """What looks most like it, what it contains, or what contains it; empty where nothing does."""
    within = [known for known in spelled if len(known) > 1 and known in name]
    around = [known for known in spelled if name and name in known]
    return (
        max(within, key=len, default="")
        or closest(name, spelled)
        or min(around, key=len, default="")
    )


def _nothing(name: str, shelves: Sequence[Shelf]) -> WrongUse:
    """No such thing: what may be meant, else what there is."""
    spelled = dict(pair for shelf in reversed(shelves) for pair in shelf.spellings())
    near = _nearest(name, spelled)
    first = shelves[0]
    place = first.places.get(spelled[near], "") if near else ""
    hint = (_DID_YOU_MEAN_AT if place else DID_YOU_MEAN) if near else first.hint
    ids = sorted({id for shelf in shelves for id in shelf.ids})[:LISTED]
    chinese = tuple(next(shelf.chinese(id) for shelf in shelves if id in shelf.ids) for id in ids)
    return WrongUse(
        first.missing,
        hint if ids else NONE,
        name=name,
        suggestion=near,
        place=place,
        known=Spelled(tuple(ids), chinese),
    )
