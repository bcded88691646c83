"""What lies between two catalogues, on small ones."""

from __future__ import annotations

import json
from importlib import resources
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from govchain.reporting import formats
from govchain.reporting.blocks import Block, Heading, Sentence
from govchain.reporting.difference.as_json import difference_as_json
from govchain.reporting.difference.changes import NO_CHANGE, Change, Toll
from govchain.reporting.difference.chapters.matters import _weighed
from govchain.reporting.difference.chapters.summary import summary
from govchain.reporting.difference.room import ROOM, fitting
from govchain.reporting.style import Style
from govchain.reporting.words import words
from tests.difference.differences import (
    AFTER,
    BEFORE,
    OPEN,
    PLANNED,
    REGISTRY,
    difference,
    reformed,
    texts,
)


def schema() -> Any:
    text = (resources.files("govchain.reporting") / "diff.schema.json").read_text("utf-8")
    return json.loads(text)


def told(format: str, language: str = "en", width: int = 100, limit: int | None = 20) -> str:
    return formats.write(reformed(), "diff", format, Style(language, width=width, limit=limit))


class TestFigures:
    def test_before_and_after_at_worst_on_average_and_a_year(self) -> None:
        [(pair, toll)] = reformed().tolls
        assert pair.is_compared
        assert toll.worst["visits"] == Change(2, 1)
        assert toll.worst["steps"] == Change(3, 2)
        assert toll.worst["days"] == Change(4, 2)
        assert toll.worst["materials"] == Change(2, 1)
        assert toll.worst["departments"] == Change(2, 1)
        assert toll.mean["visits"] == Change(2, 1)
        assert toll.per_year is not None
        assert toll.per_year["visits"] == Change(2000, 1000)

    def test_a_change_in_hundredths(self) -> None:
        assert Change(4, 3).percent == -25
        assert Change(4, 3).difference == -1
        assert Change(0, 3).percent is None
        assert Change(0, 0).percent is None

    def test_no_year_where_one_side_does_not_know_the_cases(self) -> None:
        unknown = AFTER.replace("volume: 1000\n", "")
        [(_, toll)] = difference(texts(BEFORE), texts(unknown)).tolls
        assert toll.per_year is None
        assert difference(texts(BEFORE), texts(unknown)).sum().per_year is None

    def test_each_side_counts_with_its_own_cases(self) -> None:
        fewer = AFTER.replace("volume: 1000", "volume: 400")
        found = difference(texts(BEFORE), texts(fewer))
        [(pair, toll)] = found.tolls
        assert pair.is_of_other_volume
        assert toll.per_year is not None
        assert toll.per_year["visits"] == Change(2000, 400)
        page = formats.write(found, "diff", "text", Style("en"))
        assert "1 matter has other cases a year now" in page

    def test_like_is_held_against_like_where_cases_are_too_many(self) -> None:
        facts = ", ".join(f"f{n}: [yes, no]" for n in range(14))
        steps = "".join(
            f"  - {{id: s{n}, kind: other, when: {{f{n}: yes}}, visit: 1}}\n" for n in range(14)
        )
        wide = f"matter: m\nfacts: {{{facts}}}\nsteps:\n{steps}"
        either = (
            "matter: m\nfacts: {f: [yes, no]}\nsteps:\n"
            "  - {id: a, kind: other, when: {f: yes}, visit: 1}\n"
            "  - {id: b, kind: other, when: {f: no}, visit: 1}\n"
        )
        [(_, toll)] = difference(texts(wide), texts(either)).tolls
        assert toll.is_bound
        assert toll.worst["visits"] == Change(14, 2)
        [(_, alone)] = difference(texts(either), texts(either)).tolls
        assert alone.worst["visits"] == Change(1, 1)


class TestPairs:
    def test_by_id_before_code(self) -> None:
        other = BEFORE.replace("matter: birth", "matter: other").replace("A-1", "B-2")
        found = difference(texts(BEFORE, other), texts(AFTER, other.replace("B-2", "A-1")))
        assert [(p.old and p.old.id, p.new and p.new.id) for p in found.pairs] == [
            ("birth", "birth"),
            ("other", "other"),
        ]

    def test_by_code_where_the_id_is_another(self) -> None:
        renamed = AFTER.replace("matter: birth", "matter: newborn")
        found = difference(texts(BEFORE), texts(renamed))
        [pair] = found.pairs
        assert pair.is_renamed
        assert difference_as_json(found, "en")["matters"][0]["matched"] == "code"
        page = formats.write(found, "diff", "text", Style("en"))
        assert "1 known by code alone" in page
        assert "Known by its code: 出生登记 (birth) → 出生登记 (newborn)." in page

    def test_findings_of_a_renamed_matter_are_kept(self) -> None:
        renamed = BEFORE.replace("matter: birth", "matter: newborn")
        found = difference(texts(BEFORE), texts(renamed))
        assert found.finds.kept
        assert not found.finds.gone
        assert not found.finds.new
        assert found.is_empty

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ((BEFORE,), (AFTER.replace("birth", "one"), AFTER.replace("birth", "two"))),
            ((BEFORE,), (AFTER.replace("matter: birth", "matter: x").replace("A-1", "B"),)),
            ((BEFORE.replace("code: A-1\n", ""),), (AFTER.replace("matter: birth", "matter: x"),)),
        ],
        ids=["split", "another code", "no code"],
    )
    def test_what_is_split_or_has_no_code_is_listed_and_not_guessed(
        self, old: tuple[str, ...], new: tuple[str, ...]
    ) -> None:
        changed = [text.replace("one-certificate", "birth-certificate") for text in new]
        changed = [text.replace("two-certificate", "birth-certificate") for text in changed]
        found = difference(texts(*old), texts(*changed))
        assert not any(pair.is_compared for pair in found.pairs)
        assert len(found.pairs) == len(old) + len(new)
        page = formats.write(found, "diff", "text", Style("en"))
        assert "Only before: ended, split or taken up by others:" in page
        assert "Only after: begun, or split off:" in page
        [row] = [row for row in difference_as_json(found, "en")["matters"] if row["new"] is None]
        assert row["matched"] is None
        assert row["worst"]["visits"] == {
            "before": 2, "after": 0, "change": -2, "percent": -100.0,
        }  # fmt: skip


class TestFindings:
    def test_gone_new_and_kept(self) -> None:
        found = difference(texts(BEFORE, PLANNED), texts(AFTER, OPEN))
        finds = found.finds
        assert "asked-again" in {finding.rule for finding in finds.new}
        assert "unfit-link" in {finding.rule for finding in finds.gone}
        page = formats.write(found, "diff", "text", Style("en"))
        assert "New: " in page
        assert "Gone: " in page

    def test_what_a_comment_allows_now_is_called_so(self) -> None:
        paper = "  - {name: 居民户口簿, data: household}\n"
        allowed = BEFORE.replace(paper, f"  # govchain: allow own-paper -- 先修法\n{paper}")
        found = difference(texts(BEFORE), texts(allowed))
        [gone] = [finding for finding in found.finds.gone if finding.rule == "own-paper"]
        assert gone.fingerprint in found.finds.allowed
        page = formats.write(found, "diff", "text", Style("en"))
        assert "(1 allowed by a comment)" in page
        assert "1 of those gone is still found, and allowed by a comment." in page
        back = difference(texts(allowed), texts(BEFORE))
        assert {f.rule for f in back.finds.new} == {"own-paper"}
        page = formats.write(back, "diff", "text", Style("en"))
        assert "1 of the new ones was found before, and allowed by a comment." in page

    def test_what_cannot_be_read_makes_gone_doubtful(self) -> None:
        broken = {**texts(AFTER), "broken.yaml": "a: [\n"}
        page = formats.write(difference(texts(BEFORE), broken), "diff", "text", Style("en"))
        assert "Not all of b could be read and judged: what is called gone may be there." in page
        page = formats.write(difference(broken, texts(BEFORE)), "diff", "text", Style("en"))
        assert "Not all of a could be read and judged: what is called new may not be." in page


class TestLinks:
    def test_receiver_by_receiver(self) -> None:
        links = {link.way.target: link for link in reformed().links}
        assert links["town"].is_gone
        assert links["police"].changed == ("status",)
        assert links["police"].is_opened
        assert not links["town"].is_closed

    def test_other_groups_of_receivers_are_no_change(self) -> None:
        apart = (
            "links:\n  - {data: birth-certificate, to: town, status: planned}\n"
            "  - {data: birth-certificate, to: police, status: planned}\n"
        )
        assert difference(texts(BEFORE, PLANNED), texts(BEFORE, apart)).is_empty

    def test_what_works_as_before_says_what_is_other(self) -> None:
        updated = OPEN.replace("to: police", "to: police, update: daily")
        page = formats.write(
            difference(texts(BEFORE, OPEN), texts(BEFORE, updated)), "diff", "text", Style("en")
        )
        assert "works; other: update" in page


PUBLISHED = "published: {visits: 2, days: 9d, source: 通报, note: 只算一处}\n"


class TestPublished:
    def told(self, old: str, new: str) -> str:
        return formats.write(difference(texts(old), texts(new)), "diff", "text", Style("en"))

    def test_what_agrees_and_what_differs_with_its_reason(self) -> None:
        old = BEFORE.replace("volume", PUBLISHED + "volume")
        found = difference(texts(old), texts(AFTER)).publications
        assert {each.name: each.agrees for each in found} == {"visits": True, "days": False}
        page = self.told(old, AFTER)
        assert "出生登记: 只算一处 (通报)." in page

    def test_figures_that_stand_for_an_example_are_a_reason(self) -> None:
        said = PUBLISHED.replace(", note: 只算一处", "") + "illustrative: time\n"
        page = self.told(BEFORE.replace("volume", said + "volume"), AFTER)
        assert "出生登记: the times of 1 matter stand for an example; 通报." in page

    @pytest.mark.parametrize(
        ("promised", "published", "verdict"),
        [
            ("30d", "30d", "within the promise"),
            ("30d", "29d", "differs"),
            ("1d", "1d", "differs"),
        ],
    )
    def test_a_promise_that_is_kept_differs_from_nothing(
        self, promised: str, published: str, verdict: str
    ) -> None:
        """A promise is a limit; a figure of somebody else, or one that is exceeded, is none."""
        said = PUBLISHED.replace("9d", published) + f"time-limit: {{promised: {promised}}}\n"
        old = BEFORE.replace("volume", said + "volume")
        days = next(
            p for p in difference(texts(old), texts(AFTER)).publications if p.name == "days"
        )
        assert days.is_kept is (verdict == "within the promise")
        chapter = self.told(old, AFTER).split("Published")[-1]
        [line] = [row for row in chapter.splitlines() if "working days" in row and " – " in row]
        assert line.rstrip().endswith(verdict)

    def test_no_reason_is_said(self) -> None:
        said = PUBLISHED.replace(", note: 只算一处", "")
        page = self.told(BEFORE.replace("volume", said + "volume"), AFTER)
        assert "出生登记: why is not written; 通报." in page

    def test_of_what_did_not_change_nothing_is_said(self) -> None:
        same = BEFORE.replace("volume", PUBLISHED + "volume")
        assert not difference(texts(same), texts(same)).publications
        assert difference(texts(BEFORE), texts(same)).publications


class TestFormats:
    def test_json_fits_the_schema_shipped(self) -> None:
        shape = schema()
        Draft202012Validator.check_schema(shape)
        found = json.loads(told("json"))
        Draft202012Validator(shape).validate(found)
        found["matters"][0]["more"] = 1
        assert not Draft202012Validator(shape).is_valid(found)
        alone = difference(texts(BEFORE), texts(AFTER.replace("birth", "x").replace("A-1", "B")))
        Draft202012Validator(shape).validate(
            json.loads(json.dumps(difference_as_json(alone, "en")))
        )

    @pytest.mark.parametrize("language", ["en", "zh"])
    @pytest.mark.parametrize("width", [80, 120])
    def test_the_first_screen_is_one(self, language: str, width: int) -> None:
        page = told("text", language, width)
        first = page.split("2. Matters" if language == "en" else "二、事项")[0]
        assert len(first.rstrip().splitlines()) <= 24
        assert "govchain diff old new --limit 0" in first

    @pytest.mark.parametrize("language", ["en", "zh"])
    def test_of_what_is_the_same_it_is_said_so(self, language: str) -> None:
        same = difference(texts(BEFORE, OPEN), texts(BEFORE, OPEN))
        page = formats.write(same, "diff", "text", Style(language))
        assert len(page.splitlines()) == 4
        assert "1" in page

    def test_markdown_is_a_page_of_ours(self) -> None:
        page = told("markdown")
        assert page.startswith("<!-- govchain -->\n\n## 1. a → b on 2026-06-01\n")
        assert "| visits | 2 | 1 | -1 | -50% | 2 → 1 | -1,000 |" in page
        assert "- `govchain diff old new --matter birth` one matter" in page


class TestRoom:
    def many(self, number: int) -> str:
        lost = (BEFORE.replace("matter: birth", f"matter: m{n}") for n in range(number))
        own = (f"{text}".replace("code: A-1\n", "") for text in lost)
        found = difference(texts(), texts(*own), "old new")
        return formats.write(found, "diff", "markdown", Style("en", limit=None))

    def test_what_a_comment_has_no_room_for_is_counted(self) -> None:
        page = self.many(500)
        assert len(page) <= ROOM
        assert "A comment holds 65,536 characters: " in page
        assert "- `govchain diff old new --limit 0` tells all" in page
        assert len(page) > ROOM - 3_000

    def test_a_short_page_is_whole(self) -> None:
        assert "A comment holds" not in self.many(3)

    def test_characters_beyond_utf_16_count_twice(self) -> None:
        blocks: list[Block] = [Heading("h"), Sentence("😀" * 40_000)]
        page = fitting(blocks, "en", "")
        assert "A comment holds 65,536 characters: 1 rows and entries are left out here." in page
        assert "😀" not in page


def test_no_name_acts() -> None:
    """Names of definitions stay text in the page that a comment shows."""
    hostile = "'[x](http://evil) <b> @all | `c` '"
    named = BEFORE.replace("name: 出生登记", f"name: {hostile}")
    found = difference(texts(named), texts(AFTER))
    page = formats.write(found, "diff", "markdown", Style("en"))
    assert "[x](http" not in page
    assert "<b>" not in page
    assert "@all" not in page


class TestReading:
    """What a reader of two catalogues asks at once: of what, why, and what is worse."""

    def test_the_first_table_says_of_what_a_year_is(self) -> None:
        assert "全年跑动" in told("text", "zh").split("另有")[0]
        assert "| visits/year |" in told("markdown")

    def test_what_rises_in_sum_and_falls_a_year_is_explained(self) -> None:
        """Many cases of one matter lose a hand-over, few of another gain two."""
        old, new = (
            Toll({}, {"handovers": change}, {"handovers": year})
            for change, year in (
                (Change(3, 4), Change(2000, 1000)),
                (Change(3, 4), Change(2000, 3000)),
            )
        )
        full = [
            Toll(
                {**NO_CHANGE, **toll.worst},
                {**NO_CHANGE, **toll.mean},
                {**NO_CHANGE, **(toll.per_year or {})},
            )
            for toll in (old, new)
        ]
        said = _weighed(full[0], words("zh"))
        assert said.startswith("部门间流转：各办一件的合计与全年的增减方向相反")
        assert _weighed(full[1], words("zh")) == ""

    def test_links_that_carry_data_no_longer_are_told_by_themselves(self) -> None:
        [sentence] = [
            block
            for block in summary(difference(texts(OPEN), texts(PLANNED)), Style("zh"))
            if isinstance(block, Sentence) and block.tones
        ]
        assert sentence.text.endswith("。1 条由通变为不通。")

    def test_what_comes_another_way_is_no_loss(self) -> None:
        hub = REGISTRY.replace("  health:", "  hub: {kind: platform}\n  health:")
        direct = {"r.yaml": hub, "links.yaml": OPEN}
        led = "links:\n  - {data: birth-certificate, to: hub}\n"
        led += "  - {data: birth-certificate, from: hub, to: police}\n"
        [gone] = [
            link
            for link in difference(direct, {"r.yaml": hub, "links.yaml": led}).links
            if link.is_gone
        ]
        assert (gone.is_led_elsewhere, gone.is_closed) == (True, False)
        [lost] = difference(direct, {"r.yaml": hub, "links.yaml": "links: []"}).links
        assert (lost.is_led_elsewhere, lost.is_closed) == (False, True)
