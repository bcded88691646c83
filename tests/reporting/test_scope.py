"""A report says what of the catalogue it is of, and counts that alone; in every format one name."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from govchain.drawing import How, pages
from govchain.drawing.chart.subject import CatalogueSubject
from govchain.reporting.scope import Sizes, sizes_of
from tests.cli.desk import run
from tests.reporting.reports import report_in


def told(*options: str, language: str = "zh") -> str:
    result = run("analyze", "--lang", language, *options)
    assert result.exit_code in (0, 1), result.stderr
    return result.stdout


@pytest.mark.parametrize(
    ("language", "head", "scope"),
    [
        ("zh", "所选事项概况", "范围：事项 新生儿出生。"),
        ("en", "What was chosen, on", "Scope: matters 新生儿出生."),
    ],
)
def test_the_first_chapter_says_what_was_chosen(language: str, head: str, scope: str) -> None:
    for format in ("markdown", "text"):
        written = told("--matter", "newborn", "--format", format, language=language)
        assert head in written
        assert scope in written
    whole = told("--format", "markdown", language=language)
    assert head not in whole
    assert scope[:3] not in whole.splitlines()[2]


def test_themes_and_departments_are_named_too() -> None:
    assert "范围：应用主题 社会保障；部门 公安局。" in told(
        "--theme", "社会保障", "--department", "公安局"
    )


def test_what_the_chosen_use_is_counted() -> None:
    written = told("--matter", "newborn", "--format", "markdown")
    assert "| 8 | 36 | 8 | 23 | 10 | 7 |" in written
    report = report_in("matters")
    registry = report.catalogue.registry
    assert sizes_of(report) == Sizes(
        len(report.catalogue.matters),
        report.written_steps,
        *map(len, (registry.departments, registry.data, registry.criteria, registry.links)),
    )


def test_the_analysis_and_the_picture_of_a_theme_count_the_same_matters() -> None:
    written = told("--theme", "社会保障", "--format", "markdown")
    assert "| 18 | 83 |" in written
    subject = CatalogueSubject(report_in("matters").catalogue, themes=("social-security",))
    assert "共 18 个" in pages(subject, "theme", How("zh"))[0].title


def test_documents_and_pages_have_one_name(tmp_path: Path) -> None:
    from docx import Document

    file = str(tmp_path / "a")
    told("--matter", "newborn", "--format", "docx", "-o", f"{file}.docx")
    told("--matter", "newborn", "--format", "html", "-o", f"{file}.html")
    title = "政务服务目录体检：新生儿出生"
    assert Document(f"{file}.docx").paragraphs[0].text == title
    assert f"<title>{title}</title>" in Path(f"{file}.html").read_text(encoding="utf-8")


def test_a_path_that_holds_all_matters_chooses_nothing() -> None:
    assert told("matters", "--format", "markdown") == told("--format", "markdown")
    assert told("matters", "--format", "html") == told("--format", "html")


def test_a_joint_service_that_was_asked_for_holds_what_it_includes() -> None:
    """One case of it, as its picture tells it: what it calls is not added once more."""
    figures = ("visits", "materials", "days", "steps")
    report = json.loads(told("--matter", "newborn", "--format", "json"))
    [newborn] = [matter for matter in report["matters"] if matter["id"] == "newborn"]
    assert len(report["matters"]) == 8
    summary, worst = report["summary"], newborn["metrics"]["worst"]
    assert [summary["before"][name] for name in figures] == [worst[name] for name in figures]
    assert summary["benefit"]["visits"] == 6
    for language, said in (("zh", "所含事项计在其中"), ("en", "which holds all that it includes")):
        assert said in " ".join(told("--matter", "newborn", language=language).split())
        alone = told("--matter", "birth-registration", language=language)
        assert said not in " ".join(alone.split())
    burdens = run("list", "burdens", "--matter", "newborn", "--format", "json").stdout
    sums = json.loads(burdens)["lists"][0]["sums"]
    assert sums["visits"] == summary["before"]["visits"]
    assert sums["visits_left"] == summary["before"]["visits"] - summary["benefit"]["visits"]
    assert sums["papers_left"] == summary["before"]["materials"] - summary["benefit"]["materials"]


def test_each_that_was_asked_for_counts_once() -> None:
    both = json.loads(told("--matter", "newborn,birth-registration", "--format", "json"))
    before = both["summary"]["before"]
    assert before["visits"] == 9 + 2


def test_a_comparison_of_a_joint_service_sums_its_cases_alone() -> None:
    sides = ("matters", "examples/after-reform")
    compared = run("diff", *sides, "--matter", "newborn", "--format", "json").stdout
    told = json.loads(compared)
    [newborn] = [matter for matter in told["matters"] if matter["new"]["id"] == "newborn"]
    assert len(told["matters"]) == 8
    assert told["sums"]["all"]["worst"] == newborn["worst"]
    assert told["sums"]["all"]["per_year"] == newborn["per_year"]


def test_where_the_whole_is_not_told_its_parts_are_summed() -> None:
    """Asked for by name and by department: the rows that are there add up to the sum."""
    only = ("--matter", "newborn", "--department", "公安局")
    [told_of] = json.loads(run("list", "burdens", *only, "--format", "json").stdout)["lists"]
    assert [row["matter"] for row in told_of["rows"]] == ["birth-registration"]
    assert told_of["sums"]["visits"] == told_of["rows"][0]["visits"] == 2


def test_parts_of_a_theme_count_in_what_holds_them() -> None:
    theme = json.loads(told("--theme", "社会保障", "--format", "json"))
    [burdens] = json.loads(
        run("list", "burdens", "--theme", "社会保障", "--format", "json").stdout
    )["lists"]
    visits = {row["matter"]: row["visits"] for row in burdens["rows"]}
    named = report_in("matters").catalogue.registry.themes["social-security"].matters
    assert len(visits) == 18
    assert sum(visits[id] for id in named) == 22
    assert theme["summary"]["before"]["visits"] == burdens["sums"]["visits"] == 22


def test_a_joint_service_that_is_new_holds_nothing_of_before(tmp_path: Path) -> None:
    """Its parts are summed on both sides: else all of it would be a new burden."""
    part = "matter: {id}\ndepartment: d\nsteps: [{{id: a, kind: apply, visit: 2}}]\n"
    joint = "matter: joint\ndepartment: d\nsteps: [{id: a, matter: one}, {id: b, matter: two}]\n"
    for side in ("old", "new"):
        (tmp_path / side).mkdir()
        (tmp_path / side / "registry.yaml").write_text("departments: {d: {name: 局}}\n")
        for id in ("one", "two"):
            (tmp_path / side / f"{id}.yaml").write_text(part.format(id=id))
    (tmp_path / "new" / "joint.yaml").write_text(joint)
    sides = (str(tmp_path / "old"), str(tmp_path / "new"))
    compared = json.loads(run("diff", *sides, "--matter", "joint", "--format", "json").stdout)
    assert len(compared["matters"]) == 3
    assert compared["sums"]["compared"]["worst"]["visits"]["before"] == 4
