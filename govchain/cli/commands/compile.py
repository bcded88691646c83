"""`govchain compile`: chains for programs."""

from __future__ import annotations

from typing import Annotated

import typer

from govchain.cli.desk.beginning import begin
from govchain.cli.line import options
from govchain.cli.line.choices import one_of
from govchain.cli.terminal.wrong_use import NO_FORMAT, expect_one_of

FORMATS = ("json", "graphml")


def compile_chains(
    context: typer.Context,
    matter: Annotated[
        str | None,
        typer.Argument(metavar="MATTER", help="The id of a matter, or its file; default: all."),
    ] = None,
    format: Annotated[
        str, typer.Option("--format", metavar=one_of(FORMATS), help="The format.")
    ] = "json",
    output: options.Output = None,
    force: options.Force = False,
    lang: options.Lang = None,
    no_color: options.NoColor = False,
    workspace: options.Workspace = None,
    date: options.Date = None,
    quiet: options.Quiet = False,
) -> None:
    """Print compiled chains as node-link JSON or GraphML."""
    session = begin(context, lang, no_color, workspace, date, quiet, force)
    from govchain.cli.desk.matters import load_matters
    from govchain.reporting.graphml import graphml
    from govchain.reporting.json_text import json_text

    expect_one_of(NO_FORMAT, format, FORMATS)
    catalogue, ids = load_matters(session, [matter] if matter else [])
    chains = [catalogue.chains[id] for id in ids]
    language = session.style(for_people=False).language
    if format == "graphml":
        session.give(graphml(chains, language), output)
        return
    told = [chain.to_dict(language) for chain in chains]
    whole = told[0] if matter and len(told) == 1 else {"chains": told}
    session.give(json_text(whole, depth=2), output)
