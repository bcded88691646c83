"""Words → values: lists, yes and no, dates, durations, guards (language 3, 5)."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from typing import Any  # a document is whatever YAML says

from .guards import ALWAYS, Guard, OneOf, both, either

Document = Mapping[str, Any]

WORKING_DAYS = {
    "d": Fraction(1),
    "cd": Fraction(5, 7),
    "w": Fraction(5),
    "mo": Fraction(87, 4),
    "y": Fraction(261),
    "h": Fraction(1, 8),
    "min": Fraction(1, 480),
}


def texts(value: Any) -> tuple[str, ...]:
    """A list of texts; one value may stand alone, nothing is the empty list."""
    if value is None:
        return ()
    return tuple(str(item) for item in (value if isinstance(value, list) else [value]))


def listed(value: Any) -> list[Any]:
    """Where a list is expected, one value may stand alone."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def is_yes(value: Any) -> bool:
    """yes, however YAML gave it."""
    return str(value).lower() in {"yes", "true"}


def read_days(text: Any) -> Fraction | None:
    """A duration in working days: 1 day = 8 h, a calendar day 5/7, a month 21.75, a year 261."""
    if text is None:
        return None
    if str(text) == "0":
        return Fraction(0)
    match = re.fullmatch(r"([0-9.]+)(d|cd|w|mo|y|h|min)", str(text))
    assert match, f"no duration: {text}"
    return Fraction(match[1]) * WORKING_DAYS[match[2]]


def read_date(text: Any) -> date | None:
    return None if text is None else date.fromisoformat(str(text))


def read_guard(when: Any) -> Guard:
    """A mapping (all facts must hold), or a list of such mappings (any of them)."""
    if when is None:
        return ALWAYS
    ways = when if isinstance(when, list) else [when]
    return either(
        *(
            both(*(OneOf(fact, frozenset(texts(options))) for fact, options in way.items()))
            for way in ways
        )
    )


def read_fields(entry: Document) -> frozenset[str] | None:
    """The fields an entry names, None where it names none."""
    return frozenset(texts(entry["fields"])) if texts(entry.get("fields")) else None


def read_alternatives(entry: Document) -> tuple[str, ...]:
    """The data of a need or material: one, or those of `any`, each once."""
    alternatives = entry.get("any") or entry.get("data")
    if isinstance(alternatives, Mapping):
        return tuple(alternatives)
    return tuple(dict.fromkeys(texts(alternatives)))


def read_shares(entry: Document) -> Mapping[str, Fraction] | None:
    """How many applicants have which alternative, where that is written."""
    alternatives = entry.get("any")
    if not isinstance(alternatives, Mapping):
        return None
    return {data: Fraction(str(share)) for data, share in alternatives.items()}


def read_basis(value: Any, at: date) -> tuple[str, ...]:
    """The provisions; one with `until` before the date is none."""
    return tuple(text for text, until in provisions(value) if until is None or until >= at)


def has_ended(value: Any, at: date) -> bool:
    """Did one of the provisions end before the date?"""
    return any(until is not None and until < at for _, until in provisions(value))


def provisions(value: Any) -> Iterator[tuple[str, date | None]]:
    """Texts, or {provision, until, repealed-by}; one may stand alone."""
    for held in listed(value):
        if isinstance(held, Mapping):
            yield str(held["provision"]), read_date(held.get("until"))
        else:
            yield str(held), None
