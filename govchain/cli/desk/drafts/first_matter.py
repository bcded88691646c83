"""A matter as `govchain new` writes it: what was answered, and nothing else."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from govchain.language.fixed_words import kind_in
from govchain.model.characters import one_line
from govchain.rewriting.definitions import rewritten

_PLAIN = re.compile(r"[\w《〈“（(【](?:[^\x00-\x20:#,\[\]{}&*!|>'\"%@`\\\ufeff]|[ ](?! |\Z))*+")
"""What needs no quotes, wherever it stands."""


@dataclass(frozen=True, slots=True)
class FirstStep:
    """A step as it was answered: the department and time only where they were."""

    kind: str
    department: str = ""
    time: str = ""


@dataclass(frozen=True, slots=True)
class FirstData:
    """Data that the registry does not have yet: what it is called, and the id of who holds it."""

    name: str
    holder: str


@dataclass(slots=True)
class FirstMatter:
    """What was answered, each thing as it is written; empty where nothing was.

    `newcomers` are the departments that the registry does not have yet, by id: their names, and
    `new_data` is its data of which the same is so. `materials` are names, each with the id of its
    data where that is known.
    """

    id: str = ""
    name: str = ""
    type: str = ""
    department: str = ""
    applicant: str = ""
    materials: list[tuple[str, str]] = field(default_factory=list)
    steps: list[FirstStep] = field(default_factory=list)
    basis: list[str] = field(default_factory=list)
    promised: str = ""
    volume: str = ""
    newcomers: dict[str, str] = field(default_factory=dict)
    new_data: dict[str, FirstData] = field(default_factory=dict)


def text_of(matter: FirstMatter, language: str) -> str:
    """The definition, in canonical order and with the words of the language."""
    lines = [*_lines(matter, language), *_registry(matter)]
    return rewritten("", "\n".join([*lines, ""]).encode(), language).decode()


def _lines(matter: FirstMatter, language: str) -> Iterator[str]:
    yield f"matter: {matter.id}"
    for key, value in (
        ("name", matter.name if matter.name != matter.id else ""),
        ("type", matter.type),
        ("department", matter.department),
        ("applicant", matter.applicant),
    ):
        if value:
            yield f"{key}: {quoted(value)}"
    if len(matter.basis) == 1:
        yield f"basis: {quoted(matter.basis[0])}"
    elif matter.basis:
        yield "basis:"
        yield from (f"  - {quoted(text)}" for text in matter.basis)
    if matter.promised:
        yield f"time-limit: {{promised: {quoted(matter.promised)}}}"
    if matter.volume:
        yield f"volume: {matter.volume}"
    if matter.materials:
        yield "materials:"
        yield from (f"  - {_braced(name=name, data=data)}" for name, data in matter.materials)
    if matter.steps:
        yield "steps:"
        for id_, step in zip(_step_ids(matter, language), matter.steps, strict=True):
            office = step.department if step.department != matter.department else ""
            told = {"id": id_, "kind": step.kind, "department": office, "time": step.time}
            yield f"  - {_braced(**told)}"


def _step_ids(matter: FirstMatter, language: str) -> Iterator[str]:
    """The word for the kind of each step, with a number from the second of a kind on."""
    kinds: list[str] = []
    for step in matter.steps:
        kinds.append(step.kind)
        number = kinds.count(step.kind)
        word = kind_in(language, step.kind)
        yield word if number == 1 else f"{word}-{number}"


def _registry(matter: FirstMatter) -> Iterator[str]:
    """What the registry does not have yet."""
    if not matter.newcomers and not matter.new_data:
        return
    yield "---"
    if matter.newcomers:
        yield "departments:"
        for id_, name in matter.newcomers.items():
            yield f"  {id_}: {_braced(name=name if name != id_ else '')}"
    if matter.new_data:
        yield "data:"
        for id_, data in matter.new_data.items():
            name = data.name if data.name != id_ else ""
            yield f"  {id_}: {_braced(name=name, holder=data.holder)}"


def _braced(**values: str) -> str:
    return f"{{{', '.join(f'{key}: {quoted(value)}' for key, value in values.items() if value)}}}"


def quoted(text: str) -> str:
    """The text as one value of YAML, in quotes where it needs them."""
    text = one_line(text.replace("\ufeff", "")).strip()
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)
