"""A command as typer takes it apart: help in the language of the run, no option without a value."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import typer
from typer.core import TyperCommand, TyperOption

from govchain.cli.line.as_typed import taken_as_typed
from govchain.cli.line.help_page import help_page
from govchain.cli.terminal.language import spoken_to
from govchain.cli.terminal.output import unwritten
from govchain.cli.terminal.wrong_use import WrongUse

_NOTHING = " \t,，"
"""What names nothing, between the commas of a list too."""


class Errand(TyperCommand):
    """A command whose help speaks the language of the run, and whose options are given a value."""

    def get_params(self, ctx: typer.Context) -> list[Any]:  # type: ignore[override]
        return taken_as_typed(super().get_params(ctx))

    def get_help(self, ctx: typer.Context) -> str:  # type: ignore[override]  # typer's own kind
        return help_page(self, ctx)

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]
        if not ctx.resilient_parsing:  # a shell completes what is not yet whole
            _expect_values(self, ctx, args)
        try:
            return super().parse_args(ctx, args)
        except OSError as error:  # help that nobody can take: stdout is full or gone
            raise unwritten(error) from error

    def get_short_help_str(self, limit: int = 45) -> str:
        """What the shell shows beside the name as it completes."""
        return spoken_to(()).say(self.help or "")


def _expect_values(command: TyperCommand, context: typer.Context, args: Sequence[str]) -> None:
    """WrongUse where an option is given with nothing: a name that a script left empty chooses
    nothing, and must not be taken for a run without that option.

    Asked of what typer's parser took apart, before it is converted: an empty path becomes `.`.
    """
    values, _, given = command.make_parser(context).parse_args(args=[*args])
    for option in given:
        if isinstance(option, TyperOption) and _lacks_value(values.get(option.name or "")):
            raise WrongUse(
                'the option "{name}" needs a value',
                "leave it out, or see `{command}`",
                name=next((name for name in option.opts if name in args), option.opts[0]),
                command=f"{context.command_path} --help",
            )


def _lacks_value(typed: object) -> bool:
    """It names nothing, or one of several does."""
    several = typed if isinstance(typed, list) else [typed]
    return any(isinstance(text, str) and not text.strip(_NOTHING) for text in several)
