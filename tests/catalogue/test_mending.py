"""Mended in the files, a finding of the real catalogue goes and gives what it promised."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from govchain.analysis.running.proofs import Proof
from govchain.analysis.running.totals import cost_at_worst
from govchain.findings import Benefit, Lever
from govchain.mends import DropMaterial
from govchain.model.nouns import Call
from govchain.pipeline import analyze, load
from govchain.reporting.report import Report
from tools.mending import trial
from tools.mending.__main__ import DATE

AFTER = Path(__file__).parents[2] / "examples" / "after-reform"

WITHOUT_A_MEND = {"resequence", "clarify"}
"""Levers of findings that have no single mend."""

MATTERS = Path(__file__).parents[2] / "matters"


def test_every_mend_that_can_be_written_does_what_its_finding_says() -> None:
    trials = list(trial.trials(MATTERS, DATE))
    wrong = [(t.proof.finding.fingerprint, t.faults) for t in trials if t.faults]
    assert not wrong
    levers = Counter(t.proof.finding.lever.value for t in trials)
    assert levers.keys() == {lever.value for lever in Lever} - WITHOUT_A_MEND
    assert min(levers["share"], levers["cut"]) >= 60


def test_a_benefit_that_is_not_so_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    claimed = trial.benefit_of

    def more(proof: Proof) -> Benefit:
        found = claimed(proof)
        dropped = isinstance(proof.mend, DropMaterial)
        return replace(found, materials=found.materials + 1) if dropped else found

    monkeypatch.setattr(trial, "benefit_of", more)
    faults = {t.proof.rule.id: t.faults for t in trial.trials(MATTERS, DATE, at_most=1)}
    assert "claims" in faults["needless-material"][0]
    assert not faults["serial-approval"]


@pytest.mark.parametrize("folder", [MATTERS, AFTER], ids=["before", "after"])
def test_a_joint_service_keeps_no_more_than_its_parts_one_by_one(folder: Path) -> None:
    """Once all is mended: what the parts no longer ask for goes in it too."""
    report = analyze(load(str(folder), date=DATE))
    joints = [m for m in report.catalogue.matters.values() if m.type == "joint"]
    assert len(joints) >= 13
    for joint in joints:
        calls = [step.matter for step in joint.steps if isinstance(step, Call)]
        (visits, papers), parts = left_of(joint.id, report), [left_of(id, report) for id in calls]
        assert visits <= sum(part[0] for part in parts)
        assert papers <= sum(part[1] for part in parts)


def test_a_newborn_keeps_nine_papers_and_three_visits() -> None:
    """Six forms, the photo, the bank card, and the word of parents who are not married."""
    report = analyze(load(str(MATTERS), date=DATE))
    assert left_of("newborn", report) == (3, 9)
    assert left_of("birth-registration", report) == (1, 2)


def left_of(matter: str, report: Report) -> tuple[int, int]:
    """Visits and papers of one case at worst, once all is mended."""
    _, visits, papers, _ = cost_at_worst(report.catalogue.chains[matter], report.catalogue)
    gain = report.analysis.total.gains_of([matter])[matter]
    return visits - gain.visits, papers - gain.materials
