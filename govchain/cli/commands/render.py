"""`govchain render`: chain diagrams."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from govchain.cli.desk.session import begin
from govchain.cli.line import options
from govchain.cli.line.choices import ENGINES, names_in, one_of


def render(
    context: typer.Context,
    matter: Annotated[
        list[str] | None,
        typer.Argument(metavar="MATTER", help="Ids or files of matters; default: all."),
    ] = None,
    view: Annotated[
        str,
        typer.Option(
            "--view",
            metavar=one_of(names_in("drawing", "view"), "lanes"),
            help="What the picture shows.",
        ),
    ] = "lanes",
    format: Annotated[
        str,
        typer.Option(
            "--format", metavar=one_of(names_in("drawing", "format"), "svg"), help="The format."
        ),
    ] = "svg",
    engine: Annotated[
        str,
        typer.Option(
            "--engine",
            metavar=one_of(ENGINES),
            help="Who lays the picture out: govchain, or `dot`.",
        ),
    ] = "own",
    scenario: Annotated[
        list[str] | None,
        typer.Option(
            "--scenario", metavar="FACT=OPTION", help="Only the cases in which this holds."
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="PATH",
            help="A file for one matter, a folder for several; default: stdout, `diagrams`.",
        ),
    ] = None,
    force: options.Force = False,
    lang: options.Lang = None,
    no_color: options.NoColor = False,
    workspace: options.Workspace = None,
    date: options.Date = None,
    quiet: options.Quiet = False,
) -> None:
    """Draw the chains of matters as diagrams."""
    session = begin(context, lang, no_color, workspace, date, quiet, force)
    from govchain.cli.desk.matters import load_matters
    from govchain.cli.desk.pictures import Wish, give_pictures

    catalogue, ids = load_matters(session, matter or [])
    wish = Wish(view, format, engine, tuple(scenario or ()))
    give_pictures(session, catalogue, ids, wish, output)
