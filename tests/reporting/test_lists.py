"""The lists: that their rows are the findings, that their sums are those of `analyze`, and that
each format says the same."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import jsonschema
import openpyxl
import pytest

from govchain import pipeline
from govchain.analysis.questions.holders import able_holders
from govchain.analysis.questions.recorded import MATERIALS, is_recorded
from govchain.compiler.catalogue import Catalogue
from govchain.findings import Finding, Named, Topic
from govchain.reader.reading import read_texts
from govchain.reporting import formats, lists
from govchain.reporting.blocks import Sentence, Table
from govchain.reporting.concerns import with_called
from govchain.reporting.formats.list import xlsx
from govchain.reporting.listing.blocks import blocks_of
from govchain.reporting.listing.cells import json_in, text_in, value_in
from govchain.reporting.listing.columns import Kind
from govchain.reporting.listing.listing import Listing, listing_of
from govchain.reporting.listing.notes import legend_of
from govchain.reporting.listing.row import Row
from govchain.reporting.lists.readiness import TOPICS
from govchain.reporting.report import Report
from govchain.reporting.sharing_picture import debts_of
from govchain.reporting.style import Style
from govchain.reporting.widths import width_of
from govchain.reporting.words import words
from tests.oracle.strategies import some_catalogues, to_yaml

from .reports import CATALOGUE, DATE, report_in, report_of

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "govchain/reporting/list.schema.json").read_text(encoding="utf-8"))
NAMES = lists.names()


def real() -> Report:
    """The report of the real catalogue."""
    return report_in("matters")


@cache
def drawn() -> tuple[Report, ...]:
    """The reports of some drawn catalogues."""
    read = (
        read_texts({name: to_yaml(documents) for name, documents in files})
        for files in some_catalogues(60, 4711)
    )
    return tuple(pipeline.analyze(pipeline.compile_reading(each, DATE)) for each in read)


def made(name: str, report: Report) -> Listing:
    return listing_of(lists.list_named(name), report)


@pytest.mark.parametrize("name", NAMES)
def test_a_row_has_a_value_for_each_column_and_its_proof(name: str) -> None:
    for report in (real(), *drawn()):
        listing = made(name, report)
        for row in listing.rows:
            assert row.cells.keys() == {column.key for column in listing.kind.columns}
            assert row.place is not None
    assert made(name, real()).rows


@pytest.mark.parametrize("name", NAMES)
def test_a_list_has_as_many_keys_as_columns(name: str) -> None:
    kind = lists.list_named(name)
    assert kind.name == name
    assert len({column.key for column in kind.columns}) == len(kind.columns)
    assert any(column.is_department for column in kind.columns)


# The demand list is the needs that nobody meets and somebody could


def needs_that_could_be_met(catalogue: Catalogue) -> set[tuple[str, str, str]]:
    """By their definition: carried or missing, with a holder that could share the data."""
    return {
        (step.matter.id, step.written.id, need.data)
        for chain in catalogue.chains.values()
        for need in chain.all_needs
        for step in [chain.step(need.step)]
        if chain.supply_of(need).state.burdens_applicant
        and step.department is not None
        and able_holders(need, chain)
        and (
            chain.supply_of(need).state == "carried"
            or (chain.is_described and is_recorded(MATERIALS, catalogue, step.matter))
        )
    }


def is_owed(finding: Finding) -> bool:
    """A holder could share the data."""
    return finding.topic is Topic.NOT_SHARED and bool(finding.facts["holders"])


def where_written(finding: Finding, catalogue: Catalogue) -> tuple[str, str, str]:
    assert finding.matter is not None
    assert finding.step is not None
    step = catalogue.chains[finding.matter].step(finding.step)
    data = finding.facts["data"]
    assert isinstance(data, Named)
    return step.matter.id, step.written.id, data.id


def test_the_demand_list_covers_exactly_the_needs_that_could_be_met() -> None:
    counted = 0
    for report in (real(), *drawn()):
        catalogue = report.catalogue
        listed = {
            where_written(finding, catalogue)
            for row in made("demand", report).rows
            for finding in row.findings
        }
        listed |= {
            where_written(finding, catalogue)
            for finding in report.analysis.silenced
            if is_owed(finding)
        }
        assert listed == needs_that_could_be_met(catalogue)
        counted += len(listed)
    assert counted > 250


def relations_in(rows: tuple[Row, ...]) -> set[tuple[object, ...]]:
    """Who waits for what of whom."""
    owed = (row for row in rows if any(is_owed(f) for f in row.findings))
    return {
        tuple(str(json_in(row.cells[k])) for k in ("consumer", "data", "holders")) for row in owed
    }


def test_the_responsibility_list_is_its_transpose() -> None:
    for report in (real(), *drawn()):
        demand, responsibility = made("demand", report), made("responsibility", report)
        assert relations_in(demand.rows) == relations_in(responsibility.rows)
        assert demand.sums == {key: responsibility.sums.get(key) for key in demand.sums}


def test_the_sums_are_those_of_the_picture_of_sharing() -> None:
    for report in (real(), *drawn()):
        sums, debts = made("demand", report).sums, debts_of(report)
        for key, told in (("visits", "visits"), ("papers", "papers")):
            known = [getattr(debt, told) for debt in debts if getattr(debt, told) is not None]
            assert sums.get(key) == (pytest.approx(sum(known)) if known else None)


def test_what_is_owed_names_each_link_once() -> None:
    report = real()
    rows = made("responsibility", report).rows
    links = {link.place for link in report.catalogue.registry.links}
    others = [row.place for row in rows if row.place in links]
    assert len(others) == len(set(others))


def test_the_burdens_add_up_to_the_first_chapter() -> None:
    report = real()
    sums = made("burdens", report).sums
    before, benefit = report.before, report.benefit
    figures = {"visits": "visits", "papers": "materials", "days": "days", "steps": "steps"}
    for key, figure in figures.items():
        assert sums[key] == pytest.approx(getattr(before, figure))
        left = getattr(before, figure) - getattr(benefit, figure)
        assert sums[f"{key}_left"] == pytest.approx(left)


# Formats


def listings() -> list[Listing]:
    return [made(name, real()) for name in NAMES]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("width", [40, 80, 120])
def test_a_list_fits_its_width(language: str, width: int) -> None:
    for listing in listings():
        text = formats.write([listing], "list", "text", Style(language, width=width))
        assert max(map(width_of, text.splitlines())) <= width
        if width >= 80:  # every row begins with its first column
            first = listing.columns[0]
            assert text.count("\n") > len(listing.rows), first.key


def test_json_has_its_shape_and_says_all() -> None:
    told = json.loads(formats.write(listings(), "list", "json", Style("en")))
    jsonschema.validate(told, SCHEMA)
    assert [each["list"] for each in told["lists"]] == NAMES
    for each, listing in zip(told["lists"], listings(), strict=True):
        assert len(each["rows"]) == len(listing.rows)


@pytest.mark.parametrize("name", NAMES)
def test_csv_has_a_line_for_each_row(name: str) -> None:
    listing = made(name, real())
    text = formats.write([listing], "list", "csv", Style("zh"))
    head, *rows = csv.reader(io.StringIO(text))
    assert len(head) == len(listing.columns)
    assert len(rows) == len(listing.rows)
    assert all(len(row) == len(head) for row in rows)


FORMULAS = CATALOGUE.replace("name: 卫生健康委", 'name: "=HYPERLINK(1)"').replace(
    "name: 街道办事处", 'name: "@SUM(1)"'
)


def test_no_cell_is_a_formula() -> None:
    listing = made("demand", report_of(FORMULAS))
    [_, row, *_] = csv.reader(io.StringIO(formats.write([listing], "list", "csv", Style("en"))))
    assert "'=HYPERLINK(1)" in row
    assert "'@SUM(1)" in row or any("@SUM(1)" not in cell for cell in row)
    book = openpyxl.load_workbook(io.BytesIO(xlsx.content([listing], Style("en"))))
    cells = [cell for line in book.active.iter_rows(min_row=2) for cell in line]  # type: ignore[union-attr]
    assert any(cell.value == "=HYPERLINK(1)" for cell in cells)
    assert all(cell.data_type != "f" for cell in cells)


def cells_of(listing: Listing) -> Iterator[list[object]]:
    for row in listing.rows:
        yield [value_in(row, column) for column in xlsx.columns_of(listing)]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_workbook_says_the_same(language: str) -> None:
    content = xlsx.content(listings(), Style(language))
    assert content == xlsx.content(listings(), Style(language))
    assert xlsx.is_ours(content)
    book = openpyxl.load_workbook(io.BytesIO(content))
    cover, *sheets = book.worksheets
    assert cover.max_row >= len(NAMES)
    for sheet, listing in zip(sheets, listings(), strict=True):
        assert sheet.freeze_panes == "B2"
        assert sheet.print_title_rows == "$1:$1"
        assert sheet.page_setup.orientation == "landscape"
        written = [*sheet.iter_rows(min_row=2, max_row=1 + len(listing.rows), values_only=True)]
        assert len(written) == len(listing.rows)
        for line, row in zip(written, cells_of(listing), strict=True):
            for value, told, column in zip(line, row, xlsx.columns_of(listing), strict=True):
                if column.kind in (Kind.COUNT, Kind.AMOUNT, Kind.SHARE) and told is not None:
                    assert value == pytest.approx(told, abs=1e-6)


def test_another_workbook_is_not_ours() -> None:
    other = openpyxl.Workbook()
    kept = io.BytesIO()
    other.save(kept)
    assert not xlsx.is_ours(kept.getvalue())
    assert not xlsx.is_ours(b"PK\x03\x04 no workbook")


def test_joining_costs_nobody_more_than_one_by_one_and_the_application() -> None:
    """What a joint service asks for itself counts on both sides, in some cases or in all: more than
    one by one are only its own application and its window."""
    seen = 0
    for report in (real(), report_in("examples/after-reform"), *drawn()):
        for row in made("joint", report).rows:
            joint = row.cells["matter"]
            assert isinstance(joint, Named)
            chain = report.catalogue.chains[joint.id]
            own = [s for s in chain.matter.own_steps if s.kind in ("apply", "accept")]
            more = {
                "visits": sum(step.visit for step in own),
                "papers": 0,
                "days": sum(step.time.days for step in own if step.time),
                "steps": len(own),
            }
            if any(id not in report.catalogue.chains for id in chain.matter.called):
                continue
            seen += 1
            for key, extra in more.items():
                alone, joined = row.cells[f"{key}_alone"], row.cells[key]
                assert isinstance(alone, int | float)
                assert isinstance(joined, int | float)
                assert joined <= alone + extra + 1e-6, (joint.id, key)
    assert seen > 20


def test_what_takes_place_in_some_cases_alone_counts_on_both_sides() -> None:
    matter = real().catalogue.matters["company-exit"]
    [row] = [row for row in made("joint", real()).rows if row.place == matter.place]
    assert row.cells["days_alone"] == pytest.approx(62.518, abs=1e-3)
    assert row.cells["visits_alone"] == row.cells["visits"] == 11


# What people ask a list for is said above it


def of_newborn() -> Report:
    only = ("newborn",)
    return replace(real(), matters=frozenset(only), named=only, is_narrowed=True)


def told(name: str, report: Report, language: str = "en") -> list[str]:
    """The sentences of the list."""
    blocks = blocks_of(made(name, report), words(language))
    return [block.text for block in blocks if isinstance(block, Sentence)]


def test_a_list_without_rows_says_why_and_where_the_answer_is() -> None:
    newborn = of_newborn()
    assert not made("agreements", newborn).rows
    said = told("agreements", newborn)
    assert any("hand a case on" in each for each in said)
    assert any("`govchain analyze`, under “Collaborating departments”" in each for each in said)
    nothing = pipeline.analyze(pipeline.compile_reading(read_texts({}), DATE))
    for name in NAMES:
        assert len(told(name, nothing)) >= 2, name


def test_where_one_hand_holds_two_powers_comes_first() -> None:
    rows = made("powers", real()).rows
    open_ = sum(row.cells["several"] is None for row in rows)
    said = told("powers", real())
    assert "No post is known to hold two powers." in said
    assert any(f"not judged in {open_} of {len(rows)} rows" in each for each in said)


def test_what_is_not_found_twice_is_said_and_the_largest_comes_first() -> None:
    rows = made("systems", real()).rows
    numbers = [row.cells["number"] for row in rows]
    assert numbers == sorted(numbers, key=lambda n: -n if isinstance(n, int) else 0)
    said = " ".join(told("systems", real()))
    assert "No system is written of any data or step" in said
    assert "Not found: kept by several and linked more than once." in said
    for report in drawn():
        made_twice = any(
            row.cells["kind"] == Topic.MADE_TWICE for row in made("systems", report).rows
        )
        assert not (made_twice and "No system is written" in " ".join(told("systems", report)))


def test_what_is_not_known_of_any_matter_is_not_counted() -> None:
    for report in (real(), *drawn()):
        listing = made("readiness", report)
        for key in TOPICS:
            answers = [row.cells[key] for row in listing.rows]
            known = [answer for answer in answers if answer not in (None, ())]
            expected = sum(answer is True for answer in answers) if known else None
            assert not listing.rows or listing.sums[key] == expected


def test_what_stands_in_the_way_is_said_in_words() -> None:
    newborn = of_newborn()
    [window] = [each for each in told("readiness", newborn) if each.startswith("one window: ")]
    assert "each have a window of their own for 新生儿出生" in window
    assert not [each for each in told("readiness", real()) if each.startswith("one window: ")]


def test_examples_are_noted_where_they_are_shown() -> None:
    def noted(name: str) -> str:
        return next((t for t in told(name, real()) if t.startswith("Figures that stand")), "")

    assert not noted("systems")
    assert "volume" not in noted("powers")
    assert "volume" in noted("burdens")


@pytest.mark.parametrize("name", ["themes", "resources"])
def test_of_themes_asked_for_the_others_are_not_told(name: str) -> None:
    """A matter may belong to several themes: that of whoever asked is meant."""
    meant = "social-security"
    themes = real().catalogue.registry.themes
    matters = frozenset(with_called(themes[meant].matters, real().catalogue))
    assert any(matters & {*theme.matters} for id, theme in themes.items() if id != meant)
    chosen = replace(real(), matters=matters, themes=(meant,))
    told = listing_of(lists.list_named(name), chosen).rows
    whole = listing_of(lists.list_named(name), real()).rows
    assert [row.cells for row in told] == [
        row.cells for row in whole if getattr(row.cells["theme"], "id", None) == meant
    ]


@pytest.mark.parametrize(
    ("giver", "taker", "times"),
    [
        ("natres", "edu", 0.6 * 30_000),  # 随迁 alone have their insurance looked at
        ("town", "housing", 0.4 * 3_000),  # 已确认低保 goes past civil affairs
        ("housing", "defence", 0.8 * 400),  # also what no fire examiner sees
    ],
)
def test_what_is_passed_over_is_handed_on_all_the_same(
    giver: str, taker: str, times: float
) -> None:
    handed = {}
    for row in made("agreements", real()).rows:
        one, other = (json_in(row.cells[key]) for key in ("one", "other"))
        handed[one, other], handed[other, one] = row.cells["forth"], row.cells["back"]
    assert handed[giver, taker] == pytest.approx(times)


@pytest.mark.parametrize(("matter", "papers"), [("company-change", 19), ("construction-start", 37)])
def test_matters_that_never_meet_in_one_case_are_not_added_up(matter: str, papers: int) -> None:
    place = real().catalogue.matters[matter].place
    [row] = [row for row in made("joint", real()).rows if row.place == place]
    assert row.cells["papers_alone"] == row.cells["papers"] == papers


def test_in_a_row_about_one_matter_findings_have_the_numbers_of_that_matter() -> None:
    """企业开办: what stands in tax-registration and is no number of its own is no ⓪-1 beside it."""
    for listing in listings():
        for row in listing.rows:
            marks = listing.marks_in(row)
            for finding in row.findings:
                assert marks[finding.known_by] == real().mark_of(finding, row.matter)
            numbers = [mark.split(" ")[0] for mark in marks.values() if " " in mark]
            assert not row.matter or len(numbers) == len({*numbers})
    [row] = [row for row in made("readiness", real()).rows if row.matter == "company-start"]
    marks = made("readiness", real()).marks_in(row)
    assert marks["0a83fe56"] == "⓪-1 0a83fe56"
    assert marks["d8659d96"] == "d8659d96"


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", NAMES)
def test_a_workbook_and_markdown_name_all_findings(name: str, language: str) -> None:
    """Also what to know of the list stands in the workbook: its scope, how to read its numbers."""
    listing = made(name, real())
    page = formats.write([listing], "list", "markdown", Style(language))
    book = openpyxl.load_workbook(io.BytesIO(xlsx.content([listing], Style(language))))
    [sheet] = book.worksheets
    cells = [str(cell.value or "") for line in sheet.iter_rows(min_row=2) for cell in line]
    for finding in (finding for row in listing.rows for finding in row.findings):
        assert finding.known_by in page
        assert any(finding.known_by in cell for cell in cells)
    assert any(DATE.isoformat() in cell for cell in cells)
    if legend := legend_of(listing, words(language)):
        assert legend in cells
    assert not re.search(r"yaml:<!-- -->(?!100:)", page)


@pytest.mark.parametrize("width", [60, 80, 120, 160])
def test_an_empty_column_gives_way_to_one_that_is_not(width: int) -> None:
    for listing in listings():
        [table] = [b for b in blocks_of(listing, words("zh"), width) if isinstance(b, Table)]
        rows = table.rows[: len(listing.rows)]
        is_all = len(table.columns) == len(listing.columns)
        assert is_all or all(any(row[n] for row in rows) for n in range(len(table.columns)))


def test_readiness_tells_of_how_many_it_is_known() -> None:
    listing = made("readiness", real())
    [told] = [text for text in listing.answers(words("zh")) if text.startswith("目前做到的")]
    answers = [row.cells["network"] for row in listing.rows]
    known = [answer for answer in answers if answer not in (None, ())]
    assert f"一网 {sum(answer is True for answer in known)}/{len(known)}" in told
    assert len(known) < len(answers)


def test_the_limits_of_a_matter_stand_beside_the_times_of_its_steps() -> None:
    [table] = [
        b for b in blocks_of(made("deadlines", real()), words("zh"), 120) if isinstance(b, Table)
    ]
    heads = [column.head for column in table.columns]
    assert {"环节用时", "事项法定时限", "事项承诺时限", "占全程"} <= {*heads}


def test_who_answers_is_told_in_a_narrow_window_too() -> None:
    """Limits of the whole matter give way to who supervises the step."""
    for width, has_share in ((80, False), (160, True)):
        blocks = blocks_of(made("deadlines", real()), words("zh"), width)
        [table] = [block for block in blocks if isinstance(block, Table)]
        heads = [column.head for column in table.columns]
        assert "监督部门" in heads
        assert ("占全程" in heads) is has_share


def test_fixed_values_read_as_words() -> None:
    column = next(c for c in lists.list_named("resources").columns if c.key == "base")
    told = {value: text_in(value, column, words("en")) for value in column.twins}
    assert told["legal-entity"] == "legal entity"
    assert told["e-certificate"] == "e-certificate"
    assert text_in("legal-entity", column, words("zh")) == "法人"
