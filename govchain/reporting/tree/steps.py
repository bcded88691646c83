"""A step and the data it needs, each in a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govchain.analysis.hits.naming import data_named, departments_named
from govchain.compiler.alternatives import fact_of
from govchain.compiler.chain import Chain
from govchain.compiler.conditions import ALWAYS, Condition
from govchain.compiler.expansion import ChainStep
from govchain.compiler.needs import Need
from govchain.compiler.supply import SupplyState
from govchain.model.figures import figure
from govchain.model.nouns import APPLICANT
from govchain.reporting.bounds import LONGEST_FACT, MOST_NEEDS, shortened
from govchain.reporting.terminal import Cell
from govchain.reporting.tree.signs import Told
from govchain.reporting.words import SUPPLIES, Words

if TYPE_CHECKING:
    from rich.tree import Tree

_SUPPLY_STYLES = {
    SupplyState.SHARED: "green",
    SupplyState.CARRIED: "yellow",
    SupplyState.MISSING: "bold red",
}


def add_steps(root: Tree, steps: Iterable[ChainStep], told: Told) -> None:
    """The steps in chain order, those of a matter called at some depth under its name, their
    findings beside them."""
    chain, spoken = told.chain, told.spoken
    numbers = {step.id: number for number, step in enumerate(chain.steps, 1)}
    branch, within = root, ""
    for step in steps:
        called = step.id.rpartition("/")[0]
        if called != within:
            within = called
            name = Cell((shortened(step.matter.name), "underline"))
            branch = root.add(name) if "/" in called else root
        about = about_step(step, numbers, chain, spoken)
        twig = branch.add(
            Cell(
                f"{numbers[step.id]}. ",
                (shortened(step.called(spoken.language)), "bold"),
                f" [{about}]" if about else "",
                *told.signs.painted(told.signs.at_step(step.id)),
            )
        )
        _add_needs(twig, step, told)


def _add_needs(twig: Tree, step: ChainStep, told: Told) -> None:
    needs = told.chain.needs(step.id)
    for need in needs[:MOST_NEEDS]:
        signs = told.signs.painted(told.signs.at_need(need))
        twig.add(Cell(*about_need(need, told.chain, told.spoken), *signs))
    if (more := len(needs) - MOST_NEEDS) > 0:
        twig.add(Cell(told.spoken.say("and {n} more", n=figure(more))))


def about_step(step: ChainStep, numbers: dict[str, int], chain: Chain, spoken: Words) -> str:
    """Kind, department, time, visits, condition of a step, and what it follows."""
    kind = spoken.kind(step.kind)
    parts = [kind if kind != step.called(spoken.language) else ""]
    if step.department:
        parts.append(departments_in_words(chain, [step.department], spoken))
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


def about_need(need: Need, chain: Chain, spoken: Words) -> Iterator[str | tuple[str, str]]:
    """The data of a need, how it is supplied, by whom, and when it is needed, in pieces."""
    supply = chain.supply_of(need)
    yield shortened(data_named(chain.registry, need.data).name) + "  "
    yield _supply_in_words(need, chain, spoken), _SUPPLY_STYLES.get(supply.state, "")
    sources = [id for id in supply.sources or supply.holders if id != APPLICANT]
    if sources and supply.state is not SupplyState.HELD:
        holders = departments_in_words(chain, sources, spoken)
        yield "  " + spoken.say("from {holders}", holders=holders)
    if not need.is_single:
        yield "  " + spoken.say("of those who have it")
    if condition := _condition(_without(need.guard, fact_of(need.alternatives)), spoken):
        yield "  " + spoken.say("if {condition}", condition=condition)


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


def departments_in_words(chain: Chain, ids: Iterable[str], spoken: Words) -> str:
    """The names of the departments; empty ids are nobody's."""
    named = departments_named(chain.registry, [id for id in ids if id])
    return spoken.listed([shortened(department.name) for department in named])
