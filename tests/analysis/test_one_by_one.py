"""What a joint service would take one by one, against its matters counted in each scenario."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from itertools import product
from math import prod

import pytest

from govchain import pipeline
from govchain.analysis.questions.one_by_one import one_by_one
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.chain import Chain
from govchain.compiler.scenario import chain_in
from govchain.model.nouns import Call, Guard
from govchain.reader.reading import read_texts
from tests.oracle.strategies import DATE, some_catalogues, to_yaml
from tests.reporting.reports import report_in

ADDING_UP = ("visits", "materials", "days", "applications", "steps")


def drawn() -> Iterator[Catalogue]:
    for files in some_catalogues(120, 2626):
        reading = read_texts({name: to_yaml(documents) for name, documents in files})
        yield pipeline.compile_reading(reading, DATE)


def holds(guard: Guard | None, scenario: Mapping[str, str]) -> bool:
    return guard is None or any(
        all(scenario[fact] in options for fact, options in clause.items())
        for clause in guard.clauses
    )


def added_up(chain: Chain, scenario: Mapping[str, str], catalogue: Catalogue) -> Counter[str]:
    """Its matters in the scenario, each by itself, and what it asks on top of them."""
    figures: Counter[str] = Counter()
    for step in chain.matter.steps:
        if not holds(step.when, scenario):
            continue
        if isinstance(step, Call):
            alone = chain_in(catalogue.chains[step.matter], scenario).metrics().worst
            figures.update({key: getattr(alone, key) for key in ADDING_UP})
        elif step.kind not in ("apply", "accept"):
            days = step.time.days if step.time else 0
            figures.update({"visits": step.visit, "days": days, "steps": 1})
    papers = (paper for paper in chain.matter.materials if paper.handling != "shown")
    asked = (not paper.is_optional and holds(paper.when, scenario) for paper in papers)
    figures["materials"] += sum(asked)
    return figures


def test_one_by_one_is_the_sum_of_the_matters_in_one_case() -> None:
    counted = conditional = 0
    for catalogue in drawn():
        for chain in catalogue.chains.values():
            facts = chain.expansion.facts.values()
            many = prod(len(fact.options) for fact in facts) > 200
            if not chain.matter.is_joint or many or chain.is_doubtful:
                continue
            scenarios = product(*(fact.options for fact in facts))
            names = [fact.id for fact in facts]
            added = [
                added_up(chain, dict(zip(names, s, strict=True)), catalogue) for s in scenarios
            ]
            found = asdict(answer) if (answer := one_by_one(chain, catalogue)) else {}
            for key in ADDING_UP:
                assert found[key] == pytest.approx(max(each[key] for each in added)), key
            counted += 1
            conditional += len(added) > 1
    assert counted > 30
    assert conditional > 10


@pytest.mark.parametrize("folder", ["matters", "examples/after-reform"])
def test_where_nothing_is_joined_joining_saves_nothing(folder: str) -> None:
    """What adds up is the same on both sides; only what runs side by side takes less long."""
    catalogue = report_in(folder).catalogue
    seen = 0
    for chain in catalogue.chains.values():
        answer = one_by_one(chain, catalogue)
        asks_itself = any(step.kind in ("apply", "accept") for step in chain.matter.own_steps)
        if answer is None or chain.matter.joined or asks_itself:
            continue
        worst = chain.metrics().worst
        for key in ("visits", "materials", "applications", "windows", "steps"):
            assert getattr(answer, key) == getattr(worst, key), (chain.matter.id, key)
        assert answer.days >= worst.days - 1e-9
        seen += 1
    assert seen > (10 if folder == "matters" else 1)
