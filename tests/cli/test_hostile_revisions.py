"""A revision is read as what it is: names, files and links that nobody vouches for."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from govchain.cli.desk.versions import git as git_desk
from tests.cli.desk import HOME, PROGRAM, run, surroundings
from tests.cli.versions import DATE, compared, git, visits, write
from tests.difference.differences import AFTER, REGISTRY

LAID = "govchain-"


def committed(home: Path, *entries: str) -> str:
    """A commit with the entries besides `matters`, as `git mktree` takes them."""
    tree = git(home, "ls-tree", "HEAD")
    made = git(home, "mktree", "--missing", given="\n".join([tree, *entries]).encode() + b"\n")
    return git(home, "commit-tree", made, "-m", "x")


def blob_of(home: Path, content: str) -> str:
    return git(home, "hash-object", "-w", "--stdin", given=content.encode())


def raw_tree(home: Path, *entries: tuple[str, bytes, str]) -> str:
    """A tree as no git would make it."""
    content = b"".join(
        mode.encode() + b" " + name + b"\0" + bytes.fromhex(blob) for mode, name, blob in entries
    )
    return git(home, "hash-object", "-t", "tree", "-w", "--stdin", "--literally", given=content)


@pytest.mark.parametrize("name", [b"..", b".", b".git", b".GIT", b""])
def test_names_that_lead_elsewhere_are_refused(
    repository: Path, tmp_path: Path, name: bytes
) -> None:
    blob = blob_of(repository, "evil: 1\n")
    inner = raw_tree(repository, ("100644", b"evil.yaml", blob))
    outer = raw_tree(repository, ("40000", name, inner))
    root = raw_tree(repository, ("40000", b"matters", outer))
    commit = git(repository, "commit-tree", root, "-m", "x")
    told = run("diff", commit)
    assert told.exit_code == 2, told.stdout
    assert not list(tmp_path.rglob("evil.yaml"))


def test_nothing_is_written_through_a_link(repository: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    link = blob_of(repository, str(out))
    evil = blob_of(repository, "evil: 1\n")
    inner = raw_tree(repository, ("100644", b"evil.yaml", evil))
    matters = raw_tree(repository, ("120000", b"area", link), ("40000", b"area", inner))
    root = raw_tree(repository, ("40000", b"matters", matters))
    commit = git(repository, "commit-tree", root, "-m", "x")
    assert run("diff", commit).exit_code in (0, 2)
    assert list(out.iterdir()) == []


def test_a_link_that_leads_out_is_told_and_not_followed(repository: Path, tmp_path: Path) -> None:
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


def test_a_link_within_is_followed(repository: Path) -> None:
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
def test_any_name_of_a_file(repository: Path) -> None:
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


def test_what_is_too_large_is_told_as_such(repository: Path) -> None:
    (repository / "matters" / "large.yaml").write_bytes(b"#" * (5 * 1024 * 1024 + 1))
    git(repository, "add", "matters/large.yaml")
    git(repository, "commit", "-qm", "large", "--", "matters/large.yaml")
    (repository / "matters" / "large.yaml").unlink()
    said = run("diff", "HEAD", "--limit", "0")
    assert "matters/large.yaml" in said.stdout
    git(repository, "rm", "-q", "matters/large.yaml")
    git(repository, "commit", "-qm", "gone", "--", "matters/large.yaml")


def test_a_tree_without_end_is_given_up(repository: Path) -> None:
    """Eight trees of ten of the next: a hundred million files in a few kilobytes."""
    blob = blob_of(repository, "a: 1\n")
    tree = raw_tree(repository, *(("100644", f"{n}.yaml".encode(), blob) for n in range(10)))
    for _ in range(7):
        tree = raw_tree(repository, *(("40000", f"{n}".encode(), tree) for n in range(10)))
    root = raw_tree(repository, ("40000", b"matters", tree))
    commit = git(repository, "commit-tree", root, "-m", "x")
    began = time.process_time()
    told = run("diff", commit)
    assert told.exit_code == 2
    assert "holds more than 200000 files" in told.stderr.replace(",", "")
    assert time.process_time() - began < 10


def test_nothing_is_fetched_and_nothing_is_run(repository: Path, tmp_path: Path) -> None:
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


def test_attributes_of_a_revision_hide_nothing(repository: Path) -> None:
    (repository / ".gitattributes").write_text("* export-ignore export-subst\n")
    git(repository, "add", ".gitattributes")
    git(repository, "commit", "-qm", "attributes", "--", ".gitattributes")
    assert visits("HEAD") == (1, 0)


def test_a_folder_that_looks_like_a_repository_is_none(repository: Path, tmp_path: Path) -> None:
    ran = tmp_path / "ran"
    inner = repository / "area"
    git(repository, "init", "-q", "--bare", "area")
    git(inner, "config", "core.fsmonitor", f"touch {ran}")
    write(inner, registry=REGISTRY, birth=AFTER)
    told = run("diff", "main", "area")
    assert told.exit_code == 2
    assert not ran.exists()


def test_settings_of_a_revision_read_nothing_outside(repository: Path, tmp_path: Path) -> None:
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


def test_where_it_was_laid_out_is_told_nowhere(repository: Path, tmp_path: Path) -> None:
    (repository / "matters" / "broken.yaml").write_text("a: [\n", encoding="utf-8")
    (repository / "govchain.toml").write_text('paths = ["matters", "nowhere"]\n', "utf-8")
    git(repository, "add", ".")
    git(repository, "commit", "-qm", "broken")
    for format in ("text", "json", "markdown"):
        said = run("diff", "HEAD", "before", "--format", format, "--limit", "0")
        assert said.exit_code == 0
        assert LAID not in said.stdout + said.stderr
        assert str(tmp_path) not in said.stdout


def test_who_ends_it_leaves_nothing(repository: Path, tmp_path: Path) -> None:
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
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
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
