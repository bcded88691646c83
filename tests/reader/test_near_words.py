"""What is suggested by meaning: a keyword, a key inside one, a fixed value."""

from __future__ import annotations

import pytest

from govchain.language import near_words
from govchain.language.forms import FORMS
from govchain.language.matter import MATTER, STEP
from govchain.language.near_words import near_keys, near_value
from govchain.model import duration

from .saying import HEAD, STEPS, read, said


@pytest.mark.parametrize(
    ("key", "remedy"),
    [
        ("牵头部门", 'did you mean "部门"?'),
        ("主管部门", 'did you mean "部门"?'),
        ("法定时限", 'write it inside "时限", as "法定"'),
        ("承诺时限", 'write it inside "时限", as "承诺"'),
        ("联系电话", 'write it inside "其他", as "联系电话"'),
        ("lead", 'did you mean "department"?'),
        ("Lead Department", 'did you mean "department"?'),
        ("deadline", 'did you mean "time-limit"?'),
        ("promised_limit", 'write it inside "time-limit", as "promised"'),
        ("telephone", 'write it inside "extra", as "telephone"'),
    ],
)
def test_a_key_of_a_matter(key: str, remedy: str) -> None:
    [trouble] = read(f"matter: birth\n{key}: x\n" + STEPS).troubles
    assert said(trouble) == f'no key "{key}" is known here; {remedy}'


@pytest.mark.parametrize("key", ["申请材料", "documents", "办理流程", "workflow"])
def test_what_is_read_on_is_not_missed(key: str) -> None:
    entry = "{name: 证, data: birth-certificate}"
    is_steps = key in ("办理流程", "workflow")
    text = HEAD + (STEPS.replace("steps", key) if is_steps else f"{key}: [{entry}]\n" + STEPS)
    reading = read(text)
    assert [trouble.rule for trouble in reading.troubles] == ["unknown-key"]
    matter = reading.definitions.matters["birth"]
    assert len(matter.steps) == 2
    assert len(matter.materials) == (0 if is_steps else 1)


def test_a_keyword_that_stands_there_already_is_not_suggested() -> None:
    [trouble] = read(HEAD + "lead: x\n" + STEPS).troubles
    assert "did you mean" not in said(trouble)
    [trouble] = read(HEAD + "time-limit: {statutory: 5d}\npromised-limit: 3d\n" + STEPS).troubles
    assert said(trouble).endswith('write it inside "time-limit", as "promised"')


def test_one_word_means_what_its_place_has_a_keyword_for() -> None:
    assert [keyword.name for keyword, _ in near_keys(STEP, "类型")] == ["kind"]
    assert [keyword.name for keyword, _ in near_keys(FORMS["material"], "类型")] == ["form"]
    assert [keyword.name for keyword, _ in near_keys(FORMS["data"], "主管部门")] == ["holder"]
    assert near_keys(MATTER, "上下文") == []


@pytest.mark.parametrize(
    ("line", "suggestion"),
    [
        ("type: 行政许可", "许可"),
        ("type: permit", "licence"),
        ("applicant: 个人", "自然人"),
        ("applicant: company", "entity"),
        ("level: 省", "省级"),
    ],
)
def test_a_fixed_value(line: str, suggestion: str) -> None:
    [trouble] = read(f"{HEAD}{line}\n{STEPS}").troubles
    assert said(trouble).endswith(f'did you mean "{suggestion}"?')


def test_one_value_means_what_its_keyword_knows() -> None:
    kinds = STEP.keyword("kind"), FORMS["department"].keyword("kind")
    assert [near_value(kind, "公司") for kind in kinds] == [None, "enterprise"]
    assert [near_value(kind, "审查") for kind in kinds] == ["review", None]


SPELLED = {spelling for form in FORMS.values() for spelling in form.spelled}


def test_every_meaning_is_a_keyword() -> None:
    for meanings in near_words._KEYS:
        for meaning in meanings.split():
            outer, _, inner = meaning.partition(".")
            assert outer in SPELLED
            assert not inner or inner in FORMS[outer].spelled


def test_every_near_value_means_a_fixed_one() -> None:
    for name, values in near_words._VALUES.items():
        keywords = [form.spelled[name] for form in FORMS.values() if name in form.spelled]
        for value in values:
            assert any(value in keyword.words for keyword in keywords), (name, value)


def test_no_near_word_is_one_already_where_it_is_suggested() -> None:
    """A word of the language is read; a suggestion for it would never be made."""
    for form in FORMS.values():
        for keyword in form.keywords:
            for word in (*keyword.words, *keyword.words.values()):
                assert near_value(keyword, word) in (None, keyword.meaning(word)), word


def test_every_unit_that_may_be_meant_is_one() -> None:
    known = {*duration.UNITS, *duration.CHINESE_UNITS}
    for unit, meant in near_words.UNITS.items():
        assert unit not in known
        assert set(meant) <= known


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("volume: 1,000", "1000"),
        ("年办件量: 约9000件", "9000"),
        ("satisfaction: 95%", "0.95"),
        ("满意度: 85", "0.85"),
        ("materials: {name: a, copies: 2份}", "2"),
        ("steps: {id: a, kind: fee, fee: 80元}", "80"),
        ("steps: {id: a, kind: fee, fee: 免费}", "0"),
        ("steps: {id: a, kind: fee, fee: '1,200.5元'}", "1200.5"),
        ("basis: {provision: 法, until: 2026年6月1日}", "2026-06-01"),
        ("basis: {provision: 法, until: 2026/6/1}", "2026-06-01"),
    ],
)
def test_a_number_or_date_as_people_write_it(line: str, meant: str) -> None:
    [trouble] = read(HEAD + line + "\n").troubles
    assert said(trouble).endswith(f'did you mean "{meant}"?')


@pytest.mark.parametrize(
    "line",
    [
        "volume: 3万件",
        "volume: 50%",
        "volume: 3.5",
        "volume: 1,00",
        "satisfaction: 120%",
        "materials: {name: a, copies: 0份}",
        "steps: {id: a, kind: fee, fee: 5美元}",
        "basis: {provision: 法, until: 2026年2月30日}",
        "volume: 1" + ",000" * 3000,
    ],
)
def test_a_number_or_date_that_is_not_clear(line: str) -> None:
    [trouble] = read(HEAD + line + "\n").troubles
    assert "did you mean" not in said(trouble)


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        (
            "事项: m\n部门: police\n材料: [营业执照]\n",
            "write it as a mapping, such as {名称: 营业执照}",
        ),
        ("departments: {tax: 税务局}\n", "write it as a mapping, such as {name: 税务局}"),
        (
            HEAD + "steps: {id: a, kind: fee, after: none}\n",
            "write [] if it may start at once",
        ),
    ],
)
def test_a_text_where_something_else_stands(text: str, remedy: str) -> None:
    [trouble] = read(text).troubles
    assert said(trouble).endswith(remedy)


def test_a_matter_of_which_no_key_is_right_is_a_matter() -> None:
    reading = read("事项编号: birth\n牵头部门: police\n申请材料: [{名称: 证}]\n办理流程: []\n")
    assert [trouble.subject for trouble in reading.troubles] == [
        "事项编号", "牵头部门", "申请材料", "办理流程",
    ]  # fmt: skip
    assert [material.name for material in reading.definitions.matters["birth"].materials] == ["证"]


@pytest.mark.parametrize("key", ["name", "部门", "条件", "links", "foo"])
def test_a_key_that_a_registry_may_have_makes_no_matter(key: str) -> None:
    assert not read(f"{key}: x\ndepartments: {{}}\n").definitions.matters
