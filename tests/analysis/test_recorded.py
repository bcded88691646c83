"""Unknown is not absent: what is recorded nowhere is not missed (semantics.md 2, "Recorded")."""

from __future__ import annotations

import pytest

from tests.analysis.cases import Case, case_of, ids

LIST = """
matter: lawyer-licence
type: licence
department: justice
MORE
materials: [{name: 居民身份证, data: identity}]
steps:
  - {id: apply, kind: apply}
  - {id: review, kind: review, department: city-justice, checks: [fit]}
  - {id: look, kind: inspect}
  - {id: decide, kind: approve, checks: [fit]}
---
departments: {justice: {}, city-justice: {parent: justice}, police: {}}
data: {identity: {holder: police}}
criteria: {fit: {uses: [identity]}}
"""


def listed(more: str = "level: province", *changes: tuple[str, str]) -> Case:
    text = LIST.replace("MORE", more)
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return case_of(text)


class TestBasis:
    def test_a_list_without_any_basis_accuses_nobody(self) -> None:
        assert listed().found("baseless-approval") == []
        assert listed().found("baseless-material") == []

    def test_what_is_written_in_full_is_absent(self) -> None:
        case = listed("complete: basis")
        assert case.found("baseless-approval") == [
            ("lawyer-licence", "decide", "decide"),
            ("lawyer-licence", "review", "review"),
        ]
        material = case.the("baseless-material")
        assert (material.subject, material.variant) == ("identity", "complete")

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ("inspect}", "inspect, basis: 某法}"),
            ("{uses: [identity]}", "{uses: [identity]}, other: {basis: 某法}"),
            ("---", "---\nmatter: n\ndepartment: justice\nbasis: 某法\n---"),
            ("---", "---\nmatter: n\nbasis: {provision: 某法, until: 2020-01-01}\n---"),
        ],
    )
    def test_one_basis_anywhere_is_a_record(self, old: str, new: str) -> None:
        assert listed("level: province", (old, new)).found("baseless-approval")

    def test_a_basis_of_papers_is_no_record_of_approvals(self) -> None:
        paper = ("data: identity}", "data: identity, basis: 某法}, {name: 照片}")
        case = listed("level: province", paper)
        assert case.found("baseless-approval") == []
        assert case.found("baseless-material") == [("lawyer-licence", None, "照片")]

    def test_an_empty_field_is_no_saving(self) -> None:
        """Only where the matter says that its bases are written in full is the paper a gain."""
        paper = ("data: identity}", "data: identity, basis: 某法}, {name: 照片}")
        assert listed("level: province", paper).the("baseless-material").benefit is None
        full = listed("complete: basis", paper).the("baseless-material")
        assert full.benefit is not None
        assert full.benefit.materials == 1

    def test_an_ended_basis_of_a_paper_is_told(self) -> None:
        ended = (
            "data: identity}",
            "data: identity, basis: {provision: 某法第一条, until: 2026-05-31}}, "
            "{name: 照片, basis: 某法第二条}",
        )
        finding = listed("level: province", ended).the("baseless-material")
        assert (finding.subject, finding.variant) == ("identity", "ended")
        assert finding.facts["ended"] == ({"provision": "某法第一条", "until": "2026-05-31"},)
        assert finding.amend == ()


class TestChecks:
    EMPTY = (", checks: [fit]", "")

    def test_without_any_checks_no_approval_is_empty(self) -> None:
        assert listed("level: province", self.EMPTY).found("empty-approval") == []
        assert listed("level: province").found("empty-approval") == [
            ("lawyer-licence", "look", "look")
        ]

    def test_what_is_complete_is_empty(self) -> None:
        case = listed("complete: checks", self.EMPTY)
        assert [step for _, step, _ in case.found("empty-approval")] == ["look", "review"]


class TestMaterials:
    NONE = ("materials: [{name: 居民身份证, data: identity}]\n", "")
    BANK = ("police: {}", "police: {kind: bank}")

    def test_where_papers_are_not_recorded_nothing_is_missing(self) -> None:
        case = listed("level: province", self.NONE)
        assert set(case.supply("lawyer-licence").values()) == {"missing"}
        for rule in ("missing-link", "unfit-link"):
            assert case.found(rule) == []
        assert listed("level: province", self.NONE, self.BANK).found("no-source") == []

    def test_where_they_are_complete_it_is(self) -> None:
        assert listed("complete: materials", self.NONE).found("missing-link")
        assert listed("complete: materials", self.NONE, self.BANK).found("no-source")

    def test_papers_of_another_matter_are_a_record(self) -> None:
        other = ("---", "---\nmatter: n\ndepartment: justice\nmaterials: [{name: 表}]\n---")
        assert listed("level: province", self.NONE, other).found("missing-link")


class TestWithoutSteps:
    """A matter may be listed without steps: its chain, and those that call it, is not described."""

    CALL = (
        "  - {id: decide",
        "  - {id: first, matter: sworn}\n  - {id: decide",
    )
    SWORN = ("---", "---\nmatter: sworn\ndepartment: justice\nmaterials: [{name: 表}]\n---")

    def test_its_papers_and_limits_count_all_the_same(self) -> None:
        case = case_of(
            "matter: m\ndepartment: d\nmaterials: [{name: 甲, data: x}, {name: 乙, data: x}]\n"
            "---\ndepartments: {d: {}}\ndata: {x: {holder: d}}\n"
        )
        assert not case.chain("m").is_described
        assert case.worst("m").materials == 2
        assert case.worst("m").steps == 0
        assert case.findings == ()

    def test_a_chain_that_calls_it_is_not_judged_as_a_whole(self) -> None:
        whole = listed()
        part = listed("level: province", self.CALL, self.SWORN)
        assert whole.chain("lawyer-licence").is_described
        assert not part.chain("lawyer-licence").is_described
        held = ("{identity: {holder: police}}", "{identity: {holder: justice}}")
        assert listed("level: province", held).found("own-paper")
        assert listed("level: province", held, self.CALL, self.SWORN).found("own-paper") == []

    def test_what_has_no_basis_has_none(self) -> None:
        case = listed("complete: basis", self.CALL, self.SWORN)
        assert [step for _, step, _ in case.found("baseless-approval")] == ["decide", "review"]
        assert case.found("empty-approval") == [("lawyer-licence", "look", "look")]

    def test_carried_data_could_flow_all_the_same(self) -> None:
        case = listed("level: province", self.CALL, self.SWORN)
        assert [step for _, step, _ in case.found("missing-link")] == ["decide", "review"]


class TestNobody:
    """Steps for which nobody is responsible are said once, by no-lead, and judged by no rule."""

    MATTER = (
        "matter: m\nmaterials: [{name: 证, data: x}]\n"
        "steps:\n  - {id: a, kind: apply, visit: 1}\n"
        "  - {id: s2, kind: review, needs: [x], checks: [c]}\n"
        "  - {id: s3, kind: approve, department: d, needs: [x], checks: [c]}\n---\n"
        "matter: n\ndepartment: d\nsteps: [{id: a, kind: apply}]\n---\n"
        "departments: {d: {}}\ndata: {x: {holder: d}}\ncriteria: {c: {basis: 法}}\n"
    )

    def test_the_matter_and_its_steps_are_named(self) -> None:
        finding = case_of(self.MATTER).the("no-lead")
        assert (finding.matter, finding.subject, finding.variant) == ("m", "m", "steps")
        assert ids(finding.facts["steps"]) == ["s2"]

    def test_its_needs_are_never_held(self) -> None:
        """The paper serves s2 too, of which nobody knows whose records it could look into."""
        case = case_of(self.MATTER)
        assert case.supply("m") == {("s2", "x"): "carried", ("s3", "x"): "held"}
        assert {f.rule for f in case.findings} == {"no-lead"}

    def test_with_a_lead_all_is_judged(self) -> None:
        case = case_of(self.MATTER.replace("matter: m\n", "matter: m\ndepartment: d\n"))
        assert case.found("no-lead") == []
        assert case.found("own-paper") == [("m", None, "x")]

    def test_where_no_lead_is_recorded_none_is_missed(self) -> None:
        assert case_of(self.MATTER.replace("department: d\nsteps", "steps")).found("no-lead") == []

    def test_a_caller_without_lead_is_not_blamed_for_what_it_calls(self) -> None:
        called = self.MATTER.replace(
            "matter: n\ndepartment: d\nsteps: [{id: a, kind: apply}]",
            "matter: n\ndepartment: d\nsteps: [{id: c, matter: m}]",
        )
        assert case_of(called).found("no-lead") == [("m", None, "m")]
