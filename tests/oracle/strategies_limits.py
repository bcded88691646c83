"""Limits of matters: around one another, in all units, now and then of a law that has ended; and
matters in which hardly a step has a time."""

from .strategies_knots import ENDED, steps_of
from .strategies_registry import Draw, Entry, Pool, chance, one_of

LIMITS = (
    *("0", "4h", "1d", "5d", "1w", "7cd", "8cd", "9cd"),
    *("20d", "21d", "22d", "23d", "30cd", "1mo"),
)
LASTING = "2026-06-01"
"""The day that catalogues are judged at: a law that ends with it is still in force."""
LAWS: tuple[Entry, ...] = (
    *([{}] * 4),
    {"basis": "law five"},
    {"basis": [ENDED]},
    {"basis": ["law five", ENDED]},
    {"basis": [{"provision": "law five", "until": LASTING}]},
)


def add_to_drawn(draw: Draw, pool: Pool, matters: list[Entry]) -> None:
    """Most of them with both limits."""
    for matter in matters:
        if chance(draw, 30):
            limits = {
                key: one_of(draw, LIMITS) for key in ("statutory", "promised") if chance(draw, 85)
            }
            matter["time-limit"] = limits | one_of(draw, LAWS)
        if chance(draw, 15):
            for step in steps_of(matter):
                if chance(draw, 80):
                    step.pop("time", None)
