"""Working days by the published calendar, and by years that a registry writes itself."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govchain.compiler.working_days import WorkingDays
from govchain.reader.reading import read_texts

PUBLISHED = WorkingDays({})
DATES = st.dates(datetime.date(2003, 12, 1), datetime.date(2027, 2, 1))


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def with_calendar(text: str) -> WorkingDays:
    return WorkingDays(read_texts({"c.yaml": text}).definitions.registry.calendar)


@pytest.mark.parametrize(
    ("after", "until", "expected"),
    [
        ("2026-05-29", "2026-06-01", 1),  # over a weekend
        ("2026-06-01", "2026-06-01", 0),
        ("2026-06-02", "2026-06-01", 0),  # the first day lies ahead
        ("2026-02-13", "2026-02-24", 2),  # spring festival: 14 February is worked, 15 to 23 off
        ("2025-09-30", "2025-10-09", 1),
        ("2025-12-31", "2026-01-05", 2),  # the Sunday 4 January is worked
    ],
)
def test_holidays_are_off_and_make_up_days_are_worked(
    after: str, until: str, expected: int
) -> None:
    assert PUBLISHED.between(day(after), day(until)) == expected


def test_of_an_unpublished_year_the_week_counts_and_it_is_named() -> None:
    after, until = day("2026-12-30"), day("2027-01-20")
    assert PUBLISHED.between(after, until) == 1 + 14
    assert PUBLISHED.years_by_week(after, until) == (2027,)
    assert PUBLISHED.unread_years(after, until) == ()
    assert PUBLISHED.years_by_week(day("2026-12-31"), day("2026-12-31")) == ()


def test_a_year_of_the_registry_stands_for_the_whole_year() -> None:
    own = with_calendar("calendar: {2027: {off: [2027-01-01], work: [2027-01-02]}}")
    assert own.between(day("2026-12-31"), day("2027-01-04")) == 2
    assert own.years_by_week(day("2026-12-31"), day("2027-01-04")) == ()
    bare = with_calendar("calendar: {2026: {off: []}}")
    assert bare.between(day("2026-09-30"), day("2026-10-09")) == 7


def test_a_year_not_wholly_read_counts_nothing() -> None:
    own = with_calendar("calendar: {2026: {off: [2026-13-01]}}")
    assert own.between(day("2026-05-01"), day("2026-06-01")) == 0
    assert own.unread_years(day("2026-05-01"), day("2026-06-01")) == (2026,)
    assert own.years_by_week(day("2026-05-01"), day("2026-06-01")) == ()


@pytest.mark.parametrize(
    "text",
    [
        "calendar: {2026年: {off: [2026-05-25]}}",
        "calendar: [{2026: {off: [2026-05-25]}}]",
        "calendar: {2026: {off: [2026-05-25]}}\n---\ncalendar: {2026: {off: [2026-05-26]}}",
    ],
)
def test_a_calendar_of_which_something_was_lost_counts_nothing(text: str) -> None:
    assert with_calendar(text).between(day("2026-05-01"), day("2026-06-01")) == 0


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("calendar: {27: {off: 2027-01-01}}", "bad-value"),
        ("calendar: {2027: {off: 2026-01-01}}", "bad-value"),
        ("calendar: {2027: {}}\n---\ncalendar: {2027: {}}", "duplicate-id"),
        ("calendar: {2027: {holiday: 2027-01-01}}", "unknown-key"),
    ],
)
def test_a_calendar_that_cannot_be_is_reported(text: str, rule: str) -> None:
    assert rule in {trouble.rule for trouble in read_texts({"c.yaml": text}).troubles}


@given(DATES, DATES, DATES)
def test_counts_add_up(first: datetime.date, second: datetime.date, third: datetime.date) -> None:
    a, b, c = sorted((first, second, third))
    assert PUBLISHED.between(a, c) == PUBLISHED.between(a, b) + PUBLISHED.between(b, c)
    assert 0 <= PUBLISHED.between(a, b) <= (b - a).days


@given(DATES, st.integers(-3, 500))
def test_they_are_counted_as_if_day_by_day(after: datetime.date, length: int) -> None:
    until = after + datetime.timedelta(days=length)
    days = range(after.toordinal() + 1, until.toordinal() + 1)
    step = datetime.timedelta(days=1)
    single = map(datetime.date.fromordinal, days)
    assert PUBLISHED.between(after, until) == sum(
        PUBLISHED.between(one - step, one) for one in single
    )


def test_since_the_first_day_of_the_calendar_is_no_long_count() -> None:
    assert PUBLISHED.between(datetime.date(1, 1, 1), datetime.date(1, 1, 8)) == 5
    assert PUBLISHED.between(datetime.date.min, datetime.date(2003, 1, 1)) == 522_297
