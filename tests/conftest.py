"""What all tests have in common."""

from __future__ import annotations

import gc

from hypothesis import HealthCheck, settings

settings.register_profile(
    "any load",
    parent=settings(),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("any load")


def pytest_collection_finish() -> None:
    """The tests themselves stay to the end: the collector need not walk them again and again, nor
    what a test makes as often as in a program that runs for weeks."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 20, 20)
