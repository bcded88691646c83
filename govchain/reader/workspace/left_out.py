"""Definitions beside the folder that is read where no `paths` are set: nobody chose to leave them
out, so they are told as files that cannot be read."""

from __future__ import annotations

import os
import re
from collections import deque
from collections.abc import Iterable, Iterator
from itertools import islice

from govchain.findings import Place, Trouble
from govchain.language.matter import MATTER
from govchain.language.registry import LINK, REGISTRY
from govchain.reader.ground.nodes import Items, Node, Pairs, Scalar
from govchain.reader.ground.notes import Notes
from govchain.reader.text.decoding import decode
from govchain.reader.workspace.settings_file import settings_file_in
from govchain.reader.workspace.sources import content_of, is_definition_file, relative

_MOST = 1_000
"""So many folders beside, the nearest first, and so many files are looked into."""
_MOST_TOLD = 20
"""So many files are told: the first of them fails a check."""
_MOST_BYTES = 2_000_000
"""So much of what stands beside is read, in bytes."""
_KEY = re.compile(r"""^["']?+([^\W\d][\w-]*+)["']?+[ \t]*+:(?:[ \t]|$)""", re.MULTILINE)
"""A key of the document itself: it begins its line."""
_NAMES = {MATTER.keyword("matter").name, MATTER.keyword("matter").chinese}
_DATA = LINK.keyword("data")


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
    found = (file for file, text in texts_beside(root, read) if _is_definition(text))
    return islice(found, _MOST_TOLD)


def texts_beside(root: str, read: str) -> Iterator[tuple[str, str]]:
    """The files of that kind outside the folder, with their texts, as far as they are looked at."""
    return _texts_of(islice(_files_beside(root, read), _MOST), root)


def _texts_of(files: Iterable[str], root: str) -> Iterator[tuple[str, str]]:
    """The files with their texts, as long as they are not too much together."""
    left = _MOST_BYTES
    for file in files:
        content = content_of(file, root, []) or b""
        left -= len(content)
        if left < 0:
            return
        yield file, decode(Notes(file), content)[0]  # Chinese keys stand in files of GBK too


def _files_beside(root: str, read: str) -> Iterator[str]:
    """The files, by name; what is hidden, links, and workspaces of their own are passed by."""
    waiting, read = deque([root]), os.path.abspath(read)
    for _ in range(_MOST):
        if not waiting:
            return
        folder = waiting.popleft()
        for entry in _entries(folder):
            if entry.is_dir(follow_symlinks=False):
                is_other = (
                    os.path.abspath(entry.path) == read or settings_file_in(entry.path) is not None
                )
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


def _is_definition(text: str) -> bool:
    """A document of it defines a matter or is a registry; what is no YAML begins as they do."""
    from govchain.reader.entries.matters import id_of
    from govchain.reader.text.documents import TooDeepError, UnreadableError, read_documents

    try:
        roots = [document.root for document in read_documents(text)]
    except (UnreadableError, TooDeepError):
        keys = _KEY.findall(text)
        return not _NAMES.isdisjoint(keys) or any(key in REGISTRY.spelled for key in keys[:1])
    return any(
        isinstance(root, Pairs) and (id_of(root) is not None or _is_registry(root))
        for root in roots
    )


def _is_registry(root: Pairs) -> bool:
    """All its keys are sections, and what stands in one looks like it: YAML of others, as of a web
    site, has `data` and `links` too."""
    return all(
        isinstance(key, Scalar) and key.text in REGISTRY.spelled for key, _ in root.entries
    ) and any(_is_section(held) for _, held in root.entries)


def _is_section(held: Node) -> bool:
    """Names with what is said of each, or links, each of some data."""
    if isinstance(held, Pairs):
        return any(isinstance(said, Pairs) for _, said in held.entries)
    return isinstance(held, Items) and any(
        isinstance(key, Scalar) and LINK.spelled.get(key.text) == _DATA
        for item in held.nodes
        if isinstance(item, Pairs)
        for key, _ in item.entries
    )
