"""The made city is the same every time, and what a planner could have written."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.made.approvals import approvals_in_a_row
from benchmarks.made.city import city_files
from benchmarks.made.hostile import HOSTILE, Hostile
from govchain.pipeline import analyze
from tests.benchmarks.loading import MATTERS, load_files


def test_the_city_is_the_same_every_time() -> None:
    assert list(city_files(MATTERS)) == list(city_files(MATTERS))


def test_another_seed_makes_another_city() -> None:
    assert list(city_files(MATTERS)) != list(city_files(MATTERS, seed=1))


def test_a_small_city_is_the_beginning_of_a_larger_one() -> None:
    small, large = list(city_files(MATTERS // 2)), list(city_files(MATTERS))
    assert large[: len(small)] == small


def test_the_registry_is_of_the_size_that_is_told(tmp_path: Path) -> None:
    registry = load_files(tmp_path, list(city_files(1))).registry
    sizes = [len(registry.departments), len(registry.data), len(registry.criteria)]
    assert (*sizes, len(registry.links)) == (60, 400, 120, 900)


def test_a_matter_is_about_ten_steps_and_eighty_lines() -> None:
    texts = [text for path, text in city_files(MATTERS) if "matter-" in path]
    lines = sum(text.count("\n") for text in texts) / len(texts)
    assert 70 < lines < 95


def test_the_city_reads_without_trouble(tmp_path: Path) -> None:
    catalogue = load_files(tmp_path, list(city_files(MATTERS)))
    assert catalogue.findings == ()
    assert len(catalogue.chains) == MATTERS
    steps = sum(len(matter.steps) for matter in catalogue.matters.values()) / MATTERS
    assert 8 < steps < 12


@pytest.mark.parametrize("hostile", HOSTILE, ids=lambda hostile: hostile.name)
def test_a_hostile_set_reads_without_trouble_but_its_own(hostile: Hostile, tmp_path: Path) -> None:
    catalogue = load_files(tmp_path, list(hostile.files(0.01)))
    assert {finding.rule for finding in catalogue.findings} <= {"order-cycle"}
    assert ("order-cycle" in {f.rule for f in catalogue.findings}) == ("cycle" in hostile.name)


@pytest.mark.parametrize("hostile", HOSTILE, ids=lambda hostile: hostile.name)
def test_a_hostile_set_is_as_large_as_its_name_says(hostile: Hostile, tmp_path: Path) -> None:
    size = 0.02
    catalogue = load_files(tmp_path, list(hostile.files(size)))
    steps = max(len(matter.steps) for matter in catalogue.matters.values())
    with_facts = sum(len(matter.facts) == 12 for matter in catalogue.matters.values())
    number = hostile.number(size)
    assert f" {number:,} " in f" {hostile.what(size)} "
    assert number in (steps, with_facts, len(catalogue.registry.departments))
    assert f"{hostile.full:,}" in hostile.what(1)


def test_approvals_in_a_row_are_each_a_question_of_their_own(tmp_path: Path) -> None:
    catalogue = load_files(tmp_path, list(approvals_in_a_row(20)))
    assert catalogue.findings == ()
    found = [finding.rule for finding in analyze(catalogue).findings]
    assert len(catalogue.matters["row"].steps) == 21
    assert found.count("serial-approval") == 19
