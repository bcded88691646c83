"""Small workspaces to run commands in."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.versions import git, write
from tests.difference.differences import AFTER, BEFORE, OPEN, PLANNED, REGISTRY
from tests.reporting.reports import CATALOGUE


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a matter of its own and a registry; it is the working folder.

    It stands alone in another: what reads `..` is not to read what other tests have written.
    """
    folder = tmp_path / "workspace"
    folder.mkdir()
    matter, _, registry = CATALOGUE.partition("---\n")
    (folder / "matters").mkdir()
    (folder / "matters" / "birth.yaml").write_text(matter, encoding="utf-8")
    (folder / "matters" / "registry.yaml").write_text(registry, encoding="utf-8")
    (folder / "govchain.toml").write_text("", encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The cache folder of the user, which is used."""
    folder = tmp_path_factory.mktemp("cache")
    monkeypatch.delenv("GOVCHAIN_NO_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder))
    monkeypatch.setenv("HOME", str(tmp_path_factory.getbasetemp()))
    return folder


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
