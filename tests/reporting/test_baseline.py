"""Names of files in a baseline: as text, or as Python has them in one that is old."""

from __future__ import annotations

import json

import pytest

from govchain.model.characters import name_as_text
from govchain.reporting.baseline import SCHEMA, Entry, baseline_text, read_baseline


def file_read(text: str) -> str:
    [entry] = read_baseline(text)
    return entry.file


def old(file: str) -> str:
    """A baseline from before names were told as text."""
    return json.dumps({"schema": SCHEMA, "findings": [{"fingerprint": "f", "file": file}]})


@pytest.mark.parametrize("name", ["a.yaml", "a\udcff.yaml", r"a\xff.yaml", r"a\udcff.yaml"])
def test_a_name_that_is_told_is_read_as_told(name: str) -> None:
    entry = Entry("f", "r", "", name_as_text(name), None, None, "s", "m")
    assert file_read(baseline_text([entry])) == name_as_text(name)


@pytest.mark.parametrize("name", ["a.yaml", "a\udcff.yaml", "a\udcff\\xff.yaml"])
def test_an_old_one_is_read_as_it_would_be_told_now(name: str) -> None:
    assert file_read(old(name)) == name_as_text(name)


@pytest.mark.parametrize("sign", ["\x07", "\u202e"])
def test_what_steers_a_terminal_makes_no_name_old(sign: str) -> None:
    told = name_as_text(f"a{sign}\udcff.yaml")
    entry = Entry("f", "r", "", told, None, None, "s", "m")
    assert file_read(baseline_text([entry])) == "a\ufffd\\xff.yaml"
