"""`govchain list`: the lists (清单) that departments negotiate over."""

from __future__ import annotations

import os
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, Annotated

import typer

from govchain.cli.desk.beginning import begin
from govchain.cli.desk.session import Session
from govchain.cli.line import options
from govchain.cli.line.choices import names_in, one_of
from govchain.cli.terminal.wrong_use import WrongUse
from govchain.reporting.words import noted

if TYPE_CHECKING:
    from pathlib import Path

    from govchain.reporting.listing.listing import Listing, ListKind


def list_(
    context: typer.Context,
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="LIST", help="The list; none: which lists there are, with a line each."
        ),
    ] = None,
    paths: options.Paths = None,
    all: Annotated[bool, typer.Option("--all", help="All lists, one after another.")] = False,
    matter: options.Matters = None,
    department: Annotated[
        list[str] | None,
        typer.Option(
            "--department", metavar="DEPARTMENT", help="Only the rows of these departments."
        ),
    ] = None,
    theme: options.Themes = None,
    format: Annotated[
        str,
        typer.Option(
            "--format",
            metavar=one_of(names_in("reporting", "formats", "list"), "text"),
            help="The format.",
        ),
    ] = "text",
    output: options.Output = None,
    force: options.Force = False,
    lang: options.Lang = None,
    no_color: options.NoColor = False,
    workspace: options.Workspace = None,
    date: options.Date = None,
    quiet: options.Quiet = False,
    jobs: options.Jobs = 1,
) -> None:
    """Print the lists that departments negotiate over."""
    meant = name
    if all and name is not None:  # it is a path then: all lists need no name
        context.params["paths"] = paths = [name, *(paths or ())]
        name = None
    session = begin(context, lang, no_color, workspace, date, quiet, force)
    if all and meant is not None:
        _expect_path(meant)
    from govchain.cli.desk.names import all_named
    from govchain.cli.desk.reports import expect_format
    from govchain.cli.desk.shelves import departments_of

    expect_format("list", format)
    if name is None and not all:
        _tell_names(session, format, output)
        return
    kinds = _kinds(name)
    _expect_room(kinds, format)
    from govchain.cli.desk.narrowing import narrowing, split
    from govchain.cli.desk.reports import made_report
    from govchain.cli.desk.verdict import (
        expect_matters,
        expect_worth_a_file,
        tell_faults,
        tell_unread,
    )
    from govchain.reporting.listing.listing import foreseen_by, listing_of

    catalogue = session.load(paths or ())
    expect_worth_a_file(catalogue, output)
    wanted = narrowing(
        catalogue,
        session.targets,
        split(matter),
        (),
        split(theme),
        root=session.root,
        follows_data=True,
    )
    report = made_report(session, wanted, (), (), foreseen_by(kinds), jobs)
    offices = all_named(split(department), departments_of(catalogue))
    report = replace(report, departments=offices)
    _give(session, [listing_of(kind, report) for kind in kinds], format, output)
    tell_unread(session, catalogue)
    tell_faults(session, report)
    expect_matters(session, catalogue)


def _expect_path(argument: str) -> None:
    """WrongUse where it rather names one of the lists, which all are."""
    from govchain.reporting import lists

    if argument in lists.names() and not os.path.lexists(argument):
        raise WrongUse(
            'all lists are asked for, and "{name}" is one of them',
            "leave out the name, or --all",
            name=argument,
        )


def _kinds(name: str | None) -> list[ListKind]:
    """The list that is meant, or all. WrongUse where there is none of that name."""
    from govchain.cli.desk.names import ids_named, is_named
    from govchain.cli.desk.shelves import lists_by_title
    from govchain.reporting import lists

    if name is not None and os.path.lexists(name) and not is_named(name, lists_by_title()):
        raise WrongUse(
            'no list "{name}"',
            "the name of a list comes first: `govchain list LIST {name}`; "
            "`govchain list` says which there are",
            name=name,
        )
    ids = lists.names() if name is None else ids_named(name, lists_by_title())
    return [lists.list_named(id) for id in ids]


def _expect_room(kinds: list[ListKind], format: str) -> None:
    from govchain.reporting import formats

    if len(kinds) > 1 and formats.is_of_one("list", format):
        raise WrongUse(
            "{format} holds one list",
            "name the list, or take xlsx, json, markdown or text",
            format=format,
        )


def _tell_names(session: Session, format: str, output: Path | None) -> None:
    """Which lists there are, for people or for programs."""
    from govchain.reporting import formats
    from govchain.reporting.list_table import lists_as_json, lists_as_text

    if format not in ("text", "json"):
        is_of_one = formats.is_of_one("list", format)
        hint = noted("name one") if is_of_one else noted("name one, or take all with --all")
        raise WrongUse("no list is named", hint)
    style = session.style(for_people=format == "text", file=output)
    told = lists_as_text(style) if format == "text" else lists_as_json(style)
    session.give(told, output)


def _give(session: Session, listings: list[Listing], format: str, output: Path | None) -> None:
    from govchain.cli.terminal.output import is_stdout
    from govchain.reporting import formats

    style = session.style(for_people=formats.is_for_people("list", format), file=output)
    if not formats.is_text("list", format):
        session.give_content(formats.content(listings, "list", format, style), output)
        return
    mark = "" if is_stdout(output) else formats.file_mark("list", format)
    session.give_pieces(chain([mark], formats.pieces(listings, "list", format, style)), output)
