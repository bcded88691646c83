"""`govchain show MATTER`: the compiled chain as a tree."""

from __future__ import annotations

from typing import Annotated

import typer

from govchain.cli.desk.beginning import begin
from govchain.cli.line import options


def show(
    context: typer.Context,
    matter: Annotated[
        str, typer.Argument(metavar="MATTER", help="The id of a matter, or its file.")
    ],
    expand: Annotated[
        list[str] | None,
        typer.Option(
            "--expand",
            metavar="CALL",
            help="Tell this called matter step by step; `all`: every one.",
        ),
    ] = None,
    output: options.Output = None,
    force: options.Force = False,
    lang: options.Lang = None,
    no_color: options.NoColor = False,
    workspace: options.Workspace = None,
    date: options.Date = None,
    quiet: options.Quiet = False,
) -> None:
    """Show the compiled chain of a matter: steps, data, departments, findings."""
    session = begin(context, lang, no_color, workspace, date, quiet, force)
    from govchain.cli.desk.matters import load_matters
    from govchain.cli.desk.narrowing import narrowing, split
    from govchain.cli.desk.parts import calls_named
    from govchain.cli.desk.reports import made_report
    from govchain.reporting.tree.chain_tree import chain_tree

    catalogue, matters = load_matters(session, [matter])
    report = made_report(session, narrowing(catalogue, matters=matters), (), ())
    style = session.style(for_people=True, file=output)
    chains = [catalogue.chains[id] for id in matters]
    expanded = calls_named(split(expand), chains, catalogue)
    trees = [chain_tree(chain, report, style, expanded) for chain in chains]
    session.give("\n".join(trees), output)
