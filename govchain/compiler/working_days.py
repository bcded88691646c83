"""Working days (工作日): what the limits of the sharing regulation are counted in.

A working day is one by the published calendar (the State Council's notice on public holidays, a
year at a time; as kept by the library `chinesecalendar`), or by the registry's own `calendar`
where that has the year. Of a year that neither has, Monday to Friday count: public holidays are not
known. Days of a year that could not be read are not counted: a count is then a lower bound.
"""

from __future__ import annotations

import datetime
from bisect import bisect_left
from collections.abc import Collection, Mapping
from functools import cache
from typing import NamedTuple

from govchain.model.nouns import CalendarYear

_SATURDAY = 5
_YEAR = 366


class _Departures(NamedTuple):
    """The days of a year that depart from the week."""

    off: Collection[datetime.date]
    work: Collection[datetime.date]


_WEEKS_ALONE = _Departures((), ())


class WorkingDays:
    """Counts working days by the published calendar and the years the registry writes itself."""

    def __init__(self, own: Mapping[str, CalendarYear] | None) -> None:
        """`own` are the registry's years, None where one was lost: it may have been any."""
        self._own = own

    def between(self, after: datetime.date, until: datetime.date) -> int:
        """The working days after `after`, up to and including `until`."""
        return sum(
            _working_days(_days_of(year, after, until), departures)
            for year in range(after.year, until.year + 1)
            if (departures := self._departures(year)) is not None
        )

    def last_day(self, after: datetime.date, days: int) -> datetime.date | None:
        """The day that is the so many-th working day after `after`, for nought that day itself;
        None where none is known."""
        first = after.toordinal() + 1 if days else after.toordinal()
        until = min(first + 3 * days + _YEAR, datetime.date.max.toordinal())
        reached = bisect_left(
            range(first, until),
            days,
            key=lambda day: self.between(after, datetime.date.fromordinal(day)),
        )
        return datetime.date.fromordinal(first + reached) if first + reached < until else None

    def years_by_week(self, after: datetime.date, until: datetime.date) -> tuple[int, ...]:
        """The years of such a count that no calendar has: Monday to Friday are counted."""
        years = _years_of(after, until)
        return tuple(year for year in years if self._departures(year) is _WEEKS_ALONE)

    def unread_years(self, after: datetime.date, until: datetime.date) -> tuple[int, ...]:
        """The years of such a count whose days are not counted."""
        return tuple(year for year in _years_of(after, until) if self._departures(year) is None)

    def _departures(self, year: int) -> _Departures | None:
        """None where not all that is written of the year could be read."""
        if self._own is None:
            return None
        own = self._own.get(f"{year:04}")
        if own is None:
            return _published().get(year, _WEEKS_ALONE)
        return None if own.doubtful else _Departures(frozenset(own.off), frozenset(own.work))


def _working_days(days: range, departures: _Departures) -> int:
    """How many of the days, given by their ordinals, are worked; what departs changes it."""
    worked = sum(_is_within(day, days) and day.weekday() >= _SATURDAY for day in departures.work)
    off = departures.off
    rested = sum(
        _is_within(day, days) and day.weekday() < _SATURDAY and day not in departures.work
        for day in off
    )
    return _weekdays_until(days.stop - 1) - _weekdays_until(days.start - 1) + worked - rested


def _is_within(day: datetime.date, days: range) -> bool:
    return day.toordinal() in days


def _weekdays_until(ordinal: int) -> int:
    """Monday to Friday from the first day of the calendar on, which was a Monday."""
    weeks, rest = divmod(ordinal, 7)
    return weeks * _SATURDAY + min(rest, _SATURDAY)


def _years_of(after: datetime.date, until: datetime.date) -> range:
    """The years of the days that lie after `after`, up to and including `until`."""
    if after >= until:
        return range(0)
    return range(datetime.date.fromordinal(after.toordinal() + 1).year, until.year + 1)


def _days_of(year: int, after: datetime.date, until: datetime.date) -> range:
    """The ordinals of the days of the year that lie after `after`, up to and including `until`."""
    first = max(after.toordinal() + 1, datetime.date(year, 1, 1).toordinal())
    last = min(until.toordinal(), datetime.date(year, 12, 31).toordinal())
    return range(first, max(first, last + 1))


@cache
def _published() -> Mapping[int, _Departures]:
    """The years whose public holidays the State Council has published."""
    from chinese_calendar import constants

    years = {day.year for day in constants.holidays}
    return {
        year: _Departures(
            {day for day in constants.holidays if day.year == year},
            {day for day in constants.workdays if day.year == year},
        )
        for year in years
    }
