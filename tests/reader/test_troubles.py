"""Each trouble: its rule, its place, its subject, and nothing beside it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from govchain import reader
from govchain.reader.ground import notes
from govchain.reader.text import documents
from govchain.rules.discovery import all_rules

from .saying import HEAD, STEPS, lines, read, said

CASES: dict[str, tuple[str, list[str]]] = {
    # keys
    "unknown key": (HEAD + "foo: [x]\n" + STEPS, ["3:1 unknown-key foo"]),
    "misspelt key": (HEAD + "volum: 3\n" + STEPS, ["3:1 unknown-key volum"]),
    "misspelt steps are read on": (
        HEAD + STEPS.replace("steps", "stpes"),
        ["3:1 unknown-key stpes"],
    ),
    "misspelt matter is read on": (
        (HEAD + STEPS).replace("matter", "mattr"),
        ["1:1 unknown-key mattr"],
    ),
    "misspelt section is read on": ("departmets:\n  tax: {}\n", ["1:1 unknown-key departmets"]),
    "misspelt and right": (HEAD + "name: a\nnmae: b\n" + STEPS, ["4:1 unknown-key nmae"]),
    "key twice": (HEAD + "name: a\nname: b\n" + STEPS, ["4:1 duplicate-key name"]),
    "key in both languages": (HEAD + "部门: health\n" + STEPS, ["3:1 duplicate-key department"]),
    "matter missing": (STEPS, ["1:1 missing-key matter"]),
    "matter and steps missing": (
        "materials: [{name: a}]\n",
        ["1:1 missing-key matter"],
    ),
    "step without id": (HEAD + "steps: [{kind: fee}]\n", ["3:9 missing-key steps.1.id"]),
    "step without kind": (HEAD + STEPS + "  - {id: c}\n", ["6:5 missing-key steps.c.kind"]),
    "independent without basis": (
        HEAD + STEPS + "  - {id: c, kind: review, independent: yes}\n",
        ["6:27 missing-key steps.c.basis"],
    ),
    "material without name": (
        HEAD + "materials:\n  - {form: copy}\n" + STEPS,
        ["4:5 missing-key materials.1.name"],
    ),
    "need without data": (
        HEAD + STEPS + "  - {id: c, kind: review, needs: [{fields: x}]}\n",
        ["6:35 missing-key steps.c.needs.1.data"],
    ),
    "link without to": (
        "links:\n  - {data: birth-certificate}\n",
        ["2:5 missing-key links.birth-certificate.to"],
    ),
    "link from nowhere": (
        "data:\n  q: {}\nlinks:\n  - {data: q, to: all}\n",
        ["4:5 missing-key links.q.from"],
    ),
    "fee without amount": (
        HEAD + STEPS + "  - {id: c, kind: fee, fee: {basis: x}}\n",
        ["6:29 missing-key steps.c.fee.amount"],
    ),
    "key of a call": (
        HEAD + STEPS + "  - {id: c, matter: birth2, kind: review}\n---\nmatter: birth2\n" + STEPS,
        ["6:29 unknown-key steps.c.kind"],
    ),
    "tail of a law in flow style": (
        HEAD + "materials:\n  - {name: 证, basis: 法第1条, 第2条}\n" + STEPS,
        ["4:28 unknown-key materials.证.第2条"],
    ),
    "value glued to its key": (
        HEAD + "steps:\n  - {id：a, kind: fee}\n  - {id: b, kind: fee, after: [a]}\n",
        ["4:6 unknown-key steps.1.id：a"],
    ),
    "colon without a space": (
        HEAD + STEPS + "  - {id:c, kind: fee}\n",
        [
            "6:6 unknown-key steps.3.id:c",
        ],
    ),
    "limit of a wrong name": (HEAD + "承诺时限: 5d\n" + STEPS, ["3:1 unknown-key 承诺时限"]),
    "steps of another name are read on": (
        HEAD + STEPS.replace("steps", "workflow"),
        ["3:1 unknown-key workflow"],
    ),
    "steps of another name as a text": (
        HEAD + "workflow: see page 3\n",
        [
            "3:1 unknown-key workflow",
        ],
    ),
    "provision without its text": (
        HEAD + "basis: [{until: 2026-01-01}]\n" + STEPS,
        ["3:9 missing-key basis.1.provision"],
    ),
    "key twice in what is free": (
        HEAD + "extra: {a: {b: 1, b: 2}}\n" + STEPS,
        ["3:19 duplicate-key extra.a.b"],
    ),
    # shapes
    "list for a value": (HEAD + "name: [a, b]\n" + STEPS, ["3:7 wrong-shape name"]),
    "mapping for a value": (HEAD + "name: {a: b}\n" + STEPS, ["3:7 wrong-shape name"]),
    "mapping for a list": (HEAD + "basis: {a: b}\n" + STEPS, ["3:8 wrong-shape basis"]),
    "limit of nobody": (HEAD + "time-limit: 5d\n" + STEPS, ["3:13 wrong-shape time-limit"]),
    "text for a mapping": (HEAD + "extra: 5\n" + STEPS, ["3:8 wrong-shape extra"]),
    "list for a mapping": (HEAD + "extra: [5]\n" + STEPS, ["3:8 wrong-shape extra"]),
    "list for a free key": (HEAD + "extra: {? [a] : b}\n" + STEPS, ["3:11 wrong-shape extra"]),
    "provision that ended on no day": (
        HEAD + "basis: [{provision: 法, repealed-by: 新法}]\n" + STEPS,
        ["3:24 missing-key basis.法.until"],
    ),
    "provision with an end that is no day": (
        HEAD + "basis: [{provision: 法, repealed-by: 新法, until: 去年}]\n" + STEPS,
        ["3:48 bad-value basis.法.until"],
    ),
    "text with a colon for a provision": (
        HEAD + "basis: [第一条: 是]\n" + STEPS,
        ["3:9 wrong-shape basis"],
    ),
    "list for a step": (HEAD + STEPS + "  - [foo]\n", ["6:5 wrong-shape steps.3"]),
    "text for a step": (HEAD + STEPS + "  - foo\n", ["6:5 wrong-shape steps.3"]),
    "list for a section": ("departments:\n  - tax\n", ["2:3 wrong-shape departments"]),
    "list for a key": (HEAD + "? [a]\n: b\n" + STEPS, ["3:3 wrong-shape m.yaml"]),
    "list for a document": ("- a\n", ["1:1 wrong-shape m.yaml"]),
    "text for a document": ("hello\n", ["1:1 wrong-shape m.yaml"]),
    "text for facts": (HEAD + "facts: x\n" + STEPS, ["3:8 wrong-shape facts"]),
    "text for a guard": (
        HEAD + STEPS + "  - {id: c, kind: fee, when: yes}\n",
        ["6:30 wrong-shape steps.c.when"],
    ),
    "data and any": (
        HEAD + "materials: [{data: birth-certificate, any: [birth-certificate]}]\n" + STEPS,
        ["3:39 wrong-shape materials.birth-certificate.any"],
    ),
    "office in an apply step": (
        HEAD + "steps:\n  - {id: a, kind: apply, department: police, checks: [born-alive]}\n",
        ["4:26 wrong-shape steps.a.department", "4:46 wrong-shape steps.a.checks"],
    ),
    "promise in an apply step": (
        HEAD + "steps:\n  - {id: a, kind: apply, promised: []}\n",
        ["4:26 wrong-shape steps.a.promised"],
    ),
    # values
    "empty value": (HEAD + "name:\n" + STEPS, ["3:6 bad-value name"]),
    "empty matter": ("matter:\n" + STEPS, ["1:8 bad-value matter"]),
    "id with a space": ("matter: a b\n" + STEPS, ["1:9 bad-value matter"]),
    "id too long": ("matter: " + "a" * 65 + "\n" + STEPS, ["1:9 bad-value matter"]),
    "reserved id": (
        "departments:\n  all: {}\n  申请人: {}\n",
        ["2:3 bad-value departments.all", "3:3 bad-value departments.申请人"],
    ),
    "unknown word": (HEAD + "type: licenze\n" + STEPS, ["3:7 bad-value type"]),
    "unknown word in a list": (
        HEAD + STEPS + "  - {id: c, kind: fee, channel: [online, fax]}\n",
        ["6:42 bad-value steps.c.channel"],
    ),
    "not yes or no": ("data:\n  d: {personal: maybe}\n", ["2:17 bad-value data.d.personal"]),
    "not a duration": (
        HEAD + STEPS + "  - {id: c, kind: fee, time: 5}\n",
        ["6:30 bad-value steps.c.time"],
    ),
    "not a date": (
        "links:\n  - {data: birth-certificate, to: all, since: 2026-02-30}\n",
        ["2:47 bad-value links.birth-certificate.since"],
    ),
    "not a count": (HEAD + "volume: 1,000\n" + STEPS, ["3:9 bad-value volume"]),
    "no copies": (
        HEAD + "materials: [{name: a, copies: 0}]\n" + STEPS,
        ["3:31 bad-value materials.a.copies"],
    ),
    "digits beyond number": (
        HEAD + "volume: " + "9" * 5000 + "\n" + STEPS,
        ["3:9 bad-value volume"],
    ),
    "not a share": (HEAD + "satisfaction: 85\n" + STEPS, ["3:15 bad-value satisfaction"]),
    "not an amount": (
        HEAD + STEPS + "  - {id: c, kind: fee, fee: 3元}\n",
        ["6:29 bad-value steps.c.fee"],
    ),
    "option twice": (HEAD + "facts: {x: [a, a]}\n" + STEPS, ["3:16 bad-value facts.x"]),
    "options that look alike": (
        HEAD + "facts: {x: [\u00e9, e\u0301], y: {\u00e9: 0.5, e\u0301: 0.5}}\n" + STEPS,
        ["3:16 bad-value facts.x", "3:33 bad-value facts.y"],
    ),
    "fact without options": (HEAD + "facts: {x: []}\n" + STEPS, ["3:12 bad-value facts.x"]),
    "shares that do not add up": (
        HEAD + "facts: {x: {a: 0.5, b: 0.6}}\n" + STEPS,
        ["3:12 bad-value facts.x"],
    ),
    "one department alone": (
        "collaborations:\n  - {between: police}\n",
        ["2:15 bad-value collaborations.1.between"],
    ),
    "no alternatives": (
        HEAD + "materials: [{any: []}, {any: {}}]\n" + STEPS,
        ["3:19 bad-value materials.1.any", "3:30 bad-value materials.2.any"],
    ),
    "alternatives that do not add up": (
        HEAD + "materials: [{any: {birth-certificate: 0.5}}]\n" + STEPS,
        ["3:19 bad-value materials.birth-certificate.any"],
    ),
    "alternative twice": (
        HEAD + "materials: [{any: {birth-certificate: 0.5, birth-certificate: 0.5}}]\n" + STEPS,
        ["3:44 bad-value materials.birth-certificate.any"],
    ),
    "alternative without a share": (
        HEAD + "materials: [{any: {birth-certificate: most}}]\n" + STEPS,
        ["3:39 bad-value materials.birth-certificate.any.birth-certificate"],
    ),
    "handling of another word": (
        HEAD + "materials: [{name: a, handling: 核验}]\n" + STEPS,
        ["3:33 bad-value materials.a.handling"],
    ),
    "none beside others": (
        HEAD + "joined: [materials, none]\n" + STEPS + "  - {id: c, matter: d}\n---\nmatter: d\n",
        ["3:21 bad-value joined"],
    ),
    "joined without a call": (HEAD + "joined: materials\n" + STEPS, ["3:9 bad-value joined"]),
    "complete of another word": (HEAD + "complete: [law]\n" + STEPS, ["3:12 bad-value complete"]),
    "promised without a check": (
        HEAD + STEPS + "  - {id: c, kind: review, promised: [born-alive]}\n",
        ["6:38 bad-value steps.c.promised.born-alive"],
    ),
    "promised and checked, and unknown": (
        HEAD + STEPS + "  - {id: c, kind: review, checks: x, promised: x}\n",
        ["6:35 unknown-reference steps.c.checks.x"],
    ),
    "promised where the checks are lost": (
        HEAD + STEPS + "  - {id: c, kind: review, checks: {a: b}, promised: born-alive}\n",
        ["6:35 wrong-shape steps.c.checks"],
    ),
    "end of a provision": (
        HEAD + "basis: {provision: 法, until: 2026}\n" + STEPS,
        ["3:30 bad-value basis.法.until"],
    ),
    "provision with two ends": (
        HEAD + "basis: [法, {provision: 法, until: 2026-01-01}]\n" + STEPS,
        ["3:12 bad-value basis.法"],
    ),
    "ids as one value": (
        HEAD + STEPS + "  - {id: c, kind: fee, after: [apply，register]}\n",
        ["6:32 bad-value steps.c.after"],
    ),
    "needs as one value": (
        HEAD + STEPS + "  - id: c\n    kind: review\n    needs: birth-certificate, x\n",
        ["8:12 bad-value steps.c.needs", "8:12 unknown-reference steps.c.needs.x"],
    ),
    "words as one value": (
        HEAD + STEPS + "  - {id: c, kind: fee, channel: 网上、窗口}\n",
        ["6:33 bad-value steps.c.channel"],
    ),
    "options as one value": (
        HEAD
        + "facts: {x: [a，b]}\n"
        + STEPS
        + "  - {id: c, kind: fee, when: {x: a}}\n  - {id: d, kind: fee, when: {x: a，b}}\n",
        ["3:13 bad-value facts.x", "8:34 bad-value steps.d.when.x"],
    ),
    # references
    "unknown department": (
        HEAD.replace("police", "polise") + STEPS,
        ["2:13 unknown-reference department.polise"],
    ),
    "unknown criterion": (
        HEAD + STEPS.replace("born-alive", "x"),
        ["5:44 unknown-reference steps.register.checks.x"],
    ),
    "unknown need": (
        HEAD + STEPS + "  - {id: c, kind: review, needs: [{any: [x, birth-certificate]}, y]}\n",
        [
            "6:42 unknown-reference steps.c.needs.x.any.x",
            "6:66 unknown-reference steps.c.needs.y",
        ],
    ),
    "unknown step": (
        HEAD + STEPS + "  - {id: c, kind: review, after: [regster], returns-to: b}\n",
        [
            "6:35 unknown-reference steps.c.after.regster",
            "6:57 unknown-reference steps.c.returns-to.b",
        ],
    ),
    "unknown matter": (
        HEAD + STEPS + "  - {id: c, matter: x}\n",
        ["6:21 unknown-reference steps.c.matter.x"],
    ),
    "unknown fact": (
        HEAD + STEPS + "  - {id: c, kind: fee, when: {x: yes}}\n",
        ["6:31 unknown-reference steps.c.when.x"],
    ),
    "unknown option": (
        HEAD + "facts: {x: [a, b]}\n" + STEPS + "  - {id: c, kind: fee, when: {x: [a, c]}}\n",
        ["7:38 unknown-reference steps.c.when.x"],
    ),
    "fact twice in a guard": (
        HEAD + "facts: {x: [a]}\n" + STEPS + "  - {id: c, kind: fee, when: {x: a, x: a}}\n",
        ["7:37 duplicate-key steps.c.when.x"],
    ),
    "unknown data in a link": (
        "links:\n  - {data: x, to: all}\n",
        ["2:12 unknown-reference links.x.data.x"],
    ),
    # ids
    "step twice": (
        HEAD + STEPS + "  - {id: apply, kind: fee}\n",
        ["4:5 duplicate-id steps.apply", "6:5 duplicate-id steps.apply"],
    ),
    "fact twice": (
        HEAD + "facts: {x: [a], x: [b]}\n" + STEPS,
        ["3:9 duplicate-id facts.x", "3:17 duplicate-id facts.x"],
    ),
    "data in two files": (
        "data:\n  birth-certificate: {}\n",
        [
            "2:3 duplicate-id data.birth-certificate",
            "r.yaml:5:3 duplicate-id data.birth-certificate",
        ],
    ),
    "matter twice": (
        HEAD + STEPS + "---\n" + HEAD + STEPS,
        ["1:1 duplicate-id matter", "7:1 duplicate-id matter"],
    ),
    # circles
    "order cycle": (
        HEAD
        + "steps:\n  - {id: a, kind: fee, after: c}\n"
        + "  - {id: b, kind: fee}\n  - {id: c, kind: fee}\n",
        ["4:31 order-cycle steps.a.after.c"],
    ),
    "step after itself": (
        HEAD + "steps: [{id: a, kind: fee, after: [a]}]\n",
        ["3:36 order-cycle steps.a.after.a"],
    ),
    "department above itself": (
        "departments:\n  a: {parent: b}\n  b: {parent: a}\n",
        ["2:3 order-cycle departments.a.parent"],
    ),
    "matter that calls itself": (
        HEAD + STEPS + "  - {id: c, matter: birth}\n",
        ["6:5 call-cycle steps.c.matter"],
    ),
    # facts of calls
    "rival facts": (
        HEAD
        + "facts: {x: [a, b]}\n"
        + STEPS
        + "  - {id: c, matter: d, when: {x: a}}\n---\nmatter: d\nfacts: {x: [a]}\nsteps:\n"
        + "  - {id: e, kind: fee, when: {x: a}}\n",
        ["7:5 rival-facts steps.c.x"],
    ),
    "rival shares": (
        HEAD
        + "materials:\n  - {name: a, any: {birth-certificate: 0.2, q: 0.8}}\n"
        + STEPS
        + "  - {id: c, kind: review, needs: {any: {q: 0.5, birth-certificate: 0.5}}}\n"
        + "---\ndata: {q: {}}\n",
        ["8:40 rival-facts steps.c.needs.q.any"],
    ),
    "unused fact": (HEAD + "facts: {x: [a, b]}\n" + STEPS, ["3:9 unused-fact facts.x"]),
    # yaml
    "anchor, alias, merge, tag": (
        "matter: &m birth\nname: *m\n<<: *m\nbasis: !x 5\n" + STEPS,
        [
            "1:9 unsupported-yaml matter",
            "2:7 unsupported-yaml name",
            "3:1 unsupported-yaml <<",
            "4:8 unsupported-yaml basis",
        ],
    ),
    "merge of a list": (HEAD + "<<: [*a, *b]\n" + STEPS, ["3:1 unsupported-yaml <<"]),
    "alias in a step": (
        HEAD + STEPS + "  - {id: c, kind: fee, channel: [*x]}\n",
        ["6:34 unsupported-yaml steps.c.channel.1"],
    ),
    "alias for a step": (HEAD + STEPS + "  - *x\n", ["6:5 unsupported-yaml steps.3"]),
    "tab": ("matter: m\nsteps:\n\t- id: a\n", ["3:1 unreadable-file m.yaml"]),
    "control character": (HEAD + "name: a\x01b\n", ["3:8 unreadable-file m.yaml"]),
    "line separator": (HEAD + "name: a\u2028b\n", ["3:8 unreadable-file m.yaml"]),
    "open quote": (HEAD + 'name: "abc\n' + STEPS, ["3:7 unreadable-file m.yaml"]),
    "open bracket": (HEAD + "basis: [a, b\n", ["3:8 unreadable-file m.yaml"]),
    "two colons": (HEAD + "name: a: b\n", ["3:8 unreadable-file m.yaml"]),
    "full-width colon": (HEAD + "name：x\n" + STEPS, ["3:1 unreadable-file m.yaml"]),
    "nothing but full-width colons": ("matter：m\n", ["1:1 wrong-shape m.yaml"]),
    "full-width comma": (HEAD + "facts: {x: a，y: b}\n", ["3:15 unreadable-file m.yaml"]),
    "wrong column": (HEAD + "steps:\n  - id: a\n kind: fee\n", ["5:2 unreadable-file m.yaml"]),
    "reserved character": (HEAD + "name: @x\n", ["3:7 unreadable-file m.yaml"]),
}


@pytest.mark.parametrize("name", CASES)
def test_each_trouble_stands_alone_at_its_place(name: str) -> None:
    text, expected = CASES[name]
    assert lines(read(text)) == expected


@pytest.mark.parametrize("name", CASES)
def test_each_trouble_has_a_whole_message_and_a_remedy(name: str) -> None:
    for trouble in read(CASES[name][0]).troubles:
        assert trouble.remedy
        assert "None" not in said(trouble)


@pytest.mark.parametrize("name", CASES)
def test_the_pure_parser_says_the_same(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents, "HAS_C_PARSER", False)
    assert lines(read(CASES[name][0])) == CASES[name][1]


def test_every_template_asks_only_for_facts_by_name() -> None:
    sources = sorted(Path(reader.__file__).parent.rglob("*.py"))
    assert Path(notes.__file__) in sources
    for source in sources:
        for template in templates_in(ast.parse(source.read_text(encoding="utf-8"))):
            names = [name for _, name, spec, _ in Formatter().parse(template) if name or spec]
            assert all(name is not None and name.isidentifier() for name in names), template


def templates_in(tree: ast.AST) -> Iterator[str]:
    """The literals that stand as message or remedy of a call."""
    for call in ast.walk(tree):
        if isinstance(call, ast.Call):
            for keyword in call.keywords:
                if keyword.arg in {"message", "remedy"}:
                    yield from literals_in(keyword.value)


def literals_in(value: ast.expr) -> Iterator[str]:
    if isinstance(value, ast.IfExp):
        yield from literals_in(value.body)
        yield from literals_in(value.orelse)
    else:
        assert isinstance(value, ast.Constant | ast.Name), ast.dump(value)
        if isinstance(value, ast.Constant):
            yield str(value.value)


def test_every_definition_rule_of_the_reader_has_a_case() -> None:
    rules = {line.split()[1] for _, expected in CASES.values() for line in expected}
    declared = {rule.id for rule in all_rules() if rule.family == "definition"}
    assert rules == declared - {"unused-allow"}, "which only a run of all rules can tell"


def test_messages_say_what_was_meant_and_where() -> None:
    [trouble] = read(HEAD.replace("police", "polise") + STEPS).troubles
    assert said(trouble) == ('no department "polise" is defined; did you mean "police" (r.yaml:2)?')


def test_a_name_where_an_id_is_wanted_is_told_its_id() -> None:
    """A name that several have names none of them."""
    registry = "---\ndepartments:\n  tax: {name: Tax bureau}\n  levy: {name: LEVY}\n"
    named = HEAD.replace("police", "Tax bureau") + STEPS
    [trouble] = read(named + registry).troubles
    assert said(trouble) == (
        'no department "Tax bureau" is defined; that is a name; its id is "tax" (m.yaml:8)'
    )
    [trouble] = read(named + registry.replace("LEVY", "Tax bureau")).troubles
    assert "that is a name" not in said(trouble)
    step = "  - {id: c, name: Look, kind: fee}\n  - {id: d, kind: fee, after: Look}\n"
    [trouble] = read(HEAD + STEPS + step).troubles
    assert said(trouble).endswith('that is a name; its id is "c" (m.yaml:6)')


def test_suggestions_are_in_the_language_of_the_author() -> None:
    [key, word] = read("事项: m\n服务对像: 自然人\n环节:\n  - {编号: a, 种类: 现场勘查}\n").troubles
    assert said(key).endswith('did you mean "服务对象"?')
    assert said(word) == '"现场勘查" is not a value of "种类"; did you mean "现场核查"?'


def test_a_word_of_two_letters_is_not_guessed() -> None:
    """个人 is one slip away from 法人, and means the opposite."""
    [trouble] = read(HEAD + "服务对象: 个人\n" + STEPS).troubles
    assert "法人" not in said(trouble).split("did you mean")[-1] or "did you mean" not in said(
        trouble
    )


def test_both_places_of_a_key_are_told() -> None:
    [trouble] = read(HEAD + "部门: health\n" + STEPS).troubles
    assert [(place.line, place.column) for place in trouble.related] == [(2, 1)]


def test_a_long_cycle_is_named_in_short() -> None:
    steps = "".join(f"  - {{id: s{n}, kind: fee}}\n" for n in range(1, 5000))
    text = HEAD + "steps:\n  - {id: s0, kind: fee, after: s4999}\n" + steps
    [trouble] = read(text).troubles
    assert trouble.rule == "order-cycle"
    assert trouble.facts["cycle"] == "s0 → s1 → s2 → s3 → … → s4999 → s0"


def test_rival_shares_tell_both_places_and_both_shares() -> None:
    [trouble] = read(CASES["rival shares"][0]).troubles
    assert [(place.line, place.column) for place in trouble.related] == [(4, 20)]
    assert said(trouble) == (
        "the same alternatives have other shares at another place: "
        "birth-certificate 0.5, q 0.5 here, birth-certificate 0.2, q 0.8 at m.yaml:4; "
        "write the same shares at both places, or leave them out at one of them"
    )


def test_an_empty_key_is_called_empty() -> None:
    [trouble] = read(HEAD + "extra: {'': 3}\n" + STEPS).troubles
    assert said(trouble) == "a key must be one word, not empty; write the key, or delete the line"


def test_a_sum_of_shares_is_told_with_every_digit() -> None:
    [trouble] = read(HEAD + "facts: {x: {a: 0.5, b: 0.500002}}\n" + STEPS).troubles
    assert said(trouble).startswith("the shares of the options add up to 1.000002, not to 1")


def test_shares_that_hardly_differ_are_told_apart() -> None:
    text = CASES["rival shares"][0].replace("0.2", "0.5000001").replace("0.8", "0.4999999")
    [trouble] = read(text).troubles
    assert "birth-certificate 0.5, q 0.5 here" in said(trouble)
    assert "birth-certificate 0.5000001, q 0.4999999 at m.yaml:4" in said(trouble)


WITHOUT_UNIT = 'write the unit: "5d" for working days, "5cd" for calendar days, "5h" for hours'


@pytest.mark.parametrize(
    ("written", "remedy"),
    [
        ("3天", 'which days? write "3个工作日" for working days, "3日" for calendar days'),
        ("3 days", 'which days? write "3d" for working days, "3cd" for calendar days'),
        ("5", WITHOUT_UNIT),
        ("2 weeks", 'did you mean "2w"?'),
        ("2个礼拜", 'did you mean "2周"?'),
        ("3m", 'did you mean "3mo" or "3min"?'),
        ("soon", "write 5d (working days), 5cd (calendar days), 2w, 1mo, 1y, 4h, 30min or 0"),
    ],
)
def test_what_is_no_duration_is_told_as_one(written: str, remedy: str) -> None:
    [trouble] = read(HEAD + STEPS + f"  - {{id: c, kind: fee, time: {written}}}\n").troubles
    assert said(trouble) == f'"{written}" is not a duration; {remedy}'


def test_a_list_that_is_one_value_is_read_as_the_list() -> None:
    reading = read(CASES["ids as one value"][0])
    assert said(reading.troubles[0]) == (
        '"apply，register" is one value here, not several; '
        'write each for itself, with "," and a space in between: [apply, register]'
    )
    [*_, last] = reading.definitions.matters["birth"].steps
    assert last.after == ("apply", "register")


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        (HEAD + "name：x\n", 'write ":" and a space after the key, not "："'),
        (HEAD + "facts: {x：a}\n" + STEPS, 'write ":" and a space after the key, not "："'),
        (
            HEAD + "materials: [名称：证]\n" + STEPS,
            'write ":" and a space after the key, not "："',
        ),
        (CASES["value glued to its key"][0], 'write ":" and a space after the key, not "："'),
        (CASES["colon without a space"][0], 'write a space after ":"'),
        (CASES["full-width comma"][0], 'write "," and a space between the entries, not "，"'),
        (
            CASES["limit of nobody"][0],
            'write "statutory: 5d" or "promised: 5d" inside it',
        ),
    ],
)
def test_full_width_signs_are_told(text: str, remedy: str) -> None:
    [trouble] = read(text).troubles
    assert said(trouble).endswith(remedy)
