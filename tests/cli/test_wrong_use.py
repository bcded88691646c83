"""Wrong use is said with what was meant and what to do next, and ends with status 2."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from govchain.compiler.chain import Chain
from govchain.reporting import words as words_file
from govchain.reporting.formats import formats_of
from tests.cli.desk import run

FORMATS = words_file.words("en").listed(sorted(formats_of("analyze")))


@pytest.mark.parametrize(
    ("arguments", "said", "hint"),
    [
        (["check", "--select", "own-papr"], 'no rule or family "own-papr"', '"own-paper"'),
        (["check", "--ignore", "shraing"], 'no rule or family "shraing"', '"sharing"'),
        (["check", "--format", "sarfi"], 'no format "sarfi"', '"sarif"'),
        (["analyze", "--format", "sarif"], 'no format "sarif"', f"use one of: {FORMATS}"),
        (["check", "--fail-on", "warnings"], 'no severity "warnings"', '"warning"'),
        (["check", "--sort", "size"], 'no order "size"', "benefit"),
        (["check", "--date", "1.6.2026"], '"1.6.2026" is not a date', "2026-06-01"),
        (["check", "--date", "20260601"], '"20260601" is not a date', "2026-06-01"),
        (["check", "--date", "2026-W23-1"], "is not a date", "2026-06-01"),
        (["check", "--date", "２０２６-06-01"], "is not a date", "2026-06-01"),
        (["check", "--write-baseline", "b.json", "-o", "o.txt"], "--output", "leave one"),
        (["check", "--write-baseline", "b", "--format", "text"], "of its own", "leave one"),
        (["check", "--write-baseline", "b", "--sort", "rule"], "of its own", "leave one"),
        (["init", "-w", "new"], "--workspace names nothing", "govchain init new"),
        (["check", "--lang", "fr"], '"fr" is not a language', "zh or en"),
        (["check", "nowhere"], "nowhere", "hint"),
        (["analyze", "-w", "matters/registry.yaml"], "is no folder", "the file as PATH"),
        (["check", "-w", "matters/registry.yaml"], "is no folder", "the file as PATH"),
        (["rules", "-w", "govchain.toml"], "is no folder", "the file as PATH"),
        (["check", "-w", "nowhere"], "nowhere", "hint"),
        (["analyze", "--matter", "birth"], 'no matter "birth"', "birth-registration"),
        (["analyze", "--department", "polce"], 'no department "polce"', '"police"'),
        (["analyze", "--theme", "x"], 'no theme "x"', "none is defined"),
        (["analyze", "--lever", "shar"], 'no lever "shar"', '"share"'),
        (["show", "birth-registratio"], 'no matter "birth-registratio"', "matters/birth.yaml"),
        (["show", "matters/registry.yaml"], "defines no matter", "key"),
        (["explain", "own-papre"], 'no rule "own-papre"', '"own-paper"'),
        (["explain", "0000"], 'fingerprint "0000"', "--limit 0"),
        (["compile", "--format", "gexf"], 'no format "gexf"', "graphml"),
        (["render", "--scenario", "married"], '"married" is no choice', "fact=option"),
        (["show", "BIRTH-REGISTRATION"], 'no matter "BIRTH', '"birth-registration"'),
        (["explain", "OWN-PAPER"], 'no rule "OWN-PAPER"', '"own-paper"'),
        (["render", "--view", "lane"], 'no view "lane"', '"lanes"'),
        (["render", "--focus", "aply"], 'no step "aply"', '"apply"'),
        (["render", "--expand", "x"], "calls no other", "leave --expand out"),
        (["list", "demnd"], 'no list "demnd"', '"demand"'),
        (["list", "matters"], 'no list "matters"', "`govchain list LIST matters`"),
        (["--lang", "fr", "check"], '"fr" is not a language', "zh or en"),
        (["render", "-o", "x.jpg"], "its name says jpg", '"x.svg"'),
        (["render", "--format", "svg", "-o", "x.png"], "its name says png", "--format png"),
        (["list", "demand", "--all"], '"demand" is one of them', "leave out"),
        (["list", "--all", "nowhere"], 'no "nowhere"', "hint"),
        (["list", "--all", "--format", "csv"], "csv holds one list", "name the list"),
        (["list", "--format", "csv"], "no list is named", "name one\n"),
        (["list", "--format", "xlsx"], "no list is named", "--all"),
        (["check", "-o", "nowhere/x.txt"], 'the folder "nowhere"', "create it first"),
        (["check", "birth-registration"], 'no "birth-registration"', '"matters/birth.yaml"?'),
        (["analyze", "birth-registration"], 'no "birth-registration"', '"matters/birth.yaml"?'),
        (
            ["explain", "③-2"],
            '"③-2" is the number of a finding',
            "the fingerprint that stands",
        ),
        (["render", "birth-registration", "-o", "q.gif"], "its name says gif", 'name it "q.svg"'),
        (
            ["render", "birth-registration", "--engine", "dot", "--view", "lanes"],
            "dot draws the chain alone, not lanes",
            "--view chain",
        ),
        (
            ["render", "birth-registration", "--engine", "dot", "--format", "pdf"],
            "dot draws svg alone, not pdf",
            "--format svg",
        ),
        (
            ["render", "birth-registration", "--format", "svg", "-o", "q.dot"],
            "its name says dot",
            "--format dot",
        ),
        (
            ["render", "birth-registration", "--format", "mermaid", "-o", "q.SVG"],
            "would hold mermaid",
            '--format svg, or name it "q.mmd"',
        ),
    ],
)
def test_it_says_what_and_what_to_do(
    workspace: Path, arguments: list[str], said: str, hint: str
) -> None:
    result = run(*arguments)
    assert result.exit_code == 2, result.output
    assert result.stdout == ""
    assert result.stderr.startswith("error: ")
    assert said in result.stderr
    assert hint in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("value", ["", " ", ",", " ， , "])
@pytest.mark.parametrize(
    ("command", "option"),
    [
        ("check", "--select"), ("check", "--ignore"), ("check", "-w"), ("check", "--workspace"),
        ("check", "--baseline"), ("check", "--write-baseline"), ("check", "-o"),
        ("check", "--date"), ("check", "--lang"), ("analyze", "--matter"),
        ("analyze", "--department"), ("analyze", "--theme"), ("analyze", "--lever"),
        ("analyze", "--limit"), ("render", "--scenario"), ("show", "--output"), ("init", "-w"),
    ],
)  # fmt: skip
def test_an_option_without_a_value_is_refused(
    workspace: Path, command: str, option: str, value: str
) -> None:
    """What a script left empty chooses nothing, and is not all."""
    glued = ((f"{option}={value}",),) if option.startswith("--") else ()
    for words in ((option, value), *glued):
        told = run(command, *words)
        assert (told.exit_code, told.stdout) == (2, "")
        assert f'the option "{option}" needs a value' in told.stderr


def test_what_looks_like_an_option_without_a_value_may_be_one(workspace: Path) -> None:
    (workspace / "matters" / "a=").mkdir()
    (workspace / "matters" / "a=" / "b.yaml").write_text("matter: m\n")
    assert run("check", "matters/a=", "--fail-on", "never").exit_code == 0
    for arguments in (("--", "--select="), ("",), ("-w=",)):
        assert "needs a value" not in run("check", *arguments).stderr
        assert run("check", *arguments).exit_code == 2


def test_a_name_that_says_no_format_may_hold_any(workspace: Path) -> None:
    for name in ("q", "q.svg", "q.xml", "residence.2026"):
        assert run("render", "birth-registration", "-o", name).exit_code == 0
        assert (workspace / name).read_text(encoding="utf-8").startswith("<svg")
    assert run("render", "birth-registration", "-o", "q.jpg", language="zh").exit_code == 2
    assert not (workspace / "q.jpg").exists()


@pytest.mark.parametrize(
    ("format", "module", "library"),
    [
        ("png", "resvg_py", "resvg-py"),
        ("pdf", "reportlab", "reportlab"),
        ("pptx", "pptx", "python-pptx"),
    ],
)
@pytest.mark.parametrize(("language", "word"), [("en", "not installed"), ("zh", "未安装")])
def test_a_library_that_is_not_there_is_named(
    workspace: Path,
    monkeypatch: pytest.MonkeyPatch,
    format: str,
    module: str,
    library: str,
    language: str,
    word: str,
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    told = run("render", "birth-registration", "--format", format, "-o", "q", language=language)
    assert told.exit_code == 2
    assert library in told.stderr
    assert word in told.stderr
    assert 'pip install "govchain[pictures]"' in told.stderr
    assert not (workspace / "q").exists()


@pytest.mark.parametrize("path", ["matters/.hidden.yaml", "matters/.drafts", "matters/empty"])
@pytest.mark.parametrize("command", ["check", "analyze"])
def test_what_is_named_and_not_read_is_refused(workspace: Path, command: str, path: str) -> None:
    """What was not looked at has not been found in order."""
    (workspace / "matters" / ".drafts").mkdir()
    (workspace / "matters" / "empty").mkdir()
    for file in (".hidden.yaml", ".drafts/a.yaml"):
        (workspace / "matters" / file).write_text("matter: [\n")
    told = run(command, path)
    assert (told.exit_code, told.stdout) == (2, "")
    assert f'nothing was read from "{path}"' in told.stderr


def test_an_empty_folder_is_nothing_to_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for command in ("check", "analyze", "render", "compile"):
        result = run(command)
        assert result.exit_code == 2
        assert "govchain init" in result.stderr


def test_paths_of_two_workspaces_are_refused(workspace: Path) -> None:
    (workspace / "other").mkdir()
    (workspace / "other" / "govchain.toml").write_text("")
    (workspace / "other" / "x.yaml").write_text("matter: x\nsteps:\n  - {id: a, kind: apply}\n")
    result = run("check", "matters", "other")
    assert result.exit_code == 2
    assert "workspace" in result.stderr


def test_files_without_one_matter_are_reported_and_end_with_2(workspace: Path) -> None:
    (workspace / "matters" / "birth.yaml").write_text("matter: [\n")
    result = run("check")
    assert result.exit_code == 2
    assert "unreadable-file" in result.stdout
    assert "no matter could be read" in result.stderr


def test_errors_are_said_in_the_language_chosen(workspace: Path) -> None:
    assert run("show", "x", "--lang", "zh").stderr.startswith("错误：没有事项“x”")
    assert run("show", "x", language="zh").stderr.startswith("错误：没有事项“x”")


def test_a_fault_of_ours_ends_with_3_and_what_to_report(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Chain, "metrics", lambda chain: 1 / 0)
    result = run("analyze", "--format", "json")
    assert result.exit_code == 3
    assert "fault of govchain" in result.stderr
    assert "ZeroDivisionError" in result.stderr
    assert "report it" in result.stderr
    assert "Traceback" not in result.stderr


def test_an_interrupted_run_ends_quietly(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(chain: Chain) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Chain, "metrics", interrupt)
    result = run("analyze", "--format", "json")
    assert result.exit_code == 130
    assert result.output == ""


def test_a_rule_that_crashes_ends_with_3_and_the_rest_is_told(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "govchain.rules.sharing.own_paper.superfluous_hits", lambda standing, chain: 1 / 0
    )
    result = run("check", "--select", "own-paper,needless-material,redundant-approval")
    assert result.exit_code == 3
    assert "internal-fault" in result.stdout
    assert "redundant-approval" in result.stdout
    assert "ZeroDivisionError" in result.stderr


def test_what_a_rule_that_crashes_would_have_found_is_not_gone(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is neither gone from a baseline nor missed by a comment."""
    matter = workspace / "matters" / "birth.yaml"
    text = matter.read_text(encoding="utf-8")
    assert run("check", "--write-baseline", "known.json").exit_code == 0
    matter.write_text(
        text.replace("household}", "household}  # govchain: allow own-paper -- 系统改造中"),
        encoding="utf-8",
    )
    monkeypatch.setattr(
        "govchain.rules.sharing.own_paper.superfluous_hits", lambda standing, chain: 1 / 0
    )
    result = run("check", "--baseline", "known.json")
    assert result.exit_code == 3
    assert "unused-allow" not in result.stdout
    assert "0 gone" in result.stdout
