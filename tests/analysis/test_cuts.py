"""Papers that may not be asked for: when they may just go, and doubt."""

from __future__ import annotations

import datetime

from govchain.analysis.running.judging import run_rules
from govchain.findings import Finding, Named
from govchain.pipeline import compile_reading
from govchain.reader.reading import read_texts
from govchain.rules.discovery import all_rules

REGISTRY = """
---
departments:
  hrss: {}
  committee: {kind: community}
data:
  proof: {name: 居民就业状况证明, holder: committee, banned: 民发〔2020〕20号}
  statement: {name: 本人声明, holder: applicant}
  contract: {name: 劳动合同, holder: committee}
criteria:
  employed: {uses: [proof]}
  contracted: {uses: [contract]}
"""


def found(rule: str, materials: str, steps: str = "", registry: str = REGISTRY) -> list[Finding]:
    step = steps or "{id: decide, kind: approve, checks: [contracted]}"
    text = f"matter: m\ndepartment: hrss\nmaterials:\n{materials}steps: [{step}]{registry}"
    reading = read_texts({"m.yaml": text})
    catalogue = compile_reading(reading, datetime.date(2026, 6, 1))
    return list(run_rules(all_rules(), catalogue, lambda known: known.id == rule).findings)


PAPER = "  - {name: 证明}\n"
PROOF = "  - {name: 就业证明, data: proof}\n"
DECIDES_BY_PROOF = "{id: decide, kind: approve, checks: [employed]}"


def test_a_paper_that_no_step_needs_just_goes() -> None:
    (finding,) = found("banned-material", PROOF)
    assert finding.benefit is not None
    assert finding.benefit.materials == 1
    assert finding.facts["left_without"] == ()


def test_a_paper_that_alone_brings_data_does_not_just_go() -> None:
    (finding,) = found("banned-material", PROOF, DECIDES_BY_PROOF)
    assert finding.benefit is None
    assert finding.amend == ()
    assert [step.id for step in finding.facts["left_without"]] == ["decide"]  # type: ignore[union-attr]


def test_one_of_two_papers_goes_where_the_other_brings_the_data() -> None:
    findings = found("banned-material", PROOF * 2, DECIDES_BY_PROOF)
    assert [f.subject for f in findings] == ["proof", "proof#2"]
    assert all(f.benefit for f in findings)


def test_the_law_that_asks_for_a_banned_paper_is_amended_first() -> None:
    (finding,) = found(
        "banned-material", "  - {name: 就业证明, data: proof, basis: 《某办法》第三条}\n"
    )
    assert finding.amend == ("《某办法》第三条",)


def test_one_banned_alternative_is_struck_and_the_others_stay() -> None:
    (finding,) = found("banned-material", "  - {name: 证明, any: [contract, proof]}\n")
    assert (finding.subject, finding.variant, finding.benefit) == ("proof", "alternative", None)
    assert finding.facts["alternatives"] == (Named("contract", "劳动合同"),)


def test_where_every_alternative_is_banned_the_paper_is() -> None:
    both = REGISTRY.replace("{name: 劳动合同,", "{name: 劳动合同, banned: 某通知,")
    (finding,) = found("banned-material", "  - {name: 证明, any: [contract, proof]}\n", "", both)
    assert (finding.subject, finding.variant) == ("contract|proof", "")
    assert finding.facts["banned"] == ("某通知", "民发〔2020〕20号")


def test_the_law_is_named_even_where_the_paper_does_not_just_go() -> None:
    paper = "  - {name: 就业证明, data: proof, basis: 《某办法》第三条}\n"
    (finding,) = found("banned-material", paper, DECIDES_BY_PROOF)
    assert finding.benefit is None
    assert finding.amend == ("《某办法》第三条",)


def test_what_could_not_be_read_may_need_the_paper() -> None:
    (finding,) = found("banned-material", PROOF, "{id: decide, kind: approve, checks: [emploed]}")
    assert finding.benefit is None


def test_an_optional_material_counts_nowhere() -> None:
    optional = "  - {name: 合同, data: contract, basis: 《某法》, necessity: optional}\n"
    assert not found("baseless-material", f"{optional}  - {{name: 表}}\n")
    assert not found("unmapped-material", "  - {name: 表, necessity: optional}\n")
    assert not found("banned-material", PROOF.replace("}", ", necessity: optional}"))


def test_papers_of_one_name_are_told_apart() -> None:
    findings = found("unmapped-material", "  - {name: 照片}\n" * 2 + PROOF)
    assert [f.subject for f in findings] == ["照片", "照片#2"]


def test_where_no_data_of_materials_is_recorded_none_is_unmapped() -> None:
    assert not found("unmapped-material", "  - {name: 照片}\n")


class TestBaseless:
    WITH_BASIS = "  - {name: 合同, data: contract, basis: 《某法》第三条}\n"

    def test_a_banned_paper_is_said_to_be_banned_only(self) -> None:
        assert not found("baseless-material", f"{self.WITH_BASIS}{PROOF}")

    def test_what_the_applicant_declares_needs_no_basis(self) -> None:
        assert found("baseless-material", f"{self.WITH_BASIS}{PAPER}")
        form = "  - {name: 声明, data: statement}\n"
        assert not found("baseless-material", f"{self.WITH_BASIS}{form}")

    def test_a_holder_that_is_lost_may_be_the_applicant(self) -> None:
        registry = REGISTRY.replace("holder: applicant", "holder: aplicant")
        form = "  - {name: 声明, data: statement}\n"
        assert not found("baseless-material", f"{self.WITH_BASIS}{form}", registry=registry)

    def test_a_basis_that_is_lost_may_be_this_one(self) -> None:
        slip = PAPER.replace("}", ", bassis: 《某法》}")
        assert not found("baseless-material", f"{self.WITH_BASIS}{slip}")

    def test_a_called_matter_is_judged_by_its_own_papers(self) -> None:
        caller = "---\nmatter: joint\ndepartment: hrss\nmaterials:\n  - {name: 照片}\n"
        caller += "steps: [{id: c, matter: m}]\n"
        findings = found(
            "baseless-material", f"{self.WITH_BASIS}{PAPER}", registry=f"\n{caller}{REGISTRY}"
        )
        assert [(f.matter, f.subject) for f in findings] == [("m", "证明")]
