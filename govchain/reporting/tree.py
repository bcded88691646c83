"""A compiled chain as a tree: its steps, their data, who takes part, and what was found."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from govchain.analysis.hits.naming import data_named, departments_named
from govchain.analysis.running.entries import entries_of
from govchain.analysis.running.standing import Standing, standing_on
from govchain.compiler.alternatives import fact_of
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.compiler.conditions import ALWAYS, Condition
from govchain.compiler.expansion import ChainMaterial, ChainStep
from govchain.compiler.needs import Need
from govchain.compiler.supply import SupplyState
from govchain.language.fixed_words import HANDLINGS
from govchain.model.figures import figure
from govchain.model.nouns import APPLICANT
from govchain.reporting.bounds import (
    LONGEST_FACT,
    MOST_NEEDS,
    Rest,
    first_of,
    first_of_each_kind,
    kind_of,
    rest_in_words,
    shortened,
)
from govchain.reporting.chapters.collaboration import differences_in_words
from govchain.reporting.gaps import gaps_in_words
from govchain.reporting.reasons import alternatives_in_words, reasons_in_words
from govchain.reporting.report import Report
from govchain.reporting.sentences import sentence, title_of
from govchain.reporting.style import Style
from govchain.reporting.terminal import Cell, drawn
from govchain.reporting.words import SEVERITIES, SUPPLIES, Words, words

if TYPE_CHECKING:
    from rich.console import Group
    from rich.text import Text
    from rich.tree import Tree

_SUPPLY_STYLES = {
    SupplyState.SHARED: "green",
    SupplyState.CARRIED: "yellow",
    SupplyState.MISSING: "bold red",
}
_SEVERITY_STYLES = {"error": "bold red", "warning": "bold yellow", "advice": "bold cyan"}


def chain_tree(chain: Chain, report: Report, style: Style) -> str:
    """The chain of one matter with the findings of the report that stand in it."""
    from rich.text import Text
    from rich.tree import Tree

    spoken = words(style.language)
    matter = chain.matter
    lead = _departments(chain, [matter.department or ""], spoken)
    root = Tree(Text.assemble((shortened(matter.name), "bold"), f" ({matter.id})  {lead}"))
    for line in _about_chain(chain, report.catalogue, spoken):
        root.add(Cell(line))
    _add_steps(root, chain, spoken)
    if gaps := gaps_in_words(chain, report.catalogue, spoken):
        root.add(Cell(gaps))
    findings = report.by_matter.get(matter.id, ())
    _add_findings(root, standing_on(chain, findings), report, spoken)
    return drawn(root, style)


def _about_chain(chain: Chain, catalogue: Catalogue, spoken: Words) -> Iterable[str]:
    """The worst case, the collaborating departments, what the applicant is asked for."""
    worst = chain.metrics().worst
    told = spoken.figures(
        {
            "visits": worst.visits,
            "materials": worst.materials,
            "days": worst.days,
            "steps": worst.steps,
        }
    )
    if told:
        yield spoken.say("worst case: {figures}", figures=spoken.listed(told))
    if chain.collaborators:
        others = _departments(chain, chain.collaborators, spoken)
        yield spoken.say("collaborating departments: {names}", names=others)
    yield from differences_in_words(chain, catalogue, spoken)
    if chain.materials:
        papers = spoken.listed([_paper(material, spoken) for material in chain.materials])
        yield spoken.say("asked for: {papers}", papers=papers)


def _paper(material: ChainMaterial, spoken: Words) -> str:
    """Its name, and how it is handled where it is not handed in."""
    written, name = material.written, shortened(material.written.name)
    if written.handling == "submitted":
        return name
    handling = HANDLINGS[written.handling] if spoken.language == "zh" else written.handling
    return spoken.told_apart([name, handling])


def _add_steps(root: Tree, chain: Chain, spoken: Words) -> None:
    """The steps in chain order, those of a called matter under its name."""
    from rich.text import Text

    numbers = {step.id: number for number, step in enumerate(chain.steps, 1)}
    branch, call = root, ""
    for step in chain.steps:
        called = step.id.rpartition("/")[0]
        if called != call:
            call = called
            name = Text(shortened(step.matter.name), style="underline")
            branch = root.add(name) if called else root
        about = _about_step(step, numbers, chain, spoken)
        twig = branch.add(
            Text.assemble(
                f"{numbers[step.id]}. ",
                (shortened(step.called(spoken.language)), "bold"),
                f" [{about}]" if about else "",
            )
        )
        needs = chain.needs(step.id)
        for need in needs[:MOST_NEEDS]:
            twig.add(_about_need(need, chain, spoken))
        if (more := len(needs) - MOST_NEEDS) > 0:
            twig.add(Cell(spoken.say("and {n} more", n=figure(more))))


def _about_step(step: ChainStep, numbers: dict[str, int], chain: Chain, spoken: Words) -> str:
    """Kind, department, time, visits, condition of a step, and what it follows."""
    kind = spoken.kind(step.kind)
    parts = [kind if kind != step.called(spoken.language) else ""]
    if step.department:
        parts.append(_departments(chain, [step.department], spoken))
    if step.written.time and step.ticks:
        parts.append(spoken.duration(step.written.time))
        parts.append(spoken.say("outside limit") if step.written.time_excluded else "")
    parts += spoken.figures({"visits": step.visit})
    if step.guard != ALWAYS:
        parts.append(spoken.say("if {condition}", condition=_condition(step.guard, spoken)))
    before = [numbers[id] for id in chain.order.predecessors(step.id)]
    if not before and numbers[step.id] > 1:
        parts.append(spoken.say("may start at once"))
    elif before and before != [numbers[step.id] - 1]:
        told = spoken.listed([str(number) for number in sorted(before)])
        parts.append(spoken.say("after {steps}", steps=told))
    return ("，" if spoken.language == "zh" else ", ").join(filter(None, parts))


def _supply_in_words(need: Need, chain: Chain, spoken: Words) -> str:
    """How the need is supplied; what papers bring in some cases alone is not brought by nobody."""
    state = chain.supply_of(need).state
    if state is SupplyState.MISSING and chain.materials_bringing(need):
        return spoken.say("carried by the applicant in some cases only")
    return spoken.word(SUPPLIES, state.value)


def _about_need(need: Need, chain: Chain, spoken: Words) -> Text:
    """The data of a need, how it is supplied, by whom, and when it is needed."""
    from rich.text import Text

    supply = chain.supply_of(need)
    told = Text(shortened(data_named(chain.registry, need.data).name) + "  ")
    told.append(_supply_in_words(need, chain, spoken), _SUPPLY_STYLES.get(supply.state, ""))
    sources = [id for id in supply.sources or supply.holders if id != APPLICANT]
    if sources and supply.state is not SupplyState.HELD:
        holders = _departments(chain, sources, spoken)
        told.append("  " + spoken.say("from {holders}", holders=holders))
    if not need.is_single:
        told.append("  " + spoken.say("of those who have it"))
    if condition := _condition(_without(need.guard, fact_of(need.alternatives)), spoken):
        told.append("  " + spoken.say("if {condition}", condition=condition))
    return told


def _add_findings(root: Tree, standing: Iterable[Standing], report: Report, spoken: Words) -> None:
    """The findings as entries by their numbers, the same as in the chain's picture; under each
    what else its remedy mends."""
    spots = {spot.number: spot for spot in standing}
    numbers = {spot.finding.fingerprint: number for number, spot in spots.items()}
    found = {number: spot.finding for number, spot in spots.items()}
    if not found:
        root.add(Cell(spoken.say("no findings")))
        return
    branch = root.add(Cell(spoken.say("findings: {n}", n=figure(len(found)))))
    entries = entries_of(list(found.values()))
    entries.sort(key=lambda entry: numbers[entry.head.fingerprint])
    for entry in first_of_each_kind([(entry, kind_of(entry.head)) for entry in entries]):
        if isinstance(entry, Rest):
            rest = rest_in_words(entry, spoken, "`govchain analyze --format json`")
            branch.add(Cell(f"{entry.kind.rule}  {rest}"))
            continue
        twig = branch.add(_told(spots[numbers[entry.head.fingerprint]], spoken))
        for reason in first_of(reasons_in_words(entry, report, spoken), spoken):
            twig.add(Cell(spoken.say("also: {text}", text=reason)))
        if choice := alternatives_in_words(entry.head, report, spoken):
            twig.add(Cell(choice))


def _told(spot: Standing, spoken: Words) -> Group:
    from rich.console import Group
    from rich.text import Text

    finding = spot.finding
    severity = spoken.word(SEVERITIES, finding.severity)
    head = Text.assemble(
        f"{spot.sign}  ",
        (severity, _SEVERITY_STYLES[finding.severity]),
        f"  {title_of(finding, spoken.language)}  ",
        (f"{finding.rule} {finding.fingerprint[:8]}", "dim"),
    )
    return Group(head, Cell(sentence(finding, spoken.language)))


def _without(guard: Condition, fact: str) -> Condition:
    """The condition as far as it speaks of other facts."""
    cubes = (tuple(part for part in cube if part[0] != fact) for cube in guard.cubes)
    return Condition(tuple(dict.fromkeys(cubes)))


def _condition(guard: Condition, spoken: Words) -> str:
    """When something takes place: married = yes, or income = low; empty: always."""
    clauses = [
        spoken.listed([_choice(fact, options, spoken) for fact, options in cube])
        for cube in guard.cubes
    ]
    return shortened(spoken.listed(clauses, "or"), LONGEST_FACT)


def _choice(fact: str, options: Iterable[str], spoken: Words) -> str:
    """The fact, and the options of it that are allowed."""
    listed = spoken.listed([shortened(option) for option in sorted(options)], "or")
    return f"{shortened(fact)}={listed}"


def _departments(chain: Chain, ids: Iterable[str], spoken: Words) -> str:
    named = departments_named(chain.registry, [id for id in ids if id])
    return spoken.listed([shortened(department.name) for department in named])
