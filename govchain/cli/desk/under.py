"""Which files a path on the command line means."""

from __future__ import annotations

import os


def is_under(file: str, path: str) -> bool:
    """The file is the path or lies under it, under whatever name, where a link is one of it."""
    above = os.path.abspath(path)
    if _is_at(os.path.abspath(file), above):
        return True
    real = os.path.realpath(path)
    return real != above and _is_at(os.path.realpath(file), real)


def is_really_under(file: str, folder: str) -> bool:
    """The file is the folder or lies in it, wherever links lead on the way."""
    return _is_at(os.path.realpath(file), os.path.realpath(folder))


def _is_at(place: str, above: str) -> bool:
    return place == above or place.startswith(above.rstrip(os.sep) + os.sep)


def file_of_matter(id: str, workspace: str | None) -> str | None:
    """The file that defines the matter, in the workspace or the one of the working folder."""
    from govchain import pipeline
    from govchain.reader.workspace.scope import WorkspaceError

    try:
        catalogue = pipeline.load_workspace(pipeline.workspace_of((), workspace))
    except WorkspaceError:
        return None
    matter = catalogue.matters.get(id)
    return matter.place.file if matter else None
