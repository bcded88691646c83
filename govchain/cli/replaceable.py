"""What a result may take the place of: what is no file of anybody, by the signs of our own formats.

A baseline may be replaced by a baseline, and any other result of ours by a result. Text for people
and the lines of `github` bear no sign.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Set
from typing import TypeAlias

from govchain.cli.saving import descriptor_named
from govchain.cli.wrong_use import WrongUse
from govchain.reporting.words import noted

Identity: TypeAlias = tuple[int, int] | str
"""What a file is to the system; of one that is not there its path."""

_LARGEST = 64 * 1024 * 1024
"""What is larger is not looked through."""

BASELINE = (re.compile(rb'\s*\{\s*"schema"\s*:\s*"govchain\.baseline/'),)
"""How a baseline begins."""

RESULT = tuple(
    re.compile(sign, re.DOTALL)
    for sign in (
        rb'\s*\{\s*"schema"\s*:\s*"govchain\.report/',
        rb'\s*\{.{0,400}"driver"\s*:\s*\{\s*"name"\s*:\s*"govchain"',
        rb'\s*\{.{0,400}"\$id"\s*:\s*"urn:govchain:language:',
        rb'\s*\{\s*(?:"chains"\s*:\s*\[\s*\{\s*)?"matter"\s*:\s*"[^"]*"\s*,'
        rb'\s*"directed"\s*:\s*true',
        rb"\s*<!-- govchain -->\s*<graphml\s",
        rb"\s*(?:<svg\s|<\?xml\s|digraph chain \{|flowchart )"
        rb".*\bgovchain(?::|\xef\xbc\x9a) ?\d+\.\d+",
    )
)
"""How report, SARIF, schema, chains and GraphML begin; and a picture, which says what drew it."""


def expect_replaceable(
    file: str, signs: Iterable[re.Pattern[bytes]], read: Set[Identity], *, force: bool
) -> None:
    """WrongUse where the file was read in this run, or is there, no result of ours and not forced.

    What is no ordinary file has nothing to lose, nor has an empty one; what is open is written on.
    """
    if descriptor_named(file) is not None or not os.path.isfile(file):
        return
    if identities([file]) & read:
        raise WrongUse(
            '"{file}" is one of the files that were read', "name another file", file=file
        )
    if not force and not _is_of(file, signs):
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
    return status.st_dev, status.st_ino


def _is_of(file: str, signs: Iterable[re.Pattern[bytes]]) -> bool:
    try:
        with open(file, "rb") as opened:
            content = opened.read(_LARGEST)
    except OSError:
        return False
    return not content or any(sign.match(content) for sign in signs)
