"""A compiled chain as a tree: its steps, their data, who takes part, and what was found.

A joint matter is told by the matters it calls, a line each; those that are expanded, step by step.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from govchain.analysis.running.standing import standing_on
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.compiler.expansion import ChainMaterial
from govchain.compiler.metrics import Figures
from govchain.compiler.parts import Part, came_by, figures_of_part, parts_of
from govchain.language.fixed_words import HANDLINGS
from govchain.model.figures import circled
from govchain.reporting.bounds import shortened
from govchain.reporting.chapters.collaboration import differences_in_words
from govchain.reporting.gaps import gaps_in_words
from govchain.reporting.report import Report
from govchain.reporting.style import Style
from govchain.reporting.terminal import Cell, drawn
from govchain.reporting.tree.found import add_findings
from govchain.reporting.tree.signs import Signs, Told
from govchain.reporting.tree.steps import add_steps, departments_in_words
from govchain.reporting.words import Words, words

if TYPE_CHECKING:
    from rich.tree import Tree


def chain_tree(chain: Chain, report: Report, style: Style, expanded: Collection[str] = ()) -> str:
    """The chain of one matter with the findings of the report that stand in it.

    `expanded` are the calls whose steps are told, those of a called matter as `outer/inner`.
    """
    from rich.tree import Tree

    spoken = words(style.language)
    matter = chain.matter
    lead = departments_in_words(chain, [matter.department or ""], spoken)
    root = Tree(Cell((shortened(matter.name), "bold"), f" ({matter.id})  {lead}"))
    for line in _about_chain(chain, report.catalogue, spoken):
        root.add(Cell(line))
    standing = standing_on(chain, report.by_matter.get(matter.id, ()))
    told = Told(chain, report.catalogue, Signs(standing, chain), spoken)
    if chain.expansion.calls:
        _add_parts(root, told, expanded)
    else:
        add_steps(root, chain.steps, told)
    if gaps := gaps_in_words(chain, report.catalogue, spoken):
        root.add(Cell(gaps))
    add_findings(root, standing, report, spoken)
    return drawn(root, style)


def _about_chain(chain: Chain, catalogue: Catalogue, spoken: Words) -> Iterable[str]:
    """The worst case, the collaborating departments, what the applicant is asked for."""
    if told := _figures(chain.metrics().worst, spoken):
        yield spoken.say("worst case: {figures}", figures=spoken.listed(told))
    if chain.collaborators:
        others = departments_in_words(chain, chain.collaborators, spoken)
        yield spoken.say("collaborating departments: {names}", names=others)
    yield from differences_in_words(chain, catalogue, spoken)
    if chain.materials and not chain.expansion.calls:
        yield _asked_for(chain.materials, spoken)


def _figures(worst: Figures, spoken: Words) -> list[str]:
    """What the worst case costs people."""
    names = ("visits", "materials", "days", "steps")
    return spoken.figures({name: getattr(worst, name) for name in names})


def _asked_for(materials: Iterable[ChainMaterial], spoken: Words) -> str:
    papers = spoken.listed([_paper(material, spoken) for material in materials])
    return spoken.say("asked for: {papers}", papers=papers)


def _paper(material: ChainMaterial, spoken: Words) -> str:
    """Its name, and how it is handled where it is not handed in."""
    written, name = material.written, shortened(material.written.name)
    if written.handling == "submitted":
        return name
    handling = HANDLINGS[written.handling] if spoken.language == "zh" else written.handling
    return spoken.told_apart([name, handling])


def _add_parts(root: Tree, told: Told, expanded: Collection[str]) -> None:
    """A line for each called matter; below it its steps, where it is expanded, or a call in it."""
    for part in told.chain.once(parts_of):
        if not part.call:
            add_steps(root, part.steps, told)
            continue
        branch = root.add(_about_part(part, told))
        steps = [step for step in part.steps if came_by(step.id, expanded)]
        if steps or part.call in expanded:
            add_steps(branch, steps, told)
        elif part.materials:
            branch.add(Cell(_asked_for(part.materials, told.spoken)))


def _about_part(part: Part, told: Told) -> Cell:
    """Its number, name and call, who does it, what it costs, and what is found in it."""
    departments = dict.fromkeys(step.department for step in part.steps if step.department)
    figures = _figures(figures_of_part(part, told.chain).worst, told.spoken)
    about = [
        departments_in_words(told.chain, departments, told.spoken),
        told.spoken.listed(figures),
    ]
    return Cell(
        f"{circled(part.number)} ",
        (shortened(part.name), "bold"),
        f" ({part.call})  ",
        " · ".join(filter(None, about)),
        *told.signs.in_short(part.number),
    )
