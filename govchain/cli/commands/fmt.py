"""`govchain fmt`: definitions in the order and layout of the language, or in its other spelling."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from govchain.cli.desk.beginning import begin
from govchain.cli.desk.session import Session
from govchain.cli.line import options
from govchain.cli.line.choices import one_of
from govchain.cli.terminal.language import LANGUAGES
from govchain.cli.terminal.wrong_use import expect_one_of
from govchain.reporting.words import noted

if TYPE_CHECKING:
    from govchain.cli.desk.definition_files import DefinitionFile
    from govchain.findings import Trouble

_NOT_IN_ORDER = 1

Change = tuple["DefinitionFile", bytes]
"""A file and what it is to hold."""


def fmt(
    context: typer.Context,
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="PATH", help="Files or folders to write anew; default: all."),
    ] = None,
    keys: Annotated[
        str | None,
        typer.Option(
            "--keys",
            metavar=one_of(LANGUAGES),
            help="Write keywords and fixed values in this language; default: as they are.",
        ),
    ] = None,
    check: Annotated[
        bool,
        typer.Option("--check", help="Write nothing; name the files that would change, exit 1."),
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help="Write nothing; show what would change.")
    ] = False,
    lang: options.Lang = None,
    no_color: options.NoColor = False,
    workspace: options.Workspace = None,
    date: options.Date = None,
    quiet: options.Quiet = False,
) -> None:
    """Write definitions in the order and layout of the language; comments stay."""
    session = begin(context, lang, no_color, workspace, date, quiet)
    if keys is not None:
        expect_one_of('"{name}" is not a language of govchain', keys, LANGUAGES)
    from govchain.cli.desk.definition_files import DefinitionFiles

    files = DefinitionFiles(session, paths or ())
    changes: list[Change] = []
    left: list[Trouble] = []
    count = 0
    with session.progress(noted("reading and laying out …")):
        for file in files.taken():
            count += 1
            changes += _change_of(file, keys, left)
    left += files.troubles
    if check or diff:
        _show(session, changes, as_diff=diff)
    else:
        left += _write(session, changes)
    _tell(session, left, files.outside)
    if not changes and not left:
        session.note("files in order: {count}", count=count)
    if left or (check and changes):
        raise typer.Exit(_NOT_IN_ORDER)


def _change_of(file: DefinitionFile, keys: str | None, left: list[Trouble]) -> Iterator[Change]:
    """What the file is to hold, if that is something else; why it is left alone, if it is."""
    from govchain.rewriting.definitions import LeftAloneError, rewritten

    try:
        content = rewritten(file.name, file.content, keys)
    except LeftAloneError as error:
        left.append(error.trouble)
    else:
        if content != file.content:
            yield file, content


def _show(session: Session, changes: Sequence[Change], *, as_diff: bool) -> None:
    """Names the files that would change, or shows how."""
    from govchain.cli.desk.line_diff import line_diff
    from govchain.reporting.places import name_in_words

    for file, content in changes:
        name = name_in_words(file.name)
        if as_diff:
            shown = "".join(line_diff(name, file.content.decode(), content.decode()))
        else:
            shown = f"{name}\n"
        session.give(shown, None)


def _write(session: Session, changes: Sequence[Change]) -> Iterator[Trouble]:
    """Writes each file anew; one that is another meanwhile stays."""
    from govchain.cli.files.saving import ChangedError
    from govchain.findings import Place, Trouble

    for file, content in changes:
        try:
            session.save_anew(content, file.place, file.content, file.name)
        except ChangedError:
            place = Place(file.name, 1, 1)
            yield Trouble("", file.name, place, noted("it has been changed meanwhile"))
        else:
            session.note('written: "{file}"', file=file.name)


def _tell(session: Session, left: Sequence[Trouble], outside: Sequence[str]) -> None:
    """Says what was left as it is, and why."""
    from govchain.reporting.filling import fill
    from govchain.reporting.places import place_in_words

    spoken = session.words
    for trouble in left:
        session.note(
            "left as it is: {place}: {problem}",
            place=place_in_words(trouble.place),
            problem=fill(spoken.say(trouble.message), trouble.facts, spoken),
        )
    if outside:
        ways = ", ".join(dict.fromkeys(outside))
        session.note("left as it is, outside the workspace: {paths}", paths=ways)
