"""One pass through a workspace: how long it takes cold, again, by two processes, on more matters.

Each row names what it measured and at which size, what that must keep to, and what is aimed at.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from benchmarks.answers import prove_answers, see_same
from benchmarks.budgets import Budget, Figure, Plan, Row, Unmeasured
from benchmarks.changing import change_a_matter
from benchmarks.made.approvals import approvals_in_a_row
from benchmarks.made.busy import busy_files
from benchmarks.made.city import write_city, write_files
from benchmarks.processes import LONGEST, Cost, alternated, cost_of, digest_of
from benchmarks.programs import analyze_again, analyze_cold, raw, takes

HOME = Path(__file__).parent.parent
MATTER = re.compile(r"^(?:matter|事项): ", re.MULTILINE)

LONGER = 10
LARGEST = 37.5
"""How many times more matters growth is measured with: 20,000 and 75,000 at full size."""

APPROVALS = 2_000
HOPELESS = 60.0
"""Seconds after which the matter of many approvals is given up."""

Costs = Mapping[str, Cost]


@dataclass(frozen=True, slots=True)
class City:
    """The made city as it was measured: where it lies, and what each kind of run costs."""

    folder: Path
    costs: Costs


def measured_city(plan: Plan, folder: Path) -> City:
    """The made city in turn with its yardstick: cold, unchanged, and with one matter changed."""
    write_city(folder, plan.matters)
    cold, again = analyze_cold(folder), analyze_again(folder)
    prove_answers(cold, again, partial(change_a_matter, folder))
    programs = {
        "raw": raw(folder),
        "cold": cold,
        "again": again,
        "changed": analyze_again(folder, after=change_a_matter),
    }
    return City(folder, alternated(programs, plan.rounds))


def pass_rows(plan: Plan, city: City, folder: Path) -> Iterator[Row]:
    """Each row, in the order of the table; `folder` is for what has to be written."""
    matters = f"{plan.matters:,} matters"
    what = f"`analyze --format json`, cold, one process: made city of {matters}"
    yield _times_raw(Budget(what, "× raw", 4, 2.5), city.costs, "cold")
    write_files(folder / "busy", busy_files(plan.matters))
    busy = _cold_costs(folder / "busy", plan.few_rounds)
    yield _times_raw(Budget(f"the same: busy city of {matters}", "× raw", 6, 3.5), busy, "cold")
    yield _real(plan, folder / "real")
    what = f"made city of {matters}: unchanged again"
    yield _times_raw(Budget(what, "× raw", 0.15, 0.1), city.costs, "again")
    what = f"made city of {matters}: a step of one changed"
    yield _times_raw(Budget(what, "× raw", 0.5, 0.25), city.costs, "changed")
    yield _two_processes(plan, city)
    yield _memory(Budget(f"memory: made city of {matters}", "MB", 120, 80), city.costs)
    yield _memory(Budget(f"memory: busy city of {matters}", "MB", 160, 110), busy)
    yield _growth(plan, city, LONGER, 11, folder / "longer")
    yield _largest(plan, city, folder / "largest")
    yield _approvals(plan, folder / "approvals")


def _times_raw(budget: Budget, costs: Costs, run: str) -> Figure:
    return Figure(budget, costs[run].cpu / costs["raw"].cpu, costs[run].given_up)


def _memory(budget: Budget, costs: Costs) -> Figure:
    return Figure(budget, costs["cold"].memory, costs["cold"].given_up)


def _cold_costs(folder: Path, rounds: int, longest: float = LONGEST) -> Costs:
    programs = {"raw": raw(folder), "cold": analyze_cold(folder)}
    return alternated(programs, rounds, longest)


def _real(plan: Plan, folder: Path) -> Figure:
    """The real catalogue of the project, whole at every size, copied to where it may be cached."""
    shutil.copytree(HOME / "matters", folder / "matters")
    shutil.copy(HOME / "govchain.toml", folder)
    budget = Budget(f"the same: `matters/`, {matters_in(folder)} matters", "× raw", 6, 4)
    return _times_raw(budget, _cold_costs(folder, plan.rounds), "cold")


def matters_in(folder: Path) -> int:
    """How many matters the files of a workspace define."""
    texts = (file.read_text(encoding="utf-8") for file in folder.rglob("*.yaml"))
    return sum(len(MATTER.findall(text)) for text in texts)


def _two_processes(plan: Plan, city: City) -> Row:
    """The same work by two processes, by the clock; one process takes turns with them."""
    what = f"made city of {plan.matters:,} matters, cold, two processes"
    budget = Budget(what, "× one, by the clock", 0.65, 0.55)
    if not takes("--jobs"):
        return Unmeasured(budget, "`analyze` takes no `--jobs` yet")
    programs = {"one": analyze_cold(city.folder, 1), "two": analyze_cold(city.folder, 2)}
    see_same(digest_of(programs["one"]), digest_of(programs["two"]), "a run by two processes")
    costs = alternated(programs, plan.rounds)
    return Figure(budget, costs["two"].wall / costs["one"].wall, costs["two"].given_up)


def _growth(plan: Plan, city: City, times: float, must: float, folder: Path) -> Figure:
    """One run over so many times the matters: it is long enough to need no median."""
    write_city(folder, round(plan.matters * times))
    longer = cost_of(analyze_cold(folder))
    shutil.rmtree(folder)
    budget = _growth_budget(plan, times, must)
    return Figure(budget, longer.cpu / city.costs["cold"].cpu, longer.given_up)


def _growth_budget(plan: Plan, times: float, must: float) -> Budget:
    what = f"growth: made city of {plan.matters:,} → {round(plan.matters * times):,} matters"
    return Budget(what, "× time", must, times)


def _largest(plan: Plan, city: City, folder: Path) -> Row:
    if plan.is_largest_too:
        return _growth(plan, city, LARGEST, 42, folder)
    return Unmeasured(_growth_budget(plan, LARGEST, 42), "takes minutes: only with `--largest`")


def _approvals(plan: Plan, folder: Path) -> Figure:
    """A matter of one line of approvals, in turn with the yardstick over the very same file."""
    number = max(2, round(APPROVALS * plan.hostile))
    write_files(folder, approvals_in_a_row(number))
    costs = _cold_costs(folder, plan.few_rounds, HOPELESS)
    budget = Budget(f"one matter of {number:,} approvals in a row", "× raw of it", 20, 5)
    return _times_raw(budget, costs, "cold")
