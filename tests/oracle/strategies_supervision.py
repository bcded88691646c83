"""Who supervises: drawn for some matters and steps, often the very department that decides."""

from .strategies_knots import work_of
from .strategies_registry import Draw, Entry, Pool, chance, one_of


def add_to_drawn(draw: Draw, pool: Pool, matters: list[Entry]) -> None:
    """Supervisors in one catalogue of three; a clerk, too, may have one."""
    if not chance(draw, 35):
        return
    for matter in matters:
        for held in (matter, *work_of(matter)):
            if chance(draw, 25):
                doing = held.get("department", matter.get("department"))
                known = [doing] if doing else list(pool.departments)
                held["supervised-by"] = one_of(
                    draw, known if chance(draw, 30) else pool.departments
                )
