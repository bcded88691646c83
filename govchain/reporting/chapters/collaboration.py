"""Fourth chapter: who leads each matter, who takes part, and whether that is what is declared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from govchain.analysis.collaboration import idle_collaborators, undeclared_collaborators
from govchain.analysis.naming import departments_named
from govchain.compiler.chain import Chain
from govchain.reporting.report import Report
from govchain.reporting.style import Style
from govchain.reporting.terminal import Cell, drawn, table
from govchain.reporting.totals import more_in_words
from govchain.reporting.words import Words, words


def collaboration(report: Report, style: Style) -> str:
    """Each matter with its lead and collaborating departments, those of most departments first."""
    spoken = words(style.language)
    chains = [report.catalogue.chains[matter.id] for matter in report.told_matters]
    chains = [chain for chain in chains if chain.collaborators or chain.matter.collaborators]
    if not chains:
        return spoken.say("No matter needs another department than its own.") + "\n"
    chains.sort(key=lambda chain: -len(chain.collaborators))
    made = table(
        spoken.say("matter"),
        spoken.say("lead"),
        spoken.say("collaborating departments"),
        spoken.say("declared differently"),
    )
    for chain in chains[: style.limit]:
        made.add_row(
            Cell(chain.matter.name),
            Cell(_names(chain, filter(None, [chain.matter.department]), spoken)),
            Cell(_names(chain, chain.collaborators, spoken)),
            Cell(spoken.joined([*differences_in_words(chain, spoken)])),
        )
    return drawn(made, style) + more_in_words(len(chains), style)


def differences_in_words(chain: Chain, spoken: Words) -> Iterator[str]:
    """Who takes part undeclared, and who is declared without taking part."""
    if undeclared := undeclared_collaborators(chain):
        names = _names(chain, undeclared, spoken)
        yield spoken.say("not declared: {names}", names=names)
    if idle := idle_collaborators(chain):
        yield spoken.say("declared, but no part of it: {names}", names=_names(chain, idle, spoken))


def _names(chain: Chain, ids: Iterable[str], spoken: Words) -> str:
    return spoken.listed([named.name for named in departments_named(chain.registry, ids)])
