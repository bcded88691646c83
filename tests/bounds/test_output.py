"""What is alike is counted in what people read; programs are told all of it, in little."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from govchain.cli.desk import beginning
from govchain.reporting.bounds import LONGEST_TEXT, MOST_NEEDS, MOST_OF_A_KIND
from govchain.reporting.words import MOST_LISTED, words
from tests.cli.desk import run

MANY = 1500
"""Unknown keys in one line of 40 KB."""
CAP = 200_000
"""Characters of output, far below what a repeated line would take (60 million)."""


def one_line(folder: Path, name: str = "名" * 2000) -> Path:
    """A definition in one line, wrong in many places of it."""
    steps = ", ".join(f"{{id: s{n}, tme: 3}}" for n in range(MANY))
    path = folder / "a.yaml"
    path.write_text(f"{{matter: m, name: {name}, steps: [{steps}]}}\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_line_is_shown_around_the_place_and_what_is_alike_is_counted(
    tmp_path: Path, language: str
) -> None:
    result = run("check", str(one_line(tmp_path)), language=language)
    assert result.exit_code == 1
    assert len(result.stdout) < CAP
    assert result.stdout.count("[unknown-key]:") == MOST_OF_A_KIND
    rest = words("en").say("{n}", n=f"{MANY - MOST_OF_A_KIND:,}")
    assert f"{rest} more of this kind" in result.stdout or f"{rest} 条同类问题" in result.stdout
    assert "--format json" in result.stdout


def test_an_annotation_of_github_counts_too(tmp_path: Path) -> None:
    result = run("check", str(one_line(tmp_path)), "--format", "github")
    lines = result.stdout.splitlines()
    of_keys = [line for line in lines if "title=unknown-key::" in line]
    assert sum(line.startswith("::error") for line in of_keys) == MOST_OF_A_KIND
    assert sum("1,450 more of this kind" in line for line in lines) >= 1
    assert all(line.startswith("::") for line in lines)


@pytest.mark.parametrize("format", ["json", "sarif"])
def test_programs_are_told_all(tmp_path: Path, format: str) -> None:
    result = run("check", str(one_line(tmp_path)), "--format", format)
    told = json.loads(result.stdout)
    found = told["findings"] if format == "json" else told["runs"][0]["results"]
    assert len(found) >= MANY
    assert len(result.stdout) < MANY * 2000 + 400_000


def test_few_of_a_kind_are_all_told(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    steps = "".join(f"- {{id: s{n}, tme: 3}}\n" for n in range(MOST_OF_A_KIND))
    path.write_text(f"matter: m\nsteps:\n{steps}")
    result = run("check", str(path))
    assert result.stdout.count("[unknown-key]:") == MOST_OF_A_KIND
    assert "of this kind" not in result.stdout


@pytest.mark.parametrize(
    ("language", "last", "end"),
    [
        ("en", "and", "t19 and 4,980 more"),
        ("en", "or", "t19 or one of 4,980 more"),
        ("zh", "and", "t19，另有 4,980 项"),
        ("zh", "or", "t19或其他 4,980 项之一"),
    ],
)
def test_a_list_without_end_ends_with_a_count(language: str, last: str, end: str) -> None:
    texts = [f"t{n}" for n in range(5000)]
    assert words(language).listed(texts, last).endswith(end)
    few = words(language).listed(texts[:MOST_LISTED], last)
    assert few.endswith("t19")
    assert "more" not in few


def test_a_name_without_end_is_repeated_in_part(tmp_path: Path) -> None:
    steps = "".join(f"- {{id: s{n}, kind: approve, needs: [x]}}\n" for n in range(30))
    name = "数" * 5000
    (tmp_path / "a.yaml").write_text(
        f"matter: m\ndepartment: b\nmaterials: [{{data: x, basis: {'法' * 5000}}}]\nsteps:\n{steps}"
        f"---\ndepartments: {{a: {{}}, b: {{}}}}\ndata: {{x: {{name: {name}, holder: a}}}}\n",
        encoding="utf-8",
    )
    result = run("check", str(tmp_path))
    assert "数" * (LONGEST_TEXT - 1) + "…" in "".join(result.stdout.split())
    assert len(result.stdout) < 60_000


OFFICES = "---\ndepartments: {a: {name: A}, b: {name: B}, c: {name: C}}\n"


def shown(folder: Path, text: str, language: str = "en") -> str:
    """What `show` says of the matter m."""
    (folder / "a.yaml").write_text(text + OFFICES, encoding="utf-8")
    expanded = ("--expand", "all") if "matter: p" in text else ()
    result = run("show", "m", *expanded, "--workspace", str(folder), language=language)
    assert result.exit_code == 0
    return result.stdout


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_tree_counts_findings_of_one_kind(tmp_path: Path, language: str) -> None:
    """Of 99 reviews in a row each might begin with the one before it."""
    rows = "\n".join(
        f"- {{id: s{n}, kind: review, department: {'abc'[n % 3]}, time: 1d}}" for n in range(100)
    )
    told = shown(tmp_path, f"matter: m\ndepartment: a\nsteps:\n{rows}\n", language)
    assert told.count("serial-approval ") == MOST_OF_A_KIND + 1
    assert f"{99 - MOST_OF_A_KIND} more of this kind" in told or "49 条同类问题" in told
    assert "govchain analyze --format json" in told


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_tree_counts_the_needs_of_a_step(tmp_path: Path, language: str) -> None:
    data = [f"x{n}" for n in range(200)]
    told = shown(
        tmp_path,
        f"matter: m\ndepartment: a\nsteps: [{{id: s, kind: review, needs: [{', '.join(data)}]}}]\n"
        f"---\ndata: {{{', '.join(f'{id}: {{holder: a}}' for id in data)}}}\n",
        language,
    )
    assert sum(f"{id}  " in told for id in data) == MOST_NEEDS
    assert {"en": "and 150 more", "zh": "另有 150 项"}[language] in told


def long_named(name: str) -> dict[str, str]:
    """Definitions that `show` would say the name in again and again."""
    rows = "\n".join(f"- {{id: s{n}, needs: [x], department: a}}" for n in range(100))
    plain = f"matter: m\ndepartment: a\nsteps:\n{rows}\n"
    data = "---\ndata: {x: {holder: b}}\n"
    case = f"facts: {{f: [{name}, q]}}\nsteps: [{{id: c, matter: p, when: {{f: {name}}}}}]\n"
    return {
        "data": plain + data.replace("holder", f"name: {name}, holder"),
        "matter": plain.replace("department: a\nsteps", f"name: {name}\nsteps") + data,
        "step": plain.replace("needs: [x]", f"name: {name}", 1) + data,
        "paper": plain.replace("steps", f"materials: [{{data: x, name: {name}}}]\nsteps") + data,
        "department": plain.replace(": a}", ": d}")
        + data
        + f"departments: {{d: {{name: {name}}}}}\n",
        "option": plain.replace("matter: m", "matter: p") + f"---\nmatter: m\n{case}" + data,
    }


@pytest.mark.parametrize("what", list(long_named("")))
def test_a_tree_says_the_beginning_of_a_name_without_end(tmp_path: Path, what: str) -> None:
    times = 4 if what in ("matter", "step", "paper") else 101
    told = shown(tmp_path, long_named("名" * 5_000)[what])
    assert 0 < told.count("名") <= times * LONGEST_TEXT


def test_settings_are_not_looked_for_before_each_picture(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []

    def noting(*arguments: object) -> None:
        asked.append(arguments)

    monkeypatch.setattr(beginning, "settings_consulted", noting)
    (tmp_path / "a.yaml").write_text("---\n".join(f"matter: m{n}\n" for n in range(20)))
    folder = tmp_path / "drawn"
    result = run("render", "--workspace", str(tmp_path), "-o", str(folder))
    assert result.exit_code == 0
    assert len(list(folder.iterdir())) == 20
    assert len(asked) == 1
