"""What a case starts from: small workspaces cut out of the real files, and of the rules' pages."""

from __future__ import annotations

import functools
import random
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from govchain.reporting.pages import page_of
from govchain.rules.discovery import all_rules

HOME = Path(__file__).resolve().parent.parent.parent
SHAPES = Path(__file__).resolve().parent / "shapes"
_CATALOGUES = (HOME / "matters", HOME / "examples" / "after-reform" / "matters")
_WORD = re.compile(r"[\w-]+")

Files: TypeAlias = "dict[str, bytes]"


def some_workspace(chance: random.Random) -> Files:
    """The files of a small workspace, each time the same for the same state of chance."""
    kind = chance.choice(("page", "page", "shape", "real", "real"))
    if kind == "page":
        return _of_page(chance)
    if kind == "shape":
        return _of_shape(chance)
    return _of_catalogue(chance)


def _of_page(chance: random.Random) -> Files:
    """An example of a rule's page, its documents in a file each or all in one."""
    rule = chance.choice(sorted(all_rules(), key=lambda rule: rule.id))
    text = page_of(rule, chance.choice(("en", "zh"))).example(chance.choice(("bad", "good")))
    if chance.random() < 0.5:
        return {"matters/all.yaml": text.encode()}
    parts = text.split("---\n")
    return {f"matters/{number}.yaml": part.encode() for number, part in enumerate(parts, 1)}


def _of_shape(chance: random.Random) -> Files:
    """One of the shapes that have gone wrong before, or that have every keyword."""
    file = chance.choice(sorted(SHAPES.glob("*.yaml")))
    return {f"matters/{file.name}": file.read_bytes()}


def _of_catalogue(chance: random.Random) -> Files:
    """One matter of a real catalogue, and what of the registry it needs."""
    matters = _real_matters()
    name = chance.choice(sorted(matters))
    text = matters[name]
    registry = yaml.safe_dump(_named_in(text), allow_unicode=True, sort_keys=False, width=100)
    return {f"matters/{name}": text.encode(), "matters/registry.yaml": registry.encode()}


@functools.cache
def _real_matters() -> Mapping[str, str]:
    """File name -> text of all matters; those after reform begin with `new-`."""
    found: dict[str, str] = {}
    for prefix, folder in zip(("", "new-"), _CATALOGUES, strict=True):
        for file in sorted(folder.glob("*/*.yaml")):
            if file.parent.name != "registry":
                found[prefix + file.name] = file.read_text(encoding="utf-8")
    return found


@functools.cache
def _registry() -> Mapping[str, Any]:
    """The registry of the real catalogue: its sections, joined."""
    whole: dict[str, Any] = {}
    for file in sorted((HOME / "matters" / "registry").rglob("*.yaml")):
        for document in yaml.safe_load_all(file.read_text(encoding="utf-8")):
            for section, entries in (document or {}).items():
                if isinstance(entries, list):
                    whole.setdefault(section, []).extend(entries)
                else:
                    whole.setdefault(section, {}).update(entries)
    return whole


def _named_in(text: str) -> dict[str, Any]:
    """The entries of the registry that the text names, and what they name."""
    words = set(_WORD.findall(text))
    kept: dict[str, Any] = {}
    for _ in range(3):
        kept = {section: _kept(entries, words) for section, entries in _registry().items()}
        words |= set(_words_in(kept))
    return {section: entries for section, entries in kept.items() if entries}


def _kept(entries: Any, words: set[str]) -> Any:
    if isinstance(entries, list):
        return [entry for entry in entries if entry.get("data") in words]
    return {id: entry for id, entry in entries.items() if id in words}


def _words_in(kept: Mapping[str, Any]) -> Iterator[str]:
    for section, entries in kept.items():
        if section != "links":
            yield from _WORD.findall(str(entries))


WITNESS = "witness.yaml"
WITNESS_TEXT = """\
matter: witness-matter
name: Witness
department: witness-office
materials:
  - {name: Paper, dta: witness-data}
steps:
  - {id: go, kind: apply, visit: 1, tme: 3d}
  - {id: look, kind: review, time: 3 parsecs, checks: [witness-check, witness-none]}
  - {id: decide, kind: approve, time: 2d, checks: [witness-check], after: [look, nowhere]}
  - {id: decide, kind: notify}
---
departments: {witness-office: {name: Office, leval: city}}
data: {witness-data: {name: Data, holder: witness-office}}
criteria: {witness-check: {name: Check, uses: [witness-data]}}
"""
"""A file that nothing refers to: what is wrong in it is found whatever other files say."""
