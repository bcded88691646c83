"""What of a chain is named on the command line: a step or a called matter that is looked at, calls
that are told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from govchain.cli.desk.names import Shelf, ids_named
from govchain.cli.desk.parts import calls_named
from govchain.cli.desk.pictures.wish import Wish
from govchain.cli.terminal.wrong_use import ONE_OF, WrongUse
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.compiler.parts import parts_of
from govchain.reporting.words import noted


def looked_at(wish: Wish, catalogue: Catalogue, ids: Sequence[str]) -> tuple[Wish, list[str]]:
    """The wish with the id of the step or call that is meant, and the matters that have it.

    WrongUse where none has, and where a call is named that none of them has.
    """
    chains = [catalogue.chains[id] for id in ids]
    wish = replace(wish, expand=calls_named(wish.expand, chains, catalogue))
    if not wish.focus:
        return wish, [*ids]
    focus = _named(wish.focus, chains)
    having = [c for c in chains if c.has_step(focus)] or [c for c in chains if _calls(c, focus)]
    return replace(wish, focus=focus), [chain.matter.id for chain in having]


def _calls(chain: Chain, call: str) -> bool:
    """It calls a matter so, of which there are steps in it."""
    return any(part.call == call and part.steps for part in chain.once(parts_of))


def expect_there(focus: str, chain: Chain) -> None:
    """WrongUse where the step or call does not take place in the scenario that is drawn."""
    if focus and not chain.has_step(focus) and not _calls(chain, focus):
        raise WrongUse(
            '"{name}" does not take place in these cases',
            "name another one with --focus, or leave --scenario out",
            name=focus,
        )


def _named(name: str, chains: Sequence[Chain]) -> str:
    """The id of the step that is called so in one of the chains, or else of the call."""
    parts = (part for chain in chains for part in chain.once(parts_of) if part.call)
    names = {part.call: tuple(filter(None, (part.name,))) for part in parts}
    names |= {step.id: tuple(filter(None, (step.name,))) for c in chains for step in c.steps}
    shelf = Shelf(names, names.__getitem__, noted('no step "{name}"'))
    found = ids_named(name, shelf)
    if len(found) > 1:
        raise WrongUse('"{name}" is the name of several steps', ONE_OF, name=name, known=(*found,))
    return found[0]
