"""Who hands a case on to whom, against the figure of the chain (semantics.md 1.12)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from govchain import pipeline
from govchain.analysis.questions.handed_on import handed_on
from govchain.compiler.chain import Chain
from govchain.reader.reading import read_texts
from tests.oracle.strategies import DATE, some_catalogues, to_yaml


def drawn() -> Iterator[Chain]:
    for files in some_catalogues(80, 1212):
        reading = read_texts({name: to_yaml(documents) for name, documents in files})
        yield from pipeline.compile_reading(reading, DATE).chains.values()


def is_carried_between(chain: Chain) -> bool:
    """Somebody applies between two offices."""
    applications = (step.id for step in chain.steps if step.kind == "apply")
    return any(
        any(chain.step(before).department for before in chain.order.ancestors(id))
        and any(chain.order.is_before(id, step.id) for step in chain.steps if step.department)
        for id in applications
    )


def test_hand_overs_add_up_to_the_figure_of_the_chain() -> None:
    """Where people carry a case on between two offices none of them hands it on: fewer, there."""
    same = fewer = 0
    for chain in drawn():
        found, figure = sum(share for *_, share in handed_on(chain)), chain.metrics().mean.handovers
        if is_carried_between(chain):
            assert found <= figure + 1e-9
            fewer += found < figure
        else:
            assert found == pytest.approx(figure), chain.matter.id
            same += figure > 0
    assert same > 60
    assert fewer > 5


MATTER = """\
matter: m
name: m
facts: {far: {yes: 0.25, no: 0.75}}
steps:
  - {id: one, kind: review, name: one, department: a}
  - {id: two, kind: review, name: two, department: b, when: {far: yes}}
  - {id: three, kind: review, name: three, department: c}
---
departments: {a: {name: a}, b: {name: b}, c: {name: c}}
"""


def test_a_step_that_does_not_take_place_is_passed_over() -> None:
    [chain] = pipeline.compile_reading(read_texts({"m.yaml": MATTER}), DATE).chains.values()
    found = {(one.department, other.department): share for one, other, share in handed_on(chain)}
    assert found == {("a", "b"): 0.25, ("b", "c"): 0.25, ("a", "c"): 0.75}
