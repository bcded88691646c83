"""Where a file stands is said alike, from wherever a command is run."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from govchain.reporting.formats import formats_of
from tests.cli.desk import run
from tests.reporting.reports import CATALOGUE

FOLDER = "区 县/gov"
FILE = "matters/出生 登记.yaml"
OUTSIDE = "../shared/x y.yaml"
"""A folder of definitions that `paths` names, beside the workspace."""


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a workspace in a folder of it, and other folders to stand in."""
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)
    root = tmp_path / "repo"
    (root / ".git").mkdir(parents=True)
    (tmp_path / "elsewhere").mkdir()
    workspace = root / FOLDER
    for file, text in ((FILE, CATALOGUE), (OUTSIDE, "data: {x: {}, y: {holdr: a}}\n")):
        (workspace / file).parent.mkdir(parents=True, exist_ok=True)
        (workspace / file).resolve().write_text(text, encoding="utf-8")
    settings = 'paths = ["matters", "../shared"]\nbaselin = 1\n'
    (workspace / "govchain.toml").write_text(settings, encoding="utf-8")
    monkeypatch.chdir(root)
    return root


def standing_in(repository: Path) -> list[tuple[Path, tuple[str, ...]]]:
    """Folders to run from, and how the workspace is named there."""
    inside = repository / FOLDER
    return [
        (repository, ("-w", FOLDER)),
        (repository, (FOLDER,)),
        (inside, ()),
        (inside / "matters", ("..",)),
        (repository.parent / "elsewhere", ("-w", str(inside))),
        (repository.parent / "elsewhere", (f"../repo/{FOLDER}",)),
    ]


def told(arguments: tuple[str, ...], format: str) -> str:
    shown = run("check", *arguments, "--format", format, "--quiet")
    assert shown.exit_code == 1, shown.output
    return shown.stdout


def results(log: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(log)["runs"][0]["results"]
    return found


def uris(log: str) -> set[str]:
    places = (place for result in results(log) for place in result["locations"])
    return {place["physicalLocation"]["artifactLocation"]["uri"] for place in places}


def annotated(lines: str) -> set[str]:
    return set(re.findall(r"^::\w+ file=(.*?),line=", lines, re.MULTILINE))


@pytest.mark.parametrize("format", formats_of("check"))
def test_the_same_bytes_from_everywhere(
    repository: Path, format: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = set()
    for folder, arguments in standing_in(repository):
        monkeypatch.chdir(folder)
        shown.add(told(arguments, format))
    assert len(shown) == 1


def test_people_and_programs_see_files_from_the_workspace(repository: Path) -> None:
    findings = json.loads(told((FOLDER,), "json"))["findings"]
    assert {finding["file"] for finding in findings} == {
        FILE,
        "../shared/x y.yaml",
        "govchain.toml",
    }
    assert f"--> {FILE}:" in told((FOLDER,), "text")
    assert FOLDER not in told((FOLDER,), "text")


def test_code_scanning_sees_them_from_the_repository(repository: Path) -> None:
    log = told((FOLDER,), "sarif")
    assert {unquote(uri) for uri in uris(log)} == {
        f"{FOLDER}/{FILE}",
        "区 县/shared/x y.yaml",
        f"{FOLDER}/govchain.toml",
    }
    assert all(re.fullmatch(r"[\w./%-]+", uri, re.ASCII) for uri in uris(log))
    assert annotated(told((FOLDER,), "github")) == {unquote(uri) for uri in uris(log)}


def test_a_runner_on_github_knows_better(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_WORKSPACE", str(repository.parent))
    assert f"repo/{FOLDER}/{FILE}" in annotated(told((FOLDER,), "github"))
    assert f"repo/{FOLDER}/{FILE}" in map(unquote, uris(told((FOLDER,), "sarif")))


def test_a_runner_whose_folder_is_another_does_not(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for other in (repository.parent / "elsewhere", repository / "no-such", ""):
        monkeypatch.setenv("GITHUB_WORKSPACE", str(other))
        assert f"{FOLDER}/{FILE}" in annotated(told((FOLDER,), "github"))


def test_a_link_to_the_repository_changes_nothing(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (repository.parent / "link").symlink_to(repository)
    monkeypatch.setenv("GITHUB_WORKSPACE", str(repository.parent / "link"))
    assert f"{FOLDER}/{FILE}" in annotated(told(("-w", f"../link/{FOLDER}"), "github"))


def test_a_worktree_is_a_repository_too(repository: Path) -> None:
    (repository / ".git").rmdir()
    (repository / ".git").write_text("gitdir: elsewhere\n", encoding="utf-8")
    assert f"{FOLDER}/{FILE}" in annotated(told((FOLDER,), "github"))


def test_in_no_repository_the_workspace_is_what_there_is(repository: Path) -> None:
    (repository / ".git").rmdir()
    assert FILE in annotated(told((FOLDER,), "github"))


def _fingerprints(report: str) -> list[str]:
    return [finding["fingerprint"] for finding in json.loads(report)["findings"]]


def test_a_whole_file_is_known_by_one_name(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a file that cannot be read its name is the subject: it goes into the fingerprint."""
    (repository / FOLDER / "matters" / "broken.yaml").write_text("matter: [", encoding="utf-8")
    before = _fingerprints(run("check", FOLDER, "--format", "json").stdout)
    monkeypatch.chdir(repository / FOLDER / "matters")
    assert _fingerprints(run("check", "--format", "json").stdout) == before


def test_paths_still_narrow_from_everywhere(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repository / FOLDER / "matters")
    narrowed = json.loads(told(("出生 登记.yaml",), "json"))["findings"]
    assert {finding["file"] for finding in narrowed} == {FILE, "govchain.toml"}
    assert run("show", "出生 登记.yaml").exit_code == 0
