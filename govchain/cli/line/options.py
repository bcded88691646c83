"""The options that several commands have, each declared once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from govchain.cli.line.choices import one_of
from govchain.cli.terminal.language import LANGUAGES
from govchain.reporting.words import ORDERS

Lang: TypeAlias = Annotated[
    str | None,
    typer.Option("--lang", metavar=one_of(LANGUAGES), help="Language."),
]
NoColor: TypeAlias = Annotated[bool, typer.Option("--no-color", help="No colours.")]
Workspace: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--workspace",
        "-w",
        metavar="DIR",
        help="The folder of the workspace; default: that of PATH or of the current folder.",
    ),
]
Date: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--date",
        metavar="YYYY-MM-DD",
        help="The date links are looked at; default: today.",
    ),
]
Quiet: TypeAlias = Annotated[bool, typer.Option("--quiet", help="No notes, no progress.")]
NoCache: TypeAlias = Annotated[
    bool,
    typer.Option("--no-cache", help="Work it out anew, whatever was answered to the same before."),
]
Jobs: TypeAlias = Annotated[
    int | None,
    typer.Option(
        "--jobs",
        metavar="N",
        min=1,
        help="How many processes judge the chains (1 unless given) and draw a page (as many as "
        "there are processors); the result is the same.",
    ),
]
Paths: TypeAlias = Annotated[
    list[str] | None,
    typer.Argument(metavar="PATH", help="Files or folders to report on; default: all."),
]
Matters: TypeAlias = Annotated[
    list[str] | None, typer.Option("--matter", metavar="MATTER", help="Only these matters.")
]
Themes: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--theme", metavar="THEME", help="Only the matters of these themes."),
]
Against: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--against",
        metavar="VERSION",
        help="The version after: a folder or a revision of git, shown as what this becomes.",
    ),
]
Output: TypeAlias = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write to a file instead of stdout."),
]
Force: TypeAlias = Annotated[
    bool,
    typer.Option("--force", help="Replace a file even if it does not look like an output of ours."),
]
Select: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--select", metavar="RULE|FAMILY", help="Only these rules or families."),
]
Ignore: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--ignore", metavar="RULE|FAMILY", help="Not these rules or families."),
]
Sort: TypeAlias = Annotated[
    str,
    typer.Option(
        "--sort",
        metavar=one_of(ORDERS),
        help="The order of findings: by what mending them saves, or otherwise.",
    ),
]
