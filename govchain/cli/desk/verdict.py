"""How a command ends: with the status that says what was found, or whose fault it was."""

from __future__ import annotations

from pathlib import Path

import typer

from govchain.cli.desk.names import ids_named
from govchain.cli.desk.session import Session
from govchain.cli.desk.shelves import thresholds
from govchain.cli.line.choices import NEVER
from govchain.cli.terminal.output import is_stdout
from govchain.cli.terminal.wrong_use import WrongUse
from govchain.compiler.catalogue import Catalogue
from govchain.findings import Finding, Severity
from govchain.reporting.places import place_in_words
from govchain.reporting.report import Report
from govchain.reporting.sentences import sentence
from govchain.reporting.totals import untold_losses_in_words

MOST_UNREAD = 5
"""So many places that could not be read are named beside a result."""
FOUND, WRONG, FAULTY = 1, 2, 3


def tell_faults(session: Session, report: Report) -> None:
    """Status 3 where a rule of ours crashed: the report is not complete."""
    for fault in report.analysis.faults:
        session.note("error: {text}", text=sentence(fault, session.words.language))
    if report.analysis.faults:
        raise typer.Exit(FAULTY)


def tell_losses(session: Session, report: Report) -> None:
    """Says that files were lost of which the result, which is for no people, tells nothing."""
    if report.untold_losses:
        session.note("note: {text}", text=untold_losses_in_words(report, session.words))


def tell_unread(session: Session, catalogue: Catalogue, source: str = "") -> None:
    """Says what could not be read, beside a result that tells no findings of files; `source` is
    what the catalogue is called, where it is not the one at hand."""
    found = [place_in_words(f.place) for f in catalogue.findings if leaves_out_much(f)]
    if not found:
        return
    from govchain.drawing.ink.lettering import in_a_row  # the whole drawing room comes with it

    shown = in_a_row(found[:MOST_UNREAD], session.words.say(", "), len(found) - MOST_UNREAD)
    session.note(
        "note: not all could be read, and what is defined there is missing here: {places}; "
        "`govchain check` says what is wrong",
        places=f"{source}: {shown}" if source else shown,
    )


def leaves_out_much(finding: Finding) -> bool:
    """A file that could not be read, or one of the `paths` of the settings that leads nowhere."""
    return finding.is_lost_file or (
        finding.family == "definition" and finding.subject.startswith("paths.")
    )


def expect_worth_a_file(catalogue: Catalogue, file: Path | None) -> None:
    """WrongUse where not one matter could be read: what is told of that replaces no file."""
    if not catalogue.matters and file is not None and not is_stdout(file):
        raise WrongUse(
            'no matter could be read, so nothing is written into "{file}"',
            "`govchain check` says what is wrong in the files",
            file=str(file),
        )


def expect_matters(session: Session, catalogue: Catalogue) -> None:
    """Status 2 where not one matter could be read, whatever else was found."""
    if not catalogue.matters:
        session.note("no matter could be read; mend what is reported and run again")
        raise typer.Exit(WRONG)


def threshold_named(name: str) -> str:
    """The severity at which the check fails, or `never`."""
    [threshold] = ids_named(name, thresholds())
    return threshold


def fail_on(report: Report, threshold: str) -> None:
    """Status 1 where a new finding is at or above the severity; `never` lets all pass."""
    if threshold == NEVER:
        return
    least = Severity(threshold)
    if any(finding.severity.is_at_least(least) for finding in report.fresh):
        raise typer.Exit(FOUND)
