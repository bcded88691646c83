"""Who is told that people come three times is told where, and in which case."""

from __future__ import annotations

import pytest

from govchain.analysis.running.judging import run_rules
from govchain.compiler.scenario import chain_in
from govchain.findings import Benefit, Finding
from govchain.model.settings import Limits, Settings
from govchain.pipeline import compile_reading
from govchain.reader.reading import read_texts
from govchain.reporting.sentences import sentence
from govchain.rules.discovery import all_rules
from tests.analysis.cases import DATE, case_of
from tests.oracle.strategies import some_catalogues, to_yaml

CATALOGUES = 40

GUARDED = """
matter: permit
name: 许可
department: office
facts: {who: [owner, tenant], place: [town, village]}
steps:
  - {id: a, name: 申请, kind: apply, visit: 1}
  - {id: b, name: 查验, kind: inspect, visit: 2, visit-basis: 《某法》第三条, when: {who: tenant}}
  - {id: c, name: 领证, kind: deliver, visit: 1, when: {who: owner}}
  - {id: d, kind: review, when: {place: town}}
---
departments: {office: {name: 办公室}}
"""

JOINT = """
matter: joint
department: office
joined: JOINED
steps:
  - {id: one, matter: permit}
  - {id: other, matter: licence}
---
matter: permit
department: office
steps: [{id: a, kind: apply, visit: 1}]
---
matter: licence
department: office
steps: [{id: a, kind: apply, visit: 1}]
---
departments: {office: {}}
"""


def found(text: str, most: int = 1) -> list[Finding]:
    """The findings of the rule, with this limit set."""
    reading = read_texts({"case.yaml": text}, Settings(limits=Limits(max_visits=most)))
    analysis = run_rules(all_rules(), compile_reading(reading, DATE), lambda rule: True)
    return [finding for finding in analysis.findings if finding.rule == "several-visits"]


def test_it_names_the_case_and_the_law_and_how_often() -> None:
    (finding,) = found(GUARDED)
    assert finding.facts["count"] == 3
    assert finding.facts["scenario"] == ({"fact": "who", "option": "tenant"},)
    assert "查验 (许可, 办公室, visits: 2, 《某法》第三条)" in sentence(finding, "en")
    assert "申请（许可、办公室）、查验（许可、办公室、到场2次、《某法》第三条）" in sentence(
        finding, "zh"
    )


@pytest.mark.parametrize(("most", "over"), [(0, 3), (1, 2), (2, 1)])
def test_what_is_saved_is_what_is_over_the_limit(most: int, over: int) -> None:
    (finding,) = found(GUARDED, most)
    assert finding.benefit == Benefit(visits=over)
    assert finding.mend is None


def test_at_the_limit_it_is_silent() -> None:
    assert found(GUARDED, 3) == []


def test_joined_applications_are_one_way() -> None:
    assert case_of(JOINT.replace("JOINED", "applications")).all("several-visits") == []
    (finding,) = case_of(JOINT.replace("JOINED", "none")).all("several-visits")
    assert (finding.matter, finding.step, finding.subject) == ("joint", None, "joint")


@pytest.mark.parametrize("lost", ["[aplications]", "{}"])
def test_where_it_could_not_be_read_what_is_joined_it_is_silent(lost: str) -> None:
    assert found(JOINT.replace("JOINED", lost)) == []


def test_where_a_step_lost_its_guard_it_is_silent() -> None:
    assert found(GUARDED.replace("who: owner", "whose: owner")) == []


def test_in_that_case_people_come_so_often() -> None:
    seen = 0
    for files in some_catalogues(CATALOGUES, 21):
        texts = {name: to_yaml(documents) for name, documents in files}
        for chain in compile_reading(read_texts(texts), DATE).chains.values():
            measure = chain.measure
            if not measure.is_bound:
                case = measure.case_of_visits()
                assert chain_in(chain, case).measure.visits[0] == measure.visits[0]
                seen += bool(case and measure.visits[0])
    assert seen > CATALOGUES / 4
