"""The same data twice, data of no use, and what belongs in a base: where it is said."""

from __future__ import annotations

import pytest

from govchain.analysis.questions.likeness import alike_by_set, are_alike
from govchain.analysis.running.judging import run_rules
from govchain.findings import Finding
from govchain.pipeline import compile_reading
from govchain.reader.reading import read_texts
from govchain.reporting.sentences import remedy, sentence
from govchain.rules.discovery import all_rules
from tests.analysis.cases import DATE, case_of, ids

OFFICES = """
departments:
  tax: {name: 税务局}
  station: {name: 税务所, parent: tax}
  civil: {name: 民政局}
  bank: {name: 银行, kind: bank}
  hall: {name: 数据局}
  room: {name: 数据室, parent: hall}
"""
TWO = """
data:
  one: {name: 甲, holder: HOLDER, fields: [a, b, c, d]}
  two: {name: 乙, holder: civil, fields: [FIELDS]}
"""
ASKING = """
matter: first
department: FIRST
materials: [{data: x, HOW}]
steps: [{id: s, kind: approve, needs: x}]
---
matter: second
department: civil
materials: [{data: x}]
steps: [{id: s, kind: approve, needs: x}]
---
data:
  x: {name: 登记, HELD}
"""
MAKING = """
matter: m
department: civil
steps:
  - {id: s, kind: KIND, produces: x, system: SYSTEM, department: WHO}
---
data:
  x: {name: 登记, holder: tax, system: 税务系统}
"""


def found(rule: str, *texts: str) -> list[Finding]:
    """What the rule finds, also where something cannot be read."""
    reading = read_texts({f"{n}.yaml": text for n, text in enumerate(texts)})
    analysis = run_rules(all_rules(), compile_reading(reading, DATE), lambda rule: True)
    assert not analysis.faults
    return [finding for finding in analysis.findings if finding.rule == rule]


def two(holder: str, fields: str) -> list[Finding]:
    text = TWO.replace("HOLDER", holder).replace("FIELDS", fields)
    return found("duplicate-data", OFFICES, text)


@pytest.mark.parametrize(
    ("holder", "fields", "is_found"),
    [
        ("tax", "a, b, c, d, e", True),
        ("tax", "a, b, c", False),
        ("tax", "a, b, c, d, e, f", False),
        ("civil", "a, b, c, d", False),
        ("applicant", "a, b, c, d", False),
        ("nobody", "a, b, c, d", False),
    ],
)
def test_entries_are_alike_from_four_fifths_on(holder: str, fields: str, is_found: bool) -> None:
    assert [f.subject for f in two(holder, fields)] == (["one|two"] if is_found else [])


def test_a_station_and_its_bureau_are_one_holder() -> None:
    text = TWO.replace("HOLDER", "station").replace("civil", "tax").replace("FIELDS", "a, b, c, d")
    assert found("duplicate-data", OFFICES, text) == []


def test_entries_of_one_name_are_left_to_the_rule_that_says_so_already() -> None:
    text = TWO.replace("HOLDER", "tax").replace("FIELDS", "a, b, c, d").replace("乙", "甲")
    assert found("duplicate-data", OFFICES, text) == []
    assert found("rival-holders", OFFICES, text)


def test_several_alike_are_one_group() -> None:
    more = "  three: {name: 丙, holder: bank, fields: [a, b, c, d, e]}\n"
    text = TWO.replace("HOLDER", "tax").replace("FIELDS", "a, b, c, d") + more
    (finding,) = found("duplicate-data", OFFICES, text)
    assert finding.subject == "one|three|two"
    assert sentence(finding, "en") == (
        "甲 (税务局), 丙 (银行) and 乙 (民政局) are 3 entries of nearly the same: each has a, b, c "
        "and d"
    )


def test_a_group_may_have_nothing_in_common() -> None:
    rows = ("abcde", "abcd", "abcdf", "abcf", "abcfg", "bcfg", "bcfgh", "cfgh", "cfghi", "fghi")
    fields = [f"  d{n}: {{holder: o{n}, fields: [{', '.join(row)}]}}" for n, row in enumerate(rows)]
    offices = [f"  o{n}: {{}}" for n in range(len(rows))]
    (finding,) = found("duplicate-data", "\n".join(["departments:", *offices, "data:", *fields]))
    assert finding.subject == "|".join(f"d{n}" for n in range(len(rows)))
    assert (finding.variant, finding.facts["common"]) == ("loose", ())


def test_likeness_is_found_without_comparing_all() -> None:
    sets = [
        frozenset(map(str, range(start, start + size))) for start in range(9) for size in (3, 5, 9)
    ]
    found_alike = alike_by_set(sets)
    for one in sets:
        assert set(found_alike[one]) == {other for other in sets if are_alike(one, other)}


def asking(first: str = "tax", how: str = "form: copy", held: str = "holder: hall") -> list[str]:
    text = ASKING.replace("FIRST", first).replace("HOW", how).replace("HELD", held)
    return [f.subject for f in found("duplicate-collection", OFFICES, text)]


def test_what_two_offices_collect_is_told() -> None:
    assert asking() == ["x"]
    case = case_of(
        OFFICES + "---" + ASKING.replace("FIRST", "tax").replace("HOW", "form: copy")
        .replace("HELD", "holder: hall")
    )  # fmt: skip
    assert ids(case.the("duplicate-collection").facts["departments"]) == ["civil", "tax"]


@pytest.mark.parametrize(
    ("to", "variant", "unreached"),
    [("[]", "", []), ("tax", "partly", ["civil"]), ("all", "flowing", [])],
)
def test_who_has_it_already_is_not_told_to_get_it(
    to: str, variant: str, unreached: list[str]
) -> None:
    links = f"links: [{{data: x, to: {to}}}]" if to != "[]" else ""
    text = ASKING.replace("FIRST", "tax").replace("HOW", "form: copy")
    case = case_of(OFFICES + "---" + text.replace("HELD", "holder: hall") + links)
    finding = case.the("duplicate-collection")
    assert finding.variant == variant
    assert ids(finding.facts.get("unreached", ())) == unreached
    assert ("already" in remedy(finding, "en")) == bool(variant)


def test_who_has_not_all_of_it_that_its_steps_need_has_it_not_already() -> None:
    """The link is open to both; what the tax office needs of it comes too seldom."""
    text = ASKING.replace("FIRST", "tax").replace("HOW", "form: copy")
    text = text.replace("needs: x}", "needs: {data: x, max-age: daily}}", 1)
    links = "links: [{data: x, to: all, update: monthly}]"
    finding = case_of(OFFICES + "---" + text.replace("HELD", "holder: hall") + links).the(
        "duplicate-collection"
    )
    assert (finding.variant, ids(finding.facts["unreached"])) == ("partly", ["tax"])
    assert ids(finding.facts["providers"]) == ["hall"]


def test_whose_step_lacks_it_is_told_to_get_it_and_not_who_leads() -> None:
    """The tax office has it; the data room that has a step in its matter has not."""
    text = (
        ASKING.replace("FIRST", "tax").replace("HOW", "form: copy").replace("HELD", "holder: hall")
    )
    text = text.replace(
        "steps: [{id: s, kind: approve, needs: x}]",
        "steps: [{id: s, kind: approve, needs: x}, {id: t, kind: review, DEPARTMENT, needs: x}]",
        1,
    )
    links = "links: [{data: x, to: [tax, civil]}]"
    offices = OFFICES + "  land: {name: 自然资源局}\n---"
    finding = case_of(offices + text.replace("DEPARTMENT", "department: land") + links).the(
        "duplicate-collection"
    )
    assert (finding.variant, ids(finding.facts["unreached"])) == ("partly", ["land"])
    outside = case_of(offices + text.replace("DEPARTMENT", "department: bank") + links).the(
        "duplicate-collection"
    )
    assert (outside.variant, "already" in remedy(outside, "en")) == ("", False)


def test_where_a_platform_has_it_the_platform_passes_it_on() -> None:
    """Who has to open it is whom missing-link and unfit-link ask."""
    offices = OFFICES + "  hub: {name: 共享平台, kind: platform}\n"
    text = ASKING.replace("FIRST", "tax").replace("HOW", "form: copy")
    links = "links: [{data: x, to: hub}, {data: x, from: hub, to: tax, status: planned}]"
    case = case_of(offices + "---" + text.replace("HELD", "holder: hall") + links)
    assert ids(case.the("duplicate-collection").facts["providers"]) == ["hub"]
    assert ids(case.the("unfit-link").facts["actor"]) == ["hub"]
    assert ids(case.the("missing-link").facts["platform"]) == ["hub"]


@pytest.mark.parametrize(
    "change",
    [
        {"first": "civil"},
        {"first": "bank"},
        {"how": "handling: shown"},
        {"how": "handling: surrendered"},
        {"how": "necessity: optional"},
        {"how": "necessity: perhaps"},
        {"held": "holder: applicant"},
        {"held": "holder: bank"},
        {"held": "holder: hall, sharing: restricted, basis: 《某法》第一条"},
        {"held": "holder: hall, banned: 某清单"},
        {"held": "base: domain"},
        {"held": "holder: hall, sharing: perhaps"},
        {"held": "holder: civil"},
        {"held": "holder: tax"},
        {"held": "holder: station"},
        {"first": "hall"},
        {"first": "room"},
        {"first": "hall", "held": "holder: room"},
    ],
)
def test_what_cannot_be_shared_or_is_not_handed_in_is_no_collection(change: dict[str, str]) -> None:
    assert asking(**change) == []


def making(kind: str = "approve", system: str = "民政系统", who: str = "civil") -> list[str]:
    text = MAKING.replace("KIND", kind).replace("SYSTEM", system).replace("WHO", who)
    return [f.subject for f in found("duplicate-system", OFFICES, text)]


def test_two_systems_of_two_departments_are_told() -> None:
    assert making() == ["x"]


@pytest.mark.parametrize(
    "change",
    [
        {"system": "税务系统"},
        {"who": "tax"},
        {"who": "station"},
        {"who": "nobody"},
        {"kind": "appr"},
    ],
)
def test_one_system_or_one_authority_is_none(change: dict[str, str]) -> None:
    assert making(**change) == []


USELESS = """
matter: m
department: tax
trigger: t
materials: [{data: o, necessity: optional}]
steps: [{id: s, kind: approve, needs: {any: [p, q]}, changes: c}]
---
data: {t: {}, o: {}, p: {}, q: {}, c: {}, u: {}, spare: {}}
criteria: {k: {uses: u}}
"""


def test_data_that_nothing_names_is_told() -> None:
    assert [f.subject for f in found("unused-data", OFFICES, USELESS)] == ["spare"]


@pytest.mark.parametrize(
    "more",
    [
        "{matter: listed, department: tax}",
        "{matter: other, department: tax, trigger: spar, steps: [{id: s, kind: accept}]}",
        "{criteria: {l: {uses: spar}}}",
    ],
)
def test_data_may_be_used_where_that_is_not_known(more: str) -> None:
    assert found("unused-data", OFFICES, USELESS, more) == []


def test_a_data_catalogue_by_itself_is_not_unused() -> None:
    matter = "{matter: m, department: tax, steps: [{id: s, kind: approve}]}"
    assert found("unused-data", OFFICES, matter, "{data: {spare: {}}}") == []


def test_a_registry_read_from_outside_may_serve_others() -> None:
    texts = {"m.yaml": USELESS.split("---")[0], "../r.yaml": OFFICES + USELESS.split("---")[1]}
    analysis = run_rules(all_rules(), compile_reading(read_texts(texts), DATE), lambda rule: True)
    assert not [f for f in analysis.findings if f.rule in ("unused-data", "definition")]


def needed(matters: int, departments: int, held: str = "base: domain") -> list[Finding]:
    data = f"  x: {{holder: o0, {held}}}\n  y: {{base: domain}}"
    offices = [f"  o{n}: {{}}" for n in range(max(matters, departments))]
    step = "[{id: s, kind: approve, needs: x}]"
    texts = [
        f"{{matter: m{n}, department: o{n % departments}, steps: {step}}}" for n in range(matters)
    ]
    registry = "\n".join(["departments:", *offices, "data:", data])
    return found("base-candidate", registry, *texts)


@pytest.mark.parametrize(("matters", "departments"), [(4, 3), (5, 2)])
def test_what_few_need_belongs_in_no_base(matters: int, departments: int) -> None:
    assert needed(matters, departments) == []


def test_what_many_need_is_a_candidate() -> None:
    (finding,) = needed(5, 3)
    assert (finding.subject, finding.variant) == ("x", "")
    (finding,) = needed(5, 3, "personal: yes")
    assert finding.variant == "unclassed"


@pytest.mark.parametrize("held", ["base: theme", "sharing: restricted, basis: 法", "base: nothing"])
def test_what_is_classed_kept_back_or_unread_is_none(held: str) -> None:
    assert needed(5, 3, held) == []
