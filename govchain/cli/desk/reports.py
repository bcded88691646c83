"""Reports as a command line asks for them: narrowed, sorted, in a format that there is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from govchain import pipeline
from govchain.analysis.running.bundles import FORESEEN_NOTHING, Foreseen
from govchain.analysis.running.ranking import saving_of
from govchain.cli.desk.installed import expect_installed
from govchain.cli.desk.names import ids_named
from govchain.cli.desk.narrowing import Narrowing
from govchain.cli.desk.session import Session
from govchain.cli.desk.shelves import orders
from govchain.cli.terminal.wrong_use import NO_FORMAT, WrongUse, expect_one_of
from govchain.compiler.metrics import GAIN_NAMES
from govchain.findings import Finding
from govchain.reporting import formats
from govchain.reporting.concerns import data_used
from govchain.reporting.formats import Told, formats_of, holds_against
from govchain.reporting.report import Report
from govchain.reporting.scope import used_by
from govchain.reporting.style import Style
from govchain.reporting.words import noted


def _by_gain(name: str, finding: Finding) -> tuple[object, ...]:
    """What mending saves most of comes first: a year, and where that is not known a case."""
    return tuple(-saved for saved in saving_of(name, finding))


_ORDERS: dict[str, Callable[[Finding], tuple[object, ...]]] = {
    **{name: partial(_by_gain, name) for name in GAIN_NAMES},
    "severity": lambda finding: (finding.severity.rank,),
    "place": lambda finding: (finding.place,),
    "rule": lambda finding: (finding.rule,),
}
"""Orders besides that of benefit, in which findings come already."""


def made_report(
    session: Session,
    wanted: Narrowing,
    select: Sequence[str],
    ignore: Sequence[str],
    foreseen: Foreseen = FORESEEN_NOTHING,
    jobs: int | None = None,
) -> Report:
    """The report of what is wanted; `foreseen` is what telling it will ask of the chains, `jobs`
    how many processes judge them, one unless told."""
    matters = wanted.told_matters()
    told_of_parts = (data_used, used_by) if wanted.follows_data and matters is not None else ()
    keeps_law = wanted.without_amendment
    foreseen = replace(
        foreseen,
        lawful_sum=foreseen.lawful_sum or (foreseen.sum and keeps_law),
        matters=matters,
        questions=(*foreseen.questions, *told_of_parts),
    )
    with session.progress(noted("looking for what is amiss …")):
        report = pipeline.analyze(
            wanted.catalogue,
            select=select,
            ignore=ignore,
            is_wanted=wanted.wants,
            foreseen=foreseen,
            scope=wanted.scope(),
            jobs=jobs or 1,
        )
    return replace(
        report,
        matters=matters,
        departments=wanted.departments,
        themes=wanted.themes,
        named=wanted.named,
        paths=wanted.choosing_paths,
        keeps_law=keeps_law,
        is_narrowed=bool(select or ignore) or wanted.narrows,
        is_sifted=bool(select or ignore) or wanted.sifts,
    )


def sorted_report(report: Report, order: str) -> Report:
    """The report with its findings in another order; equals stay in order of benefit."""
    [named] = ids_named(order, orders())
    if named == "benefit":
        return report
    findings = tuple(sorted(report.findings, key=_ORDERS[named]))
    return replace(report, analysis=replace(report.analysis, findings=findings))


def expect_format(command: str, format: str) -> None:
    """WrongUse where the command has no such format."""
    expect_one_of(NO_FORMAT, format, formats_of(command))
    expect_installed(format, formats.needs(command, format), formats.extra(command, format))


def give_report(
    session: Session, report: Told, command: str, format: str, style: Style, output: Path | None
) -> None:
    """Hands over what is told in the format, be it text or not."""
    if formats.is_text(command, format):
        session.give_pieces(formats.pieces(report, command, format, style), output)
    else:
        session.give_content(formats.content(report, command, format, style), output)


def expect_to_hold_against(command: str, format: str) -> None:
    """WrongUse where the format tells one version alone."""
    if not holds_against(command, format):
        raise WrongUse(
            "the format {name} tells one version alone",
            "name one of these formats: {known}; or compare two versions with `govchain diff`",
            name=format,
            known=tuple(known for known in formats_of(command) if holds_against(command, known)),
        )
