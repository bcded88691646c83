"""What is run is what the page says: cold runs forget, one matter changes, peers know a fault."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from benchmarks.changing import change_a_matter
from benchmarks.made.city import write_city
from benchmarks.passes import HOME, matters_in
from benchmarks.peers import Peer, prove
from benchmarks.processes import Failed, Program, digest_of, output_of
from benchmarks.programs import (
    analyze_again,
    analyze_cold,
    completion,
    kept_beside,
    see_what_is_left,
    takes,
)
from benchmarks.stages import DATE
from govchain.pipeline import load

FINDS_A_KEY_TWICE = """
import sys
keys = [line.split(":")[0] for line in open(sys.argv[1], encoding="utf-8") if line[0].isalpha()]
sys.exit(len(set(keys)) < len(keys))
"""


def texts_in(folder: Path) -> dict[Path, str]:
    return {file: file.read_text(encoding="utf-8") for file in folder.rglob("*.yaml")}


def test_a_cold_run_forgets_what_was_left_and_nothing_else(tmp_path: Path) -> None:
    city = tmp_path / "city"
    write_city(city, 3)
    before = texts_in(tmp_path)
    for folder in (city, tmp_path / "other"):
        (kept_beside(folder) / "of-a-run").mkdir(parents=True)
    analyze_cold(city).before()
    assert not kept_beside(city).exists()
    assert kept_beside(tmp_path / "other").exists()
    assert texts_in(tmp_path) == before


def test_a_run_keeps_what_it_found_out_where_it_is_forgotten(tmp_path: Path) -> None:
    city = tmp_path / "city"
    write_city(city, 3)
    assert digest_of(analyze_cold(city)) == digest_of(analyze_again(city))


def test_a_run_that_leaves_nothing_where_it_is_forgotten_is_seen(tmp_path: Path) -> None:
    with pytest.raises(Failed, match="never forgotten"):
        see_what_is_left(tmp_path / "city")
    kept_beside(tmp_path / "city").mkdir()
    see_what_is_left(tmp_path / "city")


def test_one_matter_changes_each_time_and_still_reads(tmp_path: Path) -> None:
    write_city(tmp_path, 20)
    for _ in range(10):
        before = texts_in(tmp_path)
        change_a_matter(tmp_path)
        assert sum(before[file] != text for file, text in texts_in(tmp_path).items()) == 1
    assert load(str(tmp_path), date=DATE).findings == ()


def test_that_nothing_could_be_changed_is_said(tmp_path: Path) -> None:
    with pytest.raises(Failed, match="no step"):
        change_a_matter(tmp_path)


def test_an_option_is_known_by_its_whole_name() -> None:
    told = {option: takes(option) for option in ("--format", "--form", "--no-such")}
    assert told == {"--format": True, "--form": False, "--no-such": False}


def test_completion_completes() -> None:
    assert output_of(completion("govchain ana")).split() == ["analyze"]


def test_the_real_matters_are_counted_in_both_languages() -> None:
    assert matters_in(HOME / "matters") == len(load(str(HOME / "matters"), date=DATE).matters)


def peer(script: str) -> Peer:
    def over(folder: Path, files: Sequence[str]) -> Program:
        return Program((sys.executable, "-c", script, *files), folder)

    return Peer("peer", Program(()), over)


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    write_city(tmp_path, 1)
    return next((tmp_path / "matters").glob("*/matter-*.yaml"))


def test_a_peer_that_knows_a_fault_is_measured(sound: Path) -> None:
    prove(peer(FINDS_A_KEY_TWICE), sound)


@pytest.mark.parametrize("status", [0, 1, 2])
def test_a_peer_that_says_the_same_of_all_is_not(status: int, sound: Path) -> None:
    with pytest.raises(Failed, match="cannot tell"):
        prove(peer(f"raise SystemExit({status})"), sound)
