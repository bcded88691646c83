"""Whatever a definition says, the work for it is bounded; where an answer is given up, it is said.

The work is counted, never timed.
"""

from __future__ import annotations

import datetime
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType
from typing import Any, TypeAlias

import pytest

from govchain import Catalogue, load, mends
from govchain.analysis.questions import layers
from govchain.analysis.running import limits
from govchain.analysis.running.faults import FAULT
from govchain.compiler import cases, effort, mending
from govchain.compiler.chain import Chain
from govchain.compiler.expansion import Expansion
from govchain.compiler.meeting import Meeting
from govchain.compiler.order import Order
from govchain.compiler.precedence import Precedence
from govchain.compiler.scenarios import Scenarios
from govchain.compiler.sources import Sources
from govchain.findings import Finding, Severity
from govchain.mends import RunInParallel
from govchain.pipeline import analyze
from govchain.reader.resolve import sizes

DATE = datetime.date(2026, 6, 1)
TraceFunction: TypeAlias = Callable[[FrameType, str, Any], Any]
OFFICES = "---\ndepartments: {a: {name: A}, b: {name: B}, c: {name: C}}\n"


def catalogue_of(folder: Path, text: str) -> Catalogue:
    (folder / "a.yaml").write_text(text + OFFICES, encoding="utf-8")
    return load(str(folder), date=DATE)


def findings_of(catalogue: Catalogue) -> tuple[Finding, ...]:
    return analyze(catalogue).findings


def counted(monkeypatch: pytest.MonkeyPatch, owner: type, name: str) -> list[object]:
    """What the method is called with from now on."""
    seen: list[object] = []
    method = getattr(owner, name)

    def noting(one: object, other: object, *more: object) -> object:
        seen.append(other)
        return method(one, other, *more)

    monkeypatch.setattr(owner, name, noting)
    return seen


def steps_in_a_row(count: int, extra: str = "") -> Iterator[str]:
    for number in range(count):
        office = "abc"[number % 3]
        yield f"- {{id: s{number}, kind: review, department: {office}, time: 1d{extra}}}"


def test_every_case_of_twelve_facts_is_counted_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """4,096 cases, and not one that is walked through by itself: a row is read once a question."""
    read = counted(monkeypatch, cases.Lanes, "figures")
    facts = "\n".join(f"  f{n}: [y, n]" for n in range(12))
    guarded = "\n".join(
        f"- {{id: s{n}, kind: review, department: {'ab'[n % 2]}, time: 1d, when: {{f{n}: y}}}}"
        for n in range(12)
    )
    catalogue = catalogue_of(
        tmp_path, f"matter: m\ndepartment: a\nvolume: 8\nfacts:\n{facts}\nsteps:\n{guarded}\n"
    )
    found = findings_of(catalogue)
    chain = catalogue.chains["m"]
    assert not chain.metrics().bound
    assert (chain.metrics().worst.days, chain.metrics().mean.days) == (12, 6)
    assert {f.rule for f in found} >= {"serial-approval"}
    assert len(read) < 1_000


def test_options_are_told_apart_without_comparing_each_with_each(tmp_path: Path) -> None:
    options = ", ".join(f"o{n}" for n in range(200))
    guarded = "\n".join(
        f"- {{id: s{n}, kind: review, department: {'ab'[n % 2]}, checks: [k], when: {{f: o{n}}}}}"
        for n in range(199)
    )
    text = f"matter: m\ndepartment: a\nfacts: {{f: [{options}]}}\nsteps:\n{guarded}\n"
    catalogue = catalogue_of(tmp_path, text + "---\ncriteria: {k: {name: K}}\n")
    findings_of(catalogue)
    chain = catalogue.chains["m"]
    assert chain.metrics().worst.steps == 1
    assert not chain.effort.is_spent
    assert chain.effort.comparisons < 2 * 199**2


def test_a_reform_of_many_steps_builds_one_chain_a_mend(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither what an edge would save nor whether it still stands takes a chain of its own."""
    built = counted(monkeypatch, Chain, "mended")
    rows = "\n".join(steps_in_a_row(60))
    catalogue = catalogue_of(tmp_path, f"matter: m\ndepartment: a\nsteps:\n{rows}\n")
    serial = [f for f in findings_of(catalogue) if f.rule == "serial-approval"]
    assert len(serial) == 59
    assert all(isinstance(change, RunInParallel) for change in built)
    assert len(built) < 59


def test_a_product_of_guards_is_cut_where_it_grows(tmp_path: Path) -> None:
    """Three matters that call one another under 32 clauses each: 32,768 clauses are not written."""
    parts = []
    for number in range(3):
        facts = "\n".join(f"  u{number}x{n}: [p, q]" for n in range(32))
        guard = ", ".join(f"{{u{number}x{n}: p}}" for n in range(32))
        step = "kind: review" if number == 0 else f"matter: m{number - 1}"
        parts.append(
            f"matter: m{number}\ndepartment: a\nfacts:\n{facts}\n"
            f"steps: [{{id: s, {step}, when: [{guard}]}}]\n"
        )
    catalogue = catalogue_of(tmp_path, "---\n".join(parts))
    troubles = [f for f in catalogue.findings if f.rule == "bad-value"]
    assert [(f.matter, f.subject) for f in troubles] == [("m2", "steps.s.matter")]
    assert len(catalogue.chains["m1"].step("s/s").guard.cubes) == 32**2
    assert not catalogue.chains["m2"].steps


def test_what_is_not_judged_is_said_and_nothing_is_claimed_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(effort, "MOST_COMPARED", 40)
    monkeypatch.setattr(effort, "MOST_COMPARED_FOR_EACH", 0)
    rows = "\n".join(steps_in_a_row(30, ", checks: [k]"))
    text = f"matter: m\ndepartment: a\nsteps:\n{rows}\n---\ncriteria: {{k: {{name: K}}}}\n"
    short = "---\nmatter: n\ndepartment: a\nsteps:\n" + "\n".join(steps_in_a_row(2)) + "\n"
    found = findings_of(catalogue_of(tmp_path, text + short))
    of_long = [finding for finding in found if finding.matter == "m"]
    assert [(f.rule, f.severity) for f in of_long] == [(limits.SAID_BY, Severity.ERROR)]
    assert any(finding.matter == "n" for finding in found)


def test_of_a_chain_with_too_many_needs_none_is_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ten data that ten steps need, or one need of ten alternatives, are a hundred."""
    monkeypatch.setattr(effort, "MOST_NEEDED", 99)
    monkeypatch.setattr(effort, "MOST_NEEDED_FOR_EACH", 0)
    data = ", ".join(f"d{n}" for n in range(10))
    rows = "\n".join(steps_in_a_row(10, ", checks: [k]"))
    each = f"matter: m\ndepartment: a\nsteps:\n{rows}\n"
    either = f"---\nmatter: n\ndepartment: a\nsteps: [{{id: s, needs: [{{any: [{data}]}}]}}]\n"
    fewer = f"---\nmatter: o\ndepartment: a\nsteps: [{{id: s, kind: review, needs: [{data}]}}]\n"
    held = ", ".join(f"d{n}: {{holder: b}}" for n in range(10))
    registry = f"---\ncriteria: {{k: {{uses: [{data}]}}}}\ndata: {{{held}}}\n"
    catalogue = catalogue_of(tmp_path, each + either + fewer + registry)
    found = findings_of(catalogue)
    assert {f.matter for f in found if f.rule == limits.SAID_BY} == {"m", "n"}
    assert not [f for f in found if f.matter == "m" and f.rule != limits.SAID_BY]
    assert [len(catalogue.chains[id].all_needs) for id in ("m", "n", "o")] == [0, 0, 10]


def test_mends_that_are_not_worked_out_are_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "MOST_MENDED", 600)
    rows = "\n".join(steps_in_a_row(10, ", checks: [k], produces: [x]"))
    papers = "\n".join(f"- {{name: P{n}, data: d{n}}}" for n in range(10))
    text = f"matter: m\ndepartment: a\nvolume: 9\nmaterials:\n{papers}\nsteps:\n{rows}\n"
    data = ", ".join(f"d{n}: {{holder: b}}" for n in range(10))
    registry = f"---\ncriteria: {{k: {{uses: [d0]}}}}\ndata: {{x: {{holder: a}}, {data}}}\n"
    found = findings_of(catalogue_of(tmp_path, text + registry))
    said = [f for f in found if f.rule == limits.SAID_BY]
    assert [(f.matter, f.severity) for f in said] == [("m", Severity.ADVICE)]
    assert any(f.benefit is not None for f in found)
    assert 0 not in (said[0].facts["alone"], said[0].facts["together"])


def test_all_calls_together_have_a_bound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sizes, "MOST_BROUGHT", 200)
    monkeypatch.setattr(sizes, "MOST_BROUGHT_FOR_EACH", 1)
    rows = "\n".join(steps_in_a_row(50))
    text = f"matter: big\ndepartment: a\nsteps:\n{rows}\n"
    for number in range(9):
        text += f"---\nmatter: m{number}\ndepartment: a\nsteps: [{{id: s, matter: big}}]\n"
    catalogue = catalogue_of(tmp_path, text)
    left_out = [str(f.matter) for f in catalogue.findings if f.rule == "bad-value"]
    brought = [m for m in catalogue.matters if m != "big" and catalogue.chains[m].steps]
    assert len(brought) == 4
    assert sorted(brought + left_out) == [f"m{n}" for n in range(9)]


def test_parallel_steps_that_meet_at_calls_have_a_bound(tmp_path: Path) -> None:
    """Three hundred steps in parallel, twice: 90,000 pairs; through one step between, 600."""
    rows = "\n".join(f"- {{id: s{n}, kind: review, after: []}}" for n in range(300))
    wide = f"matter: wide\ndepartment: a\nsteps:\n{rows}\n---\n"
    calls = "- {id: x, matter: wide}\n{}- {id: y, matter: wide}"
    straight = "matter: m\ndepartment: a\nsteps:\n" + calls.replace("{}", "") + "\n---\n"
    through = "- {id: p, kind: review}\n"
    met = "matter: n\ndepartment: a\nsteps:\n" + calls.replace("{}", through) + "\n"
    catalogue = catalogue_of(tmp_path, wide + straight + met)
    troubles = [f for f in catalogue.findings if f.rule == "bad-value"]
    assert [(f.matter, f.subject) for f in troubles] == [("m", "steps.y.matter")]
    assert len(catalogue.chains["m"].steps) == 300
    assert len(list(catalogue.chains["n"].order.edges())) == 600


def test_each_pair_that_hands_over_is_looked_at_once(tmp_path: Path) -> None:
    """Many hand over to many through the applicant: no pair is held against all others."""
    count = 60
    first = "\n".join(f"- {{id: s{n}, kind: review, after: []}}" for n in range(count))
    then = "\n".join(f"- {{id: t{n}, kind: review, after: [x]}}" for n in range(count))
    between = f"- {{id: x, kind: apply, after: [{', '.join(f's{n}' for n in range(count))}]}}"
    text = f"matter: m\ndepartment: a\nsteps:\n{first}\n{between}\n{then}\n"
    order = catalogue_of(tmp_path, text).chains["m"].order
    places = {id: 1 for id in order.steps if id != "x"}
    found: list[object] = []
    lines = lines_run(Order.next_edges, lambda: found.extend(order.next_edges(places)))
    assert len(found) == count**2
    assert lines < 20 * count**2


def lines_run(function: Callable[..., object], run: Callable[[], object]) -> int:
    """How many lines of the function are gone through while something runs."""
    lines = 0

    def trace(frame: FrameType, event: str, _: object) -> TraceFunction | None:
        nonlocal lines
        lines += event == "line"
        return trace if frame.f_code.co_qualname == function.__qualname__ else None

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        run()
    finally:
        sys.settrace(before)
    return lines


def test_supplies_that_a_mend_leaves_alone_are_not_asked_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Needs times mends would be asked otherwise: 4 steps with 6 needs of 5 alternatives."""
    asked = counted(monkeypatch, Chain, "_supply")
    lists = [", ".join(f"x{j}y{k}" for k in range(5)) for j in range(6)]
    papers = "\n".join(f"- {{name: P{j}, any: [{known}]}}" for j, known in enumerate(lists))
    needs = ", ".join(f"{{any: [{known}]}}" for known in lists)
    steps = "\n".join(
        f"- {{id: s{n}, kind: review, department: {'ab'[n % 2]}, needs: [{needs}]}}"
        for n in range(4)
    )
    data = ", ".join(f"x{j}y{k}: {{holder: c}}" for j in range(6) for k in range(5))
    text = f"matter: m\ndepartment: a\nmaterials:\n{papers}\nsteps:\n{steps}\n"
    catalogue = catalogue_of(tmp_path, text + f"---\ndata: {{{data}}}\n")
    findings_of(catalogue)
    needed = len(catalogue.chains["m"].all_needs)
    assert needed == 4 * 6 * 5
    assert len(asked) < 15 * needed


def test_rows_of_approvals_are_carried_on_within_a_bound(tmp_path: Path) -> None:
    """Every pair of twenty layered steps is an edge, and no two guards are alike."""
    facts = "\n".join(f"  f{n}: [a, b, c]" for n in range(20))
    before = [", ".join(f"s{m}" for m in range(n)) for n in range(20)]
    steps = "\n".join(
        f"- {{id: s{n}, kind: review, department: a, after: [{before[n]}], "
        f"when: [{{f{n}: [a, b]}}, {{f{(n + 7) % 20}: [b, c], f{(n + 3) % 20}: [a, c]}}]}}"
        for n in range(20)
    )
    catalogue = catalogue_of(
        tmp_path, f"matter: m\ndepartment: a\nfacts:\n{facts}\nsteps:\n{steps}\n"
    )
    rows = [f for f in findings_of(catalogue) if f.rule == "layered-approval"]
    assert len(rows) == 1
    assert FAULT not in {f.rule for f in findings_of(catalogue)}


def test_papers_alike_are_held_against_needs_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Twice as many papers of one data, or needs of it, are no more questions."""
    monkeypatch.setattr(limits, "MOST_MENDED", 0)  # each mend makes a chain of its own
    asked = counted(monkeypatch, Meeting, "_find_met_by")

    def questions(papers: int, needs: int) -> int:
        asked.clear()
        materials = "\n".join("- {data: x}" for _ in range(papers))
        steps = "\n".join(f"- {{id: s{n}, kind: approve, needs: [x]}}" for n in range(needs))
        text = f"matter: m\ndepartment: b\nmaterials:\n{materials}\nsteps:\n{steps}\n"
        found = findings_of(catalogue_of(tmp_path, f"{text}---\ndata: {{x: {{holder: b}}}}\n"))
        assert sum(finding.rule == "own-paper" for finding in found) == papers
        return len(asked)

    assert questions(40, 30) == questions(80, 30) == questions(40, 60) == 1


def test_papers_that_go_together_go_in_one_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    """The list of papers is written anew once, not once for each that goes."""
    passes: list[object] = []
    less_asked = mending._with_less_asked

    def noting(*asked: object) -> object:
        passes.append(asked)
        return less_asked(*asked)  # type: ignore[arg-type]

    monkeypatch.setattr(mending, "_with_less_asked", noting)
    empty = Expansion(matter=None, items=(), steps={}, materials=(), facts={})  # type: ignore[arg-type]
    drops = tuple(mends.DropMaterial(number) for number in range(500))
    mending.mend(empty, mends.Together(drops), Scenarios({}))
    assert len(passes) == 1


def test_hundreds_of_facts_are_not_gone_through_for_each_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """300 steps, each under a fact of its own: clauses are compared as wholes, and no comparison
    is kept or counted; a row of them is carried on with as many facts as the bound allows."""
    covered = counted(monkeypatch, Scenarios, "_do_imply")
    facts = "\n".join(f"  f{n}: [p, q]" for n in range(300))
    steps = "\n".join(
        f"- {{id: s{n}, kind: review, checks: [k], when: {{f{n}: p}}}}" for n in range(300)
    )
    text = f"matter: m\ndepartment: a\nfacts:\n{facts}\nsteps:\n{steps}\n"
    catalogue = catalogue_of(tmp_path, text + "---\ncriteria: {k: {name: K}}\n")
    rows = [f for f in findings_of(catalogue) if f.rule == "layered-approval"]
    chain = catalogue.chains["m"]
    assert len(rows) == 1
    assert not covered
    assert not chain.effort.is_spent
    first, second = chain.step("s0").guard, chain.step("s1").guard
    assert not chain.scenarios.implies(first, second)
    assert chain.scenarios.is_possible(first, second)
    assert not chain.scenarios.is_possible(first, chain.scenarios.not_chosen("f0", "p"))
    assert chain.scenarios.all_imply((first, second), first)


def test_rows_stop_growing_wide_where_their_facts_are_too_many(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From then on one row goes on to each step: the longest is still found."""
    monkeypatch.setattr(layers, "MAX_MET", 1_000)
    met = counted(monkeypatch, Scenarios, "_simplified")
    facts = "\n".join(f"  f{n}: [p, q]" for n in range(60))
    steps = "\n".join(f"- {{id: s{n}, kind: review, when: {{f{n}: p}}}}" for n in range(60))
    catalogue = catalogue_of(
        tmp_path, f"matter: m\ndepartment: a\nfacts:\n{facts}\nsteps:\n{steps}\n"
    )
    met.clear()
    rows = list(layers.longest_rows(catalogue.chains["m"]))
    assert [row.length for row in rows] == [60]
    assert len(met) < 300  # 60 * 59 / 2 without the bound


def test_holders_are_asked_for_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of an office that holds the data already it is not asked whether it made it before."""
    asked = counted(monkeypatch, Sources, "_find_holders")
    before = counted(monkeypatch, Precedence, "is_always_before")
    steps = "\n".join(
        f"- {{id: s{n}, kind: approve, needs: [x], produces: [x]}}" for n in range(50)
    )
    text = f"matter: m\ndepartment: a\nsteps:\n{steps}\n---\ndata: {{x: {{holder: b}}}}\n"
    catalogue = catalogue_of(tmp_path, text)
    chain = catalogue.chains["m"]
    for _ in range(3):
        assert chain.holders_of("x", "s0") == {"b"}
        assert chain.holders_of("x", "s49") == {"a", "b"}
    assert (len(asked), len(before)) == (2, 51)


def test_mends_of_all_chains_together_are_bounded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is mended in one matter is mended in its callers too: not each of them up to the end."""
    monkeypatch.setattr(limits, "MOST_MENDED_OF_ALL", 2_000)
    monkeypatch.setattr(limits, "MOST_MENDED_FOR_EACH", 1)
    rows = "\n".join(steps_in_a_row(10, ", checks: [k]"))
    text = f"matter: big\ndepartment: a\nsteps:\n{rows}\n"
    for number in range(30):
        text += f"---\nmatter: m{number}\ndepartment: a\nsteps: [{{id: s, matter: big}}]\n"
    found = findings_of(catalogue_of(tmp_path, text + "---\ncriteria: {k: {name: K}}\n"))
    said = [f for f in found if f.rule == limits.SAID_BY]
    assert said
    assert {f.severity for f in said} == {Severity.ADVICE}
    assert "big" not in {f.matter for f in said}
    assert any(f.benefit is not None for f in found)
