"""The findings that stand on a chain, at what each speaks of, and their numbers there.

One selection and one numbering for whoever shows a chain: the picture, the tree, the page.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from govchain.analysis.hits.numbering import (
    alternative_subject,
    material_subject,
    need_subject,
    without_number,
)
from govchain.analysis.hits.papers import asking_step
from govchain.analysis.rule import Rule
from govchain.analysis.running.proofs import prove
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.compiler.expansion import ChainMaterial
from govchain.compiler.needs import Need
from govchain.compiler.parts import number_at
from govchain.findings import About, Finding, Place
from govchain.model.figures import circled

_WHOLE_MATTER = -1


@dataclass(frozen=True, slots=True)
class Standing:
    """A finding on a chain: its number there, and what it speaks of.

    `step` is the step (or the call) in this chain; None: it speaks of the matter as a whole, or of
    its papers. `subject` is its subject there; `need` and `paper` are there where it speaks of
    one, of one `alternative` of a paper alone where that is not empty. Numbers follow the chain:
    first the whole matter, then step by step the step, its needs, the papers asked for there.
    People know it by its `place` and its `rank` there: ③-2 is the second at the third called
    matter of a joint chain, 3-2 the second at the third step of another; 0 is the whole matter.
    """

    number: int
    finding: Finding
    step: str | None = None
    subject: str = ""
    need: Need | None = None
    paper: ChainMaterial | None = None
    alternative: str = ""
    place: int = 0
    rank: int = 0
    is_in_part: bool = False
    """The place is a called matter of a joint chain."""

    @property
    def label(self) -> str:
        """Place and rank for programs: 3-2."""
        return f"{self.place}-{self.rank}"

    @property
    def sign(self) -> str:
        """The same for people: ③-2 at a called matter, 3-2 at a step; ⓪ is the whole."""
        is_circled = self.is_in_part or not self.place
        return f"{circled(self.place) if is_circled else self.place}-{self.rank}"


def standing_on(chain: Chain, findings: Iterable[Finding]) -> tuple[Standing, ...]:
    """Those of the findings that stand on the chain, in order of place."""
    found = [spot for finding in findings for spot in _spots(finding, chain)]
    ordered = sorted(found, key=lambda spot: _place(spot, chain))
    numbered: dict[str, tuple[int, int, int, bool]] = {}
    is_in_part = bool(chain.expansion.calls)
    ranks: Counter[int] = Counter()
    for spot in ordered:
        if spot.finding.fingerprint not in numbered:
            place = _place_of_people(spot, chain)
            ranks[place] += 1
            number = len(numbered) + 1
            numbered[spot.finding.fingerprint] = number, place, ranks[place], is_in_part
    return tuple(_numbered(spot, *numbered[spot.finding.fingerprint]) for spot in ordered)


def _numbered(spot: Standing, number: int, place: int, rank: int, is_in_part: bool) -> Standing:
    return replace(spot, number=number, place=place, rank=rank, is_in_part=is_in_part)


def standing_in(
    scenario: Chain, standing: Iterable[Standing], catalogue: Catalogue, rules: Iterable[Rule]
) -> tuple[Standing, ...]:
    """Those that hold in a scenario of the chain too, with their numbers and its facts.

    What a rule found on the chain holds where the rule finds it there; anything else, where its
    step takes place.
    """
    standing = tuple(standing)
    judges = {rule.id: rule for rule in rules if rule.judge_chain is not None}
    asked = [judges[id] for id in sorted({spot.finding.rule for spot in standing} & judges.keys())]
    found = dict(_found_in(scenario, catalogue, asked))
    held = (
        _held(found.get(_key(spot.finding, spot.step, spot.subject)), spot, scenario)
        if spot.finding.rule in judges
        else _still_there(spot, scenario)
        for spot in standing
    )
    return tuple(spot for spot in held if spot is not None)


_Key = tuple[str, str | None, str, Place]


def _key(finding: Finding, step: str | None, subject: str) -> _Key:
    """What a finding is known by in a chain and in its scenarios, where numbers may differ."""
    return finding.rule, step, without_number(subject), finding.place


def _found_in(
    scenario: Chain, catalogue: Catalogue, rules: Iterable[Rule]
) -> Iterator[tuple[_Key, Finding]]:
    for rule in rules:
        for hit in rule.judge_chain(scenario, catalogue) if rule.judge_chain else ():
            finding = prove(rule, hit, catalogue, scenario).finding
            yield _key(finding, finding.step, finding.subject), finding


def _held(here: Finding | None, spot: Standing, scenario: Chain) -> Standing | None:
    """The standing as the scenario has it; None where its rule finds nothing there."""
    if here is None:
        return None
    told = replace(spot.finding, facts=here.facts, message=here.message, variant=here.variant)
    found = _spot(told, here.step, here.subject, scenario)
    return _numbered(found, spot.number, spot.place, spot.rank, spot.is_in_part)


def _still_there(spot: Standing, scenario: Chain) -> Standing | None:
    """What no rule judges by the chain stands while its step takes place."""
    is_there = spot.step is None or first_step_of(spot.step, scenario) is not None
    return spot if is_there else None


def first_step_of(step: str | None, chain: Chain) -> str | None:
    """The step, or the first in chain order of the call with this id; None where it has none."""
    if step is None or chain.has_step(step):
        return step
    return chain.once(_first_steps_of_calls).get(step)


def _first_steps_of_calls(chain: Chain) -> dict[str, str]:
    """Each call, and the first step in chain order that it brings."""
    found: dict[str, str] = {}
    for step in chain.order.steps:
        for call in itertools.accumulate(step.split("/")[:-1], "{}/{}".format):
            found.setdefault(call, step)
    return found


def _spots(finding: Finding, chain: Chain) -> Iterator[Standing]:
    """Where it stands: once for each copy of its matter in the chain."""
    if finding.matter == chain.matter.id:
        yield _spot(finding, finding.step, finding.subject, chain)
    for stand in finding.stands:
        if stand.matter == chain.matter.id:
            yield _spot(finding, stand.step, stand.subject, chain)


def _spot(finding: Finding, step: str | None, subject: str, chain: Chain) -> Standing:
    if finding.about is About.PAPER:
        paper, alternative = chain.once(_papers_by_subject).get(subject, (None, ""))
        return Standing(0, finding, None, subject, paper=paper, alternative=alternative)
    if finding.about is About.NEED and step is not None and chain.has_step(step):
        need, _ = chain.once(_needs_by_subject, step).get(subject, (None, 0))
        return Standing(0, finding, step, subject, need)
    return Standing(0, finding, step, subject)


def _needs_by_subject(chain: Chain, step: str) -> dict[str, tuple[Need, int]]:
    """Subject -> the need of the step, and its place among its needs."""
    needs = enumerate(chain.needs(step))
    return {need_subject(need, chain): (need, place) for place, need in needs}


def _papers_by_subject(chain: Chain) -> dict[str, tuple[ChainMaterial, str]]:
    """Subject -> the paper, and the one of its alternatives that it names, if any."""
    found = {material_subject(m, chain): (m, "") for m in chain.materials}
    for material in chain.materials:
        if len(material.alternatives) > 1:
            for data in material.alternatives:
                found[alternative_subject(material, data, chain)] = material, data
    return found


def _place(spot: Standing, chain: Chain) -> tuple[int, int, int]:
    """Its place in the chain, for sorting."""
    if spot.paper is not None:
        step = asking_step(spot.paper, chain)
        return _position(step, chain), 2, spot.paper.number
    position = _position(first_step_of(spot.step, chain), chain)
    if spot.need is not None:
        return position, 1, chain.once(_needs_by_subject, spot.need.step)[spot.subject][1]
    return position, 0, 0


def _place_of_people(spot: Standing, chain: Chain) -> int:
    """The number of the called matter that it stands in, in a chain without calls of its step."""
    if chain.expansion.calls:
        where = spot.step if spot.paper is None else spot.paper.origin
        return number_at(where or "", chain)
    step = first_step_of(spot.step, chain) if spot.paper is None else asking_step(spot.paper, chain)
    return 1 + _position(step, chain) if step is not None else 0


def _position(step: str | None, chain: Chain) -> int:
    return _WHOLE_MATTER if step is None else chain.order.position(step)
