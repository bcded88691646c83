"""The parts of joint chains, as they are named on the command line."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from govchain.cli.terminal.wrong_use import WrongUse, expect_one_of
from govchain.compiler.chain import Chain
from govchain.compiler.parts import parts_of
from govchain.reporting.tree.chain_tree import EVERY_PART
from govchain.reporting.words import noted


def expect_calls(named: Collection[str], chains: Iterable[Chain]) -> None:
    """WrongUse where one of the names is no call of these chains."""
    calls = {part.call for chain in chains for part in chain.once(parts_of) if part.call}
    for name in named:
        if not calls:
            raise WrongUse(
                "the matter calls no other: there is nothing to expand", "leave --expand out"
            )
        expect_one_of(noted('no call "{name}"'), name, [*sorted(calls), EVERY_PART])
