"""The words of pictures are those of the lists and texts beside them, each written once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

import pytest

from govchain.drawing.chart.words import Words
from govchain.drawing.words import catalogue, folded, steps
from govchain.reporting import words as reporting
from govchain.reporting.lists.themes import STATES
from govchain.rules.discovery import all_rules

LANGUAGES = ("en", "zh")
TABLE = {**steps.WORDS, **folded.WORDS, **catalogue.WORDS}


def told(table: Mapping[str, str], language: str) -> dict[str, str]:
    spoken = reporting.words(language)
    return {key: spoken.word(table, key) for key in table}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("table", "prefix"),
    [
        (reporting.FAMILIES, "family-"),
        (reporting.SEVERITIES, ""),
        (reporting.SHORTCOMINGS, ""),
        (STATES, "goal-"),
    ],
)
def test_pictures_say_it_as_lists_do(table: dict[str, str], prefix: str, language: str) -> None:
    words = Words(language)
    assert {key: words(f"{prefix}{key}") for key in table} == told(table, language)


def test_a_length_of_time_below_a_day_is_told_in_hours_and_below_an_hour_in_minutes() -> None:
    words = Words("zh")
    told = [words.short_time(minutes * 7) for minutes in (1, 10, 60, 90, 300, 420, 480, 1560, 0)]
    assert told == [
        *("1 分钟", "10 分钟", "1 小时", "1.5 小时", "5 小时", "7 小时", "1 天", "3.25 天", "0 天")
    ]
    assert [Words("en").short_time(minutes * 7) for minutes in (1, 10, 60)] == [
        *("1 minute", "10 minutes", "1 hour")
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_how_a_need_is_met_begins_with_the_word_of_the_lists(language: str) -> None:
    """A card has room for the first word, a legend for more: where nobody could share it."""
    words = Words(language)
    for state, said in told(reporting.SUPPLIES, language).items():
        assert said.startswith(words(state))
        assert words(f"legend-{state}").lower().startswith(said)
    assert words("legend-unshared").lower().startswith(words("legend-carried").lower()[:5])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_family_of_rules_is_called_by_its_name(language: str) -> None:
    known = told(reporting.FAMILIES, language)
    for family in {rule.family for rule in all_rules()}:
        assert Words(language).family(family) == known[family]


def test_no_key_is_in_two_files_and_nothing_is_said_by_two_keys() -> None:
    assert len(TABLE) == len(steps.WORDS) + len(folded.WORDS) + len(catalogue.WORDS)
    keys = defaultdict(list)
    for key, said in TABLE.items():
        keys[said].append(key)
    assert [each for each in keys.values() if len(each) > 1] == []
