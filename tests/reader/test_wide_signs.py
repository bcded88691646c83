"""Signs of a Chinese keyboard: what is to be written instead, and that it is then read."""

from __future__ import annotations

import re

import pytest

from govchain.reader.ground.wide_signs import bare, brackets_at_ends

from .saying import HEAD, STEPS, read, said

REGISTRY = "---\ndata: {lease: {}, deed: {}}\n"


def step(needs: str) -> str:
    return f"{HEAD}{STEPS}  - id: c\n    kind: review\n    needs: {needs}\n{REGISTRY}"


@pytest.mark.parametrize(
    "needs",
    ["【lease，deed】", "【lease, deed】", "（lease、deed）", "［lease；deed］", "｛lease, deed｝",
     "[【lease, deed】]", "[“lease”，“deed”]", "[「lease」、「deed」]"],
)  # fmt: skip
def test_the_list_that_the_remedy_writes_is_read(needs: str) -> None:
    [trouble] = [t for t in read(step(needs)).troubles if t.rule == "bad-value"]
    written = re.search(r": (\[.*\])\Z", said(trouble))
    assert written is not None
    assert written[1] == "[lease, deed]"
    assert not read(step(written[1])).troubles


def test_wide_brackets_are_told_once_and_by_name() -> None:
    [trouble] = read(step("【lease，deed】")).troubles
    assert said(trouble) == (
        '"【】" encloses no list: it is read as part of a word; '
        "use half-width [ ] instead of 【】: [lease, deed]"
    )


def test_a_comma_of_half_width_inside_wide_brackets_and_braces() -> None:
    text = f"{HEAD}{STEPS}  - {{id: c, kind: review, needs: 【lease, deed】}}\n{REGISTRY}"
    opened, tail = read(text).troubles
    assert said(opened).endswith("use half-width [ ] instead of 【】: [lease, …]")
    assert said(tail).startswith(
        'no key "deed】" is known here; use half-width [ ] instead of 【】 around a list'
    )


@pytest.mark.parametrize(
    ("limit", "remedy"),
    [
        ("｛statutory: 5d, promised: 3d｝", "use half-width { } instead of ｛｝"),
        ("（statutory: 5d, promised: 3d）", "use half-width { } instead of （）"),
        ("{statutory：5d，promised：3d}", '":" and a space after each key, not "："'),
        ("{statutory：5d，promised：3d}", 'a space between the entries, not "，"'),
    ],
)
def test_a_mapping_in_wide_signs(limit: str, remedy: str) -> None:
    [trouble] = read(f"{HEAD}time-limit: {limit}\n{STEPS}").troubles
    assert remedy in said(trouble)


@pytest.mark.parametrize(
    ("line", "place", "remedy"),
    [
        ("  －{name: a, form: copy}", "4:3", 'write "-" and a space before each item'),
        ("　　- {name: a, form: copy}", "4:1", "replace it by ordinary spaces"),
        ("  －{name: a}", "4:3", 'write "-" and a space before each item'),
        ("  — {name: a}", "4:3", 'write "-" and a space before each item'),
        ("　　- {name: a}", "4:1", "begin the line with ordinary spaces"),
        ("  - ｛name: a, form: copy｝", "4:5", "use half-width { } instead of ｛｝"),
        ("  【{name: a}】", "4:3", "use half-width [ ] instead of 【】"),
    ],
)
def test_a_list_in_wide_signs(line: str, place: str, remedy: str) -> None:
    trouble = read(f"{HEAD}materials:\n{line}\n{STEPS}").troubles[-1]
    assert f"{trouble.place.line}:{trouble.place.column}" == place
    assert remedy in said(trouble)


@pytest.mark.parametrize(
    ("line", "remedy"),
    [
        ("steps: {id: a, kind: fee, time: ５个工作日}", 'write it in half width: "5个工作日"'),
        ("steps: {id: a, kind: fee, time: 5ｄ}", 'write it in half width: "5d"'),
        ("steps: {id: a, kind: fee, time: ５天}", 'write "5个工作日" for working days'),
        ("steps: {id: a, kind: fee, fee: ８０}", 'write it in half width: "80"'),
        ("steps: {id: a, kind: fee, fee: ８０元}", 'did you mean "80"?'),
        ("volume: ８０００", 'write it in half width: "8000"'),
        ("satisfaction: ０.９", 'write it in half width: "0.9"'),
        ("basis: {provision: 法, until: 2026－06－01}", 'write it in half width: "2026-06-01"'),
    ],
)
def test_numbers_in_full_width(line: str, remedy: str) -> None:
    [trouble] = read(f"{HEAD}{line}\n").troubles
    assert remedy in said(trouble)


@pytest.mark.parametrize("department", ["“police”", "《police》", "ｐｏｌｉｃｅ", "【police】"])
def test_an_id_in_wide_signs_means_the_one_without(department: str) -> None:
    [trouble] = read(HEAD.replace("police", department) + STEPS).troubles
    assert said(trouble).endswith('did you mean "police" (r.yaml:2)?')


def test_a_word_keeps_the_brackets_that_are_its_own() -> None:
    assert brackets_at_ends("公章（旧）") == ""
    assert brackets_at_ends("（旧）公章") == ""
    assert brackets_at_ends("公章】") == "【】"
    assert bare("“公章（旧）章”") == "公章（旧）章"
