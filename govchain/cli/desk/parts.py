"""The parts of joint chains, as they are named on the command line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from govchain.cli.terminal.wrong_use import WrongUse, expect_one_of
from govchain.compiler.chain import Chain
from govchain.compiler.parts import parts_of
from govchain.reporting.words import noted

EVERY_PART = "all"
"""What expands every called matter."""


def calls_named(named: Sequence[str], chains: Iterable[Chain]) -> tuple[str, ...]:
    """The calls that are meant. WrongUse where one of the names is no call of these chains."""
    calls = {part.call for chain in chains for part in chain.once(parts_of) if part.call}
    for name in named:
        if not calls:
            raise WrongUse(
                "the matter calls no other: there is nothing to expand", "leave --expand out"
            )
        expect_one_of(noted('no call "{name}"'), name, [*sorted(calls), EVERY_PART])
    return tuple(sorted(calls)) if EVERY_PART in named else tuple(named)
