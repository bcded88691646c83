"""Definitions beside the folder that is read where no `paths` are set: nobody chose to leave them
out, so they are told as files that cannot be read."""

from __future__ import annotations

import os
import re
from collections import deque
from collections.abc import Iterator
from itertools import islice

from govchain.findings import Place, Trouble
from govchain.model.vocabulary import MATTER, REGISTRY
from govchain.reader.notes import Notes
from govchain.reader.settings_file import settings_file_in
from govchain.reader.sources import content_of, is_definition_file, relative
from govchain.reader.texts import decode

_MOST = 1_000
"""So many folders beside, the nearest first, and so many files are looked into."""
_MOST_TOLD = 20
"""So many files are told: the first of them fails a check."""
_KEY = re.compile(
    r"""^(?:\{[ \t]*+)?+["']?+([^\W\d][\w-]*+)["']?+[ \t]*+:(?:[ \t]|$)""", re.MULTILINE
)
"""A key of the document itself: it begins its line."""
_MATTER = MATTER.keyword("matter")


def left_out(root: str, read: str) -> tuple[Trouble, ...]:
    """A trouble for each definition file of the workspace outside the folder that is read."""
    troubles: list[Trouble] = []
    for file in definitions_beside(root, read):
        Notes(file, troubles=troubles).report(
            "unreadable-file",
            "",
            Place(file, 1, 1),
            message='it is not read, since the folder "{folder}" beside it is read alone',
            remedy='move it into "{folder}", or name all that is to be read under `paths` in the '
            "settings",
            folder=relative(read, root),
        )
    return tuple(troubles)


def definitions_beside(root: str, read: str) -> Iterator[str]:
    """The definition files of the workspace outside the folder, as far as they are looked for."""
    beside = islice(_files_beside(root, read), _MOST)
    return islice((file for file in beside if _is_definition(file, root)), _MOST_TOLD)


def _files_beside(root: str, read: str) -> Iterator[str]:
    """The files, by name; what is hidden, links, and workspaces of their own are passed by."""
    waiting = deque([root])
    for _ in range(_MOST):
        if not waiting:
            return
        folder = waiting.popleft()
        for entry in _entries(folder):
            if entry.is_dir(follow_symlinks=False):
                is_other = entry.path == read or settings_file_in(entry.path) is not None
                waiting += [] if is_other else [entry.path]
            elif is_definition_file(entry.name) and entry.is_file(follow_symlinks=False):
                yield relative(entry.path, root)


def _entries(folder: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            seen = [entry for entry in entries if not entry.name.startswith(".")]
    except OSError:  # it was not to be read
        return []
    return sorted(seen, key=lambda entry: entry.name)


def _is_definition(file: str, root: str) -> bool:
    """It has a matter, or begins as a registry does, whether or not it is whole."""
    content = content_of(file, root, [])
    text, _ = decode(Notes(file), content or b"")  # Chinese keys stand in files of GBK too
    keys = _KEY.findall(text)
    names = {_MATTER.name, _MATTER.chinese}
    return not names.isdisjoint(keys) or any(key in REGISTRY.spelled for key in keys[:1])
