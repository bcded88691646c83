"""Who is spoken to in Chinese reads no English sentence, whatever went wrong.

A sentence is two or more words of Latin letters in a row that are no ids, options, rules or files.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.desk import commands, program, run

WORDS = re.compile(r"(?<![\w./_<-])[A-Za-z][a-z']+(?: [A-Za-z][a-z']+)+(?![\w/_.=-])")
"""Two words in a row; ids have hyphens, files dots, names of values are in capitals."""
QUOTED_COMMAND = re.compile(r"(?:govchain|-c) [a-z]+")
NAMES_OF_OTHERS = ("JSON Schema",)

COMMANDS = [*commands()]
MATTER = """\
事项: 出生登记
部门: 公安局
年办件量: 30000
材料:
  - {名称: 出生医学证明, 数据: 出生医学证明}
环节:
  - {编号: 申请, 种类: 申请, 跑动: 1}
  - {编号: 初审, 种类: 审核, 部门: 街道办事处, 核验条件: [活产], 用时: 1d}
  - {编号: 落户, 种类: 审批, 核验条件: [活产], 用时: 3d}
"""
REGISTRY = """\
部门名录: {公安局: {级别: 市级}, 街道办事处: {}, 卫生健康委: {}}
数据目录: {出生医学证明: {数源部门: 卫生健康委}}
条件清单: {活产: {所用数据: [出生医学证明]}}
应用主题: {生育: {事项: [出生登记]}}
"""
WRONG = [
    [],
    ["chekc"],
    ["--nothing"],
    *([name, "--slect", "x"] for name in COMMANDS),
    *([name, "--date"] for name in COMMANDS),
    *([name, "--quiet=1"] for name in COMMANDS),
    *([name, "--date", "1.6.2026"] for name in COMMANDS),
    *([name, "--lang", "fr"] for name in COMMANDS),
    ["show"],
    ["explain"],
    ["show", "a", "b"],
    ["analyze", "--limit", "x"],
    ["analyze", "--limit", "-1"],
    ["analyze", "--matter", "x"],
    ["analyze", "--department", "x"],
    ["analyze", "--theme", "x"],
    ["analyze", "--lever", "x"],
    ["analyze", "--sort", "x"],
    ["analyze", "--format", "sarif"],
    ["analyze", "-w", "nowhere"],
    ["check", "nowhere"],
    ["check", "--select", "x"],
    ["check", "--fail-on", "x"],
    ["check", "--baseline", "nowhere.json"],
    ["check", "--baseline", "matters/出生.yaml"],
    ["check", "-o", "nowhere/x"],
    ["check", "-o", "matters"],
    ["check", "-o", "matters/出生.yaml"],
    ["show", "x"],
    ["show", "matters/目录.yaml"],
    ["render", "x"],
    ["render", "--view", "x"],
    ["render", "--engine", "x"],
    ["render", "--scenario", "x"],
    ["render", "--scenario", "x=y"],
    ["compile", "--format", "x"],
    ["explain", "x"],
    ["explain", "0000"],
    ["rules", "--format", "x"],
    ["init", "."],
]
RIGHT = [
    ["analyze"],
    ["analyze", "--department", "公安局"],
    ["check", "--fail-on", "never"],
    ["check", "--write-baseline", "基线.json"],
    ["show", "出生登记"],
    ["rules"],
    ["explain", "own-paper"],
    ["explain", "缺少共享链路"],
    ["render", "-o", "图.svg"],
    ["compile", "-o", "链.json"],
    ["init", "新"],
    ["--version"],
    ["--help"],
    *([name, "--help"] for name in COMMANDS),
]


@pytest.fixture
def chinese(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "matters").mkdir()
    (tmp_path / "matters" / "出生.yaml").write_text(MATTER, encoding="utf-8")
    (tmp_path / "matters" / "目录.yaml").write_text(REGISTRY, encoding="utf-8")
    (tmp_path / "govchain.toml").write_text("", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def sentences(text: str) -> list[str]:
    """The English in a text."""
    for name in NAMES_OF_OTHERS:
        text = text.replace(name, "")
    return WORDS.findall(QUOTED_COMMAND.sub("", text))


@pytest.mark.parametrize("arguments", WRONG, ids=" ".join)
def test_wrong_use_is_told_in_chinese_alone(chinese: Path, arguments: list[str]) -> None:
    if arguments == ["init", "."]:
        (chinese / "matters" / "出生登记.yaml").write_text("", encoding="utf-8")
    told = run(*arguments, language="zh")
    assert told.exit_code == 2, told.output
    assert not sentences(told.output), told.output


@pytest.mark.parametrize("arguments", RIGHT, ids=" ".join)
def test_what_is_told_is_told_in_chinese_alone(chinese: Path, arguments: list[str]) -> None:
    told = run(*arguments, language="zh")
    assert told.exit_code == 0, told.output
    assert not sentences(told.output), told.output


@pytest.mark.parametrize(
    "arguments", [["show"], ["show", "--help"], ["chekc"], ["show", "--date", "x", "y"]]
)
def test_the_language_is_known_however_it_is_said(chinese: Path, arguments: list[str]) -> None:
    """By the option, by the settings, by the locale: before the line is understood."""

    def told(*asked: str, **surrounding: str) -> str:
        hidden = () if "GOVCHAIN_LANG" in surrounding else ("GOVCHAIN_LANG",)
        done = program(*arguments, *asked, folder=chinese, hidden=hidden, **surrounding)
        return (done.stdout + done.stderr).decode()

    assert sentences(told())
    assert not sentences(told(LC_ALL="zh_CN.UTF-8"))
    if arguments != ["chekc"]:
        assert not sentences(told("--lang", "zh"))
        assert not sentences(told("--lang=zh"))
    (chinese / "govchain.toml").write_text('language = "zh"\n', encoding="utf-8")
    assert not sentences(told())
    assert sentences(told(GOVCHAIN_LANG="en"))


def test_an_english_sentence_is_noticed() -> None:
    assert sentences("错误：No such option: --x") == ["No such option"]
    assert not sentences("“govchain check --help”列出可用的内容；missing-link, matters/a b.yaml")
