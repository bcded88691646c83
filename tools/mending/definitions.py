"""A workspace as plain documents that can be edited and read again."""

from __future__ import annotations

import copy
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from govchain.language.keywords import Form
from govchain.language.matter import MATERIAL, MATTER, STEP, TIME_LIMIT
from govchain.reader.reading import Reading, read_texts

Document = dict[str, Any]  # a document as YAML gives it: nested mappings and lists of texts

ADDED = "mended-links.yaml"


@dataclass(frozen=True, eq=False)
class File:
    """The documents of a file, which is written once: no edit touches it any more then."""

    documents: list[Document]

    @cached_property
    def text(self) -> str:
        return yaml.safe_dump_all(self.documents, allow_unicode=True)


@dataclass(slots=True)
class Definitions:
    """The documents of each file; `links` are those that mends have opened; `own` are the files
    that no other copy has."""

    files: dict[str, File]
    links: list[Document]
    own: set[str] = field(default_factory=set)

    def matter(self, id: str) -> Document:
        """The document that defines the matter, to be edited here alone."""
        name, place = next(
            (name, place)
            for name, file in self.files.items()
            for place, document in enumerate(file.documents)
            if document.get("matter") == id
        )
        if name not in self.own:
            self.files[name] = File(copy.deepcopy(self.files[name].documents))
            self.own.add(name)
        return self.files[name].documents[place]

    def copied(self) -> Definitions:
        """The same, to be edited apart."""
        return Definitions(dict(self.files), list(self.links))

    def reading(self) -> Reading:
        """What the reader makes of them."""
        texts = {name: file.text for name, file in self.files.items()}
        if self.links:
            texts[ADDED] = yaml.safe_dump({"links": self.links}, allow_unicode=True)
        return read_texts(texts)


def definitions_in(folder: Path) -> Definitions:
    """The definitions of a folder, in files, scalars as written."""
    files = {}
    for path in sorted(folder.rglob("*.yaml")):
        documents = yaml.load_all(path.read_text(encoding="utf-8"), yaml.BaseLoader)
        files[str(path.relative_to(folder))] = File([_in_english(d) for d in documents if d])
    return Definitions(files, [])


def _in_english(document: Document) -> Document:
    """The document with the keys of a matter, its steps, materials and limits in English."""
    matter = _spelled(document, MATTER)
    if "matter" not in matter:
        return document
    for key, form in (("steps", STEP), ("materials", MATERIAL)):
        if key in matter:
            matter[key] = [_spelled(entry, form) for entry in as_list(matter[key])]
    if "time-limit" in matter:
        matter["time-limit"] = _spelled(matter["time-limit"], TIME_LIMIT)
    return matter


def _spelled(entry: Document, form: Form) -> Document:
    english = {keyword.chinese: keyword.name for keyword in form.keywords}
    return {english.get(key, key): value for key, value in entry.items()}


def with_order_written(matter: Document) -> Document:
    """The matter with what each step follows written out, so that steps can go or move."""
    previous: list[str] = []
    for step in matter.get("steps", ()):
        step["after"] = as_list(step["after"]) if "after" in step else previous
        previous = [step["id"]]
    return matter


def as_list(value: Any) -> list[Any]:
    """Where a list is expected one value may stand alone."""
    if isinstance(value, list):
        return value
    return [] if value in ("", None) else [value]


def step_of(matter: Document, id: str) -> Document:
    """The step or call of that id."""
    step: Document = next(step for step in matter["steps"] if step["id"] == id)
    return step
