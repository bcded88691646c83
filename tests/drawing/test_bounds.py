"""However large a chain is, each question of its picture is asked once; what is left out is said.

The work is counted, never timed.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest

from govchain import load
from govchain.analysis.running import standing
from govchain.compiler.chain import Chain
from govchain.compiler.order import Order
from govchain.compiler.scenarios import Scenarios
from govchain.drawing import draw, text_formats
from govchain.drawing.chart import flow, needrows
from govchain.drawing.chart.columns import Columns
from govchain.drawing.chart.marks import Mark
from govchain.drawing.ink.lettering import LONGEST_LINE, LONGEST_NAME
from govchain.drawing.ink.scene import Box
from govchain.drawing.layout.gaps import Stretch
from govchain.drawing.layout.grid import Span
from govchain.pipeline import analyze
from govchain.reporting import marking
from tests.drawing.chains import mark_of

DATE = datetime.date(2026, 6, 1)
OFFICES = "---\ndepartments: {a: {name: A}, b: {name: B}, c: {name: C}}\n"


def chain_of(folder: Path, text: str) -> Chain:
    (folder / "a.yaml").write_text(text + OFFICES, encoding="utf-8")
    return load(str(folder), date=DATE).chains["m"]


def counted(monkeypatch: pytest.MonkeyPatch, owner: object, name: str) -> list[str]:
    """One entry for each time that the function, method or property is asked from now on."""
    seen: list[str] = []
    asked = vars(owner)[name]
    is_property = isinstance(asked, property)

    def noting(*arguments: object) -> object:
        seen.append(name)
        return asked.__get__(*arguments) if is_property else asked(*arguments)

    monkeypatch.setattr(owner, name, property(noting) if is_property else noting)
    return seen


def rows(count: int, extra: str = "") -> str:
    return "\n".join(
        f"- {{id: s{n}, kind: review, department: {'abc'[n % 3]}{extra}}}" for n in range(count)
    )


def matter(steps: str, head: str = "") -> str:
    return f"matter: m\ndepartment: a\n{head}steps:\n{steps}\n"


def papers_for_all(count: int) -> str:
    """So many papers of one data, which half as many steps need."""
    papers = "\n".join("- {data: x}" for _ in range(count))
    head = f"materials:\n{papers}\n"
    return matter(rows(count // 2, ", needs: [x]"), head) + "---\ndata: {x: {holder: b}}\n"


def test_papers_and_needs_are_held_against_each_other_by_kind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not 200 papers with each of 100 needs, nor with each of 100 steps."""
    chain = chain_of(tmp_path, papers_for_all(200))
    chain.metrics()
    asked = counted(monkeypatch, Scenarios, "is_possible")
    named = counted(monkeypatch, needrows, "paper_name")
    draw(chain, [])
    assert len(asked) < 5 * 100
    assert len(named) <= 200


def test_steps_that_exclude_each_other_are_not_tried_pair_by_pair(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    options = ", ".join(f"o{n}" for n in range(201))
    steps = "\n".join(f"- {{id: s{n}, after: [], when: {{f: o{n}}}}}" for n in range(200))
    chain = chain_of(tmp_path, matter(steps, f"facts: {{f: [{options}]}}\n"))
    chain.metrics()
    asked = counted(monkeypatch, Scenarios, "is_possible")
    draw(chain, [])
    assert len(asked) < 200


def test_what_follows_a_gate_is_sought_up_to_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a row of 60 gates each leads on to the next step, and no step is asked about twice."""
    facts = "facts:\n" + "\n".join(f"  f{n}: [p, q, r]" for n in range(60)) + "\n"
    steps = ["- {id: z0}"]
    for n in range(60):
        steps += [
            f"- {{id: s{n}, after: [z{n}], when: {{f{n}: p}}}}",
            f"- {{id: t{n}, after: [z{n}], when: {{f{n}: q}}}}",
            f"- {{id: z{n + 1}, after: [s{n}, t{n}]}}",
        ]
    chain = chain_of(tmp_path, matter("\n".join(steps), facts))
    chain.metrics()
    asked = counted(monkeypatch, Scenarios, "is_possible")
    held = counted(monkeypatch, Order, "is_before")
    draw(chain, [], format="mermaid")
    assert len(asked) < 10 * 60
    assert len(held) < 60 * 181 + 10 * 181


def nested(count: int) -> str:
    """Forks within forks, closed one after another: arrows that run past all that lies within."""
    steps = ["- {id: f0}"]
    for n in range(count):
        steps += [f"- {{id: x{n}, after: [f{n}]}}", f"- {{id: f{n + 1}, after: [f{n}]}}"]
    before = f"f{count}"
    for n in reversed(range(count)):
        steps.append(f"- {{id: j{n}, after: [x{n}, {before}]}}")
        before = f"j{n}"
    return matter("\n".join(steps))


def test_a_free_track_is_found_without_trying_each(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chain = chain_of(tmp_path, nested(60))
    tried = counted(monkeypatch, Span, "is_free_but_for")
    draw(chain, [])
    assert len(tried) < 200


def test_runs_in_a_gap_are_not_compared_with_each_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Thirty steps side by side that follow all but one of thirty others: 870 arrows."""
    names = [f"a{n}" for n in range(30)]
    first = (f"- {{id: a{n}, department: d{n}, after: []}}" for n in range(30))
    second = (
        f"- {{id: b{n}, department: d{n}, after: [{', '.join({*names} - {f'a{n}'})}]}}"
        for n in range(30)
    )
    chain = chain_of(tmp_path, matter("\n".join([*first, *second])))
    read = counted(monkeypatch, Stretch, "right")
    draw(chain, [])
    assert len(read) < 10 * 870


def diamonds(count: int) -> str:
    steps = ["- {id: f0}"]
    for n in range(count):
        steps += [
            f"- {{id: x{n}, department: b, after: [f{n}]}}",
            f"- {{id: y{n}, department: c, after: [f{n}]}}",
            f"- {{id: f{n + 1}, department: a, after: [x{n}, y{n}]}}",
        ]
    return matter("\n".join(steps))


def test_arrows_are_held_against_the_bars_between_their_ends_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chain = chain_of(tmp_path, diamonds(100))
    read = counted(monkeypatch, Box, "bottom")
    draw(chain, [])
    assert len(read) < 100 * 100


@pytest.mark.parametrize("format", ["dot", "mermaid"])
def test_lanes_are_filled_in_one_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, format: str
) -> None:
    """Not every step looked for in every lane."""
    steps = "\n".join(f"- {{id: s{n}, kind: review, department: d{n}}}" for n in range(100))
    chain = chain_of(tmp_path, matter(steps))
    read = counted(monkeypatch, Columns, "begins")
    draw(chain, [], format=format)
    assert len(read) <= 1


def test_findings_on_one_step_are_not_compared_with_each_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chain = chain_of(tmp_path, matter(rows(1)))
    marks = [mark_of(n, "slow-step", "s0", "said") for n in range(1, 101)]
    compared = counted(monkeypatch, Mark, "__eq__")
    draw(chain, marks, format="mermaid")
    assert not compared


def test_the_need_of_a_finding_is_not_sought_among_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A hundred needs of one step, and something found of each."""
    data = [f"x{n}" for n in range(100)]
    step = f"- {{id: s, kind: review, department: a, needs: [{', '.join(data)}]}}"
    papers = "materials: [" + ", ".join(f"{{data: {id}}}" for id in data) + "]\n"
    held = ", ".join(f"{id}: {{holder: b}}" for id in data)
    (tmp_path / "a.yaml").write_text(matter(step, papers) + f"---\ndata: {{{held}}}\n" + OFFICES)
    report = analyze(load(str(tmp_path), date=DATE))
    named = counted(monkeypatch, standing, "need_subject")
    marking.marked_chain(report, "m", "en", {})
    assert 100 <= len(named) <= 200


def test_findings_are_not_looked_through_for_each_picture(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "---\n".join(
        f"matter: m{n}\ndepartment: a\nmaterials: [{{data: x}}]\n"
        "steps: [{id: s, kind: review, needs: [x]}]\n"
        for n in range(30)
    )
    (tmp_path / "a.yaml").write_text(f"{text}---\ndata: {{x: {{holder: b}}}}\n{OFFICES}")
    report = analyze(load(str(tmp_path), date=DATE))
    looked = counted(monkeypatch, standing, "_spots")
    for id in report.catalogue.chains:
        marking.marked_chain(report, id, "en", {})
    assert 30 <= len(looked) <= sum(len(f.stands) + 1 for f in report.findings)


def long_texts() -> Iterator[str]:
    """Definitions in which a text of 20,000 characters is said at 60 steps."""
    name = "长" * 20_000
    yield matter(rows(60, ", needs: [x]")) + f"---\ndata: {{x: {{name: {name}, holder: b}}}}\n"
    yield matter(rows(60, ", checks: [k]")) + f"---\ncriteria: {{k: {{name: {name}}}}}\n"
    yield matter("\n".join(f"- {{id: s{n}, department: z}}" for n in range(60))) + (
        f"---\ndepartments: {{z: {{name: {name}}}}}\n"
    )
    yield (
        matter(rows(60, ", needs: [x]"), f"materials: [{{data: x, name: {name}}}]\n")
        + "---\ndata: {x: {holder: b}}\n"
    )
    called = matter(rows(60)).replace("matter: m", "matter: p")
    yield f"{called}---\n" + matter(
        f"- {{id: c, matter: p, when: {{f: {name}}}}}", f"facts: {{f: [{name}, q]}}\n"
    )
    basis = called.replace("s0, kind: review", f"s0, kind: review, basis: [{name}]")
    yield f"{basis}---\n" + matter("\n".join(f"- {{id: c{n}, matter: p}}" for n in range(30)))


NOT_TOLD_IN_SHORT = ("criteria", "basis")
"""What `dot` and `mermaid` say nothing of."""


@pytest.mark.parametrize(
    ("text", "format"),
    [
        (text, format)
        for text in long_texts()
        for format in text_formats()
        if format == "svg" or not any(word in text for word in NOT_TOLD_IN_SHORT)
    ],
)
def test_a_text_without_end_is_not_repeated(tmp_path: Path, text: str, format: str) -> None:
    made = draw(chain_of(tmp_path, text), [], format=format)
    assert "长" * (LONGEST_NAME + 1) not in made
    assert len(made) < 2_000 * (8 * LONGEST_NAME + 2_000)


def test_a_list_without_end_says_how_many_more_there_are(tmp_path: Path) -> None:
    options = [f"option{n}" for n in range(1_000)]
    step = f"- {{id: s, kind: review, when: {{f: [{', '.join(options[:900])}]}}}}"
    chain = chain_of(tmp_path, matter(step, f"facts: {{f: [{', '.join(options)}]}}\n"))
    made = draw(chain, [], format="mermaid")
    assert "option19/… +880" in made.replace("#8230;", "…").replace("#43;", "+")
    assert len(made) < 10 * LONGEST_LINE


@pytest.mark.parametrize("format", text_formats())
@pytest.mark.parametrize("language", ["en", "zh"])
def test_more_arrows_than_a_picture_takes_are_left_out_and_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, format: str, language: str
) -> None:
    monkeypatch.setattr(flow, "MOST_ARROWS", 20)
    chain = chain_of(tmp_path, matter(rows(30)))
    made = draw(chain, [], format=format, language=language)
    assert {"en": "too many to draw (30)", "zh": "过多（30 条），未绘制"}[language] in made
    assert not any(sign in made for sign in ("data-from", " -> ", "-->"))
    assert made.count("s29") >= 1


@pytest.mark.parametrize("format", ["dot", "mermaid"])
def test_a_bar_stays_where_it_stands_for_too_many_arrows(tmp_path: Path, format: str) -> None:
    """A matter of 110 steps at once, called twice: 12,100 steps follow each other, by one bar."""
    steps = "\n".join(f"- {{id: s{n}, after: []}}" for n in range(110))
    called = f"matter: p\ndepartment: a\nsteps:\n{steps}\n---\n"
    chain = chain_of(tmp_path, called + matter("- {id: x, matter: p}\n- {id: y, matter: p}"))
    assert sum(1 for _ in chain.order.edges()) == 12_100
    made = draw(chain, [], format=format)
    assert made.count(" -> " if format == "dot" else "-->") == 220
    assert ("shape=point" if format == "dot" else '((" "))') in made
