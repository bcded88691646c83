"""Help in the language of the run: what typer knows of a command, in our words and widths."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from govchain.cli.terminal.language import spoken_to
from govchain.reporting.widths import padded, width_of, wrapped
from govchain.reporting.words import Words, noted

if TYPE_CHECKING:
    Command = TyperCommand | TyperGroup

ARGUMENTS = "govchain.arguments"
"""Under which key a context keeps what was typed."""

NAMES = {
    "ARGS": noted("ARGS"),
    "COMMAND": noted("COMMAND"),
    "DATA": noted("DATA"),
    "DEPARTMENT": noted("DEPARTMENT"),
    "DIR": noted("DIR"),
    "FACT": noted("FACT"),
    "FAMILY": noted("FAMILY"),
    "FILE": noted("FILE"),
    "FINGERPRINT": noted("FINGERPRINT"),
    "ID": noted("ID"),
    "KIND": noted("KIND"),
    "LEVER": noted("LEVER"),
    "MATTER": noted("MATTER"),
    "NAME": noted("NAME"),
    "OPTION": noted("OPTION"),
    "OPTIONS": noted("OPTIONS"),
    "ORDER": noted("ORDER"),
    "PATH": noted("PATH"),
    "RULE": noted("RULE"),
    "TEXT": noted("TEXT"),
    "THEME": noted("THEME"),
    "TIME": noted("TIME"),
    "WORD": noted("WORD"),
}
"""What stands in the place of a value, in usage lines and help."""

_NAME = re.compile(r"[A-Z]{2,}")
_WIDEST = 100
_FIRST_COLUMN = 30
_INDENT = "  "


def words_for(context: typer.Context) -> Words:
    """The words for whoever typed the command line of this context."""
    return spoken_to(context.meta.get(ARGUMENTS, ()))


def help_page(
    command: Command, context: typer.Context, errands: Mapping[str, str] | None = None
) -> str:
    """How the command is used, what it does, and all it takes; of a program also its commands, and
    what each of these `errands` is for."""
    spoken = words_for(context)
    width = min(shutil.get_terminal_size().columns, _WIDEST)
    usage = spoken.say("Usage: {usage}", usage=_usage(command, context, spoken))
    sections = _sections(command, context, spoken, errands or {})
    parts = [
        wrapped(usage, width, _INDENT * 2),
        wrapped(_INDENT + spoken.say(command.help or ""), width, _INDENT),
        *(_section(head, rows, width) for head, rows in sections),
    ]
    return "\n\n".join("\n".join(part) for part in parts)


def named(text: str, spoken: Words) -> str:
    """The text with the names of values in the language."""
    return _NAME.sub(lambda found: spoken.word(NAMES, found[0]), text)


def _usage(command: Command, context: typer.Context, spoken: Words) -> str:
    pieces = command.collect_usage_pieces(context)
    return " ".join([context.command_path, *(named(piece, spoken) for piece in pieces)])


def _sections(
    command: Command, context: typer.Context, spoken: Words, errands: Mapping[str, str]
) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Arguments, options and commands: what each is called, and what it is for."""
    rows: dict[str, list[tuple[str, str]]] = {"argument": [], "option": []}
    for parameter in command.get_params(context):
        if isinstance(parameter, TyperArgument):
            name = " ".join(parameter.get_usage_pieces(context))
            rows["argument"].append((named(name, spoken), _about(parameter, spoken)))
        elif isinstance(parameter, TyperOption) and (record := parameter.get_help_record(context)):
            rows["option"].append((named(record[0], spoken), _about(parameter, spoken)))
    rows["command"] = [(name, spoken.say(about)) for name, about in errands.items()]
    heads = {
        "argument": spoken.say("Arguments"),
        "option": spoken.say("Options"),
        "command": spoken.say("Commands"),
    }
    yield from (
        (spoken.say("{head}:", head=heads[kind]), listed) for kind, listed in rows.items() if listed
    )


def _about(parameter: TyperArgument | TyperOption, spoken: Words) -> str:
    """What it is for, and what holds where it is not given."""
    told = [spoken.say(parameter.help or "")]
    if parameter.required:
        told.append(spoken.say("[required]"))
    elif parameter.show_default and parameter.default not in (None, False):
        told.append(spoken.say("[default: {default}]", default=parameter.default))
    return spoken.sentences(told)


def _section(head: str, rows: Sequence[tuple[str, str]], width: int) -> list[str]:
    """The names in one column and what they are for beside; long names on lines of their own."""
    column = min(max(width_of(name) for name, _ in rows), _FIRST_COLUMN)
    indent = " " * (column + 2 * len(_INDENT))
    lines = [head]
    for name, about in rows:
        beside = wrapped(about, width - len(indent))
        if width_of(name) > column:
            lines += wrapped(_INDENT + name, width, _INDENT * 2)
        else:
            lines.append(_INDENT + padded(name, column) + _INDENT + beside.pop(0))
        lines += [indent + line for line in beside]
    return lines
