"""The commands of a program, each made once somebody asks for it.

typer makes every command from the signature of its function before it looks at what was typed; of
fourteen commands that takes longer than what most of them do, and one is asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import typer
from typer.core import TyperCommand
from typer.main import get_command_from_info
from typer.models import CommandInfo


class AsAsked(Mapping[str, TyperCommand]):
    """The commands that a typer program knows, by their names, in the order they were told it."""

    def __init__(self, told: typer.Typer) -> None:
        self._told = told
        self._infos = {info.name or "": info for info in told.registered_commands}
        self._made: dict[str, TyperCommand] = {}

    def __getitem__(self, name: str) -> TyperCommand:
        if name not in self._made:
            self._made[name] = self._make(self._infos[name])
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._infos)

    def __len__(self) -> int:
        return len(self._infos)

    @property
    def abouts(self) -> Mapping[str, str]:
        """What each is for; none is made for it."""
        return {name: info.help or "" for name, info in self._infos.items()}

    def _make(self, info: CommandInfo) -> TyperCommand:
        made = get_command_from_info(
            info,
            pretty_exceptions_short=self._told.pretty_exceptions_short,
            rich_markup_mode=self._told.rich_markup_mode,
        )
        assert isinstance(made, TyperCommand)
        return made
