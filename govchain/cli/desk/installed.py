"""Libraries that are not part of every installation."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.util import find_spec

from govchain.cli.terminal.wrong_use import WrongUse


def expect_installed(format: str, needs: Mapping[str, str], extra: str) -> None:
    """WrongUse where a module that a format is written with is not there; `needs` has the library
    of each, `extra` brings them all."""
    missing = tuple(library for module, library in needs.items() if find_spec(module) is None)
    if missing:
        raise WrongUse(
            "{format} needs {libraries}, which is not installed here",
            'run: pip install "govchain[{extra}]"',
            format=format,
            libraries=missing,
            extra=extra,
        )
