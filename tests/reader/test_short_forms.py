"""Did you mean …: names and keys said shorter or longer than they are written."""

from __future__ import annotations

import pytest

from govchain.reader.ground import short_forms
from govchain.reader.ground.short_forms import ShortForms, resembling

from .saying import HEAD, STEPS, read, said

DEPARTMENTS = """---
departments:
  market: {name: 市场监督管理局, short: 市监}
  natres: {name: 自然资源和规划局}
  office: {name: Government service office}
data:
  realty: {name: 不动产登记信息, holder: natres}
"""


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("市场监管局", '"market" (市场监督管理局, m.yaml:8)?'),
        ("贵阳市市场监督管理局", '"market" (市场监督管理局, m.yaml:8)?'),
        ("市场监督管理居", '"market" (市场监督管理局, m.yaml:8)?'),
        ("自然资源局", '"natres" (自然资源和规划局, m.yaml:9)?'),
        ("Service office", '"office" (Government service office, m.yaml:10)?'),
    ],
)
def test_a_short_form_of_a_name_is_told_its_id(written: str, meant: str) -> None:
    [trouble] = read(HEAD.replace("police", written) + STEPS + DEPARTMENTS).troubles
    assert said(trouble).endswith(f"did you mean {meant}")


def test_the_short_name_of_a_department_is_a_name() -> None:
    [trouble] = read(HEAD.replace("police", "市监") + STEPS + DEPARTMENTS).troubles
    assert said(trouble).endswith('that is a name; its id is "market" (m.yaml:8)')


def test_every_reference_has_short_forms() -> None:
    steps = (
        "facts: {变更内容: [企业名称, 法定代表人]}\n"
        "materials: [{data: 不动产信息}]\n" + STEPS + "  - {id: d, name: 现场勘验审查, kind: fee}\n"
        "  - {id: c, kind: fee, after: 现场审查, when: {内容: 代表人}}\n"
        "  - {id: e, kind: fee, when: {变更内容: 代表人}}\n"
    )
    told = [
        said(trouble).split("; ", 1)[1] for trouble in read(HEAD + steps + DEPARTMENTS).troubles
    ]
    assert sorted(told) == sorted([
        'did you mean "realty" (不动产登记信息, m.yaml:17)?',
        'did you mean "d" (m.yaml:8)?',
        'did you mean "变更内容" (m.yaml:3)?',
        'did you mean "法定代表人" (m.yaml:3)?',
    ])  # fmt: skip


def test_what_two_names_may_mean_is_not_guessed() -> None:
    names = ["市城管局", "市监管局"]
    assert ShortForms(names).meant("市管局") is None
    assert ShortForms(["城市管理局", "市监管局"]).meant("市管局") == "市监管局"


def test_a_negation_is_no_short_form() -> None:
    assert ShortForms(["不可网办"]).meant("可网办") is None


def test_guesses_end_where_too_many_names_are_like(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(short_forms, "MOST_WORDS_TRIED", 5)
    names = ShortForms(f"第{n}中学" for n in range(9))
    names.meant("中学")
    assert names.meant("第1学") is None


@pytest.mark.parametrize(
    ("key", "remedy"),
    [
        ("时间限制", 'did you mean "时限"?'),
        ("办事部门", 'did you mean "部门"?'),
        ("办件数量", 'did you mean "年办件量"?'),
        ("适用对象", 'did you mean "服务对象"?'),
        ("限时", 'did you mean "时限"?'),
        ("身份", 'did you mean "身份标识"?'),
        ("法定", 'write it inside "时限", as "法定"'),
        ("承诺办结时间", 'write it inside "时限", as "承诺"'),
        ("联系电话号码", 'write it inside "其他", as "联系电话号码"'),
        ("limit-time", 'did you mean "time-limit"?'),
        ("responsible-department", 'did you mean "department"?'),
        ("vol", 'did you mean "volume"?'),
        ("materials-list", 'did you mean "materials"?'),
        ("identified", 'did you mean "identified-by"?'),
    ],
)
def test_a_key_said_at_length_or_in_short(key: str, remedy: str) -> None:
    [trouble] = read(f"matter: birth\n{key}: x\n" + STEPS).troubles
    assert f'no key "{key}" is known here; {remedy}' in said(trouble)


@pytest.mark.parametrize("key", ["foo", "天气", "部", "other-things"])
def test_a_key_that_resembles_nothing_is_told_what_there_is(key: str) -> None:
    [trouble] = read(f"{HEAD}{key}: x\n{STEPS}").troubles
    assert "use one of: " in said(trouble)


def test_what_a_key_resembles_is_not_read_on() -> None:
    """It may have meant something else."""
    reading = read(f"{HEAD}办件材料总目录: [{{name: a}}]\n{STEPS}")
    assert '"材料"' in said(reading.troubles[0])
    assert reading.definitions.matters["birth"].materials == ()
    assert reading.definitions.matters["birth"].doubtful


@pytest.mark.parametrize(
    ("text", "section"),
    [
        (f"{HEAD}materials:\n  - {{name: a}}\n" + STEPS.replace("steps:\n", ""), "steps"),
        ("departments:\n  tax: {}\n  d: {name: x, sharing: conditional}\n", "data"),
    ],
)
def test_a_key_of_the_section_below_whose_line_is_missing(text: str, section: str) -> None:
    trouble = next(t for t in read(text).troubles if t.rule == "unknown-key")
    assert f'if the line "{section}:" is missing above, add it' in said(trouble)


def test_the_longest_of_the_words_that_stand_in_a_text() -> None:
    assert resembling("材料清单目录", ("材料", "材料清单")) == "材料清单"
    assert resembling("监督的部门人", ("部门", "监督")) is None
