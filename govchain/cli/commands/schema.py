"""`govchain schema`: the JSON Schema of the language, for editors."""

from __future__ import annotations

import typer

from govchain.cli.desk.beginning import begin
from govchain.cli.line import options


def schema(
    context: typer.Context,
    output: options.Output = None,
    force: options.Force = False,
    lang: options.Lang = None,
    no_color: options.NoColor = False,
    workspace: options.Workspace = None,
    date: options.Date = None,
    quiet: options.Quiet = False,
) -> None:
    """Print the JSON Schema of the definition language."""
    session = begin(context, lang, no_color, workspace, date, quiet, force)
    import json

    from govchain.reporting.json_schema import language_schema

    session.give(json.dumps(language_schema(), ensure_ascii=False, indent=2) + "\n", output)
