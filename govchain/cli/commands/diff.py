"""`govchain diff OLD NEW`: what a change spares people, for whoever reviews or plans it."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from govchain.cli.desk.beginning import begin
from govchain.cli.line import options
from govchain.cli.line.choices import names_in, one_of

LIMIT = 20
"""How much of a kind the page lists unless told otherwise."""


def diff(
    context: typer.Context,
    old: Annotated[
        str,
        typer.Argument(
            metavar="OLD",
            help="A folder, or a revision of git: what was; or a range of revisions, A..B.",
        ),
    ],
    new: Annotated[
        str | None,
        typer.Argument(
            metavar="NEW",
            help="A folder, or a revision of git: what is; default: the workspace as it lies here.",
        ),
    ] = None,
    matter: options.Matters = None,
    theme: options.Themes = None,
    limit: Annotated[
        int,
        typer.Option(
            "--limit",
            metavar="N",
            min=0,
            help="How many matters, findings and links to list; 0: all.",
        ),
    ] = LIMIT,
    format: Annotated[
        str,
        typer.Option(
            "--format",
            metavar=one_of(names_in("reporting", "formats", "diff"), "text"),
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
    jobs: options.Jobs = None,
) -> None:
    """Compare two catalogues: figures before and after, findings and links gone or new."""
    session = begin(context, lang, no_color, workspace, date, quiet, force)
    from govchain.cli.desk.narrowing import split
    from govchain.cli.desk.reports import expect_format
    from govchain.cli.desk.verdict import tell_faults
    from govchain.cli.desk.versions.comparing import (
        as_typed,
        difference_between,
        named_in_versions,
    )
    from govchain.cli.desk.versions.sides import opened_sides
    from govchain.reporting import formats

    expect_format("diff", format)
    before, after = opened_sides(session, old, new)
    matters, themes = split(matter), split(theme)
    asked = as_typed(session, (old, new), matters, themes)
    named = named_in_versions(before, after, matters, themes)
    difference = difference_between(session, before, after, named, asked, jobs)
    most = min(limit, sys.maxsize) or None
    is_for_people = formats.is_for_people("diff", format)
    style = session.style(for_people=is_for_people, file=output, limit=most)
    session.give_pieces(formats.pieces(difference, "diff", format, style), output)
    for side in (difference.old, difference.new):
        tell_faults(session, side.report)
