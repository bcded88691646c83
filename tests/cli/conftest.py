"""A small workspace to run commands in."""

from __future__ import annotations

from pathlib import Path

import pytest

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
