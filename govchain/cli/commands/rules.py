"""`govchain rules`: which rules there are, and which are enabled."""

from __future__ import annotations

from typing import Annotated

import typer

from govchain.cli.desk.beginning import begin
from govchain.cli.desk.session import Session
from govchain.cli.line import options
from govchain.cli.line.choices import one_of
from govchain.cli.terminal.wrong_use import NO_FORMAT, WrongUse, expect_one_of

FORMATS = ("text", "json")


def rules(
    context: typer.Context,
    format: Annotated[
        str, typer.Option("--format", metavar=one_of(FORMATS), help="The format.")
    ] = "text",
    lang: options.Lang = None,
    no_color: options.NoColor = False,
    workspace: options.Workspace = None,
    date: options.Date = None,
    quiet: options.Quiet = False,
) -> None:
    """List the rules with family, severity and lever, and whether enabled."""
    session = begin(context, lang, no_color, workspace, date, quiet)
    from govchain.reporting.rule_table import rules_as_json, rules_as_text

    expect_one_of(NO_FORMAT, format, FORMATS)
    enabled = _enabled(session)
    style = session.style(for_people=format == "text")
    told = rules_as_text(enabled, style) if format == "text" else rules_as_json(enabled, style)
    session.give(told, None)


def _enabled(session: Session) -> frozenset[str]:
    """The rules that the workspace's settings leave enabled."""
    from govchain import pipeline
    from govchain.reader.workspace.scope import WorkspaceError
    from govchain.reporting.places import place_in_words

    try:
        found = pipeline.workspace_of((), session.workspace)
    except WorkspaceError as error:
        raise WrongUse(error.message, error.remedy, **error.facts) from error
    if found.troubles:
        session.note(
            "note: not all of the settings could be read: {places}; "
            "`govchain check` says what is wrong",
            places=session.words.say(", ").join(
                place_in_words(trouble.place) for trouble in found.troubles
            ),
        )
    return pipeline.enabled_rules(found.settings)
