"""A department outside the administration: army, court, foreign authority."""

from .strategies_registry import Draw, Entry, Pool, chance, one_of


def add_to_registry(draw: Draw, pool: Pool, registry: list[Entry], matters: list[Entry]) -> None:
    """One of them, in some catalogues."""
    if chance(draw, 15):
        known = next(held for held in registry if "departments" in held)["departments"]
        known[one_of(draw, sorted(known))]["kind"] = "external"
