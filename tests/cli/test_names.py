"""Things are named on the command line as people call them, in either language."""

from __future__ import annotations

import json
from pathlib import Path
from shutil import copytree

import pytest

from tests.cli.desk import HOME, run


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One service of the real catalogue, with all departments, data and links."""
    folder = tmp_path_factory.mktemp("names")
    for part in ("registry", "person"):
        copytree(HOME / "matters" / part, folder / "matters" / part)
    return folder


@pytest.fixture(autouse=True)
def at_home(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(workspace)


def found(*arguments: str) -> list[dict[str, object]]:
    told = run("analyze", "--format", "json", "--date", "2026-06-01", *arguments)
    assert told.exit_code == 0, told.output
    findings: list[dict[str, object]] = json.loads(told.stdout)["findings"]
    return findings


@pytest.mark.parametrize(
    ("by_name", "by_id"),
    [
        (("--department", "公安局"), ("--department", "police")),
        (("--department", "市公安局"), ("--department", "police")),
        (("--department", "公安"), ("--department", "police")),
        (("--matter", "新生儿出生"), ("--matter", "newborn")),
        (("--select", "缺少共享链路"), ("--select", "missing-link")),
        (("--select", "Missing sharing link"), ("--select", "missing-link")),
        (
            ("--select", "共享", "--ignore", "重复链路"),
            ("--select", "sharing", "--ignore", "parallel-links"),
        ),
        (("--select", "审批，共享"), ("--select", "approvals,sharing")),
        (("--lever", "共享"), ("--lever", "share")),
        (("--sort", "跑动"), ("--sort", "visits")),
        (("--sort", "材料"), ("--sort", "materials")),
        (("--sort", "天数"), ("--sort", "days")),
        (("--sort", "步骤"), ("--sort", "steps")),
        (("--sort", "环节"), ("--sort", "steps")),
    ],
    ids=lambda options: " ".join(options),
)  # fmt: skip
def test_a_name_stands_for_its_id(by_name: tuple[str, ...], by_id: tuple[str, ...]) -> None:
    by_its_id = found(*by_id)
    assert by_its_id
    assert found(*by_name) == by_its_id


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_rule_is_explained_by_its_name(language: str) -> None:
    by_id = run("explain", "missing-link", language=language)
    assert by_id.exit_code == 0
    assert run("explain", "缺少共享链路", language=language).stdout == by_id.stdout
    assert run("explain", "缺少共享", language=language).stdout == by_id.stdout


def test_a_part_of_a_name_will_do_where_it_says_which() -> None:
    assert run("show", "新生儿出生").stdout == run("show", "newborn").stdout
    assert "(newborn)" in run("show", "新生儿出").stdout.splitlines()[0]


def test_a_part_of_several_names_lists_them() -> None:
    told = run("show", "新生儿")
    assert told.exit_code == 2
    assert told.stdout == ""
    for name in ("新生儿出生 (newborn)", "新生儿社会保障卡申领 (social-security-card)"):
        assert name in told.stderr


@pytest.mark.parametrize(
    ("arguments", "near"),
    [
        (("explain", "缺失共享链路"), "缺少共享链路"),
        (("analyze", "--department", "市民证局"), "市民政局"),
        (("analyze", "--department", "省公安局"), "公安局"),
        (("analyze", "--matter", "新生儿处生"), "新生儿出生"),
        (("show", "newbron"), "newborn"),
        (("check", "--select", "缺少共享链接"), "缺少共享链路"),
        (("check", "--fail-on", "警告级"), "警告"),
        (("render", "新生儿处生"), "新生儿出生"),
        (("compile", "新生儿处生"), "新生儿出生"),
    ],
    ids=lambda arguments: " ".join(arguments) if isinstance(arguments, tuple) else arguments,
)  # fmt: skip
def test_near_names_are_suggested(arguments: tuple[str, ...], near: str) -> None:
    told = run(*arguments, language="zh")
    assert told.exit_code == 2
    assert f"是否应为“{near}”" in told.stderr


@pytest.mark.parametrize("focus", ["register", "出生登记"])
def test_a_called_matter_is_focused_by_its_call_or_its_name(focus: str) -> None:
    told = run("render", "newborn", "--focus", focus, language="zh")
    assert told.exit_code == 0
    assert "新生儿出生 · ③ 出生登记</title>" in told.stdout


def test_a_called_matter_of_other_cases_is_not_focused() -> None:
    asked = ("render", "construction-start", "--focus", "site", "--scenario", "供地方式=出让")
    told = run(*asked, "-w", str(HOME / "matters"), language="zh")
    assert told.exit_code == 2
    assert "这些情形下没有“site”" in told.stderr


def test_known_words_are_listed_in_the_language_of_the_run() -> None:
    assert "跑动" in run("analyze", "--sort", "大小", language="zh").stderr
    assert "visits" in run("analyze", "--sort", "大小", language="en").stderr


def test_a_letter_or_two_stand_for_nothing() -> None:
    assert run("explain", "x").exit_code == 2
    assert run("check", "--select", "缺").exit_code == 2


def test_the_shell_completes(tmp_path: Path) -> None:
    from tests.cli.desk import program

    def completed(line: str, word: int) -> list[str]:
        done = program(
            folder=tmp_path,
            __C_COMPLETE="complete_bash",
            COMP_WORDS=line,
            COMP_CWORD=str(word),
        )
        return done.stdout.decode().split()

    assert completed("govchain an", 1) == ["analyze"]
    assert "--department" in completed("govchain analyze --de", 2)
    assert "--department" in completed("govchain analyze --lever '' --de", 4)


@pytest.mark.parametrize("name", ["themes", "resources"])
def test_a_list_tells_the_theme_that_is_named(name: str) -> None:
    """Not the other themes of its matters: newborn's card is a matter of both."""
    told = run("list", name, "--theme", "社会保障", "--format", "json").stdout
    [listing] = json.loads(told)["lists"]
    assert {row["theme"] for row in listing["rows"]} == {"social-security"}
