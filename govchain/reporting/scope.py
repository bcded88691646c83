"""What of the catalogue is told of: which was chosen, and how much that is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.model.characters import one_line
from govchain.model.figures import figure
from govchain.reporting.report import Report
from govchain.reporting.words import Words, noted

TITLE = noted("Check-up of public services")
_MOST_IN_TITLE = 3


class Sizes(NamedTuple):
    """How much there is of what a catalogue is made of."""

    matters: int
    steps: int
    departments: int
    data: int
    criteria: int
    links: int


class Used(NamedTuple):
    """What of the registry a chain uses."""

    departments: frozenset[str]
    data: frozenset[str]
    criteria: frozenset[str]


def sizes_of(report: Report) -> Sizes:
    """Of the whole registry; where matters were chosen, of what these use of it."""
    registry = report.catalogue.registry
    counted = len(report.told_matters), report.written_steps
    if report.matters is None:
        known = registry.departments, registry.data, registry.criteria, registry.links
        return Sizes(*counted, *map(len, known))
    used = [report.catalogue.contribution(used_by, matter.id) for matter in report.told_matters]
    departments = frozenset[str]().union(*(each.departments for each in used))
    data = frozenset[str]().union(*(each.data for each in used))
    criteria = frozenset[str]().union(*(each.criteria for each in used))
    network = report.catalogue.network
    links = (
        link
        for id in data
        for link in network.links_of(id)
        if not departments.isdisjoint(network.receivers_of(link))
    )
    return Sizes(*counted, len(departments), len(data), len(criteria), sum(1 for _ in links))


def used_by(chain: Chain, catalogue: Catalogue) -> Used:
    """The departments that lead it, act in it, hold or give its data; the data that is needed,
    handed in or made; what is checked."""
    registry = catalogue.registry
    criteria = {criterion for step in chain.steps for criterion in step.checks}
    data = {need.data for need in chain.all_needs}
    data.update(id for paper in chain.materials for id in paper.written.alternatives)
    data.update(id for step in chain.steps for id in step.alters)
    data &= registry.data.keys()
    departments = {chain.matter.department, *chain.collaborators}
    departments.update(registry.data[id].holder for id in data)
    known = frozenset(id for id in departments if id and id in registry.departments)
    return Used(known, frozenset(data), frozenset(criteria))


def title_of(report: Report, spoken: Words) -> str:
    """What the report is called, and of what it is where not of all."""
    title = spoken.say(TITLE)
    names = [name for _, names in _chosen(report, spoken) for name in names]
    if not names:
        return title
    told = spoken.listed(names[:_MOST_IN_TITLE])
    if (more := len(names) - _MOST_IN_TITLE) > 0:
        told = spoken.say("{texts} and {n} more", texts=told, n=more)
    return spoken.say("{title}: {scope}", title=title, scope=told)


def scope_in_words(report: Report, spoken: Words) -> str:
    """Which matters, themes and departments were chosen; empty where none were."""
    chosen = [(spoken.say(kind), names) for kind, names in _chosen(report, spoken)]
    if not chosen:
        return ""
    parts = [
        spoken.say("{kind} {names}", kind=kind, names=spoken.listed(names))
        for kind, names in chosen
    ]
    told = spoken.say(
        "Scope: {scope}. Told of, and counted below, are the matters so chosen and those they "
        "include ({n}), and what they use of the registry.",
        scope=spoken.joined(parts),
        n=figure(len(report.told_matters)),
    )
    if not report.departments:
        return told
    of_whole = spoken.say(
        "Figures of a matter are those of the whole matter, whoever does its steps; what is found, "
        "and what mending it saves, is what concerns these departments."
    )
    return spoken.sentences([told, of_whole])


def is_scoped(report: Report) -> bool:
    """Matters, themes, departments or files were chosen."""
    return any((report.named, report.themes, report.departments, report.paths))


def holds_others(report: Report) -> bool:
    """Of the matters that are told of, some are so only as parts of those that sums reckon with."""
    return len(report.reckoned_matters) < len(report.told_matters)


def _chosen(report: Report, spoken: Words) -> Iterator[tuple[str, list[str]]]:
    """What was chosen by what kind: names."""
    catalogue = report.catalogue
    registry = catalogue.registry
    kinds: Mapping[str, Iterable[str]] = {
        noted("matters"): (catalogue.matters[id].name or id for id in report.named),
        noted("themes"): (registry.themes[id].name or id for id in report.themes),
        noted("departments"): (registry.departments[id].name or id for id in report.departments),
        noted("files"): report.paths,
    }
    for kind, names in kinds.items():
        if told := [one_line(name) for name in names]:
            yield kind, told
