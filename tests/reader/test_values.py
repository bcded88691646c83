"""What each shape of value and each absent key means, the same in both languages."""

from __future__ import annotations

import datetime
import json
from fractions import Fraction
from typing import TypeAlias

import pytest

from govchain.model.duration import Duration
from govchain.model.nouns import Call, Guard, Step
from govchain.model.vocabulary import CALL, FORMS, MATTER, REGISTRY, Form, Keyword, Shape
from govchain.reader.reading import Reading, read_texts

from .saying import HEAD, STEPS, bare, read
from .saying import REGISTRY as SMALL

Said: TypeAlias = dict[str, object]

FULL: Said = {
    "matter": "house-transfer", "name": "转移登记", "code": "010", "type": "confirmation",
    "department": "natres", "level": "city", "applicant": "both",
    "identified-by": ["citizen-id", "驾驶证号"], "basis": ["《条例》第十四条", "1:30"],
    "time-limit": {"statutory": "30d", "promised": "1mo", "extension": "3cd", "basis": "法"},
    "volume": "9000", "sources": ["统计年鉴"], "illustrative": "volume", "satisfaction": "0.95",
    "online": "full", "redress": ["12345"], "supervised-by": "office", "refers-to": "office",
    "trigger": "realty", "collaborators": ["tax", "natres"],
    "facts": {"married": ["yes", "no"], "size": {"small": "0.9", "large": "0.1"}},
    "materials": [
        {"data": "realty", "form": "original", "copies": "2", "necessity": "later",
         "basis": "法", "waived-by": ["法一", "法二"]},
        {"any": ["marriage", "realty"], "when": {"married": "yes"}},
        {"name": "照片"},
    ],
    "steps": [
        {"id": "apply", "kind": "apply", "visit": "1", "visit-basis": "法"},
        {"id": "review", "kind": "review", "name": "核验", "department": "tax", "post": "科长",
         "checks": ["owner"], "produces": "receipt", "time": "3d", "time-excluded": "法",
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
}  # fmt: skip
WATER: Said = {"matter": "water", "steps": [{"id": "open", "kind": "other"}]}
BOOK: Said = {
    "departments": {
        "natres": {"name": "自然资源局", "level": "city", "kind": "government"},
        "tax": {"name": "税务局", "parent": "office"}, "office": {},
        "platform": {"kind": "platform"},
    },
    "data": {
        "realty": {"name": "不动产登记信息", "holder": "natres", "stored-by": ["tax"],
                   "stored-as": "database", "base": "geospatial", "fields": ["坐落", "面积"],
                   "update": "daily", "sharing": "restricted", "basis": "法", "personal": "yes",
                   "attests": ["owner"], "banned": "文件", "system": "登记系统"},
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
