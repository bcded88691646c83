"""A mended chain that keeps answers of the chain before says what a fresh one says."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from govchain.analysis.questions.superfluous import is_banned
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.mends import (
    DecideAtOnce,
    DropAlternative,
    DropCheck,
    DropMaterial,
    DropStep,
    DropVisit,
    Mend,
    RunInParallel,
    ShareData,
    ShortenPromise,
    Together,
)
from govchain.pipeline import compile_reading
from govchain.reader.reading import read_texts
from govchain.rules.discovery import all_rules
from tests.oracle.strategies import Files, catalogues, to_yaml


def catalogue_of(files: Files) -> Catalogue:
    texts = {name: to_yaml(documents) for name, documents in files}
    return compile_reading(read_texts(texts), datetime.date(2026, 6, 1))


def possible_mends(chain: Chain) -> Iterator[Mend]:
    for step in chain.steps:
        yield DropStep(step.id)
        yield DropVisit(step.id)
        yield DecideAtOnce((step.id,))
        yield from (DropCheck(step.id, criterion) for criterion in step.checks)
    at_once = DecideAtOnce(tuple(step.id for step in chain.steps if step.is_approval))
    applying = tuple(DropStep(step.id) for step in chain.steps if step.kind == "apply")
    yield Together((at_once, ShortenPromise(), *applying))
    yield from (DropMaterial(material.number) for material in chain.materials)
    for material in chain.materials:
        if len(material.alternatives) > 1:
            yield from (DropAlternative(material.number, data) for data in material.alternatives)
    yield from (ShareData(data) for need in chain.all_needs for data in need.alternatives)
    for level in chain.written_levels():
        yield from (RunInParallel(first, second.id) for second in level for first in second.after)


def told(chain: Chain) -> dict[str, Any]:
    """All that a chain says, as plain values."""
    return {
        "chain": chain.to_dict(),
        "gains": chain.measure.gains,
        "collaborators": chain.collaborators,
        "met": {
            m.number: sorted((n.step, n.subject) for n in chain.needs_met_by(m))
            for m in chain.materials
        },
    }


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(catalogues(), st.data())
def test_a_mended_chain_is_the_chain_of_the_mended_matter(
    files: Files, data: st.DataObject
) -> None:
    catalogue = catalogue_of(files)
    for chain in catalogue.chains.values():
        told(chain)
        for _ in range(2):
            mends = list(possible_mends(chain))
            if mends:
                change = data.draw(st.sampled_from(mends))
                before, chain = chain, chain.mended(change)
                if isinstance(change, RunInParallel):
                    gains = before.measure.gains_in_parallel(change.first, change.second)
                    assert gains == chain.measure.gains
                    worst = before.measure.worst_ticks_in_parallel(change.first, change.second)
                    assert worst == chain.measure.worst_ticks
                assert told(chain) == told(Chain(chain.expansion, chain.network))


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(catalogues(), st.data())
def test_a_row_of_mended_chains_says_the_same_whichever_is_asked_first(
    files: Files, data: st.DataObject
) -> None:
    catalogue = catalogue_of(files)
    for chain in catalogue.chains.values():
        row = [chain]
        for _ in range(3):
            if mends := list(possible_mends(Chain(row[-1].expansion, row[-1].network))):
                row.append(row[-1].mended(data.draw(st.sampled_from(mends))))
        for asked in data.draw(st.permutations(row)):
            assert told(asked) == told(Chain(asked.expansion, asked.network))


SUPERFLUOUS = ("asked-again", "own-paper", "needless-material")
"""Rules of which each lets a paper go for the reason of another, too: one may become the other."""


def is_of_banned(change: Mend, chain: Chain) -> bool:
    """A paper that may not be asked for is needless all the same, which another rule says."""
    papers = {paper.number: paper for paper in chain.materials}
    return isinstance(change, DropMaterial) and is_banned(papers[change.number], chain)


@settings(max_examples=40, suppress_health_check=list(HealthCheck))
@given(catalogues())
def test_a_rule_proposes_what_it_finds(
    files: Files,
) -> None:
    """Whether a rule asks for a mend is told without all its hits, and told the same; of a paper
    that is superfluous, whether one of the rules does that let it go."""
    catalogue = catalogue_of(files)
    for chain in catalogue.chains.values():
        found = {
            rule.id: ({hit.mend for hit in rule.judge_chain(chain, catalogue)}, rule.proposes)
            for rule in all_rules()
            if rule.judge_chain and rule.proposes
        }
        superfluous = set[Mend | None]().union(*(found[rule][0] for rule in SUPERFLUOUS))
        for rule, (asked_for, proposes) in found.items():
            for change in possible_mends(chain):
                proposed = proposes(chain, catalogue, change)
                if rule not in SUPERFLUOUS:
                    assert proposed == (change in asked_for)
                elif not proposed or not is_of_banned(change, chain):
                    assert proposed == (change in superfluous)
