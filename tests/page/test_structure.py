"""The page holds the report: the same figures, every finding, every list; and nothing that acts."""

from __future__ import annotations

import re
from base64 import b64encode
from collections import Counter
from dataclasses import replace
from hashlib import sha256

import pytest

from govchain.cli.desk.narrowing import narrowing
from govchain.compiler.parts import parts_of
from govchain.model.figures import figure
from govchain.model.nouns import Matter
from govchain.reporting import formats, lists
from govchain.reporting.formats.analyze import html
from govchain.reporting.html.findings import findings_chosen_by
from govchain.reporting.html.overview import headline
from govchain.reporting.html.pictures import picture_of
from govchain.reporting.html.shown import Shown
from govchain.reporting.html.words import LABELS
from govchain.reporting.listing.figures import metrics_of
from govchain.reporting.listing.listing import listing_of
from govchain.reporting.remedies import remedies_of_catalogue
from govchain.reporting.report import Report
from govchain.reporting.sentences import sentence, what_to_do
from govchain.reporting.style import Style
from govchain.reporting.witness import facts_in_words
from govchain.reporting.words import words
from tests.page.pages import (
    Read,
    hostile_page,
    page_of,
    read,
    real_held,
    real_read,
    real_report,
)
from tests.reporting.reports import CATALOGUE, report_in, report_of

LANGUAGES = ("zh", "en")


@pytest.fixture
def real() -> Read:
    return real_read()


def test_its_figures_are_those_of_the_report(real: Read) -> None:
    told = real_report().to_dict()
    tiles = {tile["name"]: tile["figure"] for tile in real.first["overview"]["en"]["tiles"]}
    assert tiles == {
        name: figure(told["summary"]["benefit"][name]) for name in ("visits", "materials", "days")
    }
    worst = {matter["id"]: matter["metrics"]["worst"] for matter in told["matters"]}
    for matter in real.part("facts")["matters"]:
        for name, text in matter["worst"].items():
            assert text == figure(worst[matter["id"]][name]), (matter["id"], name)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_finding_is_told_in_the_words_of_the_terminal(real: Read, language: str) -> None:
    report, spoken = real_report(), words(language)
    facts = real.part("facts")["findings"]
    said = real.part(f"said-{language}")["findings"]
    assert [each["print"] for each in facts] == [f.fingerprint for f in report.findings]
    for finding, fact, each in zip(report.findings, facts, said, strict=True):
        assert (fact["severity"], fact["rule"]) == (finding.severity.value, finding.rule)
        assert each["text"] == sentence(finding, language)
        assert each["do"] == what_to_do(finding, language)
        proof = facts_in_words(finding, spoken, with_ids=False)
        assert each["facts"] == [[said.text, *said.parts] for said in proof]


@pytest.mark.parametrize("field", ["departments", "themes", "matters"])
def test_as_many_are_chosen_as_by_the_command(field: str) -> None:
    """Of each department with those below it, of each matter with those it calls."""
    report = report_in("matters")
    catalogue = report.catalogue
    told = Counter(id for fact in findings_chosen_by(Shown(report)) for id in fact[field])
    known = catalogue.matters if field == "matters" else getattr(catalogue.registry, field)
    assert len(known) > 10
    for id in known:
        named = {
            name: [id] if name == field else [] for name in ("matters", "departments", "themes")
        }
        wanted = narrowing(catalogue, (), *named.values(), follows_data=True)
        assert told[id] == sum(map(wanted.wants, report.findings)), id


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_that_found_something_says_its_law(real: Read, language: str) -> None:
    rules = real.part(f"said-{language}")["names"]["rule"]
    assert rules.keys() == {finding.rule for finding in real_report().findings}
    for id, rule in rules.items():
        assert rule["title"] != id
        assert rule["law"], id
        assert not any(re.search(r"\]\(|`|\*\*", text) for text in rule["law"]), id


@pytest.mark.parametrize("language", LANGUAGES)
def test_remedies_stand_each_under_its_own_units(real: Read, language: str) -> None:
    remedies = remedies_of_catalogue(real_report(), language)
    told = real.part(f"said-{language}")["begin"]
    assert [each["text"] for each in told["all"]] == [remedy.text for remedy in remedies]
    for unit in told["units"]:
        amounts = [dict(remedies[n].per_year)[unit["name"]] for n in unit["order"]]
        assert amounts == sorted(amounts, reverse=True)
        assert len(amounts) == sum(bool(dict(r.per_year).get(unit["name"])) for r in remedies)
        first = real.first["begin"][language]
        [shown] = [each for each in first["units"] if each["name"] == unit["name"]]
        tops = [first["all"][n]["text"] for n in shown["order"]]
        assert tops == [remedies[n].text for n in unit["order"][: len(tops)]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_remedy_of_one_matter_names_it(language: str) -> None:
    report, of_one = real_report(), 0
    for each in remedies_of_catalogue(report, language):
        found = {report.analysis.by_fingerprint[label].matter for label in each.labels}
        if len(found) == 1 and (id := found.pop()) is not None:
            assert report.catalogue.matters[id].name in each.text
            of_one += 1
    assert of_one > 5


@pytest.mark.parametrize("language", LANGUAGES)
def test_lists_are_the_files_that_the_command_writes(real: Read, language: str) -> None:
    files = real.part(f"files-{language}")
    shown = {each["name"]: each for each in real.part(f"lists-{language}")}
    for name in lists.names():
        listing = listing_of(lists.list_named(name), real_report())
        if not listing.rows:
            assert name not in files
            continue
        written = "".join(formats.pieces([listing], "list", "csv", Style(language)))
        assert files[name] == written
        assert len(shown[name]["rows"]) == len(listing.rows)
        assert shown[name]["found"] == [[f.fingerprint for f in r.findings] for r in listing.rows]


def test_every_matter_has_its_picture_in_both_languages(real: Read) -> None:
    matters = real.part("facts")["matters"]
    for number, matter in enumerate(matters):
        for language in LANGUAGES:
            picture = real.part(f"picture-{language}-{number}")
            assert all(page["svg"].startswith("<svg ") for page in picture["pages"])
            prints = {mark["print"] for mark in picture["marks"]}
            on_it = {f.fingerprint for f in real_report().by_matter.get(matter["id"], ())}
            assert prints == on_it, matter["id"]


def test_a_joint_matter_tells_the_steps_that_no_other_picture_tells() -> None:
    report = real_report()
    for id in ("company-exit", "newborn"):
        matter, chain = report.catalogue.matters[id], report.catalogue.chains[id]
        calls = {part.call: part.matter for part in chain.once(parts_of) if part.call}
        own = ["own"] if matter.own_steps else []
        assert _pages_of(matter, report) == ["overview", *own]
        assert report.matters is not None
        last = next(reversed(calls))
        narrowed = replace(report, matters=report.matters - {calls[last]})
        assert _pages_of(matter, narrowed) == ["overview", *own, last]
        alone = replace(report, matters=frozenset({id}))
        assert _pages_of(matter, alone) == ["overview", *own, *calls]


def _pages_of(matter: Matter, report: Report) -> list[str]:
    return [page["key"] for page in picture_of(matter, Shown(report), "en")["pages"]]


def test_what_it_is_held_against_is_told(real: Read) -> None:
    held = real_held()
    after = {matter["id"]: matter["after"] for matter in real.part("facts")["matters"]}
    compared = {pair.old.id: pair.new for pair in held.difference.pairs if pair.old}
    there = held.difference.new.catalogue
    for id, figures in after.items():
        if (new := compared[id]) is None:
            assert figures is None
        else:
            worst = there.contribution(metrics_of, new.id).worst
            assert figures is not None
            assert figures["visits"] == figure(worst.visits), id
    assert {"heading", "text", "columns"} <= {key for b in real.part("changes-zh") for key in b}
    alone = read(page_of(report_of(CATALOGUE)))
    assert alone.first["against"] == ""
    assert alone.part("changes-zh") == []


def test_nothing_acts_but_what_its_policy_names() -> None:
    page = read(page_of(report_of(CATALOGUE)))
    [policy] = [told["content"] for tag, told in page.tags if "http-equiv" in told]
    assert policy is not None
    assert policy.startswith("default-src 'none';")
    for kind in ("script", "style"):
        hashed = b64encode(sha256(page.texts[kind].encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{hashed}'" in policy
    acting = [told for tag, told in page.tags if tag == "script" and "type" not in told]
    assert len(acting) == 1
    assert not [told for _, told in page.tags if any(name.startswith("on") for name in told)]
    assert [told["href"] for _, told in page.tags if told.keys() & {"href", "src"}] == ["data:,"]


def test_the_script_makes_elements_of_no_text() -> None:
    page = read(page_of(report_of(CATALOGUE)))
    taking = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|Function\(|text/html"
    assert not re.search(taking, page.texts["script"])
    assert re.search(taking, "element.innerHTML = text")


def test_each_label_is_said_and_each_that_is_said_is_there() -> None:
    script = read(page_of(report_of(CATALOGUE))).texts["script"]
    quoted = set(re.findall(r'"([a-z][a-z-]*)"', script))
    said = set(re.findall(r'\b(?:say|title)\("([a-z-]+)"', script))
    assert said <= LABELS.keys()
    keys_of_views = {"overview", "findings", "matters", "matrix", "themes", "lists"}
    unsaid = LABELS.keys() - quoted - keys_of_views - {"no-script"}
    assert not unsaid
    for language in LANGUAGES:
        blanks = {key: re.findall(r"\{\w+\}", text) for key, text in LABELS.items()}
        for key, text in LABELS.items():
            assert sorted(re.findall(r"\{\w+\}", words(language).say(text))) == sorted(blanks[key])


def test_names_are_texts_whatever_they_hold() -> None:
    page, plain = read(hostile_page()), read(page_of(report_of(CATALOGUE)))
    assert [tag for tag, _ in page.tags] == [tag for tag, _ in plain.tags]
    assert page.texts["script"] == plain.texts["script"]
    told = str(page.first) + str(page.part("facts")) + str(page.part("said-zh"))
    assert "\u202e" not in told
    assert "window.acted = 1" in told
    assert not {"<", ">", "&"} & {*page.texts["page"]}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_has_the_same_bytes_and_opens_in_the_language(language: str) -> None:
    page = page_of(report_of(CATALOGUE), language)
    assert page == page_of(report_of(CATALOGUE), language)
    assert read(page).first["languages"][0] == language
    assert html.SIGN.match(page)
    assert not html.SIGN.match(page.replace("govchain", "another", 1))


AGE = "---\ndata:\n  age: {name: 年龄, holder: applicant}\n"


def test_the_headline_says_what_the_figures_say() -> None:
    report = report_of(CATALOGUE)
    assert headline(report, words("en")).startswith("67% of the data needs are met by paper")
    half = report_of(CATALOGUE.replace("time: 3d}", "time: 3d, needs: [age]}") + AGE)
    assert headline(half, words("en")).startswith("One in 2 data needs")
    nothing = report_of("matter: m\nname: M\nsteps:\n  - {id: apply, kind: apply}\n")
    assert headline(nothing, words("en")).startswith("Nobody carries paper")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_theme_has_its_picture(real: Read, language: str) -> None:
    report = real_report()
    told = {matter.id for matter in report.told_matters}
    themes = report.catalogue.registry.themes.values()
    keys = {page["key"] for page in real.part(f"themes-{language}")}
    assert keys >= {f"theme-{theme.id}" for theme in themes if told & {*theme.matters}}
    assert read(page_of(report_of(CATALOGUE))).part(f"themes-{language}") == []


def test_a_picture_of_the_page_names_no_page_by_its_number(real: Read) -> None:
    number = [matter["id"] for matter in real.part("facts")["matters"]].index("newborn")
    ledger, *_ = real.part(f"picture-zh-{number}")["pages"]
    assert "附页" not in ledger["svg"]
    calls = [call for _, _, call in real.part("facts")["matters"][number]["calls"]]
    assert [*re.findall(r'<a href="page:(\w+)"', ledger["svg"])] == calls
    assert ledger["svg"].count(">逐环节图<") == len(calls)


def test_short_names_are_told_apart() -> None:
    known = "---\ndepartments:\n  {}\n".format("\n  ".join(
        f"{id}: {{name: {name}, short: {short}}}"
        for id, name, short in (("tax", "税务局", "税务"), ("tax2", "县税务局", "税务"),
                                ("land", "自然资源局", "自然资源"))
    ))  # fmt: skip
    short = read(page_of(report_of(CATALOGUE + known))).first["short"]
    assert "land" in short
    assert short["land"] == "自然资源"
    assert not {"tax", "tax2"} & short.keys()
