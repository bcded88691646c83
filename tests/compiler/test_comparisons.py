"""What is compared for all chains together is bounded, and what need not be compared is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from govchain.analysis.running import limits
from govchain.compiler import effort
from tests.compiler.test_bounds import catalogue_of, counted, findings_of, steps_in_a_row


def test_comparisons_of_all_chains_together_are_bounded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A few lines that call a long matter again and again go unjudged, whatever the order of
    documents; what was judged before keeps its findings."""
    rows = "\n".join(steps_in_a_row(12, ", checks: [k], after: []"))
    called = (
        f"matter: big\ndepartment: a\nsteps:\n{rows}\n- {{id: z, kind: approve, checks: [k]}}\n"
    )
    small = "matter: n\ndepartment: a\nsteps:\n" + "\n".join(steps_in_a_row(3)) + "\n"
    calls = "\n".join(
        f"- {{id: c{n}, matter: big}}\n- {{id: t{n}, kind: other, produces: [x]}}" for n in range(6)
    )
    callers = [f"matter: m{n}\ndepartment: a\nsteps:\n{calls}\n" for n in range(4)]
    registry = "data: {x: {holder: b}}\ncriteria: {k: {uses: [x]}}\n"
    documents = [called, small, *callers, registry]

    def told(documents: list[str]) -> tuple[set[str], set[tuple[str, str, str]]]:
        catalogue = catalogue_of(tmp_path, "---\n".join(documents))
        found = findings_of(catalogue)
        spent = {id for id, chain in catalogue.chains.items() if chain.effort.is_spent}
        return spent, {(str(f.matter), f.rule, f.fingerprint) for f in found}

    unbound, all_found = told(documents)
    assert not unbound
    monkeypatch.setattr(effort, "MOST_COMPARED_OF_ALL", 4_000)
    monkeypatch.setattr(effort, "LEAST_COMPARED", 100)
    monkeypatch.setattr(effort, "LEAST_COMPARED_FOR_EACH", 20)
    spent, found = told(documents)
    assert spent == {"m0", "m1", "m2", "m3"}
    assert {matter for matter, rule, _ in found if rule == limits.SAID_BY} == spent
    assert {one for one in found if one[0] not in spent} == {
        one for one in all_found if one[0] not in spent
    }
    assert {"big", "n"} <= {matter for matter, *_ in found}
    assert told(documents[::-1]) == (spent, found)


def test_who_can_never_keep_a_check_is_not_compared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Offices that are not public, and the applicant's word: nobody is to rely on them."""
    private = "---\ndepartments: {p: {name: P, kind: enterprise}}\n"
    rows = "\n".join(
        f"- {{id: s{n}, kind: review, department: p, checks: [k]}}\n"
        f"- {{id: t{n}, kind: review, department: a, checks: [k], promised: [k]}}"
        for n in range(50)
    )
    text = f"matter: m\ndepartment: a\nsteps:\n{rows}\n{private}---\ncriteria: {{k: {{name: K}}}}\n"
    catalogue = catalogue_of(tmp_path, text)
    spent = counted(monkeypatch, effort.Effort, "spend")
    findings_of(catalogue)
    assert not spent


def test_needs_that_could_attest_are_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each of twenty steps asks whether any of twenty needs attests what it checks."""
    rows = "\n".join(
        f"- {{id: s{n}, kind: review, checks: [k], needs: [x], after: []}}" for n in range(20)
    )
    text = f"matter: m\ndepartment: a\nsteps:\n{rows}\n- {{id: z, kind: other}}\n"
    registry = "---\ndata: {x: {holder: a, attests: [k]}}\ncriteria: {k: {name: K}}\n"
    catalogue = catalogue_of(tmp_path, text + registry)
    spent = counted(monkeypatch, effort.Effort, "spend")
    findings_of(catalogue)
    assert len(spent) >= 2 * 20 * 20  # repeated, and attested


def test_a_chain_that_forgets_keeps_its_share(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(effort, "MOST_COMPARED_OF_ALL", 0)
    catalogue = catalogue_of(tmp_path, "matter: m\nsteps: [{id: s, kind: review}]\n")
    chain = catalogue.chains["m"]
    for _ in range(2):
        chain.effort.spend(effort.LEAST_COMPARED + effort.LEAST_COMPARED_FOR_EACH)
        assert not chain.effort.is_spent
        chain.forget()
    chain.effort.spend(effort.LEAST_COMPARED + effort.LEAST_COMPARED_FOR_EACH + 1)
    assert chain.effort.is_spent
