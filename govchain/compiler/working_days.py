"""Working days (工作日): what the limits of the sharing regulation are counted in.

A working day is one by the published calendar (the State Council's notice on public holidays, a
year at a time; as kept by the library `chinesecalendar`), or by the registry's own `calendar`
where that has the year. Days of a year that neither has, or that could not be read, are not
counted: a count is then a lower bound.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from govchain.model.nouns import CalendarYear

_SATURDAY = 5


class _Departures(NamedTuple):
    """The days of a year that depart from the week."""

    off: Collection[datetime.date]
    work: Collection[datetime.date]


class WorkingDays:
    """Counts working days by the published calendar and the years the registry writes itself."""

    def __init__(self, own: Mapping[str, CalendarYear] | None) -> None:
        """`own` are the registry's years, None where one was lost: it may have been any."""
        self._own = own

    def between(self, after: datetime.date, until: datetime.date) -> int:
        """The working days after `after`, up to and including `until`."""
        return sum(
            _is_working(day, departures)
            for year in range(after.year, until.year + 1)
            if (departures := self._departures(year)) is not None
            for day in _days_of(year, after, until)
        )

    def unknown_years(self, after: datetime.date, until: datetime.date) -> tuple[int, ...]:
        """The years of such a count whose days are not counted."""
        if after >= until:
            return ()
        first = datetime.date.fromordinal(after.toordinal() + 1)
        years = range(first.year, until.year + 1)
        return tuple(year for year in years if self._departures(year) is None)

    def _departures(self, year: int) -> _Departures | None:
        """None where the year is not known, or not all that is written of it could be read."""
        if self._own is None:
            return None
        own = self._own.get(f"{year:04}")
        if own is None:
            return _published().get(year)
        return None if own.doubtful else _Departures(frozenset(own.off), frozenset(own.work))


def _is_working(day: datetime.date, departures: _Departures) -> bool:
    return day in departures.work or (day.weekday() < _SATURDAY and day not in departures.off)


def _days_of(year: int, after: datetime.date, until: datetime.date) -> Iterator[datetime.date]:
    """The days of the year that lie after `after`, up to and including `until`."""
    first = max(after.toordinal() + 1, datetime.date(year, 1, 1).toordinal())
    last = min(until.toordinal(), datetime.date(year, 12, 31).toordinal())
    return map(datetime.date.fromordinal, range(first, last + 1))


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
