"""Keywords, fixed values and reserved ids in the other language; nothing else is touched."""

from __future__ import annotations

import pytest

from govchain.language.fixed_words import YES_NO
from govchain.language.forms import FORMS
from govchain.language.keywords import Keyword, Shape
from tests.rewriting.saying import anew

ENGLISH = """\
# type: licence stays in a comment
matter: 出生登记
name: type
type: confirmation
department: all-in-one
applicant: person
identified-by: [citizen-id, passport]
basis:
  - {provision: name, until: 2026-01-01}
  - type
time-limit: {statutory: 5d, basis: promised}
illustrative: [volume, promised]
complete: [basis, materials]
online: none
facts:
  applicant: [person, other]
  online: {full: 0.5, none: 0.5}
materials:
  - {data: lease, handling: shown, form: "copy", when: {applicant: person}}
  - {any: {all: 0.5, data: 0.5}, necessity: later}
joined: none
steps:
  - {id: apply, kind: apply, visit: 1}
  - {id: accept, kind: 'accept', needs: [lease, {data: map, max-age: daily}]}
  - {id: call, matter: joint, after: [apply], order-basis: kind}
  - id: approve
    kind: approve
    checks: [kind]
    channel: [online, window]
    independent: yes
    fee: {amount: 10, basis: fee}
    power: decision
extra:
  type: licence
  kind: {name: approve}
---
departments:
  kind: {kind: platform}

data:
  type: {holder: applicant, update: daily, personal: true}
  name: {holder: kind, sharing: restricted, personal: no}

links:
  - {data: name, to: all, channel: manual, status: planned, extended: yes}

themes:
  goals:
    matters: 出生登记
    goals:
      - {stage: pilot, materials: 3}

calendar:
  2027: {off: [2027-01-01]}
"""
CHINESE = """\
# type: licence stays in a comment
事项: 出生登记
名称: type
类型: 确认
部门: all-in-one
服务对象: 自然人
身份标识: [身份证号, passport]
依据:
  - {条款: name, 有效至: 2026-01-01}
  - type
时限: {法定: 5d, 依据: promised}
示例: [volume, promised]
完整: [依据, 材料]
网办深度: 不可网办
情形:
  applicant: [person, other]
  online: {full: 0.5, none: 0.5}
材料:
  - {数据: lease, 交验方式: 出示, 形式: "复印件", 当: {applicant: person}}
  - {任一: {all: 0.5, data: 0.5}, 必要性: 容缺后补}
联办: 无
环节:
  - {编号: apply, 种类: 申请, 跑动: 1}
  - {编号: accept, 种类: '受理', 所需数据: [lease, {数据: map, 最长时效: 每日}]}
  - {编号: call, 事项: joint, 前置: [apply], 次序依据: kind}
  - 编号: approve
    种类: 审批
    核验条件: [kind]
    渠道: [网上, 窗口]
    独立审查: 是
    收费: {金额: 10, 依据: fee}
    权力: 决策
其他:
  type: licence
  kind: {name: approve}
---
部门名录:
  kind: {性质: 共享平台}

数据目录:
  type: {数源部门: 申请人, 更新周期: 每日, 个人信息: true}
  name: {数源部门: kind, 共享类型: 不予共享, 个人信息: 否}

共享链路:
  - {数据: name, 使用部门: 全部, 共享方式: 人工, 状态: 计划, 延长答复: 是}

应用主题:
  goals:
    事项: 出生登记
    目标:
      - {阶段: 试点, 材料: 3}

工作日历:
  2027: {放假: [2027-01-01]}
"""


def test_into_chinese_and_back() -> None:
    assert anew(ENGLISH, "zh") == CHINESE
    assert anew(CHINESE, "en") == ENGLISH


@pytest.mark.parametrize("text", [ENGLISH, CHINESE], ids=("english", "chinese"))
def test_without_a_language_words_stay(text: str) -> None:
    assert anew(text) == text


def test_both_spellings_in_one_file_become_one() -> None:
    text = "matter: a\n名称: b\ntype: 许可\n"
    assert anew(text, "en") == "matter: a\nname: b\ntype: licence\n"
    assert anew(text, "zh") == "事项: a\n名称: b\n类型: 许可\n"


@pytest.mark.parametrize(
    "text",
    [
        'matter: a\ntype: "licen\\u0063e"\n',
        "matter: a\ntype: |\n  licence\n",
        "matter: a\ntyp: licence\n",
        "matter: a\nsteps:\n  - {id: b, kind: [apply]}\n",
    ],
    ids=("an escape", "a block", "an unknown key", "a list where one value is wanted"),
)
def test_what_nobody_writes_may_stay(text: str) -> None:
    assert "licen" in anew(text, "zh") or "申请" in anew(text, "zh")


def keywords() -> list[tuple[str, Keyword]]:
    return [(form.name, keyword) for form in FORMS.values() for keyword in form.keywords]


def test_every_word_of_the_table_has_a_twin_that_leads_back() -> None:
    for _, keyword in keywords():
        words = YES_NO if keyword.shape is Shape.YES_NO else keyword.words
        assert len(set(words.values())) == len(words)
        assert not set(words) & set(words.values())
