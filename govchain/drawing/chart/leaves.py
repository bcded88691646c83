"""Into which pages a chain is told: one each part of a joint chain, or what was asked for alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from govchain.compiler.parts import call_of, came_by, parts_of
from govchain.drawing.chart.chart import Charts
from govchain.drawing.chart.marks import highlighted
from govchain.drawing.chart.page import OWN
from govchain.drawing.chart.phrases import part_name
from govchain.drawing.chart.subject import Fold, How, MatterSubject
from govchain.drawing.chart.words import Words
from govchain.drawing.ink.lettering import named
from govchain.model.characters import inside_quotes
from govchain.model.figures import circled


@dataclass(frozen=True, slots=True)
class Leaf:
    """What one page, or several where one does not hold it, tells of a chain.

    Of the steps in its `scope` it tells those `kept`. `name` is what others call it; empty where
    there are no others. `matter` and `calls` are as in a `Page`. `is_elsewhere`: a picture of its
    own tells them, and no page of this one.
    """

    key: str
    name: str
    title: str
    scope: tuple[str, ...]
    kept: frozenset[str]
    matter: str = ""
    calls: frozenset[str] | None = None
    is_told: bool = True
    is_elsewhere: bool = False

    @property
    def tells_whole(self) -> bool:
        """What is found of the matter as a whole is told on it, if it is the first."""
        return self.calls is None or bool(self.calls)


def told_of(subject: MatterSubject, how: How) -> tuple[Charts, list[Leaf]]:
    """What is told of the steps of a matter, and on which leaves."""
    version = subject.version
    marks = highlighted(version.marks, how.highlight)
    words, only = Words(how.language), how.only_findings
    charts = Charts(version.chain, marks, words, how.version, only_marked=only)
    if how.focus in version.chain.expansion.calls:
        how = replace(how, focus="", fold=Fold.AUTO, expand=(how.focus,))
    return charts, leaves_of(charts, how)


def leaves_of(charts: Charts, how: How) -> list[Leaf]:
    """The leaves in the order of the parts; of a chain that calls nothing, or not folded, one.

    With `expand` those of these calls alone are told, of a call inside one what that brought; with
    `only_findings` those of which something is found; where that leaves none, the first. What is
    told `elsewhere` is not.
    """
    kept = _kept(charts, how)
    if how.focus or how.fold is Fold.NONE or not charts.chain.expansion.calls:
        return [_whole(charts, kept, how)]
    first, *others = _of_parts(charts, kept, how)
    is_any_told = any(leaf.is_told or leaf.is_elsewhere for leaf in (first, *others))
    return [first if is_any_told else replace(first, is_told=True), *others]


def _kept(charts: Charts, how: How) -> frozenset[str]:
    """The steps that are told."""
    kept = frozenset(charts.order.steps)
    if how.only_findings:
        kept = charts.marked_steps()
    if how.focus:
        around = {*charts.order.predecessors(how.focus), *charts.order.followers(how.focus)}
        kept = kept & around | {how.focus}
    return kept


def _whole(charts: Charts, kept: frozenset[str], how: How) -> Leaf:
    title = ""
    if how.focus:
        name = inside_quotes(charts.name_of(how.focus))
        title = f"{named(charts.chain.matter.name)} · {charts.words('around').format(name=name)}"
    calls = frozenset[str]() if how.focus else None
    return Leaf("", "", title, charts.order.steps, kept, calls=calls)


def _of_parts(charts: Charts, kept: frozenset[str], how: How) -> Iterator[Leaf]:
    chain, words = charts.chain, charts.words
    for part in chain.once(parts_of):
        name = f"{circled(part.number)} {part_name(part, words)}"
        title = charts.titled(f"{named(chain.matter.name)} · {name}")
        scope = tuple(step.id for step in part.steps)
        ordered = tuple(step for step in charts.order.steps if step in {*scope})
        asked = [call for call in how.expand if call_of(call, chain) == part.call]
        told = kept & {id for id in scope if not asked or came_by(id, asked)}
        is_elsewhere = part.call in how.elsewhere
        is_wanted = bool(asked or not how.expand) and bool(told or not how.only_findings)
        yield Leaf(
            part.call or OWN,
            name,
            title,
            ordered,
            told,
            part.matter,
            frozenset({part.call}),
            is_told=is_wanted and not is_elsewhere,
            is_elsewhere=is_elsewhere,
        )
