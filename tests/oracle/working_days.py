"""Working days (semantics 2, late-reply), by a small table of the published calendar.

The days that depart from the week are those of the yearly notices of the General Office of the
State Council (国务院办公厅关于部分节假日安排的通知) for 2024, 2025 and 2026.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

ONE_DAY = timedelta(days=1)
SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Year:
    """The days of a year that depart from the week: weekdays off, weekend days worked."""

    off: frozenset[date] = frozenset()
    work: frozenset[date] = frozenset()

    def is_working(self, day: date) -> bool:
        if day in self.off:
            return False
        return day.weekday() < SATURDAY or day in self.work


Calendar = Mapping[int, Year]


def days_of(year: int, spans: str) -> Iterator[date]:
    """`01-28..02-04 05-01`: the days named, first and last of a span included."""
    for span in spans.split():
        first, _, last = span.partition("..")
        day = date.fromisoformat(f"{year}-{first}")
        while day <= date.fromisoformat(f"{year}-{last or first}"):
            yield day
            day += ONE_DAY


def published(year: int, off: str, work: str) -> Year:
    return Year(frozenset(days_of(year, off)), frozenset(days_of(year, work)))


PUBLISHED: Calendar = {
    2024: published(
        2024,
        off="01-01 02-10..02-17 04-04..04-06 05-01..05-05 06-10 09-15..09-17 10-01..10-07",
        work="02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12",
    ),
    2025: published(
        2025,
        off="01-01 01-28..02-04 04-04..04-06 05-01..05-05 05-31..06-02 10-01..10-08",
        work="01-26 02-08 04-27 09-28 10-11",
    ),
    2026: published(
        2026,
        off="01-01..01-03 02-15..02-23 04-04..04-06 05-01..05-05 06-19..06-21 09-25..09-27"
        " 10-01..10-07",
        work="01-04 02-14 02-28 05-09 09-20 10-10",
    ),
}


def working_days(own: Calendar, after: date, until: date) -> int:
    """The working days after the one, up to and including the other.

    By the registry's own calendar where that has the year, else by the published one; of a year
    that neither has, Monday to Friday.
    """
    calendar = {**PUBLISHED, **own}
    days = (after + ONE_DAY * number for number in range(1, (until - after).days + 1))
    return sum(calendar.get(day.year, Year()).is_working(day) for day in days)
