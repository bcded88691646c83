"""Reading as a whole: the files of a workspace, or texts, → definitions and troubles."""

from __future__ import annotations

import gc
import re
import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from govchain.findings import Place, Trouble
from govchain.model.nouns import Definitions
from govchain.model.settings import Allow, Settings
from govchain.reader.entries.matters import id_of, is_matter, read_matter
from govchain.reader.entries.registries import read_registry
from govchain.reader.ground.nodes import Node, Pairs, Scalar, words_of
from govchain.reader.ground.notes import Notes
from govchain.reader.ground.spelling import is_chinese
from govchain.reader.resolve.references import Drafts, resolve
from govchain.reader.text.decoding import decode
from govchain.reader.text.documents import HAS_C_PARSER, Document
from govchain.reader.text.parsing import parse
from govchain.reader.text.silencing import find_allows
from govchain.reader.text.unsupported import report_oddities
from govchain.reader.workspace.left_out import left_out
from govchain.reader.workspace.scope import Workspace
from govchain.reader.workspace.sources import read_sources

_WORDS = re.compile(r"[\w-]+")


@dataclass(frozen=True, slots=True)
class Reading:
    """All that a workspace says, and what of it could not be read.

    `troubles` stand in order of place; `sources` holds the text of each file, for excerpts.
    """

    definitions: Definitions
    troubles: tuple[Trouble, ...]
    allows: tuple[Allow, ...]
    settings: Settings
    sources: Mapping[str, str]
    files: tuple[str, ...]


def read_workspace(workspace: Workspace) -> Reading:
    """Read all definitions of the workspace. What is wrong in them is a trouble, no exception."""
    _warn_if_slow()
    contents, troubles = read_sources(workspace.paths, workspace.root)
    beside = left_out(workspace.root, *workspace.paths) if workspace.is_alone else ()
    with _collector_at_rest():
        reader = _Reader()
        for file, content in contents:
            reader.read(file, content)
        return reader.reading(
            workspace.settings, (*workspace.troubles, *beside, *troubles), workspace.sources
        )


def read_texts(texts: Mapping[str, str | bytes], settings: Settings | None = None) -> Reading:
    """Read definitions that are at hand: file name to content. The same as from a disk."""
    with _collector_at_rest():
        reader = _Reader()
        for file, content in sorted(texts.items()):
            reader.read(file, content)
        return reader.reading(settings or Settings(), (), {})


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Nothing that is read refers back to itself: Python need not look for such circles in it.

    It would look through all that has been read again and again, a third of the whole time.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


class _Reader:
    """What has been read so far, file by file, in order of their names."""

    def __init__(self) -> None:
        self._drafts = Drafts()
        self._notes: list[Notes] = []
        self._allows: list[Allow] = []
        self._sources: dict[str, str] = {}

    def read(self, file: str, content: str | bytes) -> None:
        """Take in one file."""
        notes = self._open(file)
        text, is_readable = decode(notes, content)
        self._sources[file] = text
        documents: list[Document] = []
        lost = parse(notes, text, documents) if is_readable else text
        self._drafts.lost_words.update(_WORDS.findall(lost))
        for document in documents:
            self._read_document(file, document)
        allows = find_allows(notes, text, documents)
        self._allows += [allow for allow in allows if allow.first or (is_readable and not lost)]

    def _open(self, file: str) -> Notes:
        notes = Notes(file)
        self._notes.append(notes)
        return notes

    def _read_document(self, file: str, document: Document) -> None:
        root = document.root
        if root is None:
            return
        notes = self._open(file)
        if isinstance(root, Pairs):
            self._read_mapping(notes, root)
        else:
            _report_no_mapping(notes, root)
            self._drafts.lost_words.update(words_of(root))
        report_oddities(notes, document)

    def _read_mapping(self, notes: Notes, root: Pairs) -> None:
        notes.in_chinese = _is_in_chinese(root)
        if is_matter(root):
            notes.matter = id_of(root) or None
            matter = read_matter(notes, root)
            if matter is not None:
                self._drafts.matters.append((notes, matter))
        else:
            self._drafts.registries.append((notes, read_registry(notes, root)))
            self._drafts.lost_words |= notes.lost_words
            self._drafts.doubted |= notes.doubted

    def reading(
        self, settings: Settings, troubles: Sequence[Trouble], sources: Mapping[str, str]
    ) -> Reading:
        """Everything together, once all files have been read."""
        definitions, found = resolve(self._drafts)
        noted = [trouble for notes in self._notes for trouble in notes.troubles]
        everything = sorted([*troubles, *noted, *found], key=_order)
        return Reading(
            definitions,
            tuple(everything),
            tuple(self._allows),
            settings,
            {**sources, **self._sources},
            tuple(self._sources),
        )


def _warn_if_slow() -> None:
    if not HAS_C_PARSER:
        warnings.warn("PyYAML has no C parser here: reading is slow", stacklevel=3)


def _is_in_chinese(root: Pairs) -> bool:
    return any(isinstance(key, Scalar) and is_chinese(key.text) for key, _ in root.entries[:1])


def _report_no_mapping(notes: Notes, root: Node) -> None:
    notes.report(
        "wrong-shape",
        "",
        root,
        message="a document holds keys and values, and this one does not",
        remedy='write ":" and a space after each key, not "："'
        if isinstance(root, Scalar) and "：" in root.text
        else 'begin it with "matter: …", or with a section such as "data:"',
    )


def _order(trouble: Trouble) -> tuple[Place, str, str]:
    return trouble.place, trouble.rule, trouble.subject
