"""`govchain render`: chain diagrams."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from govchain.cli.desk.beginning import begin
from govchain.cli.line import options
from govchain.cli.line.choices import ENGINES, FOLDS, ONLY, PAPERS, names_in, one_of


def render(
    context: typer.Context,
    matter: Annotated[
        list[str] | None,
        typer.Argument(metavar="MATTER", help="Ids or files of matters; default: all."),
    ] = None,
    view: Annotated[
        str | None,
        typer.Option(
            "--view",
            metavar=one_of(names_in("drawing", "view")),
            help="What the picture shows; default: the overview of a matter that calls others, "
            "else the lanes of departments.",
        ),
    ] = None,
    format: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar=one_of(names_in("drawing", "format"), "svg"),
            help="The format; default: what the name of the file says, else svg.",
        ),
    ] = None,
    engine: Annotated[
        str,
        typer.Option(
            "--engine",
            metavar=one_of(ENGINES),
            help="Who lays the picture out: govchain, or `dot`.",
        ),
    ] = "own",
    against: options.Against = None,
    scenario: Annotated[
        list[str] | None,
        typer.Option(
            "--scenario", metavar="FACT=OPTION", help="Only the cases in which this holds."
        ),
    ] = None,
    paper: Annotated[
        str | None,
        typer.Option(
            "--paper",
            metavar=one_of(PAPERS),
            help="Fit it to this paper, in letters that can be read there.",
        ),
    ] = None,
    fold: Annotated[
        str,
        typer.Option(
            "--fold",
            metavar=one_of(FOLDS, "auto"),
            help="Whether called matters are told as one each.",
        ),
    ] = "auto",
    expand: Annotated[
        list[str] | None,
        typer.Option(
            "--expand",
            metavar="CALL",
            help="Tell this called matter step by step; `all`: every one.",
        ),
    ] = None,
    focus: Annotated[
        str | None,
        typer.Option(
            "--focus",
            metavar="STEP|CALL",
            help="Only this step, and what is around it; or only this called matter.",
        ),
    ] = None,
    only: Annotated[
        str | None,
        typer.Option("--only", metavar=one_of(ONLY), help="Only what something is found of."),
    ] = None,
    highlight: Annotated[
        list[str] | None,
        typer.Option(
            "--highlight", metavar="RULE|FAMILY", help="Let findings of these alone stand out."
        ),
    ] = None,
    theme: options.Themes = None,
    data: Annotated[
        list[str] | None, typer.Option("--data", metavar="DATA", help="Only these data.")
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="PATH",
            help="A file for one matter, a folder (or a pdf or pptx) for several; default: stdout, "
            "`diagrams`.",
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
    from govchain.cli.desk.narrowing import split
    from govchain.cli.desk.pictures.giving import give_pictures
    from govchain.cli.desk.pictures.heeding import expect_heeded
    from govchain.cli.desk.pictures.looking import looked_at
    from govchain.cli.desk.pictures.places import format_of
    from govchain.cli.desk.pictures.subjects import wanted
    from govchain.cli.desk.pictures.wish import Wish

    wish = Wish(
        view=view or "",
        format=format_of(output) if format is None else format,
        engine=engine,
        scenario=tuple(scenario or ()),
        against=against or "",
        themes=split(theme),
        data=split(data),
        paper=paper or "",
        fold=fold,
        expand=split(expand),
        focus=focus or "",
        only=only or "",
        highlight=split(highlight),
    )
    wish.expect_sound()
    expect_heeded(wish)
    catalogue, ids = load_matters(session, matter or [])
    wish, ids = looked_at(wish, catalogue, ids)
    give_pictures(session, wanted(session, catalogue, ids, matter or (), wish), wish, output)
