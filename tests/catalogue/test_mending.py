"""Mended in the files, a finding of the real catalogue goes and gives what it promised."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from govchain.analysis.running.proofs import Proof
from govchain.findings import Benefit, Lever
from govchain.mends import DropMaterial
from tools.mending import trial
from tools.mending.__main__ import DATE

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
