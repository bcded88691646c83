"""What all tests have in common."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

settings.register_profile(
    "any load",
    parent=settings(),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("any load")
