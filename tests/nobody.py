"""Work done as a user whom permissions bind, also where the tests run as root, as in CI."""

from __future__ import annotations

import builtins
import os
import shutil
import sys
import tempfile
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import govchain

NOBODY = 65534
_SKIPPED = 77


def as_nobody(work: Callable[[], None]) -> None:
    """Does the work; as root in a child process that is nobody, in a copy of the working folder.

    What fails there fails here. Skipped where there can be no such child.
    """
    if os.geteuid() != 0:
        work()
        return
    if not hasattr(os, "fork"):
        pytest.skip("root is bound by no permissions, and cannot become another user here")
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place, "copy")
        shutil.copytree(os.curdir, folder, symlinks=True)
        os.chmod(place, 0o755)
        for path in (folder, *folder.rglob("*")):
            os.chown(path, NOBODY, NOBODY, follow_symlinks=False)
        status, told = _in_a_child(lambda: _become_nobody(folder, work))
    if status == _SKIPPED:
        pytest.skip(told)
    assert status == 0, told


def _become_nobody(folder: Path, work: Callable[[], None]) -> int:
    try:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setresuid(NOBODY, NOBODY, 0)
    except OSError as error:
        print(f"root cannot become nobody here: {error}", file=sys.stderr)
        return _SKIPPED
    if not os.access(govchain.__file__, os.R_OK):
        print("the source is closed to nobody", file=sys.stderr)
        return _SKIPPED
    setattr(builtins, "__import__", _imported_by_root)  # noqa: B010  for its many forms
    os.chdir(folder)
    work()
    return 0


_import = builtins.__import__


def _imported_by_root(*arguments: Any) -> Any:  # whatever import takes and gives
    """Modules are imported as they are needed, and Python may stand where nobody can look."""
    user = os.geteuid()
    os.seteuid(0)
    try:
        return _import(*arguments)
    finally:
        os.seteuid(user)


def _in_a_child(work: Callable[[], int]) -> tuple[int, str]:
    """How the work ends in a child, and what it told on stderr."""
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="backslashreplace") as told:
        child = os.fork()
        if child == 0:
            status = 1
            sys.stderr = told
            try:
                status = work()
            except BaseException:  # noqa: BLE001  told by the parent, whatever it is
                traceback.print_exc()
            finally:
                told.flush()
                os._exit(status)
        _, end = os.waitpid(child, 0)
        told.seek(0)
        return os.waitstatus_to_exitcode(end), told.read()
