"""What a result may take the place of: what is no file of anybody, by the signs of our own formats.

A baseline may be replaced by a baseline, and any other result of ours by a result. Text for people
and the lines of `github` bear no sign.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Set
from itertools import chain
from typing import TypeAlias

from govchain.cli.files.saving import descriptor_named
from govchain.cli.terminal.wrong_use import WrongUse
from govchain.reporting.words import noted

Identity: TypeAlias = tuple[int, int] | str
"""What a file is to the system; of one that is not there its path."""

_LARGEST = 64 * 1024 * 1024
"""What is larger is not looked through."""

_BASELINE = re.compile(r'\s*\{\s*"schema"\s*:\s*"govchain\.baseline/')
_SCHEMA = re.compile(r'\s*\{.{0,400}"\$id"\s*:\s*"urn:govchain:language:', re.DOTALL)
_CHAINS = re.compile(
    r'\s*\{\s*(?:"chains"\s*:\s*\[\s*\{\s*)?"matter"\s*:\s*"[^"]*"\s*,\s*"directed"\s*:\s*true'
)
_GRAPHML = re.compile(r"\s*<!-- govchain -->\s*<graphml\s")

Sign: TypeAlias = Callable[[bytes], bool]
"""Tells by what a file holds whether it is one of ours."""


def is_baseline(content: bytes) -> bool:
    """It begins as a baseline does."""
    return bool(_BASELINE.match(_as_text(content)))


def is_result(content: bytes) -> bool:
    """It begins as one of our formats does; a picture says who drew it, a workbook who made it."""
    from govchain import drawing
    from govchain.reporting import formats

    text = _as_text(content)
    if _SCHEMA.match(text) or _CHAINS.match(text) or _GRAPHML.match(text):
        return True
    return any(sign.match(text) for sign in chain(formats.signs(), drawing.signs())) or any(
        is_ours(content) for is_ours in chain(formats.recognisers(), drawing.recognisers())
    )


def _as_text(content: bytes) -> str:
    return content.decode(errors="replace")


def expect_replaceable(file: str, is_ours: Sign, read: Set[Identity], *, force: bool) -> None:
    """WrongUse where the file was read in this run, or is there, no result of ours and not forced.

    What is no ordinary file has nothing to lose, nor has an empty one; what is open is written on.
    """
    if descriptor_named(file) is not None or not os.path.isfile(file):
        return
    if identities([file]) & read:
        raise WrongUse(
            '"{file}" is one of the files that were read', "name another file", file=file
        )
    if not force and not _is_of(file, is_ours):
        raise WrongUse(
            '"{file}" is there already and does not look like an output that may be replaced',
            noted("name another file, or replace it with --force"),
            file=file,
        )


def identities(files: Iterable[str]) -> frozenset[Identity]:
    """What each of them is, by whatever name."""
    return frozenset(_identity(file) for file in files)


def _identity(file: str) -> Identity:
    try:
        status = os.stat(file)
    except OSError:
        return os.path.normcase(os.path.realpath(file))
    except ValueError:  # no name that a file could have
        return file
    return status.st_dev, status.st_ino


def _is_of(file: str, is_ours: Sign) -> bool:
    try:
        with open(file, "rb") as opened:
            content = opened.read(_LARGEST)
    except OSError:
        return False
    return not content or is_ours(content)
