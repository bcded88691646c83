"""What is judged of a mended chain with what was known before is what is judged of a fresh one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from govchain.analysis.questions.redundancy import redundancy_of
from govchain.analysis.questions.relief import relief_by
from govchain.analysis.questions.superfluous import (
    newly_superfluous,
    superfluous_by_mend,
    superfluous_papers,
)
from govchain.analysis.questions.visits import needless_visits, newly_needless
from govchain.analysis.running.benefits import mended_whole_by
from govchain.analysis.running.effects import compared, consequence_of
from govchain.compiler.chain import Chain
from govchain.compiler.joining import ACCEPTANCE, APPLICATIONS, MATERIALS
from govchain.compiler.supply import SupplyState
from govchain.mends import DropStep, Join, Mend, ShareData, TakeWord
from tests.analysis.cases import case_of
from tests.compiler.test_mended import catalogue_of, possible_mends
from tests.oracle.strategies import Files, catalogues


def all_mends(chain: Chain) -> Iterator[Mend]:
    """Those of the other test, joined services, and a word for a paper."""
    yield from possible_mends(chain)
    yield from (Join(what) for what in (APPLICATIONS, ACCEPTANCE, MATERIALS))
    for material in chain.materials:
        needs = tuple(need.key for need in chain.needs_met_by(material))
        yield TakeWord(material.number, needs)


@settings(max_examples=100, suppress_health_check=list(HealthCheck))
@given(catalogues(), st.data())
def test_what_is_superfluous_is_what_a_fresh_chain_says(files: Files, data: st.DataObject) -> None:
    for chain in catalogue_of(files).chains.values():
        for _ in range(3):
            idle = chain.once(superfluous_papers)
            mends = list(all_mends(chain))
            if mends:
                before, chain = chain, chain.mended(data.draw(st.sampled_from(mends)))
                fresh = Chain(chain.expansion, chain.network)
                assert superfluous_by_mend(chain, before) == superfluous_papers(fresh) - idle
                assert superfluous_papers(chain) == superfluous_papers(fresh)
                assert needless_visits(chain) == needless_visits(fresh)


@settings(max_examples=100, suppress_health_check=list(HealthCheck))
@given(catalogues(), st.data())
def test_what_is_redundant_is_what_a_fresh_chain_says(files: Files, data: st.DataObject) -> None:
    catalogue = catalogue_of(files)
    for chain in catalogue.chains.values():
        for _ in range(4):
            known = redundancy_of(chain, catalogue)
            if data.draw(st.booleans()):
                assert isinstance(known.redundant, dict)  # worked out, for the next to keep
            mends = list(all_mends(chain))
            if mends:
                chain = chain.mended(data.draw(st.sampled_from(mends)))
                known = redundancy_of(chain, catalogue)
                fresh = redundancy_of(Chain(chain.expansion, chain.network), catalogue)
                assert list(known.redundant.items()) == list(fresh.redundant.items())
                assert known.repeated == fresh.repeated
                assert known.attested == fresh.attested


@settings(max_examples=100, suppress_health_check=list(HealthCheck))
@given(catalogues(), st.data())
def test_what_relief_brings_is_what_comparing_the_chains_says(
    files: Files, data: st.DataObject
) -> None:
    for chain in catalogue_of(files).chains.values():
        if mends := list(all_mends(chain)):
            chain = chain.mended(data.draw(st.sampled_from(mends)))
        for change in list(all_mends(chain)):
            relief = relief_by(change, chain)
            if relief is None:
                continue
            before = Chain(chain.expansion, chain.network)
            after = before.mended(change)
            papers = superfluous_papers(after) - superfluous_papers(before)
            assert newly_superfluous(relief) == papers
            assert newly_needless(relief) == needless_visits(after) - needless_visits(before)
            whole = mended_whole_by(chain, change)
            assert consequence_of(chain, change) == compared(chain, change, *whole)


def test_a_word_that_was_taken_stands_where_the_data_flows_too() -> None:
    """Nobody is responsible for the step, so nothing flows to it: a word is enough."""
    case = case_of(
        "matter: m\nmaterials: [{data: x}]\nsteps:\n  - {id: look, kind: review, needs: [x]}\n"
        "---\ndepartments: {owner: {}}\ndata: {x: {holder: owner}}"
    )
    chain = case.chain("m")
    [paper], [need] = chain.materials, chain.all_needs
    promised = chain.mended(TakeWord(paper.number, (need.key,)))
    flowing = promised.mended(ShareData("x"))
    assert promised.supply_of(need).state is SupplyState.SHARED
    assert flowing.supply_of(need).state is SupplyState.SHARED


OWNED = """
matter: m
department: lead
steps:
  - {id: own, kind: review, department: owner, checks: [c]}
STEPS
---
departments: {lead: {}, owner: {}, second: {}, third: {}}
data: {x: {holder: owner}}
criteria: {c: {uses: [x]}, d: {}, e: {}}
"""

ANOTHER_DECISION_GOES = """
  - {id: first, kind: approve, department: second, checks: [c]}
  - {id: gone, kind: approve, department: third, checks: [d]}
  - {id: told, kind: notify}
"""

STEPS_CHANGE_PLACES = """
  - {id: first, kind: approve, department: second, checks: [c], after: [gone]}
  - {id: second, kind: approve, department: third, checks: [c], after: [own]}
  - {id: gone, kind: review, department: second, checks: [d], after: [own]}
  - {id: told, kind: notify, after: [first, second]}
"""

WHAT_DISTURBS_GOES = """
  - {id: gone, kind: deliver, department: second, changes: [x]}
  - {id: first, kind: review, department: second, checks: [c]}
  - {id: told, kind: notify}
"""


@pytest.mark.parametrize(
    ("steps", "before", "after"),
    [
        (ANOTHER_DECISION_GOES, ["first"], []),
        (STEPS_CHANGE_PLACES, ["second"], ["first"]),
        (WHAT_DISTURBS_GOES, [], ["first"]),
    ],
)
def test_a_step_that_goes_bears_on_others(steps: str, before: list[str], after: list[str]) -> None:
    case = case_of(OWNED.replace("STEPS", steps.strip("\n")))
    chain = case.chain("m")
    assert list(redundancy_of(chain, case.catalogue).redundant) == before
    mended = chain.mended(DropStep("gone"))
    assert list(redundancy_of(mended, case.catalogue).redundant) == after


NOT_SAID_WHAT_IT_USES = """
matter: m
department: lead
materials: [{name: 证明, data: y}]
steps:
  - {id: gone, kind: review, checks: [open]}
  - {id: decide, kind: approve, checks: [c]}
---
departments: {lead: {}, other: {}}
data: {x: {holder: lead}, y: {holder: other}}
criteria: {open: {}, c: {uses: [x]}}
"""


def test_a_paper_becomes_needless_with_the_check_that_may_have_used_it() -> None:
    chain = case_of(NOT_SAID_WHAT_IT_USES).chain("m")
    assert chain.once(superfluous_papers) == frozenset()
    mended = chain.mended(DropStep("gone"))
    assert superfluous_by_mend(mended, chain) == {(0, "y")}
