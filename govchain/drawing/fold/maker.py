"""Makes what is said of the parts of a matter: called matters, steps of its own, single steps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from govchain.compiler.conditions import NEVER, Condition
from govchain.compiler.expansion import ChainMaterial, ChainStep
from govchain.compiler.parts import Part, figures_of_part, number_at, part_at
from govchain.compiler.timetable import Span, timetable_of
from govchain.drawing.chart.columns import APPLICANTS
from govchain.drawing.chart.marks import Mark, MarkBoard, papers_by_step
from govchain.drawing.chart.phrases import ConditionText, part_name, short_name_of
from govchain.drawing.chart.subject import Version
from govchain.drawing.chart.words import Words
from govchain.drawing.fold.guards import chosen, shared_guard, short_guard
from govchain.drawing.fold.papers import FoldedPapers
from govchain.drawing.fold.parts import FoldedPart, Segment, Work
from govchain.drawing.fold.places import MarksByPart
from govchain.drawing.fold.spans import Way, way_of_call, way_of_steps
from govchain.drawing.ink.lettering import clean, named
from govchain.findings import Topic
from govchain.language.fixed_words import STEP_KINDS

_SUPERFLUOUS = frozenset({Topic.REPEATED_CHECK, Topic.ATTESTED_CHECK})


class PartMaker:
    """Tells the parts of one version of a matter."""

    def __init__(self, version: Version, words: Words, *, are_steps: bool) -> None:
        chain = self._chain = version.chain
        whole = version.catalogue.chains.get(chain.matter.id, chain)
        self._words = words
        self._conditions = ConditionText(chain, words)
        self._papers = FoldedPapers(chain, MarkBoard(version.marks, chain), words, self._conditions)
        self._marks = MarksByPart(chain, version.marks, are_steps=are_steps)
        self._whole = whole
        self._positions = {step.id: n for n, step in enumerate(whole.steps, 1)}
        self._redundant = {
            spot.step for mark in version.marks if mark.is_redundancy for spot in mark.spots
        }

    def of_part(self, part: Part) -> FoldedPart:
        """A called matter, or the steps of its own."""
        chain, steps, papers = self._chain, part.steps, part.materials
        if not steps and (elsewhere := part_at(part.call, self._whole)):
            steps = elsewhere.steps  # of other cases: who it is and when is told all the same
        known = next((step.matter for step in steps if step.matter.id == part.matter), None)
        lead = known.department if known else None
        way = (
            way_of_call(chain, part.call, self._whole)
            if part.call
            else way_of_steps(chain, part.steps)
        )
        number = number_at(part.call, self._whole)
        name, visits = part_name(part, self._words), figures_of_part(part, chain).worst.visits
        return self._part(number, part.call, part.matter, name, lead, steps, papers, way, visits)

    def of_step(self, number: int, step: ChainStep) -> FoldedPart:
        """A single step."""
        chain = self._chain
        papers = chain.once(papers_by_step)
        asked = papers.get(step.id, ())
        way = way_of_steps(chain, (step,))
        name = named(step.called(self._words.language))
        number = self._positions.get(step.id, number)
        matter, lead, visits = step.matter.id, step.department, step.visit
        return self._part(number, step.id, matter, name, lead, (step,), asked, way, visits)

    def case(self, parts: Iterable[Sequence[ChainStep]]) -> str:
        """The case that takes longest: the choices on which it hangs whether parts, by their
        steps, take place at all."""
        case = self._chain.once(timetable_of).case
        facts = {f for steps in parts for f in shared_guard(step.guard for step in steps).facts}
        return self._words.enumeration(
            [fact for fact in case if fact in facts],
            lambda fact: short_guard(chosen(fact, case[fact]), self._chain, self._conditions),
        )

    def marks_on_whole(self, keys: Collection[str]) -> tuple[Mark, ...]:
        """Those that speak of no part that there is."""
        return self._marks.elsewhere(keys)

    def _part(
        self,
        number: int,
        key: str,
        matter: str,
        name: str,
        lead: str | None,
        steps: Sequence[ChainStep],
        papers: Sequence[ChainMaterial],
        way: tuple[Span, Way, bool],
        visits: float,
    ) -> FoldedPart:
        span, longest, is_there = way
        marks = self._marks.at(key)
        lane, departments = self._departments(steps, lead)
        redundant = [step for step in steps if step.id in self._redundant]
        shared = shared_guard(step.guard for step in steps)
        guard = self._guard(shared)
        return FoldedPart(
            number=number,
            key=key,
            matter=matter,
            name=name,
            lane=lane,
            departments=departments,
            steps=len(steps),
            step_ids=tuple(step.id for step in steps if self._chain.has_step(step.id)),
            guard=guard,
            span=span,
            is_there=is_there,
            is_at_once=not span.ticks and any(step.time is not None for step in steps),
            segments=tuple(
                self._segment(id, when) for id, when in longest if self._chain.has_step(id)
            ),
            papers=tuple(self._papers.of(paper, shared) for paper in papers),
            visits=round(visits),
            redundant_steps=len(redundant),
            redundant_ticks=sum(step.ticks for step in redundant),
            superfluous_checks=sum(mark.finding.topic in _SUPERFLUOUS for mark in marks),
            marks=marks,
            title="\n".join([name, *departments, guard]).strip(),
        )

    def _guard(self, guard: Condition) -> str:
        """When alone it takes place; of a case that is not drawn as it is written in all cases."""
        if self._chain.scenarios.restricted(guard) != NEVER:
            return short_guard(guard, self._chain, self._conditions)
        return short_guard(guard, self._whole, ConditionText(self._whole, self._words))

    def _departments(
        self, steps: Sequence[ChainStep], lead: str | None
    ) -> tuple[str | None, tuple[str, ...]]:
        """The department that a part belongs to, and the names of all, that one first.

        Its lead, if that takes part; else the one with most steps. What people do themselves
        belongs to them.
        """
        if steps and all(step.kind == "apply" for step in steps):
            return APPLICANTS, (self._words("applicant"),)
        counted = Counter(s.department for s in steps if s.kind != "apply" and s.department)
        if not counted:
            return None, ()
        lane = lead if lead in counted else counted.most_common(1)[0][0]
        ordered = sorted(counted, key=lambda id: id != lane)
        known = self._chain.registry.departments
        return lane, tuple(short_name_of(id, known) for id in ordered if id)

    def _segment(self, id: str, span: Span) -> Segment:
        step = self._chain.step(id)
        kind = self._words.of(STEP_KINDS, step.kind)
        name = named(step.called(self._words.language))
        title = self._words.label(f"{kind} {clean(name)}", self._words.days(span.ticks))
        return Segment(id, name, _work_of(step), span, id in self._redundant, title)


def _work_of(step: ChainStep) -> Work:
    if step.is_decision:
        return Work.APPROVE
    return Work.REVIEW if step.is_approval else Work.OTHER
