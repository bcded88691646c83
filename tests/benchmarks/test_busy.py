"""The busy city is as busy as the page says: nothing flows, all is carried, much is found."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.made.busy import busy_files
from benchmarks.made.city import city_files
from govchain.compiler.catalogue import Catalogue
from govchain.compiler.supply import SupplyState
from govchain.pipeline import analyze
from tests.benchmarks.loading import MATTERS, load_files


@pytest.fixture(scope="module")
def busy(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return load_files(tmp_path_factory.mktemp("busy"), list(busy_files(MATTERS)))


def supplies_of(catalogue: Catalogue) -> set[SupplyState]:
    chains = catalogue.chains.values()
    return {chain.supply_of(need).state for chain in chains for need in chain.all_needs}


def test_the_busy_city_reads_without_trouble(busy: Catalogue) -> None:
    assert busy.findings == ()
    assert len(busy.chains) == MATTERS
    steps = sum(len(matter.steps) for matter in busy.matters.values()) / MATTERS
    assert 10 < steps < 12


def test_a_busy_matter_is_no_longer_than_others() -> None:
    texts = [text for path, text in busy_files(MATTERS) if "matter-" in path]
    assert 70 < sum(text.count("\n") for text in texts) / len(texts) < 95


def test_every_need_is_carried(busy: Catalogue, tmp_path: Path) -> None:
    assert supplies_of(busy) == {SupplyState.CARRIED}
    assert len(supplies_of(load_files(tmp_path, list(city_files(MATTERS))))) > 2


def test_no_link_is_open(busy: Catalogue) -> None:
    assert len(busy.registry.links) == 900
    assert "active" not in {link.status for link in busy.registry.links}


def test_a_matter_has_about_28_findings_most_of_which_save_something(busy: Catalogue) -> None:
    found = [finding for finding in analyze(busy).findings if finding.matter]
    assert 25 <= len(found) / MATTERS <= 31
    assert sum(finding.benefit is not None for finding in found) > len(found) / 2
    assert len({finding.rule for finding in found}) >= 8


def test_a_small_busy_city_is_the_beginning_of_a_larger_one() -> None:
    small, large = list(busy_files(MATTERS // 2)), list(busy_files(MATTERS))
    assert large[: len(small)] == small
