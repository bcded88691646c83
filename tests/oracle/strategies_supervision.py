"""Who answers: supervisors, often the very department that decides, posts, and redress."""

from .strategies_knots import add, work_of
from .strategies_registry import Draw, Entry, Pool, chance, one_of


def add_to_drawn(draw: Draw, pool: Pool, matters: list[Entry]) -> None:
    """Each in some catalogues."""
    if chance(draw, 35):
        name_supervisors(draw, pool, matters)
    if chance(draw, 25):
        name_posts(draw, matters)
    if chance(draw, 25):
        for matter in matters:
            if chance(draw, 50):
                matter["redress"] = one_of(draw, ("hotline", ["hotline", "court"]))


def name_supervisors(draw: Draw, pool: Pool, matters: list[Entry]) -> None:
    """Of matters and steps; a clerk, too, may have one."""
    for matter in matters:
        for held in (matter, *work_of(matter)):
            if chance(draw, 25):
                doing = held.get("department", matter.get("department"))
                known = [doing] if doing else list(pool.departments)
                held["supervised-by"] = one_of(
                    draw, known if chance(draw, 30) else pool.departments
                )


def name_posts(draw: Draw, matters: list[Entry]) -> None:
    """Of a few steps, whether or not they decide; now and then as examples."""
    for matter in matters:
        if chance(draw, 15):
            add(matter, "illustrative", one_of(draw, ("post", "岗位")))
        for step in work_of(matter):
            if chance(draw, 40):
                step["post"] = one_of(draw, ("clerk", "head"))
