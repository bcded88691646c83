"""Tests that permissions bind are tried whoever runs them, and can fail."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.nobody import as_nobody


def test_permissions_bind_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "here").write_text("here")

    def work() -> None:
        import getpass  # noqa: F401  what is imported late can be imported

        assert os.geteuid() != 0
        assert Path("here").read_text() == "here"
        Path("closed").touch(mode=0)
        with pytest.raises(PermissionError):
            open("closed").close()

    as_nobody(work)


def test_what_fails_there_fails_here_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    def work() -> None:
        raise AssertionError("it went wrong there")

    before = (os.getuid(), os.geteuid(), os.getgid(), os.getgroups(), Path.cwd())
    with pytest.raises(AssertionError, match="it went wrong there"):
        as_nobody(work)
    assert (os.getuid(), os.geteuid(), os.getgid(), os.getgroups(), Path.cwd()) == before
