"""Each format keeps its contract."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from functools import partial
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator, Draft202012Validator

from govchain import pipeline
from govchain.analysis.rule import Rule
from govchain.findings import Place
from govchain.reader.reading import read_texts
from govchain.reporting import formats
from govchain.reporting.baseline import compare, entry_of
from govchain.reporting.pages import linked_to
from govchain.reporting.report import Report, as_json
from govchain.reporting.style import Style
from govchain.rules.discovery import all_rules
from tests.reporting.reports import CATALOGUE, DATE, example_report, report_of

DATA = Path(__file__).parent.parent / "data"
ENGLISH = Style("en")


def told(report: Report, command: str, format: str, style: Style = ENGLISH) -> str:
    return formats.write(report, command, format, style)


def compared_with_one_gone(report: Report) -> Report:
    """The report against a baseline that knows its first finding and one that is gone."""
    first = entry_of(report.findings[0], "en")
    gone = replace(first, fingerprint="0" * 16, file="matters/旧.yaml")
    return replace(report, baseline=compare([first, gone], report.findings))


def uri_of(location: dict[str, Any]) -> Any:
    return location["physicalLocation"]["artifactLocation"]["uri"]


def report_schema() -> Any:
    text = (resources.files("govchain.reporting") / "report.schema.json").read_text("utf-8")
    return json.loads(text)


class TestJson:
    @pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.id)
    def test_every_report_fits_the_schema_shipped(self, rule: Rule) -> None:
        for section in ("bad", "good"):
            report = json.loads(told(example_report(rule, "zh", section), "analyze", "json"))
            Draft202012Validator(report_schema()).validate(report)

    def test_a_report_against_a_baseline_fits_too(self) -> None:
        report = json.loads(told(compared_with_one_gone(report_of(CATALOGUE)), "check", "json"))
        Draft202012Validator(report_schema()).validate(report)
        known = [finding["baseline"] for finding in report["findings"]]
        assert known.count("known") == 1
        assert report["summary"]["baseline"] == {"known": 1, "new": len(known) - 1, "gone": 1}

    def test_the_schema_is_itself_right_and_strict(self) -> None:
        schema = report_schema()
        Draft202012Validator.check_schema(schema)
        report = report_of(CATALOGUE).to_dict()
        report["findings"][0]["surprise"] = 1
        assert not Draft202012Validator(schema).is_valid(report)

    def test_a_finding_is_told_as_the_contract_says(self) -> None:
        findings = report_of(CATALOGUE).to_dict()["findings"]
        finding = next(f for f in findings if f["rule"] == "missing-link")
        assert finding["witness"]["holders"] == ["health"]
        assert finding["witness"]["consumer"] == "police"
        assert finding["witness"]["supply"] == "carried"
        assert finding["lever"] == "share"
        assert list(finding) == [
            "rule", "family", "severity", "matter", "step", "subject", "file", "line", "column",
            "message", "witness", "benefit", "lever", "amend", "with", "instead-of",
            "fingerprint",
        ]  # fmt: skip

    def test_matters_are_told_with_worst_and_mean(self) -> None:
        matter = report_of(CATALOGUE).to_dict()["matters"][0]
        assert matter["collaborators"] == ["health", "town"]
        assert matter["metrics"]["worst"]["visits"] == 1
        assert matter["metrics"]["worst"]["days"] == 4.0
        assert matter["metrics"]["bound"] is False


class TestSarif:
    validator = Draft4Validator(
        json.loads((DATA / "sarif" / "sarif-2.1.0-rtm.5.json").read_text("utf-8"))
    )

    @pytest.mark.parametrize("language", ["en", "zh"])
    @pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.id)
    def test_every_log_fits_the_published_schema(self, rule: Rule, language: str) -> None:
        log = told(example_report(rule, language), "check", "sarif", Style(language))
        self.validator.validate(json.loads(log))

    def test_what_is_known_stays_in_the_log_suppressed(self) -> None:
        log = json.loads(told(compared_with_one_gone(report_of(CATALOGUE)), "check", "sarif"))
        self.validator.validate(log)
        results = log["runs"][0]["results"]
        states = [result["baselineState"] for result in results]
        assert states[0] == "unchanged"
        assert results[0]["suppressions"] == [{"kind": "external", "justification": "baseline"}]
        assert states[-1] == "absent"
        assert set(states[1:-1]) == {"new"}

    def test_what_a_comment_allows_stays_in_the_log_suppressed(self) -> None:
        allowed = CATALOGUE.replace(
            "居民户口簿, data: household}",
            "居民户口簿, data: household}  # govchain: allow own-paper -- 户籍系统升级中",
        )
        log = json.loads(told(report_of(allowed), "check", "sarif"))
        self.validator.validate(log)
        kept = [r for r in log["runs"][0]["results"] if r["ruleId"] == "own-paper"]
        assert kept[0]["suppressions"] == [{"kind": "inSource", "justification": "户籍系统升级中"}]

    def test_where_one_result_says_whether_it_is_suppressed_all_do(self) -> None:
        report = report_of(CATALOGUE)
        plain, compared = (
            json.loads(told(each, "check", "sarif"))["runs"][0]["results"]
            for each in (report, compared_with_one_gone(report))
        )
        assert not any("suppressions" in result for result in plain)
        assert all("suppressions" in result for result in compared)
        assert sum(bool(result["suppressions"]) for result in compared) == 1

    def test_every_result_stands_somewhere(self) -> None:
        report = report_of(CATALOGUE)
        nowhere = replace(report.findings[0], place=Place("", 1, 1))
        gone = replace(entry_of(nowhere, "en"), fingerprint="0" * 16)
        analysis = replace(report.analysis, findings=(nowhere,))
        known = compare([gone], report.findings)
        log = told(replace(report, analysis=analysis, baseline=known), "check", "sarif")
        results = json.loads(log)["runs"][0]["results"]
        assert [uri_of(result["locations"][0]) for result in results] == ["matters/1.yaml"] * 2

    def test_what_is_related_says_why(self) -> None:
        twice = CATALOGUE + CATALOGUE
        log = json.loads(told(report_of(twice), "check", "sarif", Style("zh")))
        related = [
            place
            for result in log["runs"][0]["results"]
            for place in result.get("relatedLocations", ())
        ]
        assert related
        for place in related:
            line = place["physicalLocation"]["region"]["startLine"]
            assert place["message"]["text"].startswith(f"另见：{uri_of(place)}:{line}:")

    @pytest.mark.parametrize("language", ["en", "zh"])
    def test_help_leads_nowhere_that_is_not(self, language: str) -> None:
        log = json.loads(told(report_of(CATALOGUE), "check", "sarif", Style(language)))
        for rule in log["runs"][0]["tool"]["driver"]["rules"]:
            for text in (rule["help"]["text"], rule["help"]["markdown"]):
                assert not re.search(r"\]\((?!https://)", text)

    def test_pages_lead_to_each_other_where_they_stand_on_the_web(self) -> None:
        page = "see [bad-value](bad_value.md), [own](../sharing/own_paper.md), [law](https://x/y)"
        assert linked_to(page, "") == "see bad-value, own, [law](https://x/y)"
        assert linked_to(page, "https://h/rules/definition/wrong_shape.md") == (
            "see [bad-value](https://h/rules/definition/bad_value.md), "
            "[own](https://h/rules/sharing/own_paper.md), [law](https://x/y)"
        )

    def test_addresses_of_files_are_escaped(self) -> None:
        log = json.loads(told(compared_with_one_gone(report_of(CATALOGUE)), "check", "sarif"))
        location = log["runs"][0]["results"][-1]["locations"][0]["physicalLocation"]
        assert location["artifactLocation"]["uri"] == "matters/%E6%97%A7.yaml"

    def test_every_rule_is_explained(self) -> None:
        log = json.loads(told(report_of(CATALOGUE), "check", "sarif"))
        rules = log["runs"][0]["tool"]["driver"]["rules"]
        assert {rule["id"] for rule in rules} == {rule.id for rule in all_rules()}
        assert all(rule["help"]["markdown"] and rule["shortDescription"]["text"] for rule in rules)


class TestGithub:
    def test_each_finding_is_one_line(self) -> None:
        report = report_of(CATALOGUE)
        lines = told(report, "check", "github").splitlines()
        assert len(lines) == len(report.findings)
        pattern = re.compile(
            r"::(error|warning|notice) file=[^,]+,line=\d+,col=\d+,title=[a-z-]+::.+"
        )
        assert all(pattern.fullmatch(line) for line in lines)

    def test_what_would_end_a_property_or_line_is_escaped(self) -> None:
        odd = {"a,b: 100%.yaml": "matter: a\nname: {x\n"}
        report = pipeline.analyze(pipeline.compile_reading(read_texts(odd), DATE))
        line = told(report, "check", "github").splitlines()[0]
        assert "file=a%2Cb%3A 100%25.yaml," in line

    def test_what_the_baseline_knows_is_not_annotated(self) -> None:
        report = compared_with_one_gone(report_of(CATALOGUE))
        assert len(told(report, "check", "github").splitlines()) == len(report.findings) - 1


class TestText:
    def test_a_check_shows_place_line_and_caret(self) -> None:
        text = told(report_of(CATALOGUE), "check", "text")
        assert "warning[own-paper]: 居民户口簿 is asked for" in text
        assert "\n --> matters/1.yaml:7:5\n" in text
        lines = text.splitlines()
        spot = next(n for n, line in enumerate(lines) if line.startswith("7 |"))
        assert lines[spot] == "7 |   - {name: 居民户口簿, data: household}"
        assert lines[spot + 1] == "  |     ^"

    def test_totals_close_a_check(self) -> None:
        text = told(report_of(CATALOGUE), "check", "text")
        closing = text[text.index("1 matter checked: ") :]
        assert re.match(r"1 matter checked: \d+ warnings?, .*\n", closing)
        assert closing.split("\n", 1)[1].startswith("Not judged: "), "what it could not look at"

    def test_a_gone_finding_asks_for_a_new_baseline(self) -> None:
        text = told(compared_with_one_gone(report_of(CATALOGUE)), "check", "text")
        assert "1 gone" in text

    def test_what_is_gone_is_told_in_chinese(self) -> None:
        """A baseline keeps English sentences: by rule and subject it is told in any language."""
        text = told(compared_with_one_gone(report_of(CATALOGUE)), "check", "text", Style("zh"))
        [line] = [line for line in text.splitlines() if line.startswith("  - matters/旧.yaml")]
        first = entry_of(report_of(CATALOGUE).findings[0], "en")
        assert first.message not in line
        assert line.endswith(first.subject)
        assert f"（{first.rule}）：" in line
        assert "--write-baseline" in text

    def test_colours_come_only_when_wanted(self) -> None:
        report = report_of(CATALOGUE)
        for command in ("check", "analyze"):
            assert "\x1b" not in told(report, command, "text")
            assert "\x1b[" in told(report, command, "text", Style("en", colour=True, width=80))

    @pytest.mark.parametrize("language", ["en", "zh"])
    @pytest.mark.parametrize("width", [80, 120])
    def test_the_page_fits_its_width(self, language: str, width: int) -> None:
        from govchain.reporting.widths import width_of

        text = told(report_of(CATALOGUE), "analyze", "text", Style(language, width=width))
        assert all(width_of(line) <= width for line in text.splitlines())

    def test_the_last_screen_says_what_to_begin_with(self) -> None:
        for language, head in (("en", "7. What to begin with"), ("zh", "七、先办什么")):
            style = Style(language, width=80, limit=20)
            text = told(report_of(CATALOGUE), "analyze", "text", style)
            last = text.splitlines()[-23:]
            assert head in last
            assert last[-1].startswith("  govchain explain ")
            assert "  govchain analyze --limit 0" in "\n".join(last)

    def test_whoever_asked_for_some_is_led_to_all_of_these(self) -> None:
        """The options that were given stay; who listed all is not told how to."""
        some = replace(report_of(CATALOGUE), is_narrowed=True)
        assert "govchain analyze … --limit 0" in told(some, "analyze", "text", Style("zh", limit=2))
        assert "--limit 0" not in told(some, "analyze", "text", Style("zh"))

    def test_nothing_to_begin_with_needs_no_chapter(self) -> None:
        nothing = CATALOGUE.partition("---")[2]
        assert "6. " not in told(report_of(nothing), "analyze", "text")

    def test_the_columns_of_a_chinese_table_line_up(self) -> None:
        from govchain.reporting.widths import width_of

        text = told(report_of(CATALOGUE), "analyze", "text", Style("zh", width=120))
        lines = text.splitlines()
        head = next(n for n, line in enumerate(lines) if line.startswith("应当共享的数据"))
        column = width_of(lines[head].split("使用部门")[0])
        row = next(line for line in lines[head:] if line.startswith("出生医学证明"))
        assert width_of(row[: row.index("公安局")]) == column

    def test_a_page_says_how_much_more_there_is(self) -> None:
        report = report_of(CATALOGUE)
        text = told(report, "analyze", "text", Style("en", limit=1))
        assert f"{len(report.entries) - 1} more entries; --limit 0 lists all" in text


def test_formats_are_found_by_their_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formats, "_ROOM", tmp_path)
    (tmp_path / "check").mkdir()
    for name in ("sarif", "text", "docx", "notes.md"):
        (tmp_path / "check" / (name if "." in name else f"{name}.py")).touch()
    assert formats.formats_of("check") == ["text", "docx", "sarif"], "that for people first"


@pytest.mark.parametrize("command", ["analyze", "check"])
def test_each_format_tells_each_report(command: str) -> None:
    for format in filter(partial(formats.is_text, command), formats.formats_of(command)):
        told_ = told(report_of(CATALOGUE), command, format)
        assert told_.endswith("\n")
        assert "household" in told_ or "居民户口簿" in told_


def test_of_many_values_programs_are_told_the_first_and_how_many_more() -> None:
    told = as_json({"laws": tuple(str(n) for n in range(130)), "papers": ("one",)})
    assert told == {
        "laws": [str(n) for n in range(100)],
        "papers": ["one"],
        "more": {"laws": 30},
    }
