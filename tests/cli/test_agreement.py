"""What one command prints another explains; what two commands count is the same."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.analysis.test_relations import EITHER_OR, TOLD_THRICE
from tests.cli.desk import HOME, run

JOINT = """\
matter: joint
name: 一件事
department: county
steps:
  - {id: allow, matter: allowance}
---
"""
_MARK = re.compile(r"\b[0-9a-f]{8}\b")


@pytest.fixture
def joint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "a.yaml").write_text(JOINT + EITHER_OR, encoding="utf-8")
    (tmp_path / "govchain.toml").write_text("", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("matter", ["joint", "allowance"])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_fingerprint_that_is_printed_explains(
    joint: Path, matter: str, language: str
) -> None:
    shown = run("show", matter, "--lang", language).stdout
    listed = run("analyze", "--matter", matter, "--limit", "0", "--lang", language).stdout
    marks = {*_MARK.findall(shown), *_MARK.findall(listed)}
    assert len(marks) >= 7
    for mark in sorted(marks):
        assert run("explain", mark, "--lang", language).exit_code == 0, mark


@pytest.mark.parametrize("matter", ["joint", "allowance"])
def test_show_and_analyze_count_the_same(joint: Path, matter: str) -> None:
    counted = re.search(r"findings: (\d+)", run("show", matter).stdout)
    report = json.loads(run("analyze", "--matter", matter, "--format", "json").stdout)
    assert counted is not None
    assert int(counted[1]) == len(report["findings"]) > 0


def test_an_allowed_finding_explains_and_says_so(joint: Path) -> None:
    text = (joint / "a.yaml").read_text("utf-8")
    step = "  - {id: second"
    silenced = text.replace(step, f"  # govchain: allow redundant-approval -- 试点中\n{step}")
    (joint / "a.yaml").write_text(silenced, encoding="utf-8")
    report = json.loads(run("check", "--format", "sarif").stdout)
    quiet = [r for r in report["runs"][0]["results"] if r.get("suppressions")]
    mark = quiet[0]["partialFingerprints"]["govchain/v1"][:8]
    told = run("explain", mark)
    assert told.exit_code == 0
    assert "allowed by a comment at a.yaml:" in told.stdout
    assert "试点中" in told.stdout


def test_check_tells_entries_and_says_what_was_not_judged(joint: Path) -> None:
    (joint / "a.yaml").write_text(TOLD_THRICE, encoding="utf-8")
    told = " ".join(run("check").stdout.split())
    assert told.count("error[") + told.count("warning[") == 1
    assert "1 error, 3 warnings, in 1 entry" in told
    assert "whether it is done in time (no `time-limit`)" in told
    assert run("check").exit_code == 1
    assert "归为 1 项" in run("check", "--lang", "zh").stdout


def test_either_or_says_what_excludes_what_and_recommends(joint: Path) -> None:
    told = " ".join(run("check").stdout.split())
    assert "one excludes the other; recommended: this one" in told
    assert "one excludes the other; recommended: Redundant approval" in told


_NUMBERED = re.compile(r"(\S+-\d+) ([0-9a-f]{8})")


def test_of_one_service_lists_number_findings_as_it_shows_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """With both on the table, what a row rests on is found in the tree and in the picture."""
    monkeypatch.chdir(HOME)
    tree = run("show", "newborn", "--lang", "zh").stdout
    signs = re.findall(r"(\S+-\d+)  \S+  \S+  \S+ ([0-9a-f]{8})", tree)
    shown = {mark: sign for sign, mark in signs}
    listed = run("list", "demand", "--matter", "newborn", "--lang", "zh").stdout
    numbered = {mark: sign for sign, mark in _NUMBERED.findall(listed)}
    assert len(numbered) > 8
    assert numbered == {mark: shown[mark] for mark in numbered}
