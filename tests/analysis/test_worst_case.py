"""Who is told that people apply three times is shown a case in which they do."""

from __future__ import annotations

import pytest

from govchain.analysis.hits.joints import several_hits
from govchain.compiler.joining import ACCEPTANCE, APPLICATIONS
from govchain.compiler.scenario import chain_in
from govchain.pipeline import compile_reading
from govchain.reader.reading import read_texts
from tests.analysis.cases import DATE, case_of
from tests.oracle.strategies import some_catalogues, to_yaml

CATALOGUES = 40

GUARDED = """
matter: permit
department: office
facts: {who: [owner, tenant, guest], kind: [new, old], place: [town, village]}
steps:
  - {id: a, kind: apply, when: {who: [owner, tenant]}}
  - {id: b, kind: apply, when: {who: tenant, kind: old}}
  - {id: c, kind: apply, when: {who: guest}}
  - {id: d, kind: accept}
  - {id: e, kind: review, when: {place: town}}
---
departments: {office: {}}
"""


def test_the_case_names_what_the_applications_depend_on() -> None:
    found = case_of(GUARDED).the("several-applications")
    assert found.facts["count"] == 2
    assert found.facts["scenario"] == (
        {"fact": "kind", "option": "old"},
        {"fact": "who", "option": "tenant"},
    )


def test_what_always_takes_place_needs_no_case() -> None:
    always = """
matter: permit
department: office
facts: {place: [town, village]}
steps: [{id: a, kind: apply}, {id: b, kind: apply}, {id: c, kind: review, when: {place: town}}]
---
departments: {office: {}}
"""
    assert "scenario" not in case_of(always).the("several-applications").facts


def test_in_that_case_there_are_as_many() -> None:
    seen = 0
    for files in some_catalogues(CATALOGUES, 21):
        texts = {name: to_yaml(documents) for name, documents in files}
        for chain in compile_reading(read_texts(texts), DATE).chains.values():
            measure = chain.measure
            applying = [step for step in chain.steps if step.is_separate("apply")]
            windows = [step for step in chain.steps if step.is_separate("accept")]
            for what, steps, (count, case) in (
                (APPLICATIONS, applying, measure.most_steps(applying)),
                (ACCEPTANCE, windows, measure.most_departments(windows)),
            ):
                hits = [*several_hits(what, count, case, steps, chain)]
                if not measure.is_bound and hits:
                    told = hits[0].facts["one_by_one"]
                    assert isinstance(told, tuple)
                    assert len(told) == count
                    worst = chain_in(chain, case).measure
                    counted = worst.applications if what == APPLICATIONS else worst.windows
                    assert counted[0] == count
                    seen += bool(case)
    assert seen > CATALOGUES / 4


WINDOWS = """
matter: joint
department: city
steps:
  - {id: a, kind: accept, department: FIRST}
  - {id: b, kind: accept, department: SECOND}
  - {id: call, matter: small}
---
matter: small
department: city
steps: [{id: look, kind: CALLED, department: CALLEE}]
---
departments:
  city: {level: city}
  other: {level: city}
  province: {level: province}
  anywhere: {}
  clinic: {level: city, kind: public-institution}
  bank: {kind: bank}
"""


@pytest.mark.parametrize(
    ("first", "second", "callee", "windows"),
    [
        ("city", "other", "", 2),
        ("city", "city", "", 0),
        ("city", "clinic", "", 0),
        ("city", "bank", "", 0),
        ("city", "province", "", 0),
        ("province", "city", "", 0),
        ("city", "anywhere", "", 2),
        ("city", "province", "province", 2),
        ("clinic", "bank", "province", 0),
        ("other", "city", "clinic", 2),
    ],
)
def test_windows_are_those_of_government(
    first: str, second: str, callee: str, windows: int
) -> None:
    kind = "accept" if callee else "review"
    text = WINDOWS.replace("FIRST", first).replace("SECOND", second)
    text = text.replace("CALLED", kind).replace("CALLEE", callee or "city")
    counts = [finding.facts["count"] for finding in case_of(text).all("several-windows")]
    assert counts == ([windows] if windows else [])
