"""`govchain explain RULE` and `govchain explain FINGERPRINT`."""

from __future__ import annotations

import re
from typing import Annotated

import typer

from govchain.cli.desk.beginning import begin
from govchain.cli.desk.session import Session
from govchain.cli.line import options
from govchain.cli.terminal.wrong_use import WrongUse

_FINGERPRINT = re.compile(r"[0-9a-f]{4,16}\Z")
_TOO_SHORT = re.compile(r"[0-9a-f]{1,3}\Z")
_LABEL = re.compile(r"(?:\d+|[⓪①-⑳㉑-㉟㊱-㊿]|\(\d+\))-\d+\Z")
"""How `show` and pictures number findings."""


def explain(
    context: typer.Context,
    subject: Annotated[
        str,
        typer.Argument(
            metavar="RULE|FINGERPRINT",
            help="A rule, or a finding by its fingerprint, of which the first four characters do.",
        ),
    ],
    lang: options.Lang = None,
    no_color: options.NoColor = False,
    workspace: options.Workspace = None,
    date: options.Date = None,
    quiet: options.Quiet = False,
) -> None:
    """Explain a rule, or why a finding holds, fact by fact."""
    session = begin(context, lang, no_color, workspace, date, quiet)
    from govchain.cli.desk.names import ids_named
    from govchain.cli.desk.shelves import rules
    from govchain.reporting.rule_page import rule_explained
    from govchain.rules.discovery import rule_called

    if _FINGERPRINT.match(subject):
        session.give(_finding_explained(session, subject), None)
        return
    if _LABEL.match(subject):
        raise WrongUse(
            '"{label}" is the number of a finding on one chain',
            "use the fingerprint that stands beside it",
            label=subject,
        )
    if _TOO_SHORT.match(subject) and not rules().called(subject):
        raise WrongUse(
            'no rule "{name}", and too short for a fingerprint',
            "give at least the first four characters of the fingerprint",
            name=subject,
        )
    [named] = ids_named(subject, rules())
    session.give(rule_explained(rule_called(named), session.style(for_people=True)), None)


def _finding_explained(session: Session, prefix: str) -> str:
    from govchain.cli.desk.narrowing import narrowing
    from govchain.cli.desk.reports import made_report
    from govchain.cli.desk.verdict import tell_unread
    from govchain.reporting.explanation import finding_explained
    from govchain.rules.discovery import families

    catalogue = session.load()
    tell_unread(session, catalogue)
    report = made_report(session, narrowing(catalogue), families(), ())
    everything = (*report.findings, *report.analysis.silenced)
    found = [f for f in everything if f.fingerprint.startswith(prefix)]
    if not found:
        raise WrongUse(
            'no finding with the fingerprint "{prefix}"',
            "`govchain analyze --limit 0` lists all findings with their fingerprints; "
            "name the workspace with -w where it is not the current folder",
            prefix=prefix,
        )
    if len(found) > 1:
        known = tuple(f.fingerprint for f in found)
        raise WrongUse(
            'several findings begin with "{prefix}"',
            "use one of: {known}",
            prefix=prefix,
            known=known,
        )
    return finding_explained(found[0], report, session.style(for_people=True))
