"""Libraries that formats need: an extra brings each, and who lacks one is told so."""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from govchain import drawing
from govchain.cli.desk.installed import expect_installed
from govchain.cli.terminal.wrong_use import WrongUse
from govchain.reporting import formats

PROJECT = Path(__file__).parents[2] / "pyproject.toml"
EXTRAS = tomllib.loads(PROJECT.read_text())["project"]["optional-dependencies"]


def wanting() -> Iterator[tuple[str, Mapping[str, str], str]]:
    """Each format that needs libraries, with them and their extra."""
    for format in drawing.formats():
        if needs := drawing.needs(format):
            yield format, needs, drawing.EXTRA
    for command in formats.commands():
        for format in formats.formats_of(command):
            if needs := formats.needs(command, format):
                yield format, needs, formats.extra(command, format)


def test_every_library_is_brought_by_the_extra_that_is_named() -> None:
    assert {format for format, _, _ in wanting()} == {"png", "pdf", "pptx", "docx"}
    for format, needs, extra in wanting():
        brought = {re.split(r"[<>=~\[]", each)[0] for each in EXTRAS[extra]}
        assert {*needs.values()} <= brought, format


@pytest.mark.parametrize("format", ["png", "docx"])
def test_what_is_there_is_not_complained_of_and_what_lacks_is(
    monkeypatch: pytest.MonkeyPatch, format: str
) -> None:
    needs, extra = next((needs, extra) for name, needs, extra in wanting() if name == format)
    expect_installed(format, needs, extra)
    for module, library in needs.items():
        with monkeypatch.context() as patched:
            patched.setitem(sys.modules, module, None)
            with pytest.raises(WrongUse) as wrong:
                expect_installed(format, needs, extra)
            assert library in str(wrong.value.facts["libraries"])
            assert wrong.value.facts["extra"] == extra
