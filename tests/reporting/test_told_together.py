"""What a finding tells is what one case meets, each thing once, and what the law still asks for."""

from __future__ import annotations

import pytest

from govchain.compiler import scenarios
from govchain.findings import Finding
from govchain.reporting.sentences import remedy, sentence
from tests.analysis.cases import case_of

REGISTRY = """---
departments: {market: {name: 市场监管局}, tax: {name: 税务局}, seal: {name: 公安局}}
data: {identity: {name: 身份证, holder: seal}, licence: {name: 营业执照, holder: market}}
"""
CHANGE = """matter: change
name: 企业变更
type: joint
department: market
facts: {what: [name, head]}
steps:
  - {id: a, matter: registration}
  - {id: b, matter: taxes, after: a}
  - {id: c, matter: sealing, after: b, when: {what: name}}
"""
CALLED = """---
matter: MATTER
name: NAME
department: DEPARTMENT
facts: {what: [name, head]}
materials:
  - {name: 身份证, data: identity, when: {what: WHAT}}
  - {name: 营业执照, data: licence, when: {what: name}}
steps:
  - {id: apply, kind: apply}
  - {id: accept, kind: accept}
  - {id: decide, kind: approve, when: {what: [name, head]}}
"""


def called(matter: str, name: str, department: str, what: str) -> str:
    text = CALLED.replace("MATTER", matter).replace("NAME", name)
    return text.replace("DEPARTMENT", department).replace("WHAT", what)


REGISTRATION = called("registration", "变更登记", "market", "head")
TAXES = called("taxes", "税务登记", "tax", "head")
SEALING = called("sealing", "公章换刻", "seal", "name")


def found(rule: str, *texts: str) -> Finding:
    return next(f for f in case_of("".join([*texts, REGISTRY])).all(rule) if f.matter == "change")


class TestPapersOfOneCase:
    def test_only_what_one_case_brings_together_is_told(self) -> None:
        """The seal is changed with the name alone, which nobody proves by an identity card."""
        finding = found("repeated-material", CHANGE, REGISTRATION, TAXES, SEALING)
        assert sentence(finding, "zh") == (
            "办理“企业变更”要重复提交同样的材料：营业执照（变更登记、税务登记、公章换刻）"
        )
        assert finding.facts["scenario"] == ({"fact": "what", "option": "name"},)

    def test_the_case_that_repeats_the_most_is_told(self) -> None:
        licence = "data: licence, when: {what: name}"
        two = [text.replace(licence, "data: licence") for text in (REGISTRATION, TAXES)]
        sealing = SEALING.replace(licence, "data: licence, when: {what: head}")
        finding = found("repeated-material", CHANGE, *two, sealing)
        assert sentence(finding, "en") == (
            "企业变更 asks for the same papers more than once: 身份证 (变更登记, 税务登记) "
            "and 营业执照 (变更登记, 税务登记)"
        )
        assert finding.facts["scenario"] == ({"fact": "what", "option": "head"},)

    def test_where_cases_are_too_many_what_is_told_can_still_meet(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(scenarios, "MAX_COMBINATIONS", 1)
        finding = found("repeated-material", CHANGE, REGISTRATION, TAXES, SEALING)
        assert "身份证（变更登记、税务登记）" in sentence(finding, "zh")
        assert "公章换刻" not in sentence(finding, "zh")
        assert "scenario" not in finding.facts

    def test_what_is_always_asked_needs_no_case(self) -> None:
        always = [text.replace(", when: {what: head}", "") for text in (REGISTRATION, TAXES)]
        alone = [text.replace("  - {name: 营业执照, data: licence, when: {what: name}}\n", "")
                 for text in always]  # fmt: skip
        finding = found("repeated-material", CHANGE, *alone, SEALING.replace("identity", "licence"))
        assert "scenario" not in finding.facts


class TestWindowsAndApplications:
    def test_an_office_with_two_windows_is_told_once(self) -> None:
        taxes = TAXES.replace("department: tax", "department: market")
        finding = found("several-windows", CHANGE, REGISTRATION, taxes, SEALING)
        assert finding.facts["count"] == 2
        assert "：市场监管局（变更登记、税务登记）、公安局（公章换刻）" in sentence(finding, "zh")
        assert ": 市场监管局 (变更登记, 税务登记) and 公安局 (公章换刻)" in sentence(finding, "en")

    def test_two_steps_of_one_matter_are_told_as_steps(self) -> None:
        two = "  - {id: again, name: 再受理, kind: accept}\n  - {id: decide"
        registration = REGISTRATION.replace("  - {id: decide", two)
        told = sentence(found("several-windows", CHANGE, registration, TAXES, SEALING), "zh")
        assert "市场监管局（受理、再受理）" in told

    def test_as_many_are_told_as_are_counted(self) -> None:
        """Nobody changes the name and the head in one case."""
        change = CHANGE.replace("after: a}", "after: a, when: {what: head}}")
        finding = found("several-applications", change, REGISTRATION, TAXES, SEALING)
        one_by_one = finding.facts["one_by_one"]
        assert isinstance(one_by_one, tuple)
        assert finding.facts["count"] == len(one_by_one) == 2


class TestWhatLawStillAsksFor:
    OTHERS = "".join(
        f"---\nmatter: m{n}\ndepartment: {department}\nmaterials:\n"
        f"  - {{name: 身份证, data: identity{law}}}\n"
        "steps: [{id: d, kind: approve, needs: [identity]}]\n"
        for n, department, law in (
            (1, "market", ", basis: 《登记条例》第九条"),
            (2, "tax", ", basis: 《征收法》第五条, waived-by: 《征收法》第六条"),
            (3, "tax", ""),
        )
    )

    def duplicate(self, text: str) -> Finding:
        return case_of(text.removeprefix("---\n") + REGISTRY).the("duplicate-collection")

    def test_the_remedy_names_the_law_that_asks_for_the_paper(self) -> None:
        finding = self.duplicate(self.OTHERS)
        assert remedy(finding, "zh").endswith(
            "不再要求任何人提交；《登记条例》第九条仍要求提交该材料，修改后方可取消"
        )
        assert remedy(finding, "en").endswith(
            "; the paper itself can go once 《登记条例》第九条 no longer asks for it"
        )
        assert finding.amend == ()

    def test_without_such_a_law_it_says_nothing_of_it(self) -> None:
        finding = self.duplicate(self.OTHERS.replace(", basis: 《登记条例》第九条", ""))
        assert "demanded_by" not in finding.facts
        assert remedy(finding, "zh").endswith("不再要求任何人提交")


class TestMaterialsThatNobodyWrote:
    MATTER = """matter: m
name: 登记
department: market
complete: [COMPLETE]
steps: [{id: d, name: 审批, kind: approve, needs: [identity]}]
---
matter: n
department: market
materials: [{name: 表}]
"""

    def missing(self, complete: str) -> Finding:
        return case_of(self.MATTER.replace("COMPLETE", complete) + REGISTRY).the("missing-link")

    def test_it_says_that_they_are_not_written(self) -> None:
        finding = self.missing("basis")
        assert sentence(finding, "zh").endswith("；“登记”没有写材料，群众是否提交不明")
        assert remedy(finding, "zh").startswith("先写明“登记”收取的材料（`材料`）")
        assert remedy(finding, "en").startswith("write first what people bring for 登记")

    def test_where_they_are_complete_nothing_brings_it(self) -> None:
        finding = self.missing("materials")
        assert sentence(finding, "en").endswith("; nothing brings it")
        assert not remedy(finding, "en").startswith("write first")
