"""`govchain check`: the same findings as a gate, for CI and editors."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from govchain.cli.answers.repeating import repeat_answer
from govchain.cli.desk.beginning import begin
from govchain.cli.line import options
from govchain.cli.line.choices import THRESHOLDS, names_in, one_of
from govchain.cli.terminal.wrong_use import WrongUse
from govchain.reporting.words import noted

_APART = noted("leave one of the two out, or run the command once for each")

_OF_A_RESULT = {
    "format": noted("a baseline has a format of its own, so --format says nothing"),
    "sort": noted("a baseline has an order of its own, so --sort says nothing"),
}
"""Options that say how to tell what is found, and why they say nothing of a baseline."""


def check(
    context: typer.Context,
    paths: options.Paths = None,
    format: Annotated[
        str,
        typer.Option(
            "--format",
            metavar=one_of(names_in("reporting", "formats", "check"), "text"),
            help="The format.",
        ),
    ] = "text",
    fail: Annotated[
        str,
        typer.Option(
            "--fail-on",
            metavar=one_of(THRESHOLDS),
            help="The lowest severity that fails the check.",
        ),
    ] = "error",
    select: options.Select = None,
    ignore: options.Ignore = None,
    baseline: Annotated[
        Path | None,
        typer.Option("--baseline", metavar="FILE", help="Findings in it are known: they pass."),
    ] = None,
    write_baseline: Annotated[
        Path | None,
        typer.Option(
            "--write-baseline", metavar="FILE", help="Write what is found now as the baseline."
        ),
    ] = None,
    sort: options.Sort = "benefit",
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
    """Check the definitions: the same findings as a gate for CI and editors."""
    session = begin(context, lang, no_color, workspace, date, quiet, force)
    repeat_answer(session, context, anew=no_cache)
    from govchain.cli.desk.baselines import compared, save_baseline
    from govchain.cli.desk.narrowing import narrowing, rules_named, split
    from govchain.cli.desk.reports import expect_format, made_report, sorted_report
    from govchain.cli.desk.repository import folder_in_repository
    from govchain.cli.desk.verdict import (
        expect_matters,
        expect_worth_a_file,
        fail_on,
        tell_faults,
        tell_losses,
        threshold_named,
    )
    from govchain.pipeline import enabled_rules
    from govchain.reporting import formats

    if write_baseline is not None:
        _expect_no_result(context, output)
    expect_format("check", format)
    threshold = threshold_named(fail)
    chosen, hidden = rules_named(split(select)), rules_named(split(ignore))
    catalogue = session.load(paths or ())
    expect_worth_a_file(catalogue, output)
    wanted = narrowing(catalogue, session.targets, root=session.root)
    foreseen = formats.foreseen("check", format)
    report = sorted_report(made_report(session, wanted, chosen, hidden, foreseen, jobs), sort)
    enabled = enabled_rules(catalogue.settings, chosen, hidden)
    known = compared(session, report, wanted, enabled, baseline, write_baseline)
    if write_baseline is not None:
        tell_losses(session, report)
        tell_faults(session, report)
        expect_matters(session, catalogue)
        save_baseline(session, known, write_baseline)
        return
    is_for_people = formats.is_for_people("check", format)
    style = session.style(for_people=is_for_people, file=output)
    told = replace(known.report, folder=folder_in_repository(session.root))
    session.give_pieces(formats.pieces(told, "check", format, style), output)
    if not is_for_people:
        tell_losses(session, report)
    tell_faults(session, report)
    expect_matters(session, catalogue)
    fail_on(known.report, threshold)


def _expect_no_result(context: typer.Context, output: Path | None) -> None:
    """WrongUse where the command line says how or where to tell what is found: a baseline is
    written, and nothing else."""
    if output is not None:
        raise WrongUse(
            "the baseline goes where --write-baseline says, so --output has nothing to write",
            _APART,
        )
    for parameter, why in _OF_A_RESULT.items():
        source = context.get_parameter_source(parameter)
        if source is not None and source.name == "COMMANDLINE":
            raise WrongUse(why, _APART)
