"""The one place where the stages meet.

    text --read--> Definitions --compile--> Catalogue --run rules--> Analysis --report--> Report

Every stage returns what it could make and what it found; nothing stops at the first error.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Sequence
from functools import partial
from typing import TYPE_CHECKING

from govchain import __version__
from govchain.findings import LOST_FILE, Finding, Trouble
from govchain.rules.discovery import all_rules

# What a stage is made of is imported where it begins: who asks for the rules alone waits for none.
if TYPE_CHECKING:
    from govchain.analysis.running.bundles import Foreseen
    from govchain.analysis.running.judging import Scope
    from govchain.compiler.catalogue import Catalogue
    from govchain.compiler.chain import Chain
    from govchain.model.settings import Settings
    from govchain.reader.reading import Reading
    from govchain.reader.workspace.scope import Workspace
    from govchain.reporting.listing.listing import Listing
    from govchain.reporting.report import Report


def load(*paths: str, workspace: str | None = None, date: datetime.date | None = None) -> Catalogue:
    """Reads and compiles the workspace of the paths (of the current folder where there is none).

    The supply of data depends on the date (default: today), so the date belongs to the catalogue.
    Never raises for what is in the files: `catalogue.findings` holds it.
    """
    return load_workspace(workspace_of(paths, workspace), date)


def workspace_of(paths: Sequence[str], folder: str | None = None) -> Workspace:
    """The workspace of the paths, or the one in the folder; its settings may name our rules."""
    from govchain.reader.workspace.scope import find_workspace

    return find_workspace(paths, folder, rule_names())


def load_workspace(workspace: Workspace, date: datetime.date | None = None) -> Catalogue:
    """Reads and compiles a workspace that has been found."""
    from govchain.reader.reading import read_workspace

    return compile_reading(read_workspace(workspace), date or datetime.date.today())


def compile_reading(reading: Reading, date: datetime.date) -> Catalogue:
    """The catalogue of what was read, the reader's troubles declared as findings."""
    from govchain.analysis.running.proofs import declare, told_apart
    from govchain.analysis.running.silencing import Silencing
    from govchain.compiler.catalogue import Catalogue
    from govchain.compiler.chain import Chain

    Chain.pictured_by = _picture_of
    rules = {rule.id: rule for rule in all_rules()}
    settings = reading.settings
    declared = (
        declare(
            trouble,
            rules[trouble.rule],
            {} if _is_fixed(trouble, settings) else settings.severity,
            reading.definitions.matters,
        )
        for trouble in reading.troubles
    )
    findings = tuple(told_apart(declared, Silencing(reading.allows).is_silenced))
    return Catalogue(reading.definitions, date, settings, findings, reading.allows, reading.sources)


def _is_fixed(trouble: Trouble, settings: Settings) -> bool:
    """Settings do not lower it: that they, or a whole file, cannot be read."""
    return settings.stand_at(trouble.place) or trouble.rule == LOST_FILE


def analyze(
    catalogue: Catalogue,
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    is_wanted: Callable[[Finding], bool] = lambda finding: True,
    foreseen: Foreseen | None = None,
    scope: Scope | None = None,
    jobs: int = 1,
) -> Report:
    """Runs the enabled rules over the whole catalogue; only wanted findings are told.

    `select` and `ignore` name rules or families; they win over the workspace's settings. What is
    `foreseen` to be asked of the chains afterwards is asked with less effort at once. `scope` is
    where all stands that can be wanted, where not all need be judged. `jobs` is how many processes
    judge the chains: the report is the same.
    """
    from govchain.analysis.running.bundles import FORESEEN_NOTHING
    from govchain.analysis.running.judging import EVERYWHERE, run_rules
    from govchain.processes import judged_by
    from govchain.reporting.report import Report

    Report.shown_by = _page_of
    chosen = enabled_rules(catalogue.settings, select, ignore)
    analysis = run_rules(
        all_rules(),
        catalogue,
        lambda rule: rule.id in chosen,
        is_wanted,
        foreseen or FORESEEN_NOTHING,
        scope or EVERYWHERE,
        partial(judged_by, jobs),
    )
    return Report(catalogue, analysis, __version__)


def listing(report: Report, name: str) -> Listing:
    """One of the lists (清单) of a report, such as `demand`. KeyError where there is none."""
    from govchain.reporting.listing.listing import Listing, listing_of
    from govchain.reporting.lists import list_named

    Listing.shown_by = _list_of
    return listing_of(list_named(name), report)


def _picture_of(chain: Chain) -> str:
    from govchain.reporting.notebook import picture_of

    return picture_of(chain)


def _page_of(report: Report) -> str:
    from govchain.reporting.notebook import html_of_report

    return html_of_report(report)


def _list_of(listing: Listing) -> str:
    from govchain.reporting.notebook import html_of_list

    return html_of_list(listing)


def enabled_rules(
    settings: Settings, select: Collection[str] = (), ignore: Collection[str] = ()
) -> frozenset[str]:
    """The ids of the rules that run: the selected ones (none: all) less the ignored ones.

    A selection wins over the settings, what they ignore included; without one both ignore. That a
    file cannot be read, a selection leaves in and settings cannot ignore: nobody knows what the
    rules that run would find there. ValueError where a name is neither a rule nor a family.
    """
    if unknown := sorted({*select, *ignore} - rule_names()):
        raise ValueError(f"neither a rule nor a family: {', '.join(unknown)}")
    set_aside = frozenset() if select else frozenset(settings.ignore)
    shown = {*(select or settings.select)}
    if shown:
        shown.add(LOST_FILE)
    names = {rule.id: {rule.id, rule.family} for rule in all_rules()}
    return frozenset(
        id
        for id, called in names.items()
        if (not shown or shown & called)
        and (id == LOST_FILE or not set_aside & called)
        and called.isdisjoint(ignore)
    )


def rule_names() -> frozenset[str]:
    """The ids of all rules and families."""
    return frozenset(name for rule in all_rules() for name in (rule.id, rule.family))
