"""Which files a path on the command line means."""

from __future__ import annotations

import os


def is_under(file: str, path: str) -> bool:
    """The file is the path or lies under it."""
    place, above = os.path.abspath(file), os.path.abspath(path)
    return place == above or place.startswith(above.rstrip(os.sep) + os.sep)


def file_of_matter(id: str, workspace: str | None) -> str | None:
    """The file that defines the matter, in the workspace or the one of the working folder."""
    from govchain import pipeline
    from govchain.reader.workspace import WorkspaceError

    try:
        catalogue = pipeline.load_workspace(pipeline.workspace_of((), workspace))
    except WorkspaceError:
        return None
    matter = catalogue.matters.get(id)
    return matter.place.file if matter else None
