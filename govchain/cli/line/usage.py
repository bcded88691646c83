"""What typer finds wrong with a command line, for those whom it cannot tell.

typer says it in English sentences alone; what it found is read from them, and told as every other
wrong use.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import typer

from govchain.cli.line.help_page import named, words_for
from govchain.cli.terminal.wrong_use import DID_YOU_MEAN, WrongUse, closest
from govchain.reporting.words import Words, noted

_ASK = noted("`{command} --help` says what there is")
_SAYINGS = (
    (r"No such option: (?P<name>\S+)(?: \(Possible options: (?P<near>.*)\))?",
     noted('there is no option "{name}"')),
    (r"No such command '(?P<name>.*?)'\.?(?: Did you mean (?P<near>.*)\?)?",
     noted('there is no command "{name}"')),
    (r"Missing command\.", noted("a command is missing")),
    (r"Missing (?:argument|option) '(?P<name>.*?)'\..*", noted('"{name}" is missing')),
    (r"Got unexpected extra argument\(?s?\)? \((?P<name>.*)\)",
     noted('there is no place for "{name}"')),
    (r"Option '(?P<name>.*)' requires an? ?.*", noted('the option "{name}" needs a value')),
    (r"Option '(?P<name>.*)' does not take a value\.", noted('the option "{name}" takes no value')),
    (r"Invalid value for '(?P<name>.*?)': .*equal to (?P<least>\d+).*",
     noted('"{name}" needs a whole number, {least} at least')),
    (r"Invalid value for '(?P<name>.*?)': .*integer.*",
     noted('"{name}" needs a whole number')),
    (r"Invalid value for '(?P<name>.*?)': .*", noted('"{name}" cannot take this value')),
)  # fmt: skip
"""Each kind of sentence that typer makes, and ours."""

LONGEST = 1000
"""A longer sentence repeats what no one typed; it is not taken apart."""

_UNKNOWN = noted('the command line cannot be understood: "{text}"')


def wrong_use_of(error: typer.TyperException, context: typer.Context) -> WrongUse:
    """The same as a wrong use of ours, with what may be meant, else where to look."""
    said = error.format_message()
    command = _command(error, context)
    if len(said) > LONGEST:
        return WrongUse(_UNKNOWN, _ASK, text=f"{said[:LONGEST]}…", command=command)
    for pattern, message in _SAYINGS:
        if found := re.fullmatch(pattern, said, re.DOTALL):
            return _told(message, found.groupdict(), command, words_for(context))
    return WrongUse(_UNKNOWN, _ASK, text=said, command=command)


def _told(message: str, facts: Mapping[str, str | None], command: str, spoken: Words) -> WrongUse:
    name = facts.get("name") or ""
    near = re.findall(r"[\w-]+", facts.get("near") or "")
    suggestion = closest(name, near) or next(iter(near), "")
    return WrongUse(
        message,
        DID_YOU_MEAN if suggestion else _ASK,
        name=named(name, spoken),
        least=facts.get("least"),
        suggestion=suggestion,
        command=command,
    )


def _command(error: typer.TyperException, context: typer.Context) -> str:
    """The command whose line it was."""
    meant: typer.Context | None = getattr(error, "ctx", None)
    if meant is not None:
        return meant.command_path
    return " ".join(filter(None, [context.command_path, context.invoked_subcommand]))
