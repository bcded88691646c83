"""What each command does when all is well."""

from __future__ import annotations

import json
import os
from pathlib import Path

import networkx
import pytest
from jsonschema import Draft202012Validator

import govchain
from tests.cli.desk import program, run


def fingerprint_of(rule: str) -> str:
    report = json.loads(run("check", "--format", "json").stdout)
    found: str = next(f["fingerprint"] for f in report["findings"] if f["rule"] == rule)
    return found


class TestAnalyze:
    def test_the_page_has_its_five_chapters(self, workspace: Path) -> None:
        text = run("analyze").stdout
        titles = ("1. The catalogue", "2. Data", "3. Redundant", "4. Collaborating", "6. Findings")
        assert all(title in text for title in titles)
        assert "公安局" in text

    def test_it_ends_well_whatever_was_found(self, workspace: Path) -> None:
        (workspace / "matters" / "more.yaml").write_text("matter: x\nstep: []\n")
        assert run("analyze").exit_code == 0

    def test_findings_can_be_narrowed(self, workspace: Path) -> None:
        def rules(*arguments: str) -> set[str]:
            report = json.loads(run("analyze", "--format", "json", *arguments).stdout)
            return {finding["rule"] for finding in report["findings"]}

        assert rules("--lever", "share") == {"missing-link", "unfit-link"}
        assert rules("--lever", "共享") == {"missing-link", "unfit-link"}
        assert rules("--select", "own-paper") == {"own-paper"}
        assert rules("--department", "health") == {"missing-link", "unfit-link"}
        assert "redundant-approval" in rules("--department", "town")
        assert "own-paper" in rules("--matter", "birth-registration")

    def test_findings_can_be_sorted_and_limited(self, workspace: Path) -> None:
        def places(*arguments: str) -> list[tuple[str, int]]:
            report = json.loads(run("analyze", "--format", "json", *arguments).stdout)
            return [(finding["file"], finding["line"]) for finding in report["findings"]]

        assert places("--sort", "place") == sorted(places())
        assert sorted(places("--sort", "visits")) == sorted(places())
        assert "more entries; --limit 0 lists all" in run("analyze", "--limit", "1").stdout
        assert "lists all" not in run("analyze", "--limit", "0").stdout

    def test_the_date_decides_what_flows(self, workspace: Path) -> None:
        path = workspace / "matters" / "registry.yaml"
        text = path.read_text("utf-8").replace("status: planned", "since: 2026-07-01")
        path.write_text(text, "utf-8")
        assert "unfit-link" in run("analyze", "--date", "2026-06-30").stdout
        assert "unfit-link" not in run("analyze", "--date", "2026-07-01").stdout


class TestExplain:
    @pytest.mark.parametrize("language", ["en", "zh"])
    def test_a_rule_by_its_page(self, tmp_path: Path, language: str) -> None:
        text = run("explain", "missing-link", "--lang", language).stdout
        assert "missing-link" in text
        assert "809" in text
        assert "message:" not in text

    @pytest.mark.parametrize("language", ["en", "zh"])
    def test_a_finding_fact_by_fact(self, workspace: Path, language: str) -> None:
        prefix = fingerprint_of("unfit-link")[:4]
        text = run("explain", prefix, "--lang", language).stdout
        assert "卫生健康委 (health)" in text
        assert "出生医学证明: 卫生健康委 → " in text
        assert ("it is only planned" if language == "en" else "只列入计划") in text

    @pytest.mark.parametrize(
        ("language", "said"), [("en", "at least the first four characters"), ("zh", "前四位")]
    )
    def test_too_short_a_fingerprint_is_told_as_that(
        self, workspace: Path, language: str, said: str
    ) -> None:
        told = run("explain", fingerprint_of("unfit-link")[:3], language=language)
        assert told.exit_code == 2
        assert said in told.stderr

    def test_a_redundant_approval_by_each_check(self, workspace: Path) -> None:
        text = run("explain", fingerprint_of("redundant-approval")).stdout
        assert "criterion: 活产 (born-alive)" in text
        assert "who checks it anyway: 落户 (register)" in text
        assert "a case" in text


class TestShow:
    def test_steps_data_departments_and_findings(self, workspace: Path) -> None:
        text = run("show", "birth-registration").stdout
        assert "collaborating departments: 卫生健康委 and 街道办事处" in text
        assert "出生医学证明  carried by the applicant  from 卫生健康委" in text
        assert "own-paper" in text

    def test_a_matter_by_its_file(self, workspace: Path) -> None:
        assert run("show", "matters/birth.yaml").stdout == run("show", "birth-registration").stdout


class TestCompile:
    def test_one_chain_is_read_back_by_networkx(self, workspace: Path) -> None:
        chain = json.loads(run("compile", "birth-registration").stdout)
        graph = networkx.node_link_graph(chain, edges="edges")
        assert list(graph) == ["apply", "check", "register"]
        assert graph.nodes["register"]["needs"][0]["supply"] == "carried"

    def test_all_chains(self, workspace: Path) -> None:
        chains = json.loads(run("compile").stdout)["chains"]
        assert [chain["matter"] for chain in chains] == ["birth-registration"]

    def test_graphml_is_read_back(self, workspace: Path) -> None:
        run("compile", "--format", "graphml", "-o", "chains.graphml")
        graph = networkx.read_graphml(workspace / "chains.graphml")
        assert list(graph) == ["apply", "check", "register"]
        assert json.loads(graph.nodes["register"]["needs"])[0]["supply"] == "carried"


class TestRules:
    def test_the_settings_say_which_are_enabled(self, workspace: Path) -> None:
        (workspace / "govchain.toml").write_text('ignore = ["approvals"]\n')
        rules = json.loads(run("rules", "--format", "json").stdout)["rules"]
        assert {r["id"] for r in rules if not r["enabled"]} == {
            r["id"] for r in rules if r["family"] == "approvals"
        }
        assert "own-paper" in run("rules").stdout

    def test_they_need_no_workspace(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)
        assert run("rules").exit_code == 0


class TestInit:
    @pytest.mark.parametrize("language", ["en", "zh"])
    def test_the_workspace_analyses_at_once(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str
    ) -> None:
        monkeypatch.chdir(tmp_path)
        assert run("init", "first", language=language).exit_code == 0
        report = json.loads(run("analyze", "first", "--format", "json").stdout)
        assert [finding["rule"] for finding in report["findings"]] == ["missing-link"]

    def test_its_comments_can_be_taken_off(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)
        run("init", ".", language="zh")
        path = tmp_path / "matters" / "目录.yaml"
        path.write_text(
            path.read_text("utf-8")
            .replace("\n# ", "\n")
            .replace("公安局收取", "# 公安局收取")
            .replace("去掉下面", "# 去掉下面"),
            "utf-8",
        )
        report = json.loads(run("analyze", "--format", "json").stdout)
        found = [finding["rule"] for finding in report["findings"]]
        assert found == ["needless-visit", "asked-again"], "the data flows: nobody has to come"

    def test_what_its_settings_leave_out_is_said(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)
        (tmp_path / "old.yaml").write_text("matter: old\n")
        (tmp_path / "compose.yaml").write_text("services: {}\n")
        said = run("init").stderr
        assert 'not read from now on: "old.yaml"' in said
        assert "compose" not in said

    def test_it_overwrites_nothing(self, workspace: Path) -> None:
        before = {path: path.read_bytes() for path in workspace.rglob("*") if path.is_file()}
        assert run("init", ".").exit_code == 2
        after = {path: path.read_bytes() for path in workspace.rglob("*") if path.is_file()}
        assert after == before


class TestRender:
    def test_one_matter_goes_to_stdout(self, workspace: Path) -> None:
        assert run("render", "birth-registration").stdout.startswith("<svg")

    def test_without_dot_its_engine_is_wrong_use(
        self, workspace: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("PATH", str(workspace))
        result = run("render", "birth-registration", "--engine", "dot")
        assert result.exit_code == 2
        assert "install Graphviz" in result.stderr

    def test_one_into_a_folder_is_named(self, workspace: Path) -> None:
        (workspace / "pictures").mkdir()
        result = run("render", "birth-registration", "-o", "pictures")
        file = os.path.join("pictures", "birth-registration.svg")
        assert result.stderr == f'written: "{file}"\n'
        assert (workspace / file).read_text("utf-8").startswith("<svg")

    def test_no_case_has_two_options_of_one_fact(self, workspace: Path) -> None:
        (workspace / "matters" / "x.yaml").write_text(
            "matter: x\ndepartment: police\nfacts: {f: [a, b]}\nsteps:\n"
            "  - {id: a, kind: apply}\n  - {id: b, kind: fee, when: {f: a}}\n"
        )
        both = ("render", "x", "--scenario", "f=a", "--scenario")
        result = run(*both, "f=b")
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr.startswith('error: the fact "f" cannot be both "a" and "b"')
        chinese = run(*both, "f=b", language="zh")
        assert chinese.stderr.startswith("错误：情形“f”不能既是“a”又是“b”")
        assert run(*both, "f=a").exit_code == 0

    def test_all_matters_go_into_a_folder_that_is_said(self, workspace: Path) -> None:
        (workspace / "matters" / "x.yaml").write_text(
            "matter: x\ndepartment: police\nsteps:\n  - {id: a, kind: apply}\n"
        )
        result = run("render")
        assert result.exit_code == 0
        assert "diagrams" in result.stderr
        assert sorted(path.name for path in (workspace / "diagrams").iterdir()) == [
            "birth-registration.svg",
            "x.svg",
        ]


def test_the_schema_is_a_schema(tmp_path: Path) -> None:
    Draft202012Validator.check_schema(json.loads(run("schema").stdout))


def test_the_version() -> None:
    assert run("--version").stdout == f"govchain {govchain.__version__}\n"


def test_a_wrong_command_is_answered_with_the_right_one(tmp_path: Path) -> None:
    done = program("analyse", folder=tmp_path)
    assert done.returncode == 2
    assert b"'analyze'" in done.stderr


class TestNames:
    """A planner knows matters and departments by their names."""

    def test_a_matter_by_its_name(self, workspace: Path) -> None:
        by_id, by_name = run("show", "birth-registration"), run("show", "出生登记")
        assert by_name.exit_code == 0
        assert by_name.stdout == by_id.stdout

    def test_a_department_by_its_name(self, workspace: Path) -> None:
        by_id = run("analyze", "--department", "police", "--format", "json")
        by_name = run("analyze", "--department", "公安局", "--format", "json")
        assert by_name.stdout == by_id.stdout
