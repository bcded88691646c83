"""The command line: `govchain COMMAND`. One command a file; errors are told here."""

from __future__ import annotations

import io
import os
import sys
from collections import ChainMap
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

import govchain
from govchain.cli.answers.repeating import remember_answer
from govchain.cli.commands.analyze import analyze
from govchain.cli.commands.check import check
from govchain.cli.commands.compile import compile_chains
from govchain.cli.commands.diff import diff
from govchain.cli.commands.explain import explain
from govchain.cli.commands.fmt import fmt
from govchain.cli.commands.init import init
from govchain.cli.commands.list import list_
from govchain.cli.commands.new import new
from govchain.cli.commands.render import render
from govchain.cli.commands.rules import rules
from govchain.cli.commands.schema import schema
from govchain.cli.commands.show import show
from govchain.cli.commands.view import view
from govchain.cli.desk.session import Session
from govchain.cli.line import options
from govchain.cli.line.as_asked import AsAsked
from govchain.cli.line.as_typed import taken_as_typed
from govchain.cli.line.errand import Errand
from govchain.cli.line.help_page import ARGUMENTS, help_page, words_for
from govchain.cli.line.usage import wrong_use_of
from govchain.cli.terminal.interrupts import end_quietly
from govchain.cli.terminal.output import let_go_of, print_note, print_result
from govchain.cli.terminal.wrong_use import WrongUse
from govchain.reporting.words import Words, noted

INTERRUPTED = 130


class Desk(TyperGroup):
    """Tells what went wrong, by whose doing, and ends with the status that says so."""

    def __init__(self, **told: Any) -> None:
        super().__init__(**told)
        self.commands = ChainMap(self.commands, _made)  # type: ignore[arg-type]

    def get_params(self, ctx: typer.Context) -> list[Any]:  # type: ignore[override]
        return taken_as_typed(super().get_params(ctx))

    def get_help(self, ctx: typer.Context) -> str:  # type: ignore[override]  # typer's own kind
        return help_page(self, ctx, _made.abouts)

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]
        ctx.meta[ARGUMENTS] = list(args)
        if not args and not ctx.resilient_parsing:
            print_note(self.get_help(ctx))
            raise typer.Exit(2)
        try:
            return super().parse_args(ctx, args)
        except WrongUse as wrong:  # the version finds nobody to take it
            raise _told(wrong, ctx) from None
        except typer.TyperException as error:
            raise _in_its_language(error, ctx) from None

    def invoke(self, ctx: typer.Context) -> object:  # type: ignore[override]  # typer's own kind
        try:
            return self._invoke(ctx)
        except WrongUse as wrong:
            raise _told(wrong, ctx) from None
        except typer.TyperException as error:
            raise _in_its_language(error, ctx) from None
        except KeyboardInterrupt:
            raise typer.Exit(INTERRUPTED) from None
        except typer.Exit:
            raise
        except Exception as fault:
            if os.environ.get("GOVCHAIN_DEBUG"):
                raise
            print_note(_fault(fault, ctx))
            raise typer.Exit(3) from None

    def _invoke(self, ctx: typer.Context) -> object:
        """As typer does it; what was said is kept for whoever asks the same again."""
        try:
            returned = super().invoke(ctx)
        except typer.Exit as end:
            remember_answer(ctx, end.exit_code)
            raise
        remember_answer(ctx, 0)
        return returned


app = typer.Typer(name="govchain", cls=Desk, pretty_exceptions_enable=False, rich_markup_mode=None)
_errands = typer.Typer(pretty_exceptions_enable=False, rich_markup_mode=None)
_COMMANDS = (
    (
        analyze,
        "analyze",
        noted("Show the picture of the catalogue and its findings, ranked by benefit."),
    ),
    (
        check,
        "check",
        noted("Check the definitions: the same findings as a gate for CI and editors."),
    ),
    (
        list_,
        "list",
        noted(
            "Print the lists that departments negotiate over: which data should flow between "
            "whom, …"
        ),
    ),
    (render, "render", noted("Draw the chains of matters as diagrams.")),
    (
        show,
        "show",
        noted("Show the compiled chain of a matter: steps, data, departments, findings."),
    ),
    (
        view,
        "view",
        noted("Show the report as a page on this machine that follows the files."),
    ),
    (
        diff,
        "diff",
        noted("Compare two catalogues: figures before and after, findings and links gone or new."),
    ),
    (explain, "explain", noted("Explain a rule, or why a finding holds, fact by fact.")),
    (rules, "rules", noted("List the rules with family, severity and lever, and whether enabled.")),
    (compile_chains, "compile", noted("Print compiled chains as node-link JSON or GraphML.")),
    (
        new,
        "new",
        noted("Write the first definition of a matter, from a few questions; overwrites nothing."),
    ),
    (
        fmt,
        "fmt",
        noted("Write definitions in the order and layout of the language; comments stay."),
    ),
    (schema, "schema", noted("Print the JSON Schema of the definition language.")),
    (init, "init", noted("Make a small workspace that analyses at once; overwrites nothing.")),
)
for _command, _name, _about in _COMMANDS:
    _errands.command(_name, cls=Errand, help=_about)(_command)
_made = AsAsked(_errands)


def _print_version(wanted: bool) -> None:
    if wanted:
        print_result(f"govchain {govchain.__version__}\n")
        raise typer.Exit


@app.callback(
    help=noted("Compile public-service matters into business chains, and prove what is amiss.")
)
def desk(
    context: typer.Context,
    version: Annotated[
        bool,
        typer.Option(
            "--version", help=noted("The version."), callback=_print_version, is_eager=True
        ),
    ] = False,
    lang: options.Lang = None,
) -> None:
    """All commands begin here; the language that is named before a command is that of it."""
    if lang is not None and context.invoked_subcommand is not None:
        context.default_map = {context.invoked_subcommand: {"lang": lang}}


def main() -> None:
    """All of a run; its signals, the console script has answered since its first line."""
    end_quietly()
    if isinstance(sys.stdout, io.TextIOWrapper):  # help speaks UTF-8 too, as results do
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        app()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except OSError as error:  # help that nobody can take: stdout is full or gone
        let_go_of(sys.stdout)
        print_note(f"govchain: {error.strerror or error}")
        sys.exit(0 if isinstance(error, BrokenPipeError) else 2)


def _words_of(ctx: typer.Context) -> Words:
    """The words of the session, where one has begun."""
    session = ctx.obj
    return session.words if isinstance(session, Session) else words_for(ctx)


def _in_its_language(error: typer.TyperException, ctx: typer.Context) -> Exception:
    """What typer found wrong: in English as typer says it, which would stumble if nobody hears."""
    if words_for(ctx).language == "en" and hasattr(error, "show"):
        said = io.StringIO()
        error.show(said)
        print_note(said.getvalue().rstrip("\n"))
        return typer.Exit(error.exit_code)
    return _told(wrong_use_of(error, ctx), ctx)


def _told(wrong: WrongUse, ctx: typer.Context) -> typer.Exit:
    """Says it; how the command then ends."""
    print_note(wrong.told(_words_of(ctx)))
    return typer.Exit(2)


def _fault(fault: Exception, ctx: typer.Context) -> str:
    """What to report of a fault of ours."""
    import traceback

    spoken = _words_of(ctx)
    frames = traceback.extract_tb(fault.__traceback__)
    ours = [f for f in frames if "govchain" in f.filename] or frames
    where = f"{os.path.basename(ours[-1].filename)}:{ours[-1].lineno}"
    what = f"{type(fault).__name__}: {fault} ({where})"
    told = spoken.say(
        "this is a fault of govchain {version}: {what}", version=govchain.__version__, what=what
    )
    advice = spoken.say(
        "please report it with the command and the definitions; GOVCHAIN_DEBUG=1 shows more"
    )
    return f"{spoken.say('error: {text}', text=told)}\n{spoken.say('hint: {text}', text=advice)}"
