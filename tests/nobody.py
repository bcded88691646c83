"""Work done as a user whom permissions bind, also where the tests run as root, as in CI."""

from __future__ import annotations

import builtins
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import chdir, contextmanager
from pathlib import Path
from typing import Any

import pytest

import govchain

NOBODY = 65534


def as_nobody(work: Callable[[], None]) -> None:
    """Does the work; as root it is nobody meanwhile, in a copy of the working folder.

    Skipped where root cannot be nobody.
    """
    if os.geteuid() != 0:
        work()
        return
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place, "copy")
        shutil.copytree(os.curdir, folder, symlinks=True)
        os.chmod(place, 0o755)
        for path in (folder, *folder.rglob("*")):
            os.chown(path, NOBODY, NOBODY, follow_symlinks=False)
        with chdir(folder), _being_nobody():
            if not os.access(govchain.__file__, os.R_OK):
                pytest.skip("the source is closed to nobody")
            work()


@contextmanager
def _being_nobody() -> Iterator[None]:
    """Root stays behind as the saved user, who takes over again."""
    group, groups = os.getgid(), os.getgroups()
    try:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setresuid(NOBODY, NOBODY, 0)
    except (OSError, AttributeError) as error:
        _be_root(group, groups)
        pytest.skip(f"root cannot become nobody here: {error}")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(builtins, "__import__", _imported_by_root)
        try:
            yield
        finally:
            _be_root(group, groups)


def _be_root(group: int, groups: list[int]) -> None:
    os.seteuid(0)
    os.setuid(0)
    os.setgid(group)
    os.setgroups(groups)


_import = builtins.__import__


def _imported_by_root(*arguments: Any) -> Any:  # whatever import takes and gives
    """Modules are imported as they are needed, and Python may stand where nobody can look."""
    user = os.geteuid()
    os.seteuid(0)
    try:
        return _import(*arguments)
    finally:
        os.seteuid(user)
