"""A short hunt, the cases that were found by long ones, and proof that a breach would be seen."""

from __future__ import annotations

import dataclasses
import subprocess
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from govchain.findings import Place
from govchain.reader.ground.notes import Notes
from tests.fuzz import promises, running
from tests.fuzz.cases import PLACES, Case, Command, cases_of, saved_case
from tests.fuzz.hunt import FOUND
from tests.fuzz.mutations import LARGEST
from tests.fuzz.promises import Breach, breaches_of
from tests.fuzz.reducing import reduced
from tests.fuzz.running import Outcome
from tests.fuzz.workspaces import WITNESS, WITNESS_TEXT

PARTS, SEEDS = 4, 8
"""Parts that can run beside one another, and how many seeds each has: some 3 seconds."""

MATTER = """\
matter: m
name: M
department: police
materials: [{name: Lease, data: lease}]
steps: [{id: go, kind: apply, visit: 1}, {id: decide, kind: approve, needs: [lease], tme: 1d}]
---
departments: {police: {}, housing: {}}
data: {lease: {holder: housing}}
"""
WRITTEN = {"matters/a.yaml": MATTER.encode(), f"matters/{WITNESS}": WITNESS_TEXT.encode()}


@pytest.mark.parametrize("part", range(PARTS))
def test_nothing_in_a_file_leads_it_astray(part: int, tmp_path: Path) -> None:
    for seed in range(part * SEEDS, (part + 1) * SEEDS):
        for case in cases_of(seed):
            assert breaches_of(case, tmp_path / "case") == [], f"seed {seed}: {case.as_json()}"


@pytest.mark.parametrize("file", sorted(FOUND.glob("*.json")), ids=lambda file: file.stem)
def test_what_was_found_once_is_mended(file: Path, tmp_path: Path) -> None:
    assert breaches_of(saved_case(file), tmp_path / "case") == []


# Faults that are planted, each of a kind that the harness is there for.


def breaches(command: Command, home: Path, **other: Any) -> set[str]:
    """The promises that a case breaks whose files are in order."""
    case = dataclasses.replace(Case(WRITTEN, command, is_witnessed=True), **other)
    return {breach.promise for breach in breaches_of(case, home)}


@pytest.mark.parametrize(
    "command", [PLACES, ("check",), ("check", "--format", "json"), ("show", "m")], ids=" ".join
)
def test_without_a_fault_nothing_is_broken(command: Command, tmp_path: Path) -> None:
    assert breaches(command, tmp_path / "case") == set()


def test_a_rule_that_crashes_is_seen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    plant_in_rule(monkeypatch, crash)
    assert "no fault of ours" in breaches(("check",), tmp_path / "case")


def test_a_reader_that_crashes_is_seen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("govchain.reader.reading.find_allows", crash)
    assert "no fault of ours" in breaches(("show", "m"), tmp_path / "case")
    assert "no fault of ours" in breaches(PLACES, tmp_path / "case")


def test_a_crash_is_told_with_its_place(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("govchain.reader.reading.find_allows", crash)
    found = breaches_of(Case(WRITTEN, ("check",)), tmp_path / "case")
    assert any("ZeroDivisionError at" in breach.how for breach in found)


def test_an_escape_in_an_excerpt_is_seen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("govchain.reporting.excerpt._visible", lambda text: f"\x1b[31m{text}")
    assert "text stays text" in breaches(("check",), tmp_path / "case")


def test_a_forged_line_is_seen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("govchain.reader.text.documents.one_line", str)
    files = {"a.yaml": MATTER.replace("name: M", 'name: "M\\n::error x::y"').encode()}
    assert "text stays text" in breaches(("show", "m"), tmp_path / "case", files=files)


@pytest.mark.parametrize(("line", "column"), [(99, 1), (1, 99), (0, 1), (1, 0)])
def test_a_place_outside_is_seen(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, line: int, column: int
) -> None:
    monkeypatch.setattr(Notes, "place", lambda notes, node: Place(notes.file, line, column))
    assert breaches(PLACES, tmp_path / "case") == {"places"}


def test_two_of_one_name_are_seen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    files = {"a.yaml": MATTER.encode(), "b.yaml": MATTER.encode()}
    assert breaches(PLACES, tmp_path / "case", files=files) == set()
    told_apart = "govchain.analysis.running.proofs.told_apart"
    monkeypatch.setattr(told_apart, lambda findings, is_allowed: [*findings])
    assert breaches(PLACES, tmp_path / "case", files=files) == {"one name each"}


def test_what_is_written_elsewhere_is_seen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def writing(pieces: Iterable[str], file: Path, *_: object) -> None:
        (file.parent.parent / "elsewhere").write_text("".join(pieces), encoding="utf-8")

    monkeypatch.setattr("govchain.cli.desk.session.save_pieces", writing)
    assert "writes inside" in breaches(("check", "-o", "../out/x.txt"), tmp_path / "case")


def test_a_definition_that_is_written_otherwise_is_seen(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    files = {"a.yaml": b"name: N # c\nmatter: m\n"}
    home = tmp_path / "case"
    assert breaches(("fmt",), home, files=files) == set()
    monkeypatch.setattr("govchain.rewriting.definitions.is_same", lambda *given: True)
    for wrong in ("matter: m\n", "matter: m # c\n", "matter: m\nname: M # c\n"):
        monkeypatch.setattr(
            "govchain.rewriting.definitions._laid_out", lambda text, roots, wrong=wrong: wrong
        )
        assert "writes inside" in breaches(("fmt",), home, files=files)


def test_another_program_is_seen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    plant_in_rule(monkeypatch, lambda: subprocess.run(["true"], check=False))
    assert "writes inside" in breaches(("check",), tmp_path / "case")


def test_a_secret_that_is_told_is_seen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    links = {"matters/x.yaml": "../../secret"}
    assert breaches(("check",), tmp_path / "case", links=links) == set()
    monkeypatch.setattr("govchain.reader.workspace.sources._stays_inside", lambda *given: True)
    assert "text stays text" in breaches(("check",), tmp_path / "case", links=links)


def test_a_lost_finding_is_seen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    command = ("check", "--format", "json")
    home = tmp_path / "case"
    assert breaches(command, home) == set()
    settings = {**WRITTEN, "govchain.toml": b'ignore = ["unknown-key"]'}
    assert breaches(command, home, files=settings) == {"untouched files"}


def test_what_is_no_json_is_seen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("govchain.reporting.json_text._dumped", str)
    assert "well formed" in breaches(("compile", "m"), tmp_path / "case")


def test_time_without_end_is_seen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(running, "LONGEST", 0.1)
    plant_in_rule(monkeypatch, endless)
    assert breaches(("check",), tmp_path / "case") == {"bounded"}


def test_memory_without_end_is_seen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """By the most the process ever held: a little more, as nobody knows what it held before."""
    monkeypatch.setattr(promises, "MOST_MEMORY", -1)
    assert breaches(("check",), tmp_path / "case") == {"bounded"}
    monkeypatch.undo()
    monkeypatch.setattr(running, "MOST_MEMORY", 50)
    plant_in_rule(monkeypatch, greedy)
    assert "no fault of ours" in breaches(("check",), tmp_path / "case")


def test_a_failing_case_is_made_small(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def fail_on_leases(case: Case, outcome: Outcome) -> Iterator[Breach]:
        if any(b"lease" in content for content in case.files.values()):
            yield Breach("planted", "a lease")

    monkeypatch.setattr(promises, "PROMISES", (fail_on_leases,))
    case = Case({**WRITTEN, "b.yaml": b"x: {}"}, ("rules",))
    smaller = reduced(case, Breach("planted", "a lease"), tmp_path / "case")
    assert smaller.files == {"matters/a.yaml": b"lease"}


def test_the_cases_of_a_seed_are_the_same_in_every_run() -> None:
    assert [c.as_json() for c in cases_of(5)] == [c.as_json() for c in cases_of(5)]
    assert len({case.as_json() for seed in range(10) for case in cases_of(seed)}) > 30
    for seed in range(10):
        assert all(len(text) <= LARGEST for text in cases_of(seed)[0].files.values())


def test_a_case_is_kept_as_it_is(tmp_path: Path) -> None:
    case = Case({"a\udcff\x1b.yaml": b"\xff\x00\n"}, ("show", "\udcff"), "zh", {"x": ".."}, ("p",))
    file = tmp_path / "case.json"
    file.write_text(case.as_json(), encoding="ascii")
    assert saved_case(file) == case


def plant_in_rule(monkeypatch: pytest.MonkeyPatch, fault: Callable[[], object]) -> None:
    """Lets a rule that looks at all chains do this instead."""

    def planted(*given: object) -> Iterable[object]:
        fault()
        return ()

    monkeypatch.setattr("govchain.analysis.running.bundles.prove", planted)


def crash(*given: object) -> object:
    return 1 // 0


def endless() -> None:
    while True:
        pass


def greedy() -> None:
    held = [bytearray(10_000_000) for _ in range(1000)]
    assert held
