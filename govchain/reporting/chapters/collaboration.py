"""Fourth chapter: who leads each matter, who takes part, and whether that is what is declared."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence

from govchain.analysis.hits.collaborators import (
    idle_collaborators,
    is_example,
    undeclared_collaborators,
)
from govchain.analysis.hits.naming import departments_named
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.reporting.blocks import Block, Column, Sentence, Table
from govchain.reporting.report import Report
from govchain.reporting.style import Style
from govchain.reporting.totals import more_in_words
from govchain.reporting.words import Words, words


def collaboration(report: Report, style: Style) -> Iterator[Block]:
    """Each matter with its lead and collaborating departments, those of most departments first.

    Where it was asked for some departments, what the matters of others wait for from them.
    """
    if report.departments:
        yield from _awaited(report, style)
        return
    spoken = words(style.language)
    chains = [report.catalogue.chains[matter.id] for matter in report.told_matters]
    chains = [chain for chain in chains if chain.collaborators or chain.matter.collaborators]
    if not chains:
        yield Sentence(spoken.say("No matter needs another department than its own."))
        return
    chains.sort(key=lambda chain: -len(chain.collaborators))
    heads = spoken.say("collaborating departments"), spoken.say("declared differently")
    rows = (
        (
            _names(chain, chain.collaborators, spoken),
            _held_against_declared(chain, report.catalogue, spoken),
        )
        for chain in chains
    )
    yield _listed(chains, heads, rows, style)


def _held_against_declared(chain: Chain, catalogue: Catalogue, spoken: Words) -> str:
    """What differs from what is declared, or why nothing was compared; empty where it agrees."""
    if is_example(chain.matter):
        return spoken.say("what is declared is an example, not compared")
    if not chain.matter.declares_collaborators:
        return spoken.say("none declared")
    return spoken.joined([*differences_in_words(chain, catalogue, spoken)])


def _awaited(report: Report, style: Style) -> Iterator[Block]:
    """The matters of other leads, with the steps and the data they wait for."""
    spoken = words(style.language)
    network = report.catalogue.network
    chains = [report.catalogue.chains[matter.id] for matter in report.told_matters]
    waiting = [
        chain
        for chain in chains
        if not network.is_within_any(chain.matter.department or "", report.departments)
    ]
    if not waiting:
        yield Sentence(spoken.say("No matter of another department waits for it."))
        return
    heads = spoken.say("waits for these steps"), spoken.say("waits for these data")
    rows = (
        (
            spoken.listed(_steps_of(chain, report.departments, spoken)),
            spoken.listed(_data_of(chain, report.departments)),
        )
        for chain in waiting
    )
    yield _listed(waiting, heads, rows, style)


def _listed(
    chains: Sequence[Chain],
    heads: tuple[str, str],
    rows: Iterable[tuple[str, str]],
    style: Style,
) -> Table:
    """A table of matters with their leads, and what each row says of them beside."""
    spoken = words(style.language)
    columns = tuple(map(Column, (spoken.say("matter"), spoken.say("lead"), *heads)))
    made = tuple(
        (chain.matter.name, _names(chain, filter(None, [chain.matter.department]), spoken), *row)
        for chain, row in itertools.islice(zip(chains, rows, strict=True), style.limit)
    )
    return Table(columns, made, note=more_in_words(len(chains), style))


def _steps_of(chain: Chain, departments: tuple[str, ...], spoken: Words) -> list[str]:
    """What the steps that lie within the departments are called."""
    within = chain.network.is_within_any
    own = (s for s in chain.steps if s.department and within(s.department, departments))
    return [step.called(spoken.language) for step in own]


def _data_of(chain: Chain, departments: tuple[str, ...]) -> list[str]:
    """The names of the data that others need and that come, or could come, from them."""
    names = (
        chain.data(data).name
        for need in chain.all_needs
        if any(
            chain.network.is_within_any(source, departments)
            for source in chain.supply_of(need).sources
        )
        for data in need.alternatives
    )
    return list(dict.fromkeys(names))


def differences_in_words(chain: Chain, catalogue: Catalogue, spoken: Words) -> Iterator[str]:
    """Who takes part undeclared, and who is declared without taking part."""
    if undeclared := undeclared_collaborators(chain, catalogue):
        names = _names(chain, undeclared, spoken)
        yield spoken.say("not declared: {names}", names=names)
    if idle := idle_collaborators(chain, catalogue):
        yield spoken.say("declared, but no part of it: {names}", names=_names(chain, idle, spoken))


def _names(chain: Chain, ids: Iterable[str], spoken: Words) -> str:
    return spoken.listed([named.name for named in departments_named(chain.registry, ids)])
