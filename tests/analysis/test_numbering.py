"""What findings are known by: each by a name of its own, made of what is said alone."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import fields

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from govchain.analysis.hits.numbering import link_subject, with_number, without_number
from govchain.analysis.running.judging import run_rules
from govchain.compiler.catalogue import Catalogue
from govchain.findings import Finding
from govchain.model.nouns import Link
from govchain.pipeline import compile_reading
from govchain.reader.reading import read_texts
from govchain.rules.discovery import all_rules

DATE = datetime.date(2026, 6, 1)
PAPER = "data: {d: {}}\n---\nmatter: m\nmaterials:\n  - {name: d, data: d}\n"
OFFICES = "departments: {a: {}, b: {}}\ndata: {d: {holder: a, fields: [x, y]}}\n"


def compiled(texts: Mapping[str, str]) -> Catalogue:
    return compile_reading(read_texts(texts), DATE)


def found(texts: Mapping[str, str]) -> tuple[Finding, ...]:
    return run_rules(all_rules(), compiled(texts), lambda rule: True).findings


def names(findings: Iterable[Finding]) -> dict[str, tuple[str, str]]:
    """What each is known by, and what it then says, places aside."""
    return {f.fingerprint: (f.message, repr({**f.facts, "place": None})) for f in findings}


@given(st.lists(st.tuples(st.sampled_from(["A", "A#", "A#1", "A#2", "A#2#1", "#2", ""]),
                          st.integers(0, 3)), max_size=8))  # fmt: skip
@example([("A", 1), ("A#2", 0)])
@example([("A#", 0), ("A", 1)])
def test_no_two_elements_share_a_numbered_name(elements: list[tuple[str, int]]) -> None:
    numbered = {with_number(*element) for element in elements}
    assert len(numbered) == len(set(elements))


@pytest.mark.parametrize(
    ("subject", "position", "numbered"),
    [
        ("照片", 0, "照片"),
        ("照片", 1, "照片#2"),
        ("照片#2", 0, "照片#2#1"),
        ("照片#2", 1, "照片#2#2"),
        ("照片#", 0, "照片#"),
        ("C# 2", 0, "C# 2"),
    ],
)
def test_what_is_numbered_is_known_by_its_number(
    subject: str, position: int, numbered: str
) -> None:
    assert with_number(subject, position) == numbered
    if numbered != subject:
        assert without_number(numbered) == subject


@pytest.mark.parametrize(
    "texts",
    {
        "papers": {"m": PAPER + "  - {name: 照片}\n" * 2 + "  - {name: 照片#2}\n"},
        "keys": {"m": "matter: m\nx: 1\n", "n": "---\nmatter: m\nx: 1\nx#2: 1\n"},
        "ids": {"r": "data: {x: {}, x: {}, x#2: {}, x#2: {}}\n"},
        "a file": {"r.yaml#2": "- a\n", "r.yaml": "- a\n---\n- a\n"},
    }.values(),
    ids=str,
)
def test_what_is_written_like_a_number_has_a_name_of_its_own(texts: dict[str, str]) -> None:
    findings = found(texts)
    assert len(findings) > 2
    assert len({finding.fingerprint for finding in findings}) == len(findings)


CALLS = {
    "m1": "matter: p\nsteps: [{id: s, matter: q}]\n",
    "m2": "matter: q\nsteps: [{id: s, matter: r}, {id: t, matter: p}]\n",
    "m3": "matter: r\nsteps: [{id: s, matter: p}, {id: t, matter: q}, {id: u, matter: r}]\n",
    "m4": "matter: a\nsteps: [{id: s, matter: r}]\n",
}
PARENTS = {
    "m1": "departments: {b: {parent: c}}\n",
    "m2": "departments: {a: {parent: b}}\n",
    "m3": "departments: {c: {parent: a}}\n",
}
LINK = "links: [{data: d, to: b, status: planned"
LINKS = {
    "m0": OFFICES,
    "m1": f"{LINK}, update: daily}}]\n",
    "m2": f"{LINK}, update: monthly}}]\n",
    "m3": f"{LINK}}}]\n",
}
ALLOWED = "# govchain: allow {rule} -- known\n"
ALLOWED_LINKS = {
    "m0": OFFICES,
    "m1": "links:\n" + ALLOWED.format(rule="unused-link") + f"- {LINK[8:]}}}\n",
    "m2": f"{LINK}}}]\n",
}
KEYS = {
    "m0": OFFICES,
    "m1": f"{LINK}, stauts: x}}]\n",
    "m2": f"{LINK}, stauts: y}}]\n",
    "m3": "links:\n" + ALLOWED.format(rule="unknown-key") + f"- {LINK[8:]}, stauts: y}}\n",
}
VALUES = {
    "m1": "data: {d: {}}\nlinks: [{data: d, from: nobody, to: me, channel: one}]\n",
    "m2": "links: [{data: d, from: nobody, to: me, channel: two}]\n",
}


@pytest.mark.parametrize(
    "texts", [CALLS, PARENTS, LINKS, ALLOWED_LINKS, KEYS, VALUES], ids=lambda texts: texts["m1"]
)
def test_names_do_not_depend_on_those_of_files(texts: dict[str, str]) -> None:
    findings = found(texts)
    other = found({f"{9 - int(name[1])}.yaml": text for name, text in texts.items()})
    assert findings
    assert names(findings) == names(other)


def test_a_circle_begins_at_its_least_matter_wherever_it_is_entered() -> None:
    circle = {name: text for name, text in CALLS.items() if name != "m4"}
    cycles = {f.fingerprint: f.facts["cycle"] for f in found(circle) if f.rule == "call-cycle"}
    assert sorted(map(str, cycles.values())) == ["p → q → p", "p → q → r → p", "q → r → q", "r → r"]
    entered = {f.fingerprint: f.facts["cycle"] for f in found(CALLS) if f.rule == "call-cycle"}
    assert entered == cycles


def test_all_that_a_link_says_decides_its_number() -> None:
    """A new field of links must be told apart too: else the place, and so a file, decides."""
    told = {"data", "source", "to", "via"}
    others: dict[str, str] = {
        "fields": "fields: [x]",
        "update": "update: daily",
        "channel": "channel: file",
        "status": "status: planned",
        "applied": "status: applied, applied: 2026-01-01",
        "agreed": "status: agreed, agreed: 2026-01-01",
        "since": "since: 2026-01-01",
        "until": "until: 2026-01-01",
        "extended": "extended: true",
        "purpose": "purpose: p",
        "duty": "duty: 《法》第一条",
    }
    assert {field.name for field in fields(Link)} == {*told, *others, "place"}
    for said in others.values():
        plain, more = "links: [{data: d, to: b}]\n", f"links: [{{data: d, to: b, {said}}}]\n"
        numbers = [
            {bool(link.place.file == "more"): link_subject(link, catalogue)
             for link in catalogue.registry.links}
            for catalogue in (
                compiled({"0": OFFICES, "l": plain, "more": more}),
                compiled({"0": OFFICES, "more": more, "z": plain}),
            )
        ]  # fmt: skip
        assert numbers[0] == numbers[1], said
        assert len(numbers[0].values()) == 2
