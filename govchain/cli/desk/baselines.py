"""The baseline of a check: found, compared, and written anew."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from govchain.cli.desk.baseline_file import baseline_content, baseline_of_settings
from govchain.cli.desk.narrowing import Narrowing
from govchain.cli.desk.session import Session
from govchain.cli.desk.under import is_under
from govchain.cli.files.replaceable import identities
from govchain.cli.terminal.wrong_use import WrongUse
from govchain.model.characters import name_from_text
from govchain.reporting.baseline import (
    Comparison,
    Entry,
    baseline_text,
    compare,
    read_baseline,
    renewed,
)
from govchain.reporting.report import Report
from govchain.reporting.words import noted


@dataclass(frozen=True, slots=True)
class Known:
    """A report against the entries of a baseline; without a baseline there are none."""

    report: Report
    entries: Sequence[Entry]
    comparison: Comparison


def compared(
    session: Session,
    report: Report,
    wanted: Narrowing,
    rules: frozenset[str],
    file: Path | None,
    target: Path | None = None,
) -> Known:
    """The report against the baseline of `--baseline`, else that of the settings, if any.

    `target` is what is to be written: where it is the same, it need not be there yet, nor, where
    replacing is forced, be one that can be read.

    `rules` are those that ran: what others would find is not called gone, nor what one would that
    a fault of ours ended.
    """
    file = file or _baseline_of_settings(session, wanted)
    if file is None:
        return Known(report, (), Comparison(frozenset()))
    session.baseline = identities([str(file)])
    is_target = target is not None and identities([str(target)]) == session.baseline
    entries = _entries_of(file, is_target=is_target, force=session.force)
    complete = rules - {fault.subject for fault in report.analysis.faults}
    looked_for, is_whole = _was_looked_for(wanted, complete), report.analysis.is_whole
    comparison = compare(entries, report.findings, looked_for, is_whole=is_whole)
    return Known(replace(report, baseline=comparison), entries, comparison)


def save_baseline(session: Session, known: Known, file: Path) -> None:
    """Writes what is found now as the baseline, and says what has changed in it."""
    language = session.language or "en"
    entries = renewed(known.entries, known.comparison, known.report.findings, language)
    session.save_baseline(baseline_text(entries), file)
    counts = known.comparison.counts(known.report.findings)
    session.note(
        'baseline written: "{file}", {known} known, {new} new, {gone} gone',
        file=str(file),
        **counts,
    )


def _was_looked_for(wanted: Narrowing, rules: frozenset[str]) -> Callable[[Entry], bool]:
    return lambda entry: entry.rule in rules and wanted.wants_file(name_from_text(entry.file))


def _baseline_of_settings(session: Session, wanted: Narrowing) -> Path | None:
    """The baseline that the settings name, relative to the folder of the workspace.

    Where that, or a link of that name, leads out of the folder, it is said.
    """
    file = baseline_of_settings(session.root, wanted.catalogue.settings)
    if file is None:
        return None
    is_name = "\0" not in file  # of what can be none, reading tells
    if is_name and not is_under(os.path.realpath(file), os.path.realpath(session.root)):
        session.note_outside([file])
    return Path(file)


def _entries_of(file: Path, *, is_target: bool, force: bool) -> list[Entry]:
    try:
        return read_baseline(baseline_content(str(file)).decode())
    except FileNotFoundError:
        if is_target:
            return []
        hint = noted('write one with --write-baseline "{file}"')
        raise WrongUse('no baseline "{file}"', hint, file=str(file)) from None
    except (OSError, ValueError, RecursionError) as error:
        if is_target and force and os.path.isfile(file):
            return []
        hint = noted(
            "restore it from version control, or write it anew with "
            '--write-baseline "{file}" --force'
        )
        hint = hint if os.path.isfile(file) else noted("name an ordinary file")
        raise WrongUse(
            'the baseline "{file}" cannot be read: {why}', hint, file=str(file), why=_reason(error)
        ) from error


def _reason(error: Exception) -> str:
    """One of `REASONS`, where there is a word for it."""
    if isinstance(error, OSError):
        return error.strerror or ""
    return "no JSON" if isinstance(error, UnicodeDecodeError | RecursionError) else str(error)
