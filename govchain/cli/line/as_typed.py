"""Text as it was typed: what needs no conversion is not converted.

typer has pydantic convert every value of every parameter, text and what was not given too, and
pydantic takes longer to import than all else that a command needs before it begins.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from typer._coercion import RuntimeParam, TypeDescriptor, build_runtime_param

_PLAIN = re.compile(r"\d{1,9}", re.ASCII)
"""A whole number as people write one."""


def taken_as_typed(parameters: list[Any]) -> list[Any]:
    """The parameters of a command, each converting only what is neither text nor its default."""
    for parameter in parameters:
        parameter.get_runtime_param = partial(_AsTyped.of, parameter)
    return parameters


@dataclass(frozen=True)
class _AsTyped(RuntimeParam):
    default: Any
    known: TypeDescriptor

    @classmethod
    def of(cls, parameter: Any) -> _AsTyped:
        known: TypeDescriptor = parameter.type_descriptor
        return cls(known.parameter_info, known.annotation, parameter.default, known)

    def _coerce_value(self, value: Any, param: Any, ctx: Any) -> Any:
        """What is given, None aside, for the parameter."""
        if self.annotation is str or value == self.default:
            return value
        if self.annotation == list[str]:
            return [*value]
        if self.annotation is Path:  # none of ours asks more of it than what it is called
            return Path(value)
        if self.annotation is int and _PLAIN.fullmatch(str(value)):
            number, least = int(value), self.known.parameter_info.min
            if least is None or number >= least:
                return number  # what is no such number, typer explains
        return build_runtime_param(self.known)._coerce_value(value, param, ctx)
