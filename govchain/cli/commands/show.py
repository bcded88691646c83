"""`govchain show MATTER`: the compiled chain as a tree."""

from __future__ import annotations

from typing import Annotated

import typer

from govchain.cli.desk.session import begin
from govchain.cli.line import options


def show(
    context: typer.Context,
    matter: Annotated[
        str, typer.Argument(metavar="MATTER", help="The id of a matter, or its file.")
    ],
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
    from govchain.cli.desk.narrowing import narrowing
    from govchain.cli.desk.reports import made_report
    from govchain.reporting.tree import chain_tree

    catalogue, matters = load_matters(session, [matter])
    report = made_report(session, narrowing(catalogue, matters=matters), (), ())
    style = session.style(for_people=True, file=output)
    trees = [chain_tree(catalogue.chains[id], report, style) for id in matters]
    session.give("\n".join(trees), output)
