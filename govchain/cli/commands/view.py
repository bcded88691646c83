"""`govchain view`: the report in a browser, while the files are edited."""

from __future__ import annotations

from functools import partial
from typing import Annotated

import typer

from govchain.cli.desk.beginning import begin
from govchain.cli.line import options
from govchain.cli.terminal.wrong_use import WrongUse

_HIGHEST_PORT = 65535


def view(
    context: typer.Context,
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="PATH", help="The workspace, or a path in it."),
    ] = None,
    port: Annotated[
        int,
        typer.Option("--port", metavar="N", help="Where to listen; 0: any that is free."),
    ] = 0,
    open: Annotated[bool, typer.Option("--open", help="Open it in the browser.")] = False,
    lang: options.Lang = None,
    no_color: options.NoColor = False,
    workspace: options.Workspace = None,
    date: options.Date = None,
    quiet: options.Quiet = False,
) -> None:
    """Show the report as a page on this machine that follows the files while they are edited."""
    session = begin(context, lang, no_color, workspace, date, quiet)
    if not 0 <= port <= _HIGHEST_PORT:
        raise WrongUse(
            "the port {port} cannot be had: {why}",
            "name another one, or none",
            port=str(port),
            why="0–65535",
        )
    session.expect_definitions(paths or ())
    from govchain import pipeline
    from govchain.cli.desk.viewing.following import follower_of
    from govchain.cli.desk.viewing.serving import Server, serve

    style = session.style(for_people=True)
    find = partial(pipeline.workspace_of, paths or (), session.workspace)
    follower = follower_of(find, session.date, style)
    try:
        server = Server(follower, port, style.language)
    except OSError as error:
        raise WrongUse(
            "the port {port} cannot be had: {why}",
            "name another one, or none",
            port=str(port),
            why=error.strerror or "",
        ) from error
    session.give(f"{server.address}\n", None)
    session.note("follows the files; end it with Ctrl-C")
    session.note("the first page is being made …")
    if open:
        import webbrowser

        webbrowser.open(server.address)
    serve(server)
