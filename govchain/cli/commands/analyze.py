"""`govchain analyze`: the picture of a catalogue and its findings, for a planner."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from govchain.cli.answers.repeating import repeat_answer
from govchain.cli.desk.beginning import begin
from govchain.cli.line import options
from govchain.cli.line.choices import names_in, one_of
from govchain.copies import processors

LIMIT = 20
"""How many findings the page lists unless told otherwise."""


def analyze(
    context: typer.Context,
    paths: options.Paths = None,
    matter: options.Matters = None,
    department: Annotated[
        list[str] | None,
        typer.Option(
            "--department",
            metavar="DEPARTMENT",
            help="Only what these departments, or those below them, need or hold.",
        ),
    ] = None,
    theme: options.Themes = None,
    lever: Annotated[
        list[str] | None,
        typer.Option("--lever", metavar="LEVER", help="Only what this lever of reform mends."),
    ] = None,
    without_amendment: Annotated[
        bool,
        typer.Option(
            "--without-amendment", help="Only what can be mended without amending any law."
        ),
    ] = False,
    against: options.Against = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    sort: options.Sort = "benefit",
    limit: Annotated[
        int, typer.Option("--limit", metavar="N", min=0, help="How many findings to list; 0: all.")
    ] = LIMIT,
    format: Annotated[
        str,
        typer.Option(
            "--format",
            metavar=one_of(names_in("reporting", "formats", "analyze"), "text"),
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
    no_cache: options.NoCache = False,
    jobs: options.Jobs = None,
) -> None:
    """Show the picture of the catalogue and its findings, ranked by benefit."""
    session = begin(context, lang, no_color, workspace, date, quiet, force)
    repeat_answer(session, context, anew=no_cache)
    from govchain.cli.desk.narrowing import narrowing, rules_named, split
    from govchain.cli.desk.reports import (
        expect_format,
        expect_to_hold_against,
        give_report,
        made_report,
        sorted_report,
    )
    from govchain.cli.desk.verdict import (
        expect_matters,
        expect_worth_a_file,
        tell_faults,
        tell_losses,
    )
    from govchain.reporting import formats

    expect_format("analyze", format)
    if against is not None:
        expect_to_hold_against("analyze", format)
    chosen, hidden = rules_named(split(select)), rules_named(split(ignore))
    catalogue = session.load(paths or ())
    expect_worth_a_file(catalogue, output)
    wanted = narrowing(
        catalogue,
        session.targets,
        split(matter),
        split(department),
        split(theme),
        split(lever),
        without_amendment=without_amendment,
        root=session.root,
        follows_data=True,
    )
    foreseen = formats.foreseen("analyze", format)
    report = sorted_report(made_report(session, wanted, chosen, hidden, foreseen, jobs), sort)
    most = min(limit, sys.maxsize) or None
    is_for_people = formats.is_for_people("analyze", format)
    style = session.style(
        for_people=is_for_people, file=output, limit=most, jobs=jobs or processors()
    )
    told: formats.Told = report
    if against is not None:
        from govchain.cli.desk.versions.comparing import held_against

        told = held_against(session, report, paths or (), against, jobs)
    give_report(session, told, "analyze", format, style, output)
    if not is_for_people:
        tell_losses(session, report)
    tell_faults(session, report)
    expect_matters(session, catalogue)
