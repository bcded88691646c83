"""The parts of joint chains, as they are named on the command line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from govchain.cli.desk.names import Shelf, all_named
from govchain.cli.terminal.wrong_use import WrongUse
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.compiler.parts import parts_of
from govchain.reporting.words import noted

EVERY_PART = "all"
"""What expands every called matter."""


def calls_named(
    named: Sequence[str], chains: Sequence[Chain], catalogue: Catalogue
) -> tuple[str, ...]:
    """The calls that are meant: `outer`, or `outer/inner` where a called matter calls another.

    WrongUse where one of the names is no call of these chains.
    """
    names = _names_of_calls(chains, catalogue)
    if named and not names:
        raise WrongUse(
            "the matter calls no other: there is nothing to expand", "leave --expand out"
        )
    names[EVERY_PART] = ()
    shelf = Shelf(names, names.__getitem__, noted('no call "{name}"'))
    found = all_named([name.rstrip("/") for name in named], shelf)
    if EVERY_PART in found:
        return tuple(sorted({part.call for c in chains for part in c.once(parts_of) if part.call}))
    return found


def _names_of_calls(chains: Iterable[Chain], catalogue: Catalogue) -> dict[str, tuple[str, ...]]:
    """Each call by its way through the calls, and what people call it."""
    names: dict[str, tuple[str, ...]] = {}
    for chain in chains:
        parts = {part.call: part.name for part in chain.once(parts_of)}
        for call, matter in chain.expansion.calls.items():
            name = parts.get(call) or catalogue.matters[matter].name
            names[call] = (*names.get(call, ()), name)
    return names
