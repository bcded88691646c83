"""Where a workspace lies in its repository: code scanning names files as seen from its root."""

from __future__ import annotations

import os

from govchain.cli.desk.under import is_under
from govchain.reader.workspace.sources import relative

_MARK = ".git"


def folder_in_repository(root: str) -> str:
    """The folder of the workspace as seen from `GITHUB_WORKSPACE`, where it lies in that.

    Else as seen from the root of its repository, the nearest folder with a `.git`; of a workspace
    in none, the folder itself. Links are followed, so that two names of one folder do not differ.
    """
    return relative(os.path.realpath(root), repository_of(root))


def repository_of(root: str) -> str:
    """The folder that the workspace was checked out into; of one in no repository, its own."""
    folder = os.path.realpath(root)
    return _home_on_github(folder) or _repository_above(folder) or folder


def _home_on_github(folder: str) -> str | None:
    home = os.environ.get("GITHUB_WORKSPACE")
    real = os.path.realpath(home) if home else ""
    return real if real and is_under(folder, real) else None


def _repository_above(folder: str) -> str | None:
    here = folder
    while not os.path.lexists(os.path.join(here, _MARK)):  # a file, in a worktree or submodule
        here, left = os.path.dirname(here), here
        if here == left:
            return None
    return here
