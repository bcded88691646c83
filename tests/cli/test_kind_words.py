"""A step without a name is called by the word for its kind, in the language of the run."""

from __future__ import annotations

import json
import re
from pathlib import Path

import networkx
import pytest

from tests.cli.desk import run

CHINESE = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uff00-\uff60]")
MATTER = """\
matter: residence-permit
name: Residence permit
department: police
volume: 4000
materials:
  - {name: Lease, data: lease}
steps:
  - {id: apply, kind: apply, visit: 1}
  - {id: accept, kind: accept}
  - {id: look, kind: review, department: housing, checks: [lives-here], time: 3d}
  - {id: decide, kind: approve, checks: [lives-here], time: 2d}
"""
REGISTRY = """\
departments:
  police: {name: Police}
  housing: {name: Housing bureau}
data:
  lease: {name: Registered lease, holder: housing}
criteria:
  lives-here: {name: Lives at the address, uses: [lease], basis: Permit Regulations art. 9}
"""
COMMANDS = (
    ("analyze", "--limit", "0"),
    ("analyze", "--department", "police"),
    ("analyze", "--format", "json"),
    ("check", "--fail-on", "never"),
    ("check", "--format", "json", "--fail-on", "never"),
    ("check", "--format", "github", "--fail-on", "never"),
    ("show", "residence-permit"),
    ("compile",),
    ("compile", "--format", "graphml"),
)


@pytest.fixture
def permits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "matters").mkdir()
    (tmp_path / "matters" / "permit.yaml").write_text(MATTER, encoding="utf-8")
    (tmp_path / "matters" / "registry.yaml").write_text(REGISTRY, encoding="utf-8")
    (tmp_path / "govchain.toml").write_text("", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_english_definitions_are_told_in_english_alone(
    permits: Path, command: tuple[str, ...]
) -> None:
    told = run(*command)
    assert told.exit_code == 0, told.output
    assert not CHINESE.findall(told.output)


def test_every_finding_explains_in_english_alone(permits: Path) -> None:
    findings = json.loads(run("analyze", "--format", "json").stdout)["findings"]
    assert findings
    for finding in findings:
        assert not CHINESE.findall(run("explain", finding["fingerprint"]).stdout)


def test_the_sentence_says_the_word_for_the_kind(permits: Path) -> None:
    def messages(*options: str) -> list[str]:
        told = json.loads(run("check", "--format", "json", "--fail-on", "never", *options).stdout)
        return [f["message"] for f in told["findings"] if f["rule"] == "missing-link"]

    assert messages() == [
        "Police needs Registered lease at approve; it is held by Housing bureau, and no sharing "
        "link brings it; the applicant brings Lease instead"
    ]
    [chinese] = messages("--lang", "zh")
    assert "审批" in chinese
    assert "approve" not in chinese


def test_a_written_name_stays_as_it_is_written(permits: Path) -> None:
    text = MATTER.replace("id: decide,", "id: decide, name: 审批,")
    (permits / "matters" / "permit.yaml").write_text(text, encoding="utf-8")
    assert "审批" in run("show", "residence-permit").stdout


def test_programs_read_the_word_in_english_unless_told_otherwise(permits: Path) -> None:
    def names(*options: str) -> list[str]:
        told = json.loads(run("compile", "residence-permit", *options, language="zh").stdout)
        graph = networkx.node_link_graph(told, edges="edges")
        return [graph.nodes[step]["name"] for step in graph]

    assert names() == ["apply", "accept", "review", "approve"]
    assert names("--lang", "zh") == ["申请", "受理", "审核", "审批"]


def test_fingerprints_do_not_depend_on_the_language(permits: Path) -> None:
    told = [
        json.loads(run("analyze", "--format", "json", "--lang", lang).stdout)["findings"]
        for lang in ("en", "zh")
    ]
    english, chinese = ([f["fingerprint"] for f in findings] for findings in told)
    assert english == chinese
