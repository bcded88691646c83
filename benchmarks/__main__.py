"""`python -m benchmarks`: measures everything on a made city and prints the page of figures.

`--quick` takes a tenth of the matters; `--write` puts the page into `docs/performance.md`.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path

from benchmarks.budgets import Budget, Plan, budgets, output_of, run_city
from benchmarks.page import page
from benchmarks.processes import Failed

PAGE = Path(__file__).parent.parent / "docs" / "performance.md"
QUICK_SHARE = 10


def main() -> int:
    """Exit status 0: all was measured, whether or not the budgets hold; 1: a program failed."""
    options = _options()
    plan = _plan(options)
    try:
        text = _measure(plan)
    except Failed as failure:
        print(failure, file=sys.stderr)
        return 1
    print(text, end="")
    if options.write:
        PAGE.write_text(text, encoding="utf-8")
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a tenth of the matters, fewer rounds")
    parser.add_argument("--matters", type=int, help="how many matters the city has")
    parser.add_argument("--rounds", type=int, help="how often each program runs")
    parser.add_argument("--hostile", type=float, help="size of the hostile sets, 1 is full")
    parser.add_argument("--write", action="store_true", help="write docs/performance.md")
    return parser.parse_args()


def _plan(options: argparse.Namespace) -> Plan:
    full = Plan()
    usual = Plan(full.matters // QUICK_SHARE, rounds=3) if options.quick else full
    return Plan(
        options.matters or usual.matters,
        options.rounds or usual.rounds,
        options.hostile or usual.hostile,
    )


def _measure(plan: Plan) -> str:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _say(f"the city of {plan.matters:,} matters")
        city = run_city(plan, folder / "city")
        stages = json.loads(output_of("benchmarks.stages", str(folder / "city")))
        measured: list[Budget] = []
        for budget in budgets(plan, city, folder):
            _say(f"{budget.what}: {budget.figure:.1f} {budget.unit}")
            measured.append(budget)
        return page(plan, city, measured, stages)


def _say(progress: str) -> None:
    print(progress, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
