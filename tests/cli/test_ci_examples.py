"""The examples for CI run as written."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.cli.desk import HOME, PROGRAM

CI = HOME / "examples" / "ci"


@pytest.fixture
def repository(workspace: Path) -> Path:
    """A workspace with the files of the example, and `govchain` on its path."""
    shutil.copytree(CI, workspace, dirs_exist_ok=True)
    command = workspace / "bin" / "govchain"
    command.parent.mkdir()
    program = " ".join(f"'{part}'" for part in PROGRAM)
    command.write_text(f'#!/bin/sh\nexec {program} "$@"\n')
    command.chmod(0o755)
    (workspace / "bin" / "python").symlink_to(sys.executable)
    return workspace


def shell(repository: Path, command: str) -> subprocess.CompletedProcess[str]:
    surrounding = {
        **os.environ,
        "PATH": f"{repository / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(HOME),
    }
    return subprocess.run(
        command, shell=True, cwd=repository, env=surrounding,
        capture_output=True, text=True, check=False,
    )  # fmt: skip


def commands_of_workflow() -> list[str]:
    workflow = yaml.safe_load((CI / ".github" / "workflows" / "govchain.yml").read_text("utf-8"))
    steps = [step["run"] for step in workflow["jobs"]["check"]["steps"] if "run" in step]
    return [command for command in steps if "pip install" not in command]


def commands_of_comment() -> list[str]:
    workflow = yaml.safe_load(
        (CI / ".github" / "workflows" / "govchain-diff.yml").read_text("utf-8")
    )
    steps = [step["run"] for step in workflow["jobs"]["diff"]["steps"] if "run" in step]
    return [command for command in steps if "pip install" not in command]


def commands_of_readme() -> list[str]:
    blocks = re.findall(r"```sh\n(.*?)```", (CI / "README.md").read_text("utf-8"), re.DOTALL)
    return [line for block in blocks for line in block.splitlines()]


def commands_of_pre_commit() -> list[str]:
    settings = yaml.safe_load((CI / ".pre-commit-config.yaml").read_text("utf-8"))
    return [hook["entry"] for repo in settings["repos"] for hook in repo["hooks"]]


def test_known_findings_pass(repository: Path) -> None:
    commands = [*commands_of_readme(), *commands_of_workflow(), *commands_of_pre_commit()]
    assert len(commands) == 4
    for command in commands:
        done = shell(repository, command)
        assert done.returncode == 0, done.stderr
    log = json.loads((repository / "govchain.sarif").read_text("utf-8"))
    states = {result["baselineState"] for result in log["runs"][0]["results"]}
    assert states == {"unchanged"}


@pytest.mark.parametrize(
    ("file", "is_checked"),
    [
        ("matters/birth.yaml", True),
        ("matters/birth.yml", True),
        ("matters/BIRTH.YAML", True),
        ("govchain.toml", True),
        ("area/govchain.toml", True),
        ("pyproject.toml", True),
        ("govchain-baseline.json", True),
        ("notes.md", False),
        ("package.json", False),
    ],
)
def test_what_changes_a_check_is_checked_before_a_commit(file: str, is_checked: bool) -> None:
    settings = yaml.safe_load((CI / ".pre-commit-config.yaml").read_text("utf-8"))
    [hook] = [hook for repo in settings["repos"] for hook in repo["hooks"]]
    assert bool(re.search(hook["files"], file)) is is_checked


def test_the_baseline_of_the_hook_is_one_that_it_looks_at() -> None:
    [command] = commands_of_pre_commit()
    settings = yaml.safe_load((CI / ".pre-commit-config.yaml").read_text("utf-8"))
    [hook] = [hook for repo in settings["repos"] for hook in repo["hooks"]]
    assert re.search(hook["files"], command.split("--baseline ")[1])


def test_a_new_error_fails(repository: Path) -> None:
    for command in commands_of_readme():
        shell(repository, command)
    (repository / "matters" / "more.yaml").write_text("matter: x\nstep: []\n")
    annotations, log = commands_of_workflow()
    done = shell(repository, annotations)
    assert done.returncode == 1
    assert "::error file=matters/more.yaml,line=2,col=1,title=unknown-key::" in done.stdout
    assert shell(repository, log).returncode == 0
    assert shell(repository, commands_of_pre_commit()[0]).returncode == 1


def test_a_pull_request_is_told_what_it_spares(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first comment is written, the next one renews it."""
    for command in (
        "git init -q -b main",
        "git add matters govchain.toml",
        "git -c user.name=x -c user.email=x@x commit -qm before",
        "git update-ref refs/remotes/origin/main HEAD",
    ):
        assert shell(repository, command).returncode == 0
    matter = repository / "matters" / "birth.yaml"
    matter.write_text(matter.read_text("utf-8").replace("visit: 1", "visit: 0"), "utf-8")
    asked = repository / "bin" / "gh"
    asked.write_text('#!/bin/sh\necho "$@" >> gh.log\n[ -e written ] || [ "$4" != --edit-last ]\n')
    asked.chmod(0o755)
    monkeypatch.setenv("GITHUB_BASE_REF", "main")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "summary.md")
    monkeypatch.setenv("NUMBER", "7")
    for _ in range(2):
        for command in commands_of_comment():
            done = shell(repository, command)
            assert done.returncode == 0, done.stderr
        (repository / "written").touch()
    assert (repository / "gh.log").read_text("utf-8").splitlines() == [
        "pr comment 7 --edit-last --body-file govchain-diff.md",
        "pr comment 7 --body-file govchain-diff.md",
        "pr comment 7 --edit-last --body-file govchain-diff.md",
    ]
    page = (repository / "govchain-diff.md").read_text("utf-8")
    assert "## 1. origin/main → working tree on " in page
    assert "| visits | 1 | 0 | -1 | -100% |" in page
    assert page in (repository / "summary.md").read_text("utf-8")
