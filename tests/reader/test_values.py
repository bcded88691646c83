"""What each shape of value and each absent key means, the same in both languages."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable
from fractions import Fraction
from typing import TypeAlias

import pytest

from govchain.language.forms import FORMS
from govchain.language.keywords import Form, Keyword, Shape
from govchain.language.matter import CALL, MATTER
from govchain.language.registry import REGISTRY
from govchain.model.duration import Duration, parse_duration
from govchain.model.nouns import Call, Guard, Provision, Step
from govchain.reader.reading import Reading, read_texts

from .saying import HEAD, STEPS, bare, read
from .saying import REGISTRY as SMALL

Said: TypeAlias = dict[str, object]


def completed(form: Form, value: Said) -> Said:
    """The mapping with what it lacks of the form: a keyword that is new has its example too."""
    ids = {"departments": "tax", "data": "realty", "criteria": "owner", "matters": "water"}
    examples: dict[Shape, Callable[[Keyword], object]] = {
        Shape.TEXT: lambda keyword: "字",
        Shape.TEXTS: lambda keyword: ["字"],
        Shape.REF: lambda keyword: ids[keyword.of],
        Shape.REFS: lambda keyword: [ids[keyword.of]],
        Shape.WORD: lambda keyword: next(iter(keyword.words)),
        Shape.WORDS: lambda keyword: [next(iter(keyword.words))],
        Shape.YES_NO: lambda keyword: "yes",
        Shape.COUNT: lambda keyword: "2",
        Shape.DURATION: lambda keyword: "3d",
        Shape.DATE: lambda keyword: "2026-06-01",
    }
    lacking = [k for k in form.keywords if k.name not in value and k.shape in examples]
    return value | {k.name: examples[k.shape](k) for k in lacking}


FULL: Said = completed(MATTER, {
    "matter": "house-transfer", "name": "转移登记", "code": "010", "type": "confirmation",
    "department": "natres", "level": "city", "applicant": "both",
    "identified-by": ["citizen-id", "驾驶证号"],
    "basis": ["《条例》第十四条", "1:30",
              {"provision": "旧法", "until": "2026-06-30", "repealed-by": "新法"}],
    "joined": ["applications", "materials"], "complete": ["basis", "checks"],
    "extra": {"预约地址": "https://x", "电话": ["0851-1", {"分机": "08"}]},
    "time-limit": {"statutory": "30d", "promised": "1mo", "extension": "3cd", "basis": "法"},
    "volume": "9000", "sources": ["统计年鉴"], "illustrative": "volume", "satisfaction": "0.95",
    "published": {"steps": "9", "materials": "7", "days": "20d", "visits": "6", "windows": "3",
                  "approvals": "2", "departments": "4", "source": "省政府通报", "note": "平均数"},
    "online": "full", "redress": ["12345"], "supervised-by": "office", "refers-to": "office",
    "trigger": "realty", "collaborators": ["tax", "natres"],
    "facts": {"married": ["yes", "no"], "size": {"small": "0.9", "large": "0.1"}},
    "materials": [
        {"data": "realty", "form": "original", "copies": "2", "necessity": "later",
         "handling": "shown", "extra": {"码": "010"},
         "basis": "法", "waived-by": ["法一", "法二"]},
        {"any": {"marriage": "0.3", "realty": "0.7"}, "when": {"married": "yes"}},
        {"name": "照片"},
    ],
    "steps": [
        {"id": "apply", "kind": "apply", "visit": "1", "visit-basis": "法"},
        {"id": "review", "kind": "review", "name": "核验", "department": "tax", "post": "科长",
         "checks": ["owner"], "promised": "owner", "produces": "receipt", "time": "2w",
         "time-excluded": "法", "extra": {},
         "channel": ["online", "mail"], "with": ["natres"], "returns-to": "apply",
         "independent": "yes", "basis": "法", "order-basis": "法", "officers": "2",
         "system": "平台", "supervised-by": "office", "power": "supervision",
         "fee": {"amount": "12.5", "basis": "法"}},
        {"id": "register", "kind": "approve", "after": ["apply", "review"],
         "when": [{"married": "yes", "size": ["small", "large"]}, {"size": "large"}],
         "needs": ["receipt", {"data": "marriage", "fields": ["姓名"], "max-age": "daily",
                               "when": {"married": "yes"}}, {"any": ["realty", "marriage"]}],
         "changes": ["realty"], "fee": "80", "time": "4h"},
        {"id": "water", "name": "过户", "matter": "water", "after": "register",
         "when": {"size": "small"}},
    ],
})  # fmt: skip
WATER: Said = {"matter": "water", "steps": [{"id": "open", "kind": "other"}]}
BOOK: Said = {
    "departments": {
        "natres": {"name": "自然资源局", "level": "city", "kind": "government"},
        "tax": {"name": "税务局", "short": "税务", "parent": "office"},
        "office": {"extra": {"电话": "1"}},
        "army": {"kind": "external"},
        "platform": {"kind": "platform"},
    },
    "data": {
        "realty": {"name": "不动产登记信息", "holder": "natres", "stored-by": ["tax"],
                   "stored-as": "database", "base": "geospatial", "fields": ["坐落", "面积"],
                   "update": "daily", "sharing": "restricted", "basis": "法", "personal": "yes",
                   "attests": ["owner"], "banned": "文件", "system": "登记系统",
                   "extra": {"目录代码": "3"}},
        "marriage": {"name": "婚姻登记信息", "holder": "applicant"},
        "receipt": {"name": "完税凭证", "holder": "tax"},
    },
    "criteria": {"owner": {"name": "权属", "basis": "法", "uses": "realty", "decidable": "yes",
                           "verify": "after"}},
    "links": [
        {"data": "realty", "to": "all", "via": "platform", "fields": ["坐落"], "update": "weekly",
         "channel": "database", "status": "agreed", "applied": "2026-01-01",
         "agreed": "2026-01-05", "since": "2026-02-01", "until": "2027-02-01",
         "extended": "yes", "purpose": "核税", "duty": "法"},
        {"data": "marriage", "from": "office", "to": ["tax", "natres"]},
    ],
    "collaborations": [
        {"between": ["tax", "natres"], "matters": "house-transfer", "answer-within": "2d",
         "basis": "办法", "contact": "张"},
    ],
    "themes": {
        "housing": {"name": "安居", "matters": ["house-transfer"], "path": ["先试点"],
                    "sources": "文件", "illustrative": ["goals"],
                    "goals": [{"by": "2026-12-31", "stage": "pilot", "where": "全市",
                               "visits": "1", "materials": "3", "days": "5d",
                               "satisfaction": "0.9"}]},
    },
    "calendar": {"2027": {"off": ["2027-01-01"], "work": "2027-02-06"}},
}  # fmt: skip


def in_chinese(form: Form, value: Said) -> Said:
    """The same mapping with every keyword and fixed word in its Chinese spelling."""
    chosen = CALL if form.name == "step" and "matter" in value else form
    return {
        chosen.keyword(key).chinese: _chinese(chosen.keyword(key), inner)
        for key, inner in value.items()
    }


def _chinese(keyword: Keyword, value: object) -> object:
    if isinstance(value, list):
        return [_chinese(keyword, item) for item in value]
    if isinstance(value, str):
        return (
            {"yes": "是", "no": "否"}.get(value, value)
            if (keyword.shape is Shape.YES_NO)
            else keyword.words.get(value, value)
        )
    assert isinstance(value, dict)
    if keyword.shape is Shape.ALTERNATIVES:
        return value
    if keyword.shape is Shape.SECTION:
        return {id_: in_chinese(FORMS[keyword.of], entry) for id_, entry in value.items()}
    return in_chinese(FORMS[keyword.of], value) if keyword.of else value


def read_all(*documents: tuple[Form, Said], chinese: bool) -> Reading:
    text = "\n---\n".join(
        json.dumps(in_chinese(form, value) if chinese else value, ensure_ascii=False)
        for form, value in documents
    )
    return read_texts({"m.yaml": text})


DOCUMENTS = ((MATTER, FULL), (MATTER, WATER), (REGISTRY, BOOK))


def test_both_languages_say_the_same() -> None:
    english = read_all(*DOCUMENTS, chinese=False)
    chinese = read_all(*DOCUMENTS, chinese=True)
    assert english.troubles == chinese.troubles == ()
    assert bare(english.definitions) == bare(chinese.definitions)


def test_the_full_example_uses_every_keyword() -> None:
    text = json.dumps(in_chinese(MATTER, FULL), ensure_ascii=False)
    text += json.dumps(in_chinese(REGISTRY, BOOK), ensure_ascii=False)
    for form in FORMS.values():
        for keyword in form.keywords:
            assert f'"{keyword.chinese}"' in text, (form.name, keyword.name)


def test_whatever_is_written_may_stand_in_a_set() -> None:
    one, other = (read_all(*DOCUMENTS, chinese=False).definitions for _ in range(2))
    for matter in one.matters.values():
        assert other.matters[matter.id] in {matter}
        assert set(other.matters[matter.id].steps) == set(matter.steps)
    for name in ("departments", "data", "criteria", "themes"):
        entries, same = getattr(one.registry, name), getattr(other.registry, name)
        assert set(entries.values()) == set(same.values())
    assert set(one.registry.links) == set(other.registry.links)


def full_step(id_: str) -> Step:
    matter = read_all(*DOCUMENTS, chinese=False).definitions.matters["house-transfer"]
    step = next(step for step in matter.steps if step.id == id_)
    assert isinstance(step, Step)
    return step


def test_scalars_never_change_meaning() -> None:
    matter = read(
        "matter: 010\nname: no\ncode: 1:30\ndepartment: police\nbasis: [2026-01-01, 0x1F, ~]\n"
        "facts: {1: [on, off]}\nsteps: [{id: 1e3, kind: fee, when: {1: on}}]\n"
    ).definitions.matters["010"]
    assert (matter.name, matter.code) == ("no", "1:30")
    assert matter.basis == ("2026-01-01", "0x1F", "~")
    assert matter.facts["1"].options == ("on", "off")
    assert matter.steps[0].id == "1e3"


def test_numbers_dates_and_durations() -> None:
    reading = read_all(*DOCUMENTS, chinese=False)
    matter = reading.definitions.matters["house-transfer"]
    assert matter.volume == 9000
    assert matter.satisfaction == Fraction(19, 20)
    assert matter.time_limit.promised == Duration(1, "mo")
    assert matter.facts["size"].shares == (Fraction(9, 10), Fraction(1, 10))
    link = reading.definitions.registry.links[0]
    assert link.since == datetime.date(2026, 2, 1)
    fee = full_step("review").fee
    assert fee is not None
    assert fee.amount == Fraction(25, 2)


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("2w", "10d"), ("2周", "10d"), ("2个星期", "10d"), ("1星期", "5d"), ("1y", "261d"),
        ("4年", "48mo"), ("4mo", "87d"), ("7cd", "1w"), ("7日", "1周"), ("24h", "3个工作日"),
        ("即办", "0"), ("即时办结", "0min"), ("当场办结", "0"), (" 5 d ", "5d"), ("0年", "0"),
    ],
)  # fmt: skip
def test_durations_are_exact(text: str, same: str) -> None:
    durations = [parse_duration(text), parse_duration(same)]
    assert durations[0] is not None
    assert durations[1] is not None
    assert durations[0].ticks == durations[1].ticks


@pytest.mark.parametrize(
    "text",
    ["5", "五日", "5 5d", "d", "5.5d", "-5d", "1234567d", "5天", "即", "5" + " " * 9999 + "x"],
)
def test_what_is_no_duration(text: str) -> None:
    assert parse_duration(text) is None


def test_a_provision_is_a_text_that_may_end() -> None:
    matter = read_all(*DOCUMENTS, chinese=False).definitions.matters["house-transfer"]
    assert matter.basis == ("《条例》第十四条", "1:30", "旧法")
    ended = matter.basis[2]
    assert isinstance(ended, Provision)
    assert (ended.until, ended.repealed_by) == (datetime.date(2026, 6, 30), "新法")
    assert not isinstance(matter.basis[0], Provision)


@pytest.mark.parametrize(
    "written",
    ["{provision: 法}", "[{provision: 法}]", "法", "[法, 法]", "[{条款: 法}, {条款: 法}]"],
)
def test_one_provision_may_stand_alone(written: str) -> None:
    reading = read(f"{HEAD}basis: {written}\n{STEPS}")
    assert reading.troubles == ()
    assert reading.definitions.matters["birth"].basis == ("法",)


def test_an_end_may_be_written_wherever_a_basis_is() -> None:
    end = "{provision: 法, until: 2026-01-01}"
    text = (
        f"matter: birth\ndepartment: police\ntime-limit: {{statutory: 5d, basis: {end}}}\n"
        f"materials: [{{name: a, basis: {end}}}]\n"
        "steps:\n"
        f"  - {{id: a, kind: fee, basis: {end}, visit-basis: {end}, order-basis: {end}, "
        f"fee: {{amount: 1, basis: {end}}}}}\n"
        f"---\ndata: {{d: {{basis: {end}}}}}\ncriteria: {{c: {{basis: {end}}}}}\n"
        f"collaborations: [{{between: [police, health], basis: {end}}}]\n"
    )
    reading = read(text)
    assert reading.troubles == ()
    matter, registry = reading.definitions.matters["birth"], reading.definitions.registry
    [step] = matter.own_steps
    assert step.fee is not None
    bases = [
        matter.time_limit.basis, matter.materials[0].basis, step.basis, step.visit_basis,
        step.order_basis, step.fee.basis, registry.data["d"].basis, registry.criteria["c"].basis,
        registry.collaborations[0].basis,
    ]  # fmt: skip
    for [provision] in bases:
        assert isinstance(provision, Provision)
        assert provision.until == datetime.date(2026, 1, 1)


def test_what_calls_join_and_what_is_complete() -> None:
    matters = read_all(*DOCUMENTS, chinese=True).definitions.matters
    assert matters["house-transfer"].joined == ("applications", "materials")
    assert matters["house-transfer"].complete == ("basis", "checks")
    assert matters["water"].joined == matters["water"].complete == ()


@pytest.mark.parametrize("word", ["none", "无", "[none]"])
def test_none_is_joined(word: str) -> None:
    reading = read(f"{HEAD}joined: {word}\n{STEPS}")
    assert reading.troubles == ()
    assert reading.definitions.matters["birth"].joined == ()


@pytest.mark.parametrize("steps", ["", "steps: []\n", "steps:\n"])
def test_a_matter_may_be_listed_without_steps(steps: str) -> None:
    reading = read(HEAD + "joined: materials\nmaterials: [{name: a}]\n" + steps)
    assert reading.troubles == ()
    matter = reading.definitions.matters["birth"]
    assert (matter.steps, matter.is_described, matter.doubtful) == ((), False, False)
    assert [material.name for material in matter.materials] == ["a"]


@pytest.mark.parametrize(
    "steps", ["steps: soon\n", "steps: [soon]\n", "steps: *x\n", "proces: []\n"]
)
def test_steps_that_could_not_be_read_are_not_absent(steps: str) -> None:
    matter = read(HEAD + steps).definitions.matters["birth"]
    assert matter.steps == ()
    assert matter.doubtful


def test_handling() -> None:
    materials = read_all(*DOCUMENTS, chinese=True).definitions.matters["house-transfer"].materials
    assert [material.handling for material in materials] == ["shown", "submitted", "submitted"]


def test_promised_checks() -> None:
    assert full_step("review").promised == ("owner",)
    assert full_step("register").promised == ()


def test_alternatives_with_shares() -> None:
    [_, several, _] = (
        read_all(*DOCUMENTS, chinese=True).definitions.matters["house-transfer"].materials
    )
    assert several.alternatives == ("marriage", "realty")
    assert several.shares == (Fraction(3, 10), Fraction(7, 10))
    assert full_step("register").needs[2].shares is None


@pytest.mark.parametrize(
    "any_", ["birth-certificate", "[birth-certificate]", "{birth-certificate: 1}"]
)
def test_one_alternative_is_the_same_as_data(any_: str) -> None:
    text = f"materials: [{{any: {any_}}}, {{data: birth-certificate}}]\n"
    reading = read(HEAD + text + STEPS)
    assert reading.troubles == ()
    one, other = reading.definitions.matters["birth"].materials
    assert bare(one) == bare(other)


def test_an_alternative_counts_once() -> None:
    reading = read(
        HEAD + "materials: [{any: [q, birth-certificate, q]}]\n" + STEPS + "---\ndata: {q: {}}\n"
    )
    assert reading.troubles == ()
    [material] = reading.definitions.matters["birth"].materials
    assert material.alternatives == ("q", "birth-certificate")


def test_shares_have_as_many_decimals_as_a_spreadsheet_writes() -> None:
    written = "facts: {x: {a: 0.30000000000000004, b: 0.7}}\n"
    reading = read(f"{HEAD}{written}{STEPS}")
    assert [trouble.rule for trouble in reading.troubles] == ["unused-fact"]
    a, b = reading.definitions.matters["birth"].facts["x"].shares or ()
    assert (a, b) == (Fraction(30000000000000004, 10**17), Fraction(7, 10))


def test_shares_that_agree_may_stand_twice_and_be_left_out() -> None:
    shares = "{birth-certificate: 0.25, q: 0.75}", "{q: 0.750, birth-certificate: 0.25}"
    needs = "".join(
        f"  - {{id: s{n}, kind: review, needs: {{any: {any_}}}}}\n"
        for n, any_ in enumerate((*shares, "[q, birth-certificate]"))
    )
    reading = read(HEAD + STEPS + needs + "---\ndata: {q: {}}\n")
    assert reading.troubles == ()
    steps = reading.definitions.matters["birth"].own_steps[2:]
    assert [step.needs[0].shares for step in steps] == [
        (Fraction(1, 4), Fraction(3, 4)),
        (Fraction(3, 4), Fraction(1, 4)),
        None,
    ]


def test_what_is_free_is_kept_as_written() -> None:
    reading = read_all(*DOCUMENTS, chinese=False)
    matter, registry = reading.definitions.matters["house-transfer"], reading.definitions.registry
    assert matter.extra == {"预约地址": "https://x", "电话": ("0851-1", {"分机": "08"})}
    assert matter.materials[0].extra == {"码": "010"}
    assert registry.departments["office"].extra == {"电话": "1"}
    assert registry.data["realty"].extra == {"目录代码": "3"}
    assert registry.departments["tax"].extra == {}


def test_what_is_free_has_no_keywords_no_ids_and_no_doubt() -> None:
    extra = "extra: {all: , a b: {matter: no}, steps: [01, ~, [x]], a b: 2}"
    matter = read(f"{HEAD}{extra}\n{STEPS}").definitions.matters["birth"]
    assert matter.extra == {"all": "", "a b": {"matter": "no"}, "steps": ("01", "~", ("x",))}
    assert not matter.doubtful
    step = f"  - {{id: c, kind: fee, {extra}}}\n"
    assert not read(HEAD + STEPS + step).definitions.matters["birth"].own_steps[2].doubtful


def test_bodies_outside_the_administration() -> None:
    army = read_all(*DOCUMENTS, chinese=True).definitions.registry.departments["army"]
    assert army.kind == "external"
    assert not army.is_public


def test_guards_and_needs() -> None:
    step = full_step("register")
    assert step.when == Guard(
        ({"married": ("yes",), "size": ("small", "large")}, {"size": ("large",)})
    )
    assert [(need.alternatives, need.is_any) for need in step.needs] == [
        (("receipt",), False),
        (("marriage",), False),
        (("realty", "marriage"), True),
    ]


def test_what_an_absent_key_says() -> None:
    reading = read_all(*DOCUMENTS, chinese=False)
    water = reading.definitions.matters["water"]
    assert (water.name, water.type, water.materials) == ("water", "other", ())
    assert not water.declares_collaborators
    [step] = water.steps
    assert isinstance(step, Step)
    assert (step.name, step.visit, step.after, step.department) == ("", 0, None, None)
    registry = reading.definitions.registry
    assert registry.departments["office"].name == "office"
    assert registry.links[0].source == "natres"
    assert registry.links[1].channel == "api"


def test_names_of_materials_come_from_their_data() -> None:
    matter = read_all(*DOCUMENTS, chinese=False).definitions.matters["house-transfer"]
    assert [material.name for material in matter.materials] == [
        "不动产登记信息",
        "婚姻登记信息 / 不动产登记信息",
        "照片",
    ]
    assert matter.materials[0].waived_by == "法一；法二"


def test_calls() -> None:
    matter = read_all(*DOCUMENTS, chinese=False).definitions.matters["house-transfer"]
    call = matter.steps[-1]
    assert isinstance(call, Call)
    assert (call.matter, call.after) == ("water", ("register",))


@pytest.mark.parametrize("word", ["yes", "是", "true", "True"])
def test_yes_has_four_spellings(word: str) -> None:
    data = read(f"data: {{x: {{personal: {word}}}}}\n").definitions.registry.data
    assert data["x"].personal


@pytest.mark.parametrize(
    "text", ["", "# nothing\n", "---\n---\n", "\ufeff", "links:\n", "data: {}\n"]
)
def test_empty_documents_and_sections_are_fine(text: str) -> None:
    assert read(text).troubles == ()


def test_entries_may_be_empty() -> None:
    registry = read("departments:\n  tax:\n  fund: {}\n").definitions.registry
    assert {"tax", "fund"} <= registry.departments.keys()


@pytest.mark.parametrize("ends", ["\r\n", "\r"])
def test_line_ends_and_byte_order_marks_change_no_place(ends: str) -> None:
    plain = read(HEAD + STEPS + "  - {id: c}\n")
    other = read(b"\xef\xbb\xbf" + (HEAD + STEPS + "  - {id: c}\n").replace("\n", ends).encode())
    assert plain.definitions == other.definitions
    assert plain.troubles == other.troubles


def test_places_count_from_one_in_characters() -> None:
    reading = read("{部门名录: {公安: {名称: x}}, 数据目录: {户口: {数源部门: 公安}}}\n")
    place = reading.definitions.registry.data["户口"].place
    assert (place.file, place.line, place.column) == ("m.yaml", 1, 30)


def test_matters_stand_in_order_of_place() -> None:
    texts = {"b.yaml": "matter: a\n" + STEPS, "a.yaml": "matter: z\n" + STEPS, "r.yaml": SMALL}
    assert list(read_texts(texts).definitions.matters) == ["z", "a"]
    assert read_texts(dict(reversed(texts.items()))) == read_texts(texts)
