"""`govchain diff`: of folders and revisions, and what is told."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.cli.desk import HOME, program, run
from tests.cli.versions import DATE, compared, git, visits, write
from tests.difference.differences import AFTER, BEFORE, REGISTRY
from tests.page.pages import read


def _heading(*arguments: str) -> str:
    """What the first chapter of the page's changes is called."""
    first, *_ = read(run(*arguments).stdout).part("changes-en")
    return str(first["heading"])


class TestSides:
    def test_two_folders(self, folders: Path) -> None:
        assert visits("old", "new") == (2, 1)
        assert visits("new", "old") == (1, 2)
        assert visits("old", "old") == (2, 2)

    def test_a_folder_against_the_workspace_here(
        self, folders: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(folders / "new")
        assert visits("../old") == (2, 1)

    def test_the_page_calls_both_by_the_names_they_were_given(
        self, folders: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        how = ("--format", "html", *DATE)
        named = _heading("analyze", "old", "--against", "new", *how)
        assert named == "1. old → new on 2026-06-01"
        monkeypatch.chdir(folders / "old")
        here = _heading("analyze", "--against", "../new", *how)
        assert here == "1. working tree → ../new on 2026-06-01"

    def test_two_files(self, folders: Path) -> None:
        told = compared("old/matters/birth.yaml", "new/matters/birth.yaml")
        assert [m["matched"] for m in told["matters"]] == ["id"]

    def test_part_of_a_workspace(self, folders: Path) -> None:
        write(folders / "new" / "matters" / "more", other=BEFORE.replace("birth\n", "other\n"))
        told = compared("old", "new/matters/more")
        assert [m["new"] and m["new"]["id"] for m in told["matters"]] == ["other"]
        assert len(compared("old", "new")["matters"]) == 2

    def test_a_matter_that_moved_is_no_other(self, folders: Path) -> None:
        place = folders / "new" / "matters"
        (place / "area").mkdir()
        (place / "birth.yaml").rename(place / "area" / "birth.yaml")
        [matter] = compared("old", "new/matters/area")["matters"]
        assert matter["matched"] == "id"

    @pytest.mark.parametrize(
        ("arguments", "expected", "names"),
        [
            (("before",), (2, 0), ("before", ".")),
            (("main",), (1, 0), ("main", ".")),
            (("before..main",), (2, 1), ("before", "main")),
            (("before..",), (2, 1), ("before", "HEAD")),
            (("before", "main"), (2, 1), ("before", "main")),
            (("main", "before"), (1, 2), ("main", "before")),
            (("before", "."), (2, 0), ("before", ".")),
            (("matters", "before"), (0, 2), ("matters", "before")),
            (("HEAD^", "HEAD^0"), (2, 1), ("HEAD^", "HEAD^0")),
        ],
    )
    def test_revisions(
        self,
        repository: Path,
        arguments: tuple[str, ...],
        expected: tuple[int, int],
        names: tuple[str, str],
    ) -> None:
        told = compared(*arguments)
        change = told["sums"]["all"]["worst"]["visits"]
        assert (change["before"], change["after"]) == expected
        assert (told["old"]["name"], told["new"]["name"]) == names
        assert told["old"]["commit"] == (
            None if names[0] == "matters" else git(repository, "rev-parse", f"{names[0]}^0")
        )

    def test_since_two_branches_parted(self, repository: Path) -> None:
        git(repository, "stash", "-q")
        git(repository, "checkout", "-q", "-b", "side", "before")
        write(repository / "matters", birth=BEFORE.replace("visit: 2", "visit: 5"))
        git(repository, "commit", "-qam", "side")
        assert visits("main..side") == (1, 5)
        assert visits("main...side") == (2, 5)

    def test_the_workspace_of_a_revision_is_that_of_the_folder_beside_it(
        self, repository: Path
    ) -> None:
        write(repository / "area", registry=REGISTRY, birth=AFTER.replace("visit: 1", "visit: 9"))
        (repository / "area" / "govchain.toml").touch()
        git(repository, "add", "area")
        git(repository, "commit", "-qm", "area", "--", "area")
        write(repository / "area", birth=AFTER.replace("visit: 1", "visit: 8"))
        assert visits("HEAD", "area") == (9, 8)
        assert visits("HEAD", "-w", "area") == (9, 8)
        git(repository, "checkout", "-q", "area")

    def test_what_settings_read_outside_the_workspace_is_of_the_revision_too(
        self, repository: Path
    ) -> None:
        write(repository / "area", birth=AFTER)
        settings = 'paths = [".", "../matters/registry.yaml"]\n'
        (repository / "area" / "govchain.toml").write_text(settings, encoding="utf-8")
        git(repository, "add", "area")
        git(repository, "commit", "-qm", "area", "--", "area")
        told = compared("HEAD", "area")
        assert told["old"]["whole"]
        assert told["findings"]["gone"] == told["findings"]["new"] == []

    def test_only_some_matters(self, folders: Path) -> None:
        for name in ("old", "new"):
            text = (folders / name / "matters" / "birth.yaml").read_text("utf-8")
            other = text.replace("matter: birth", "matter: other").replace("出生登记", "别的")
            write(folders / name / "matters", other=other.replace("A-1", "B-2"))
        assert len(compared("old", "new")["matters"]) == 2
        for named in ("other", "别的"):
            [matter] = compared("old", "new", "--matter", named)["matters"]
            assert matter["old"]["id"] == "other"
        said = run("diff", "old", "new", "--matter", "other")
        assert "govchain diff old new --matter other --limit 0" in said.stdout

    def test_a_matter_of_one_side_alone(self, folders: Path) -> None:
        write(folders / "old" / "matters", ended=BEFORE.replace("birth\n", "ended\n", 1))
        [matter] = compared("old", "new", "--matter", "ended")["matters"]
        assert matter["new"] is None

    def test_a_joint_service_is_told_with_what_it_calls(self, folders: Path) -> None:
        joint = "matter: joint\ndepartment: police\nsteps:\n  - {id: a, matter: birth}\n"
        write(folders / "old" / "matters", joint=joint)
        alone = "matter: joint\ndepartment: police\nsteps:\n  - {id: a, kind: accept}\n"
        write(folders / "new" / "matters", joint=alone)
        told = compared("old", "new", "--matter", "joint")
        assert [m["matched"] for m in told["matters"]] == ["id", "id"], "both sides of each"

    def test_several_processes_tell_the_same(self, folders: Path) -> None:
        one = run("diff", "old", "new", *DATE)
        assert run("diff", "old", "new", *DATE, "--jobs", "2").stdout == one.stdout


class TestWrongUse:
    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            (("nowhere",), '"nowhere" is neither a folder nor a file of definitions here'),
            (("nowhere..main",), '"nowhere" is neither'),
            (("before..nowhere",), '"nowhere" is neither'),
            (("before", "nowhere"), '"nowhere" is neither'),
            (("../nowhere",), '"../nowhere" is neither'),
            (("--", "--output=x"), '"--output=x" is neither'),
            (("--", "-x", "main"), '"-x" is neither'),
            (("HEAD:matters",), '"HEAD:matters" is neither'),
            (("^HEAD",), '"^HEAD" is neither'),
            (("HEAD", "^HEAD"), '"^HEAD" is neither'),
            (("^HEAD..HEAD",), '"^HEAD" is neither'),
            (("before", "--matter", "nothing"), 'no matter "nothing"'),
            (("before", "--format", "xml"), 'no format "xml"'),
            (("matters", "matters", "-w", "."), "--workspace says nothing"),
            (("before", "matters/registry.yaml"), "no matter of it is defined there"),
        ],
    )
    @pytest.mark.parametrize("language", ["en", "zh"])
    def test_it_is_said(
        self, repository: Path, arguments: tuple[str, ...], said: str, language: str
    ) -> None:
        told = run("diff", *arguments, language=language)
        assert told.exit_code == 2
        assert language == "zh" or said in told.stderr
        assert not told.stdout
        assert ("提示" if language == "zh" else "hint") in told.stderr

    def test_no_repository(self, folders: Path) -> None:
        told = run("diff", "main")
        assert told.exit_code == 2
        assert "lies in no git repository" in told.stderr
        assert "give two folders" in told.stderr

    def test_no_git(self, folders: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        write(folders / "matters", registry=REGISTRY, birth=BEFORE)
        monkeypatch.setenv("PATH", str(folders / "empty"))
        for language, words in (("en", "which is not installed"), ("zh", "没有安装")):
            told = run("diff", "main", language=language)
            assert told.exit_code == 2
            assert words in told.stderr
        assert run("diff", "old", "new").exit_code == 0

    def test_a_git_beside_the_definitions_is_not_run(
        self, repository: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (repository / "git").write_text("#!/bin/sh\ntouch ran\n", encoding="utf-8")
        (repository / "git").chmod(0o755)
        monkeypatch.setenv("PATH", f".:{os.environ['PATH']}")
        assert visits("before") == (2, 0)
        assert not (repository / "ran").exists()

    def test_a_repository_that_git_refuses(self, repository: Path) -> None:
        (repository / ".git" / "config").write_text("[core\n", encoding="utf-8")
        told = run("diff", "main")
        assert told.exit_code == 2
        assert "git cannot read the repository: fatal: bad config line" in told.stderr
        (repository / ".git" / "config").write_text(
            "[core]\n\trepositoryformatversion = 0\n", encoding="utf-8"
        )

    def test_what_was_not_there_is_new_and_that_is_said(self, repository: Path) -> None:
        """The first change of a catalogue, and one that is moved."""
        write(repository / "area", registry=REGISTRY, birth=AFTER)
        (repository / "area" / "govchain.toml").touch()
        told = run("diff", "before", "area", "--format", "json")
        assert told.exit_code == 0
        assert 'the revision "before" has no definitions in "area"' in told.stderr
        assert [m["old"] for m in json.loads(told.stdout)["matters"]] == [None]

    def test_nothing_in_common(self, repository: Path) -> None:
        empty = git(repository, "hash-object", "-t", "tree", "--stdin", "-w")
        lone = git(repository, "commit-tree", empty, "-m", "x")
        told = run("diff", f"{lone}...main")
        assert told.exit_code == 2
        assert "have no commit in common" in told.stderr

    def test_nothing_to_compare(self, repository: Path) -> None:
        empty = git(repository, "hash-object", "-t", "tree", "--stdin", "-w")
        lone = git(repository, "commit-tree", empty, "-m", "x")
        told = run("diff", lone, lone)
        assert told.exit_code == 2
        assert "no matter could be read on either side" in told.stderr


class TestOutput:
    def test_into_a_file_and_again(self, folders: Path) -> None:
        for format in ("json", "markdown"):
            for _ in range(2):
                told = run("diff", "old", "new", "--format", format, "-o", f"out.{format}")
                assert told.exit_code == 0, told.stderr
        assert run("diff", "old", "new", "-o", "out.text").exit_code == 0
        assert run("diff", "old", "new", "-o", "out.text").exit_code == 2
        assert run("diff", "old", "new", "-o", "out.text", "--force").exit_code == 0

    def test_what_was_read_is_never_written_over(self, folders: Path) -> None:
        for file in ("old/matters/birth.yaml", "new/matters/birth.yaml"):
            told = run("diff", "old", "new", "--force", "-o", file)
            assert told.exit_code == 2
            assert (folders / file).read_text("utf-8") in (BEFORE, AFTER)

    @pytest.mark.parametrize("language", ["en", "zh"])
    @pytest.mark.parametrize("columns", ["80", "120"])
    def test_the_real_reform_on_one_screen(self, language: str, columns: str) -> None:
        done = program(
            "diff", "matters", "examples/after-reform", "--date", "2026-10-01", "--lang", language,
            "--no-color", folder=HOME, COLUMNS=columns,
        )  # fmt: skip
        page = done.stdout.decode()
        first = page.split("\n2. " if language == "en" else "\n二、")[0].rstrip().splitlines()
        assert len(first) <= 24
        assert "govchain diff matters examples/after-reform --limit 0" in page
        assert page.count("\n") > 100

    def test_exit_status_is_no_gate(self, folders: Path) -> None:
        assert run("diff", "new", "old").exit_code == 0


def test_the_published_figures_of_the_catalogue_are_told() -> None:
    """Which of them follow from the definitions, and why the others do not."""
    told = json.loads(
        program(
            "diff", "matters", "examples/after-reform", "--date", "2026-10-01", "--format", "json",
            folder=HOME,
        ).stdout
    )  # fmt: skip
    agreeing = {(p["matter"], p["figure"]) for p in told["published"] if p["agrees"]}
    differing = [p for p in told["published"] if not p["agrees"]]
    assert agreeing >= {
        ("company-change", "visits"),
        ("company-change", "departments"),
        ("disability-subsidy", "materials"),
        ("senior-allowance", "materials"),
    }
    assert {p["matter"] for p in differing} == {
        "company-change", "company-start", "construction-start", "inheritance-notarisation",
        "newborn",
    }  # fmt: skip
    assert all(p["notes"] and p["sources"] for p in differing)
    assert [p["matter"] for p in differing if p["within-promise"]] == ["newborn"]


def reformed(*narrowing: str) -> dict[str, Any]:
    """The real reform, of what is asked for."""
    done = program(
        "diff", "matters", "examples/after-reform", "--date", "2026-10-01", "--format", "json",
        *narrowing, folder=HOME,
    )  # fmt: skip
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def test_of_some_matters_what_the_registry_owes_them_is_told_too() -> None:
    """As `analyze` tells it; what still stands and no longer concerns them is not told as gone."""
    told = reformed("--matter", "newborn")
    before = program(
        "analyze", "matters", "--matter", "newborn", "--date", "2026-10-01", "--format", "json",
        folder=HOME,
    )  # fmt: skip
    found = json.loads(before.stdout)["findings"]
    registry = {one["fingerprint"] for one in found if one["matter"] is None}
    gone = {one["fingerprint"] for one in told["findings"]["gone"]}
    assert len(registry) >= 6
    assert registry <= gone | {one["fingerprint"] for one in told["findings"]["kept"]}
    assert told["old"]["findings"] == len(found)
    whole = {one["fingerprint"] for one in reformed()["findings"]["gone"]}
    assert gone <= whole


def test_of_some_matters_those_links_are_told_that_serve_a_step_of_theirs() -> None:
    links = reformed("--matter", "newborn")["links"]
    changed = [link for kind in ("added", "gone", "changed") for link in links[kind]]
    assert {link["data"] for link in changed} > {"identity", "birth-certificate"}
    assert {link["to"] for link in changed} == {"health", "hrss", "medins", "police", "tax"}
    assert len(changed) < sum(map(len, reformed()["links"].values())) / 2


def test_a_theme_is_the_matters_that_it_names() -> None:
    of_theme = reformed("--theme", "社会保障")
    asked = {matter["new"]["id"] for matter in of_theme["matters"]}
    assert {"retirement", "flexible-employment"} < asked
    assert "house-transfer" not in asked
    both = reformed("--theme", "social-security", "--matter", "retirement")
    assert {matter["new"]["id"] for matter in both["matters"]} < asked
    assert both["sums"] == reformed("--matter", "retirement")["sums"]


@pytest.mark.parametrize(
    ("narrowing", "said"),
    [
        (("--theme", "nothing"), 'no theme "nothing"'),
        (("--theme", "social-security", "--matter", "newborn"), "none of these matters is part"),
    ],
)
def test_a_theme_that_names_none_of_them_is_told(narrowing: Sequence[str], said: str) -> None:
    done = program("diff", "matters", "examples/after-reform", *narrowing, folder=HOME)
    assert done.returncode == 2
    assert said in done.stderr.decode()
