"""`check` is a gate: its status says what was found, and a baseline lets known findings pass."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import Result

from govchain.analysis.running import limits
from govchain.compiler import effort
from govchain.reader.workspace import sources
from tests.cli.desk import run


def found_in(told: Result) -> dict[str, str]:
    """The findings by their fingerprints."""
    findings = json.loads(told.stdout)["findings"]
    return {finding["fingerprint"]: finding["subject"] for finding in findings}


class TestStatus:
    def test_warnings_pass_unless_asked_for(self, workspace: Path) -> None:
        assert run("check").exit_code == 0
        assert run("check", "--fail-on", "warning").exit_code == 1
        assert run("check", "--fail-on", "advice").exit_code == 1

    def test_an_error_fails_unless_nothing_shall(self, workspace: Path) -> None:
        (workspace / "matters" / "more.yaml").write_text("matter: x\nstep: []\n")
        assert run("check").exit_code == 1
        assert run("check", "--fail-on", "never").exit_code == 0

    def test_what_is_not_selected_does_not_fail(self, workspace: Path) -> None:
        assert run("check", "--fail-on", "warning", "--select", "definition").exit_code == 0
        assert run("check", "--fail-on", "warning", "--ignore", "sharing,approvals").exit_code == 0

    def test_a_file_that_cannot_be_read_fails_whatever_is_selected(self, workspace: Path) -> None:
        (workspace / "matters" / "more.yaml").write_text("matter: [\n")
        for way in (("--select", "own-paper"), ("--select", "sharing", "--ignore", "own-paper")):
            assert run("check", *way).exit_code == 1
        (workspace / "govchain.toml").write_text('select = ["own-paper"]\n')
        assert run("check").exit_code == 1

    @pytest.mark.parametrize(
        "settings",
        [
            'ignore = ["unreadable-file"]\n',
            'ignore = ["definition"]\n',
            'ignore = ["definition", "sharing"]\nselect = ["definition", "sharing"]\n',
            'select = ["sharing"]\nignore = ["unreadable-file"]\n',
            '[severity]\nunreadable-file = "advice"\n',
        ],
    )
    @pytest.mark.parametrize("more", [(), ("matters/birth.yaml",), ("--ignore", "sharing")])
    def test_settings_do_not_hide_a_file_that_cannot_be_read(
        self, workspace: Path, settings: str, more: tuple[str, ...]
    ) -> None:
        (workspace / "matters" / "more.yaml").write_text("matter: [\n")
        (workspace / "govchain.toml").write_text(settings)
        told = run("check", "--format", "json", *more)
        assert told.exit_code == 1
        found = json.loads(told.stdout)["findings"]
        (lost,) = (finding for finding in found if finding["rule"] == "unreadable-file")
        assert (lost["file"], lost["severity"]) == ("matters/more.yaml", "error")

    @pytest.mark.parametrize("way", ["unreadable-file", "definition"])
    @pytest.mark.parametrize("many", [1, 2])
    def test_who_ignores_lost_files_hears_how_many(
        self, workspace: Path, way: str, many: int
    ) -> None:
        for number in range(many):
            (workspace / "matters" / f"more{number}.yaml").write_text("matter: [\n")
        said = f"{many} file{'s' if many > 1 else ''} could not be read"
        for ending in ((), ("--select", "sharing"), ("matters/birth.yaml",)):
            told = run("check", "--ignore", way, *ending)
            assert told.exit_code == 0, "that is said openly"
            assert said in told.stdout
        assert said in run("analyze", "--ignore", way).stdout
        for command in ("check --format sarif", "check --format github", "analyze --format json",
                        "check --write-baseline known.json"):  # fmt: skip
            told = run(*command.split(), "--ignore", way)
            assert said in told.stderr, command
            assert said not in told.stdout
        told = run("check", "--format", "json", "--ignore", way)
        assert json.loads(told.stdout)["summary"]["unreadable"] == many

    def test_what_is_told_is_not_counted_as_untold(self, workspace: Path) -> None:
        (workspace / "matters" / "more.yaml").write_text("matter: [\n")
        told = run("check", "--format", "json")
        assert "unreadable" not in json.loads(told.stdout)["summary"]
        assert "could not be read" not in run("check").stdout + told.stderr

    def test_a_path_narrows_what_is_reported(self, workspace: Path) -> None:
        narrowed = run("check", "matters/registry.yaml", "--fail-on", "warning")
        assert narrowed.exit_code == 0
        assert "0 matters checked: no findings" in narrowed.stdout
        whole = run("check", "matters", "--fail-on", "warning")
        assert whole.exit_code == 1

    def test_a_path_may_be_another_name_of_what_is_read(self, workspace: Path) -> None:
        (workspace / "matters" / "person").mkdir()
        (workspace / "matters" / "birth.yaml").rename(workspace / "matters" / "person" / "b.yaml")
        (workspace / "matters" / "a").symlink_to("person")
        (workspace / "here").symlink_to("matters")
        whole = found_in(run("check", "--format", "json"))
        for path in ("matters/a", "here/person", "here/a/b.yaml", "matters/person/b.yaml"):
            told = run("check", path, "--format", "json")
            assert told.exit_code == 0, path
            assert found_in(told) == whole
            assert {f["file"] for f in json.loads(told.stdout)["findings"]} == {
                "matters/person/b.yaml"
            }

    def test_a_path_narrows_but_everything_is_read(self, workspace: Path) -> None:
        report = json.loads(run("check", "matters/birth.yaml", "--format", "json").stdout)
        assert not [f for f in report["findings"] if f["rule"] == "unknown-reference"]

    @pytest.mark.parametrize(
        "settings",
        [
            'select = ["own-papr"]\n',
            'select = ["sharing"]\nignore = ["own-papr"]\n',
            'select = ["sharing"]\n[severity]\nown-papr = "error"\nbad-value = "advice"\n',
            'ignore = ["definition"]\nsellect = ["sharing"]\n',
        ],
    )
    @pytest.mark.parametrize(
        "more", [(), ("--select", "approvals"), ("matters/birth.yaml",), ("--ignore", "definition")]
    )
    def test_what_cannot_be_read_of_the_settings_fails(
        self, workspace: Path, settings: str, more: tuple[str, ...]
    ) -> None:
        (workspace / "govchain.toml").write_text(settings)
        told = run("check", "--format", "json", *more)
        assert told.exit_code == 1
        found = json.loads(told.stdout)["findings"]
        (said,) = (f for f in found if f["file"] == "govchain.toml")
        assert said["severity"] == "error"

    @pytest.mark.parametrize("more", [(), ("--select", "definition"), ("matters/birth.yaml",)])
    def test_a_new_folder_takes_nothing_out_in_silence(
        self, workspace: Path, more: tuple[str, ...]
    ) -> None:
        (workspace / "matters").rename(workspace / "all")
        (workspace / "all" / "birth.yaml").rename(workspace / "birth.yaml")
        assert run("check").exit_code == 0
        (workspace / "matters").mkdir()
        (workspace / "matters" / "birth.yaml").write_text("matter: new\n")
        told = run("check", *more)
        assert told.exit_code == 1
        for file in ("birth.yaml", "all/registry.yaml"):
            assert f" --> {file}:1:1\n" in told.stdout
        run("check", "--write-baseline", "known.json")
        assert run("check", *more, "--baseline", "known.json").exit_code == 1
        (workspace / "govchain.toml").write_text('paths = ["."]\n')
        assert "not read" not in run("check").stdout

    def test_the_rules_of_the_settings_hold_until_a_flag_wins(self, workspace: Path) -> None:
        (workspace / "govchain.toml").write_text('ignore = ["own-paper"]\n')
        assert "own-paper" not in run("check").stdout
        assert "own-paper" in run("check", "--select", "own-paper").stdout


OWN_PAPER = ("--select", "own-paper")
"""Findings are counted of one rule, so that a new rule changes no count."""


class TestBaseline:
    def test_known_findings_pass_and_new_ones_do_not(self, workspace: Path) -> None:
        written = run("check", *OWN_PAPER, "--write-baseline", "known.json")
        assert written.exit_code == 0
        assert "known.json" in written.stderr
        known = run("check", *OWN_PAPER, "--baseline", "known.json", "--fail-on", "advice")
        assert known.exit_code == 0
        assert "0 new, 0 gone" in known.stdout
        path = workspace / "matters" / "birth.yaml"
        more = "materials:\n  - {name: 身份证, data: household}\n"
        path.write_text(path.read_text("utf-8").replace("materials:\n", more), "utf-8")
        fresh = run("check", *OWN_PAPER, "--baseline", "known.json", "--fail-on", "advice")
        assert fresh.exit_code == 1
        assert "1 new" in fresh.stdout

    def test_it_survives_moved_lines(self, workspace: Path) -> None:
        run("check", "--write-baseline", "known.json")
        path = workspace / "matters" / "birth.yaml"
        path.write_text("# a comment\n\n" + path.read_text("utf-8"), "utf-8")
        again = run("check", "--baseline", "known.json", "--fail-on", "advice")
        assert again.exit_code == 0
        before = (workspace / "known.json").read_bytes()
        run("check", "--write-baseline", "known.json")
        assert (workspace / "known.json").read_bytes() == before

    def test_what_is_gone_is_said(self, workspace: Path) -> None:
        run("check", *OWN_PAPER, "--write-baseline", "known.json")
        path = workspace / "matters" / "birth.yaml"
        paper = "  - {name: 居民户口簿, data: household}\n"
        path.write_text(path.read_text("utf-8").replace(paper, ""), "utf-8")
        said = run("check", *OWN_PAPER, "--baseline", "known.json")
        assert "1 gone" in said.stdout
        assert "own-paper" in said.stdout
        assert "--write-baseline" in said.stdout

    def test_writing_anew_keeps_what_was_not_looked_for(self, workspace: Path) -> None:
        run("check", "--write-baseline", "old.json")
        run(
            "check", "--select", "own-paper",
            "--baseline", "old.json", "--write-baseline", "new.json",
        )  # fmt: skip
        assert (workspace / "new.json").read_bytes() == (workspace / "old.json").read_bytes()

    def test_writing_anew_lets_go_of_what_is_gone(self, workspace: Path) -> None:
        run("check", "--write-baseline", "old.json")
        old = json.loads((workspace / "old.json").read_text("utf-8"))
        old["findings"].append({**old["findings"][0], "fingerprint": "0" * 16})
        (workspace / "old.json").write_text(json.dumps(old), "utf-8")
        run("check", "--baseline", "old.json", "--write-baseline", "new.json")
        new = json.loads((workspace / "new.json").read_text("utf-8"))
        assert new["findings"] == old["findings"][:-1]

    def test_what_is_known_once_is_not_known_twice(self, workspace: Path) -> None:
        """Two findings of one element under one rule: the second is a new one."""
        links = "links:\n  - {data: household, to: health, stauts: planned}\n"
        (workspace / "matters" / "links.yaml").write_text(links)
        run("check", "--write-baseline", "known.json")
        assert run("check", "--baseline", "known.json").exit_code == 0
        for more, new in (("links2", 1), ("links0", 2)):
            (workspace / "matters" / f"{more}.yaml").write_text(links)
            told = run("check", "--baseline", "known.json")
            assert told.exit_code == 1
            assert f"{new} new, 0 gone" in told.stdout

    def test_a_file_that_cannot_be_read_is_never_known(self, workspace: Path) -> None:
        """Nobody knows what stands in it now, nor what of the rest is there no longer."""
        broken = workspace / "matters" / "broken.yaml"
        before = run("check", "--write-baseline", "known.json")
        old = (workspace / "known.json").read_bytes()
        broken.write_text("name: 'x", encoding="utf-8")
        told = run("check", "--write-baseline", "again.json")
        assert "unreadable" not in (workspace / "again.json").read_text("utf-8")
        told = run("check", "--baseline", "again.json")
        assert told.exit_code == 1
        assert "1 new, 0 gone" in told.stdout
        (workspace / "matters" / "registry.yaml").write_text("departments: [", encoding="utf-8")
        assert "0 gone" in run("check", "--baseline", "known.json").stdout
        assert before.exit_code == 0
        assert json.loads(old)["findings"]

    @pytest.mark.parametrize(
        "lost",
        [
            "links:\n  - {data: houshold, to: health}\n",
            "links:\n  - {data: household, to: health, chanel: api}\n",
            "links: {}\n",
            "departments: {civil: {parent: nobody}}\n",
            "---\nmatter: other\nmaterials: [{nmae: x}]\n",
            "data: {household: &a {}}\n",
            "links:\n  # govchain: allow unknown-reference -- later\n  - {data: x, to: health}\n",
        ],
    )
    @pytest.mark.parametrize("more", [(), ("--ignore", "definition"), ("matters/birth.yaml",)])
    def test_nothing_is_gone_while_a_part_cannot_be_read(
        self, workspace: Path, lost: str, more: tuple[str, ...]
    ) -> None:
        """It may be what was found before, be it known, allowed, not selected or elsewhere."""
        run("check", "--write-baseline", "known.json")
        known = json.loads((workspace / "known.json").read_text("utf-8"))
        path = workspace / "matters" / "birth.yaml"
        paper = "  - {name: 居民户口簿, data: household}\n"
        path.write_text(path.read_text("utf-8").replace(paper, ""), "utf-8")
        assert " 0 gone" not in run("check", "--baseline", "known.json", *more).stdout
        (workspace / "matters" / "more.yaml").write_text(lost, "utf-8")
        told = run("check", "--baseline", "known.json", *more)
        assert " 0 gone" in told.stdout
        assert "called gone only once all can be read and judged" in " ".join(told.stdout.split())
        again = run("check", "--baseline", "known.json", *more, "--format", "json")
        assert json.loads(again.stdout)["summary"]["baseline"]["undecided"] > 0
        run("check", "--baseline", "known.json", *more, "--write-baseline", "again.json")
        kept = json.loads((workspace / "again.json").read_text("utf-8"))["findings"]
        assert {e["fingerprint"] for e in known["findings"]} <= {e["fingerprint"] for e in kept}
        assert " 0 gone" in run("check", "--baseline", "again.json", *more).stdout

    @pytest.mark.parametrize("more", [(), ("matters/registry.yaml",)])
    def test_nothing_is_gone_while_too_much_stands_below_a_path(
        self, workspace: Path, monkeypatch: pytest.MonkeyPatch, more: tuple[str, ...]
    ) -> None:
        run("check", "--write-baseline", "known.json")
        (workspace / "matters" / "birth.yaml").rename(workspace / "all.yaml")
        (workspace / "crowd").mkdir()
        for number in range(5):
            (workspace / "crowd" / str(number)).touch()
        (workspace / "govchain.toml").write_text('paths = ["matters", "crowd"]\n')
        assert " 0 gone" not in run("check", "--baseline", "known.json").stdout
        monkeypatch.setattr(sources, "MOST_ENTRIES", 5)
        told = run("check", "--baseline", "known.json", *more)
        assert told.exit_code == 2, "no matter could be read"
        assert " --> crowd:1:1\n" in told.stdout
        assert " 0 gone" in told.stdout

    def test_nothing_is_gone_while_a_matter_is_not_judged(
        self, workspace: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        run("check", "--write-baseline", "known.json")
        monkeypatch.setattr(effort, "MOST_COMPARED", -1_000_000)
        told = run("check", "--baseline", "known.json")
        assert "nothing is said about this matter" in told.stdout
        assert " 0 gone" in told.stdout
        monkeypatch.setattr(effort, "MOST_COMPARED", 1_000_000)
        monkeypatch.setattr(limits, "MOST_MENDED", 0)  # what is saved is not known, all else is
        path = workspace / "matters" / "birth.yaml"
        paper = "  - {name: 居民户口簿, data: household}\n"
        path.write_text(path.read_text("utf-8").replace(paper, ""), "utf-8")
        assert " 0 gone" not in run("check", "--baseline", "known.json").stdout

    def test_what_grows_graver_is_new_again(self, workspace: Path) -> None:
        run("check", *OWN_PAPER, "--write-baseline", "known.json")
        known = ("check", *OWN_PAPER, "--baseline", "known.json")
        told = json.loads((workspace / "known.json").read_text("utf-8"))
        assert {entry["severity"] for entry in told["findings"]} == {"warning"}
        settings = workspace / "govchain.toml"
        for severity, new in (("advice", 0), ("warning", 0), ("error", 1)):
            settings.write_text(f'[severity]\nown-paper = "{severity}"\n')
            said = run(*known)
            assert f"{new} new, 0 gone" in said.stdout
            assert said.exit_code == new
        assert "known so far as less grave: warning" in said.stdout
        log = json.loads(run(*known, "--format", "sarif").stdout)
        [result] = log["runs"][0]["results"]
        assert (result["baselineState"], result.get("suppressions", [])) == ("updated", [])
        told["findings"][0].pop("severity")  # as baselines of old are
        (workspace / "known.json").write_text(json.dumps(told), "utf-8")
        said = run(*known)
        assert said.exit_code == 1
        assert "0 known, 1 new, 0 gone" in said.stdout
        assert "known so far" not in said.stdout, "how grave it was, nothing says"
        settings.write_text('[severity]\nown-paper = "advice"\n')
        assert "1 known, 0 new, 0 gone" in run(*known).stdout
        settings.write_text('[severity]\nown-paper = "error"\n')
        run(*known, "--write-baseline", "known.json")
        told = json.loads((workspace / "known.json").read_text("utf-8"))
        assert {entry["severity"] for entry in told["findings"]} == {"error"}

    @pytest.mark.parametrize(
        "lie",
        [{"rule": "unused-data"}, {"subject": "other"}, {"matter": "other"}, {"step": "other"}],
    )
    def test_an_entry_covers_nothing_but_what_it_names(
        self, workspace: Path, lie: dict[str, str]
    ) -> None:
        """Who reviews the diff of a baseline sees what is let pass."""
        known = ("check", *OWN_PAPER, "--baseline", "known.json", "--fail-on", "warning")
        run("check", *OWN_PAPER, "--write-baseline", "known.json")
        assert run(*known).exit_code == 0
        honest = (workspace / "known.json").read_bytes()
        told = json.loads(honest)
        told["findings"][0] |= lie
        (workspace / "known.json").write_text(json.dumps(told), "utf-8")
        said = run(*known)
        assert said.exit_code == 1
        assert "0 known, 1 new" in said.stdout
        run(*known[:5], "--write-baseline", "known.json")
        assert (workspace / "known.json").read_bytes() == honest

    @pytest.mark.parametrize("rule", ["unreadable-file", "own-paper", ""])
    def test_no_entry_makes_a_lost_file_known(self, workspace: Path, rule: str) -> None:
        (workspace / "matters" / "broken.yaml").write_text("name: 'x", encoding="utf-8")
        [lost] = [
            finding
            for finding in json.loads(run("check", "--format", "json").stdout)["findings"]
            if finding["rule"] == "unreadable-file"
        ]
        run("check", "--write-baseline", "known.json")
        told = json.loads((workspace / "known.json").read_text("utf-8"))
        told["findings"].append({**lost, "rule": rule})
        (workspace / "known.json").write_text(json.dumps(told), "utf-8")
        said = run("check", "--baseline", "known.json")
        assert said.exit_code == 1
        assert "1 new" in said.stdout
        run("check", "--baseline", "known.json", "--write-baseline", "known.json")
        assert lost["fingerprint"] not in (workspace / "known.json").read_text("utf-8")

    def test_a_severity_that_is_none_is_told(self, workspace: Path) -> None:
        run("check", *OWN_PAPER, "--write-baseline", "known.json")
        text = (workspace / "known.json").read_text("utf-8")
        (workspace / "known.json").write_text(text.replace('"warning"', '"warn"'), "utf-8")
        said = run("check", "--baseline", "known.json")
        assert said.exit_code == 2
        assert 'a finding of it has a "severity" that is none' in said.stderr

    def test_what_is_gone_is_counted_where_it_is_much(self, workspace: Path) -> None:
        run("check", *OWN_PAPER, "--write-baseline", "known.json")
        told = json.loads((workspace / "known.json").read_text("utf-8"))
        (entry,) = told["findings"]
        more = [{**entry, "fingerprint": f"{n:016}", "message": "x" * 9999} for n in range(50)]
        (workspace / "known.json").write_text(json.dumps({**told, "findings": more}), "utf-8")
        said = run("check", *OWN_PAPER, "--baseline", "known.json").stdout
        assert "50 gone" in said
        assert said.count("xxx") < 9999
        assert "  - and 30 more\n" in said

    def test_a_file_that_is_renamed_makes_nothing_new(self, workspace: Path) -> None:
        for number, status in enumerate(("planned", "suspended")):
            link = f"links:\n  - {{data: household, to: health, status: {status}}}\n"
            (workspace / "matters" / f"l{number}.yaml").write_text(link)
        before = found_in(run("check", "--format", "json", "--select", "unused-link"))
        assert len(before) == 2
        (workspace / "matters" / "l0.yaml").rename(workspace / "matters" / "l9.yaml")
        assert found_in(run("check", "--format", "json", "--select", "unused-link")) == before

    def test_written_in_one_folder_it_is_read_in_another(
        self, workspace: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        run("check", *OWN_PAPER, "--write-baseline", "known.json")
        before = (workspace / "known.json").read_bytes()
        monkeypatch.chdir(workspace / "matters")
        told = run("check", *OWN_PAPER, "--baseline", "../known.json", "birth.yaml")
        assert "0 new, 0 gone" in told.stdout
        known = ("--baseline", "../known.json", "--write-baseline", "../known.json")
        run("check", *OWN_PAPER, *known)
        assert (workspace / "known.json").read_bytes() == before
        (workspace / "matters" / "birth.yaml").write_text("matter: birth-registration\n")
        told = run("check", *OWN_PAPER, "--baseline", "../known.json", "birth.yaml")
        assert "1 gone" in told.stdout
        run("check", *OWN_PAPER, *known, "birth.yaml")
        assert json.loads((workspace / "known.json").read_text("utf-8"))["findings"] == []

    def test_the_settings_may_name_it(self, workspace: Path) -> None:
        run("check", "--write-baseline", "known.json")
        (workspace / "govchain.toml").write_text('baseline = "known.json"\n')
        assert run("check", "--fail-on", "advice").exit_code == 0

    @pytest.mark.parametrize("named", ["../known.json", "link.json", "deep/../../known.json"])
    def test_where_the_settings_lead_out_it_is_said(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: str
    ) -> None:
        inner = tmp_path / "inner"
        inner.mkdir()
        (inner / "m.yaml").write_text("matter: m\n")
        (inner / "link.json").symlink_to("../known.json")
        monkeypatch.chdir(inner)
        told = run("check", "--write-baseline", "../known.json")
        assert "outside" not in told.stderr
        (inner / "govchain.toml").write_text(f'baseline = "{named}"\n')
        told = run("check")
        assert "read from outside the workspace: " in told.stderr
        assert "known, 0 new" in told.stdout
        assert "outside" not in run("check", "--baseline", "../known.json").stderr
        (inner / "link.json").unlink()
        (inner / "known.json").write_bytes((tmp_path / "known.json").read_bytes())
        (inner / "govchain.toml").write_text('baseline = "known.json"\n')
        assert "outside" not in run("check").stderr

    @pytest.mark.parametrize("text", ["", "{", "[]", '{"schema": "other"}', '{"findings": 1}'])
    def test_a_broken_one_is_wrong_use(self, workspace: Path, text: str) -> None:
        (workspace / "known.json").write_text(text)
        said = run("check", "--baseline", "known.json")
        assert said.exit_code == 2
        assert 'the baseline "known.json" cannot be read' in said.stderr

    def test_a_missing_one_says_how_to_write_it(self, workspace: Path) -> None:
        said = run("check", "--baseline", "known.json")
        assert said.exit_code == 2
        assert "--write-baseline" in said.stderr
