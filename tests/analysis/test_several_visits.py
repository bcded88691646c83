"""Who is told that people come three times is told where, and in which case."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from govchain.analysis.running.judging import run_rules
from govchain.compiler.scenario import chain_in
from govchain.findings import Benefit, Finding, Named
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
  - {id: c, name: 领证, kind: deliver, visit: 1}
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
    assert (finding.facts["count"], finding.facts["over"]) == (4, 2)
    assert finding.facts["scenario"] == ({"fact": "who", "option": "tenant"},)
    assert "查验 (许可, 办公室, visits: 2, 《某法》第三条)" in sentence(finding, "en")
    told = sentence(finding, "zh")
    assert "跑 4 次（到其他单位的、有其他渠道的不计），其中 2 次可以减掉：申请（许可" in told
    assert "、领证（许可、办公室）；减不掉的：" in told
    assert "减不掉的：查验（许可、办公室、到场 2 次、《某法》第三条）" in told


@pytest.mark.parametrize(("most", "over"), [(0, 2), (1, 2), (2, 2), (3, 1)])
def test_what_is_saved_is_over_the_limit_and_can_be_spared(most: int, over: int) -> None:
    (finding,) = found(GUARDED, most)
    assert finding.benefit == Benefit(visits=over)
    assert finding.mend is None


def test_at_the_limit_it_is_silent() -> None:
    assert found(GUARDED, 4) == []


def test_joined_applications_are_one_way() -> None:
    assert case_of(JOINT.replace("JOINED", "applications")).all("several-visits") == []
    (finding,) = case_of(JOINT.replace("JOINED", "none")).all("several-visits")
    assert (finding.matter, finding.step, finding.subject) == ("joint", None, "joint")


@pytest.mark.parametrize("lost", ["[aplications]", "{}"])
def test_where_it_could_not_be_read_what_is_joined_it_is_silent(lost: str) -> None:
    assert found(JOINT.replace("JOINED", lost)) == []


def test_where_a_step_lost_its_guard_it_is_silent() -> None:
    assert found(GUARDED.replace("who: tenant", "whose: tenant")) == []


STEP = """
matter: permit
department: lead
steps:
  - {id: a, kind: apply, visit: 1, SAID}
  - {id: b, kind: accept, department: TAKING, visit: 1, SAID}
---
departments:
  lead: {name: 牵头}
  hall: {name: 大厅}
  school: {name: 学校, kind: public-institution}
  bank: {name: 银行, kind: bank}
  committee: {name: 居委会, kind: community}
  firm: {name: 单位, kind: enterprise}
"""


def at(taking: str, said: str = "post: 窗口") -> list[Finding]:
    return found(STEP.replace("TAKING", taking).replace("SAID", said))


@pytest.mark.parametrize("office", ["hall", "school"])
def test_people_apply_where_that_is_taken_in(office: str) -> None:
    (finding,) = at(office)
    trips = finding.facts["trips"]
    assert isinstance(trips, tuple)
    offices = [trip["department"] for trip in trips if isinstance(trip, Mapping)]
    assert [named.id for named in offices if isinstance(named, Named)] == [office, office]


@pytest.mark.parametrize("office", ["bank", "committee", "firm"])
def test_what_is_no_office_of_the_state_spares_nobody_a_visit(office: str) -> None:
    assert at(office) == []


@pytest.mark.parametrize("said", ["channel: [online, window]", "visit-basis: 《某法》第三条"])
def test_what_is_a_choice_or_asked_by_law_is_not_claimed(said: str) -> None:
    assert at("hall", said) == []
    assert at("hall", "channel: window") != []


@pytest.mark.parametrize(
    ("kind", "over"), [("inspect", 0), ("expert-review", 0), ("other", 0), ("review", 1)]
)
def test_what_is_done_to_a_person_or_thing_stays(kind: str, over: int) -> None:
    text = STEP.replace("TAKING, visit: 1, SAID", "hall").replace("SAID", "channel: window")
    text = text.replace("---", f"  - {{id: c, kind: {kind}, visit: 1}}\n---")
    assert [finding.benefit for finding in found(text)] == [Benefit(visits=1)]
    without = text.replace("apply, visit: 1", "apply").replace("visit: 1}", "visit: 2}")
    assert [finding.benefit for finding in found(without)] == [Benefit(visits=1)] * over


def test_in_that_case_people_come_so_often() -> None:
    seen = 0
    for files in some_catalogues(CATALOGUES, 21):
        texts = {name: to_yaml(documents) for name, documents in files}
        for chain in compile_reading(read_texts(texts), DATE).chains.values():
            measure = chain.measure
            visited = [step for step in chain.steps if step.visit]
            staying = visited[::3]
            if not measure.is_bound:
                made, over, case = measure.most_visits_over(1, visited, staying)
                there = chain_in(chain, case)
                kept = sum(s.visit for s in there.steps if any(s.id == x.id for x in staying))
                assert (made, over) == (there.measure.visits[0], made - max(1, kept))
                seen += bool(case and made)
    assert seen > CATALOGUES / 4
