"""`govchain diff`: folders, revisions, and what no repository can make it do."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from govchain.cli.desk import git as git_desk
from tests.cli.desk import HOME, PROGRAM, program, run, surroundings
from tests.difference.differences import AFTER, BEFORE, OPEN, PLANNED, REGISTRY
from tests.page.pages import read

DATE = ("--date", "2026-06-01")
LAID = "govchain-"


def git(folder: Path, *arguments: str, given: bytes = b"") -> str:
    names = {
        f"GIT_{who}_{what}": "x" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
    }
    done = subprocess.run(
        ["git", "-c", "protocol.file.allow=always", *arguments],
        cwd=folder,
        env={**os.environ, **names, "GIT_CONFIG_GLOBAL": os.devnull},
        input=given,
        capture_output=True,
        check=True,
    )
    return done.stdout.decode().strip()


def write(folder: Path, **texts: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two workspaces, `old` and `new`."""
    write(tmp_path / "old" / "matters", registry=REGISTRY, birth=BEFORE, links=PLANNED)
    write(tmp_path / "new" / "matters", registry=REGISTRY, birth=AFTER, links=OPEN)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A repository whose workspace was reformed: the tag `before`, then the branch `main`, then
    what is not committed. No laid out revision is left."""
    home = tmp_path / "home"
    write(home / "matters", registry=REGISTRY, birth=BEFORE, links=PLANNED)
    (home / "govchain.toml").write_text('paths = ["matters"]\n', encoding="utf-8")
    git(home, "init", "-q", "-b", "main")
    git(home, "add", ".")
    git(home, "commit", "-qm", "before")
    git(home, "tag", "before")
    write(home / "matters", birth=AFTER, links=OPEN)
    git(home, "commit", "-qam", "after")
    write(home / "matters", birth=AFTER.replace("visit: 1", "visit: 0"))
    monkeypatch.chdir(home)
    laid = tmp_path / "laid"
    laid.mkdir()
    monkeypatch.setenv("TMPDIR", str(laid))
    monkeypatch.setattr(tempfile, "tempdir", None)
    yield home
    assert list(laid.iterdir()) == []
    assert git(home, "status", "--porcelain", "--untracked-files=no").split() in (
        ["M", "matters/birth.yaml"],
        [],
    )


def visits(*arguments: str) -> tuple[float, float]:
    told = compared(*arguments)
    change = told["sums"]["all"]["worst"]["visits"]
    return change["before"], change["after"]


def compared(*arguments: str) -> dict[str, Any]:
    said = run("diff", *arguments, *DATE, "--format", "json")
    assert said.exit_code == 0, said.stderr
    told: dict[str, Any] = json.loads(said.stdout)
    return told


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


class TestHostile:
    """A revision is read as what it is: names, files and links that nobody vouches for."""

    def commit(self, home: Path, *entries: str) -> str:
        """A commit with the entries besides `matters`, as `git mktree` takes them."""
        tree = git(home, "ls-tree", "HEAD")
        made = git(home, "mktree", "--missing", given="\n".join([tree, *entries]).encode() + b"\n")
        return git(home, "commit-tree", made, "-m", "x")

    def blob(self, home: Path, content: str) -> str:
        return git(home, "hash-object", "-w", "--stdin", given=content.encode())

    def raw_tree(self, home: Path, *entries: tuple[str, bytes, str]) -> str:
        """A tree as no git would make it."""
        content = b"".join(
            mode.encode() + b" " + name + b"\0" + bytes.fromhex(blob)
            for mode, name, blob in entries
        )
        return git(home, "hash-object", "-t", "tree", "-w", "--stdin", "--literally", given=content)

    @pytest.mark.parametrize("name", [b"..", b".", b".git", b".GIT", b""])
    def test_names_that_lead_elsewhere_are_refused(
        self, repository: Path, tmp_path: Path, name: bytes
    ) -> None:
        blob = self.blob(repository, "evil: 1\n")
        inner = self.raw_tree(repository, ("100644", b"evil.yaml", blob))
        outer = self.raw_tree(repository, ("40000", name, inner))
        root = self.raw_tree(repository, ("40000", b"matters", outer))
        commit = git(repository, "commit-tree", root, "-m", "x")
        told = run("diff", commit)
        assert told.exit_code == 2, told.stdout
        assert not list(tmp_path.rglob("evil.yaml"))

    def test_nothing_is_written_through_a_link(self, repository: Path, tmp_path: Path) -> None:
        out = tmp_path / "out"
        out.mkdir()
        link = self.blob(repository, str(out))
        evil = self.blob(repository, "evil: 1\n")
        inner = self.raw_tree(repository, ("100644", b"evil.yaml", evil))
        matters = self.raw_tree(repository, ("120000", b"area", link), ("40000", b"area", inner))
        root = self.raw_tree(repository, ("40000", b"matters", matters))
        commit = git(repository, "commit-tree", root, "-m", "x")
        assert run("diff", commit).exit_code in (0, 2)
        assert list(out.iterdir()) == []

    def test_a_link_that_leads_out_is_told_and_not_followed(
        self, repository: Path, tmp_path: Path
    ) -> None:
        secret = tmp_path / "secret.yaml"
        secret.write_text('SECRET: "\\q"\n', encoding="utf-8")
        for goal in (str(secret), "../../secret.yaml", "/proc/self/environ"):
            (repository / "matters" / "link.yaml").symlink_to(goal)
            git(repository, "add", "matters/link.yaml")
            git(repository, "commit", "-qm", "link", "--", "matters/link.yaml")
            (repository / "matters" / "link.yaml").unlink()
            git(repository, "rm", "-q", "--cached", "matters/link.yaml")
            said = run("diff", "HEAD", "--limit", "0")
            assert said.exit_code == 0
            assert "SECRET" not in said.stdout + said.stderr
            assert "Not all of HEAD could be read" in said.stdout
            git(repository, "commit", "-qm", "gone", "--", "matters/link.yaml")

    def test_a_link_within_is_followed(self, repository: Path) -> None:
        git(repository, "stash", "-q")
        place = repository / "matters"
        (place / "birth.yaml").rename(place / "birth.text")
        (place / "birth.yaml").symlink_to("birth.text")
        git(repository, "add", "matters")
        git(repository, "commit", "-qm", "link")
        assert visits("before..HEAD") == (2, 1)
        assert compared("HEAD")["new"]["whole"]
        assert compared("HEAD..HEAD")["old"]["whole"]

    @pytest.mark.skipif(os.name == "nt", reason="no such names there")
    def test_any_name_of_a_file(self, repository: Path) -> None:
        names = ("a\n::error file=x::forged", "\x1b[31m", "-x", "a b", "'\"`$(id)", "证", "*", "\\")
        for number, name in enumerate(names):
            text = AFTER.replace("matter: birth", f"matter: m{number}").replace("A-1", f"{number}")
            (repository / "matters" / f"{name}.yaml").write_text(text, encoding="utf-8")
        git(repository, "add", "matters")
        git(repository, "commit", "-qm", "names")
        told = run("diff", "before..HEAD", *DATE, "--limit", "0")
        assert told.exit_code == 0, told.stderr
        assert "\x1b" not in told.stdout
        assert "\n::error" not in told.stdout
        assert len(compared("HEAD..HEAD")["matters"]) == len(names) + 1

    def test_what_is_too_large_is_told_as_such(self, repository: Path) -> None:
        (repository / "matters" / "large.yaml").write_bytes(b"#" * (5 * 1024 * 1024 + 1))
        git(repository, "add", "matters/large.yaml")
        git(repository, "commit", "-qm", "large", "--", "matters/large.yaml")
        (repository / "matters" / "large.yaml").unlink()
        said = run("diff", "HEAD", "--limit", "0")
        assert "matters/large.yaml" in said.stdout
        git(repository, "rm", "-q", "matters/large.yaml")
        git(repository, "commit", "-qm", "gone", "--", "matters/large.yaml")

    def test_a_tree_without_end_is_given_up(self, repository: Path) -> None:
        """Eight trees of ten of the next: a hundred million files in a few kilobytes."""
        blob = self.blob(repository, "a: 1\n")
        tree = self.raw_tree(
            repository, *(("100644", f"{n}.yaml".encode(), blob) for n in range(10))
        )
        for _ in range(7):
            tree = self.raw_tree(repository, *(("40000", f"{n}".encode(), tree) for n in range(10)))
        root = self.raw_tree(repository, ("40000", b"matters", tree))
        commit = git(repository, "commit-tree", root, "-m", "x")
        began = time.process_time()
        told = run("diff", commit)
        assert told.exit_code == 2
        assert "holds more than 200000 files" in told.stderr.replace(",", "")
        assert time.process_time() - began < 10

    def test_nothing_is_fetched_and_nothing_is_run(self, repository: Path, tmp_path: Path) -> None:
        """A partial clone would fetch what it lacks, by a command that its settings name."""
        ran = tmp_path / "ran"
        lost = git(repository, "rev-parse", "before:matters/birth.yaml")
        (repository / ".git" / "objects" / lost[:2] / lost[2:]).unlink()
        for name, value in {
            "core.repositoryformatversion": "1",
            "extensions.partialClone": "origin",
            "remote.origin.url": f"ext::sh -c touch% {ran}",
            "remote.origin.promisor": "true",
            "protocol.ext.allow": "always",
            "core.fsmonitor": f"touch {ran}",
            "core.hooksPath": str(tmp_path),
            "core.pager": f"touch {ran}",
            "filter.evil.smudge": f"touch {ran}",
        }.items():
            git(repository, "config", name, value)
        (repository / ".git" / "info" / "attributes").write_text("* filter=evil\n")
        told = run("diff", "before")
        assert told.exit_code == 2
        assert not ran.exists()
        assert run("diff", "main").exit_code == 0
        assert not ran.exists()
        for name in ("core.fsmonitor", "core.pager", "extensions.partialClone"):
            git(repository, "config", "--unset", name)

    def test_attributes_of_a_revision_hide_nothing(self, repository: Path) -> None:
        (repository / ".gitattributes").write_text("* export-ignore export-subst\n")
        git(repository, "add", ".gitattributes")
        git(repository, "commit", "-qm", "attributes", "--", ".gitattributes")
        assert visits("HEAD") == (1, 0)

    def test_a_folder_that_looks_like_a_repository_is_none(
        self, repository: Path, tmp_path: Path
    ) -> None:
        ran = tmp_path / "ran"
        inner = repository / "area"
        git(repository, "init", "-q", "--bare", "area")
        git(inner, "config", "core.fsmonitor", f"touch {ran}")
        write(inner, registry=REGISTRY, birth=AFTER)
        told = run("diff", "main", "area")
        assert told.exit_code == 2
        assert not ran.exists()

    def test_settings_of_a_revision_read_nothing_outside(
        self, repository: Path, tmp_path: Path
    ) -> None:
        write(tmp_path / "laid-by-others", evil="matter: evil\nsteps: []\n")
        for path in ("../../..", str(tmp_path / "laid-by-others"), "../..", "matters/../../.."):
            text = f'paths = ["matters", "{path}"]\n'
            (repository / "govchain.toml").write_text(text, encoding="utf-8")
            git(repository, "commit", "-qm", "out", "--", "govchain.toml")
            (repository / "govchain.toml").write_text('paths = ["matters"]\n', encoding="utf-8")
            said = run("diff", "HEAD", *DATE, "--format", "json")
            assert said.exit_code == 0, said.stderr
            told = json.loads(said.stdout)
            assert {m["old"]["id"] for m in told["matters"]} == {"birth"}
            assert "is not read of a revision: 1 paths" in said.stderr
        git(repository, "commit", "-qm", "in", "--", "govchain.toml")

    def test_where_it_was_laid_out_is_told_nowhere(self, repository: Path, tmp_path: Path) -> None:
        (repository / "matters" / "broken.yaml").write_text("a: [\n", encoding="utf-8")
        (repository / "govchain.toml").write_text('paths = ["matters", "nowhere"]\n', "utf-8")
        git(repository, "add", ".")
        git(repository, "commit", "-qm", "broken")
        for format in ("text", "json", "markdown"):
            said = run("diff", "HEAD", "before", "--format", format, "--limit", "0")
            assert said.exit_code == 0
            assert LAID not in said.stdout + said.stderr
            assert str(tmp_path) not in said.stdout

    def test_who_ends_it_leaves_nothing(self, repository: Path, tmp_path: Path) -> None:
        slow = tmp_path / "slow"
        slow.mkdir()
        real = subprocess.run(["which", "git"], capture_output=True, text=True, check=True)
        wait = 'case "$*" in *cat-file*) touch "$TMPDIR/../begun"; sleep 30;; esac\n'
        (slow / "git").write_text(f'#!/bin/sh\n{wait}exec {real.stdout.strip()} "$@"\n')
        (slow / "git").chmod(0o755)
        environment = {
            **os.environ,
            **surroundings("en"),
            "PYTHONPATH": str(HOME),
            "PATH": f"{slow}{os.pathsep}{os.environ['PATH']}",
        }
        running = subprocess.Popen(
            [*PROGRAM, "diff", "before"], env=environment, stdout=subprocess.PIPE
        )
        begun = tmp_path / "begun"
        while not begun.exists() and running.poll() is None:
            time.sleep(0.05)
        assert [entry.name.startswith(LAID) for entry in (tmp_path / "laid").iterdir()] == [True]
        running.send_signal(signal.SIGTERM)
        assert running.wait() == 128 + signal.SIGTERM

    def test_a_git_that_does_not_end_is_given_up(
        self, repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        slow = tmp_path / "slow"
        slow.mkdir()
        (slow / "git").write_text("#!/bin/sh\nexec sleep 2\n")
        (slow / "git").chmod(0o755)
        monkeypatch.setenv("PATH", f"{slow}{os.pathsep}{os.environ['PATH']}")
        monkeypatch.setattr(git_desk, "PATIENCE", 0.2)
        told = run("diff", "before")
        assert told.exit_code == 2
        assert "did not end within" in told.stderr


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
