"""Writes definitions as a planner would: block style, short lists and mappings on one line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

Value: TypeAlias = "str | int | Sequence[Value] | Mapping[str, Value]"

WIDEST = 48
"""Lists and mappings up to this many characters stand on one line."""


def definition(document: Mapping[str, Value]) -> str:
    """The text of one document."""
    return "\n".join(_mapping_lines(document, "")) + "\n"


def _mapping_lines(mapping: Mapping[str, Value], indent: str) -> list[str]:
    lines: list[str] = []
    for key, value in mapping.items():
        if _is_short(value):
            lines.append(f"{indent}{key}: {_on_one_line(value)}")
        else:
            lines.append(f"{indent}{key}:")
            lines += _block_lines(value, indent + "  ")
    return lines


def _block_lines(value: Value, indent: str) -> list[str]:
    if isinstance(value, Mapping):
        return _mapping_lines(value, indent)
    assert not isinstance(value, str | int), "a scalar stands on the line of its key"
    return [line for entry in value for line in _entry_lines(entry, indent)]


def _entry_lines(entry: Value, indent: str) -> list[str]:
    if isinstance(entry, Mapping) and not _is_short(entry):
        first, *others = _mapping_lines(entry, indent + "  ")
        return [f"{indent}- {first.lstrip()}", *others]
    return [f"{indent}- {_on_one_line(entry)}"]


def _is_short(value: Value) -> bool:
    if isinstance(value, str | int):
        return True
    entries = value.values() if isinstance(value, Mapping) else value
    is_flat = all(isinstance(entry, str | int) or _is_list_of_words(entry) for entry in entries)
    return is_flat and len(_on_one_line(value)) <= WIDEST


def _is_list_of_words(value: Value) -> bool:
    return isinstance(value, Sequence) and all(isinstance(entry, str) for entry in value)


def _on_one_line(value: Value) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {_on_one_line(v)}" for key, v in value.items()) + "}"
    if isinstance(value, str | int):
        return str(value)
    return "[" + ", ".join(_on_one_line(entry) for entry in value) + "]"
