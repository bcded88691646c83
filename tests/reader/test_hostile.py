"""Whatever stands in a file, reading ends soon and never raises."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govchain.model.nouns import DataNeed, Material
from govchain.reader.reading import Reading, read_texts
from govchain.reader.workspace.settings import settings_of

from .saying import HEAD, REGISTRY, STEPS, bare, said

TEXT = (
    HEAD
    + "facts: {married: [yes, no]}\n"
    + "basis: [法, {provision: 旧法, until: 2026-01-01}]\n"
    + "joined: [materials]\nextra: {电话: [1, {分机: 2}]}\n"
    + "materials:\n  - {name: 证, data: birth-certificate, when: {married: yes}}\n"
    + "  - {any: {birth-certificate: 0.5, roll: 0.5}, handling: shown}\n"
    + STEPS
    + "  - {id: c, kind: review, checks: [born-alive], promised: [born-alive],"
    + " needs: {any: {roll: 0.5, birth-certificate: 0.5}}}\n"
    + "  - {id: call, matter: two}\n"
    + "  - {id: pay, kind: fee, fee: 80, after: [register]}\n---\n"
    + "matter: two\n---\n"
    + REGISTRY.replace("criteria:", "  roll: {}\ncriteria:")
    + "links:\n  - {data: birth-certificate, to: police}  # govchain: allow unused-link -- x\n"
)

PIECES = st.sampled_from(
    [
        "matter", "steps", "kind", "checks", "data", "links", "departments", "when", "any", "to",
        "joined", "none", "promised", "extra", "provision", "until", "0.5", "，", "：", "、",
        "名称：", "天", "_",
        "事项", "环节", "数据目录", ":", ": ", "- ", "\n", "\n  ", "\n    ", "[", "]", "{", "}",
        ", ",
        "&a ", "*a", "!t ", "<<: ", "'", '"', "|\n", ">", "# ", "---\n", "...\n", "%YAML", "\t",
        "?", "a", "b", "apply", "approve", "1", "\\", "\r", "\u2028", "\ufeff", "\x00", "\ud800",
        "# govchain: allow x -- y\n", "# govchain: ",
    ]
)  # fmt: skip


def check(reading: Reading) -> None:
    """Every trouble can be said, and every id in the definitions names something."""
    for trouble in reading.troubles:
        assert said(trouble)
        assert trouble.place.line >= 1
        assert trouble.place.column >= 1
    registry = reading.definitions.registry
    for link in registry.links:
        assert link.data in registry.data
        assert link.source in registry.departments
    for matter in reading.definitions.matters.values():
        assert len({step.id for step in matter.steps}) == len(matter.steps)
        needs = [need for step in matter.own_steps for need in step.needs]
        entries: list[Material | DataNeed] = [*matter.materials, *needs]
        for several in entries:
            assert set(several.alternatives) <= registry.data.keys()
            assert several.shares is None or len(several.shares) == len(several.alternatives) > 1
        for step in matter.own_steps:
            assert set(step.promised) <= set(step.checks) <= registry.criteria.keys()
        assert {id_ for step in matter.steps for id_ in step.after or ()} <= {
            step.id for step in matter.steps
        }


@given(st.binary(max_size=200))
def test_random_bytes(content: bytes) -> None:
    check(read_texts({"m.yaml": content}))


@settings(max_examples=150)
@given(st.lists(PIECES, max_size=40))
def test_random_pieces_of_yaml(pieces: list[str]) -> None:
    check(read_texts({"m.yaml": "".join(pieces)}))


@settings(max_examples=150)
@given(st.data())
def test_mutations_of_a_valid_file(data: st.DataObject) -> None:
    text = TEXT
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(len(text), start + 8)))
        text = text[:start] + data.draw(PIECES | st.just("")) + text[end:]
    check(read_texts({"m.yaml": text}))


@given(st.text(max_size=100))
def test_random_settings(text: str) -> None:
    for trouble in settings_of("s.toml", text)[1]:
        assert said(trouble)


@given(st.permutations(["a.yaml", "b.yaml", "c.yaml", "d.yaml"]))
def test_the_order_of_files_is_irrelevant(names: list[str]) -> None:
    documents = (HEAD + STEPS, "matter: two\n" + STEPS, REGISTRY, "departments: {tax: {}}\n")
    named = dict(zip(names, documents, strict=True))
    reading, backwards = read_texts(named), read_texts(dict(reversed(named.items())))
    assert reading == backwards
    reference = read_texts(dict(enumerate_names(documents)))
    assert bare(reading.definitions.registry) == bare(reference.definitions.registry)
    assert reading.definitions.matters.keys() == reference.definitions.matters.keys()


def enumerate_names(documents: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(f"{number}.yaml", text) for number, text in enumerate(documents)]


LARGE = 20_000
HOSTILE = {
    "brackets": "[" * 100_000,
    "braces": "{a: " * 100_000,
    "dashes": "- " * 100_000,
    "indentation": "\n".join(" " * n + "a:" for n in range(1500)),
    "one key again and again": "matter: m\n" + "name: a\n" * LARGE,
    "unknown keys": "matter: m\n" + "".join(f"kay{n}: 1\n" for n in range(LARGE)),
    "one section again and again": "data: {a: {}}\n" * LARGE,
    "one id again and again": "data:\n" + "  a: {}\n" * LARGE,
    "aliases": "basis: [" + "*a, " * LARGE + "]",
    "merges": "matter: m\n" + "<<: *a\n" * LARGE,
    "comments": "# govchain: allow x -- y\n" * LARGE,
    "unknown ids": "matter: m\nsteps:\n"
    + "".join(f"  - {{id: s{n}, kind: review, checks: c{n}}}\n" for n in range(LARGE // 4)),
    "a step after all others": "matter: m\nsteps:\n"
    + f"  - {{id: s0, kind: fee, after: [{', '.join(f's{n}' for n in range(1, 5000))}]}}\n"
    + "".join(f"  - {{id: s{n}, kind: fee}}\n" for n in range(1, 5000)),
    "steps of one id": "matter: m\nsteps:\n" + "  - {id: a, kind: fee}\n" * 5000,
    "calls in a chain": "---\n".join(
        f"matter: m{n}\nfacts: {{f{n}: [a]}}\nsteps: [{{id: c, matter: m{n + 1}}}]\n"
        for n in range(2000)
    ),
    "commas": "matter: m\nsteps: [{id: a, kind: fee, after: [" + "a，" * LARGE + "]}]\n",
    "alternatives": "matter: m\nmaterials:\n"
    + f"  - any: {{{', '.join(f'd{n}: 0' for n in range(LARGE // 4))}, d: 1}}\n" * 2
    + f"  - any: {{{', '.join(f'd{n}: 0' for n in range(LARGE // 4))}, d: 1.0, e: 0}}\n",
    "what is free": "matter: m\nextra: " + "{a: [" * 48 + "x" + "]}" * 48 + "\n",
    "what is free again and again": "matter: m\nextra:\n" + "  a: {b: [c]}\n" * LARGE,
    "provisions": "matter: m\nbasis:\n"
    + "".join(f"  - {{provision: p{n % 9}, until: 20{n % 90 + 10}-01-01}}\n" for n in range(LARGE)),
    "departments in a circle": "departments:\n"
    + "".join(f"  d{n}: {{parent: d{(n + 1) % LARGE}}}\n" for n in range(LARGE)),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_size_and_depth_are_borne(name: str) -> None:
    start = time.process_time()
    read_texts({"m.yaml": HOSTILE[name]})
    assert time.process_time() - start < 10


def doubling(levels: int) -> str:
    """Matters of which each calls the next twice."""
    calls = "\n".join(
        f"---\nmatter: m{n}\ndepartment: a\nsteps:\n"
        f"  - {{id: x, matter: m{n + 1}}}\n  - {{id: y, matter: m{n + 1}}}"
        for n in range(levels)
    )
    return f"departments: {{a: {{}}}}\n{calls}\n---\nmatter: m{levels}\ndepartment: a\n{LAST}"


LAST = "steps: [{id: s, kind: fee}]\n"


def test_calls_that_double_at_each_level_are_refused_where_it_is_too_much() -> None:
    troubles = read_texts({"a.yaml": doubling(30)}).troubles
    assert {t.rule for t in troubles} == {"bad-value"}
    reasons = {"of all matters together" in said(t): said(t) for t in troubles}
    assert reasons.keys() == {True, False}, "first one chain has too many, then all together"
    assert "more than 2000 steps" in reasons[False]
    assert not read_texts({"a.yaml": doubling(9)}).troubles


def test_calls_a_thousand_deep_are_refused() -> None:
    calls = "\n".join(
        f"---\nmatter: m{n}\ndepartment: a\nsteps: [{{id: x, matter: m{n + 1}}}]"
        for n in range(1000)
    )
    text = f"departments: {{a: {{}}}}\n{calls}\n---\nmatter: m1000\ndepartment: a\n{LAST}"
    troubles = read_texts({"a.yaml": text}).troubles
    assert {t.rule for t in troubles} == {"bad-value"}
