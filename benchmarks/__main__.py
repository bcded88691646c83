"""`python -m benchmarks`: measures everything on made cities and prints the page of figures.

`--quick` takes a tenth of the matters; `--largest` measures growth to 75,000 matters too; `--peers`
fetches other programs and runs them on the same files; `--write` puts the page into
`docs/performance.md`.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from benchmarks.budgets import Figure, Plan, Row
from benchmarks.felt import hostile_rows, picture_rows
from benchmarks.page import Measured, page
from benchmarks.passes import measured_city, pass_rows
from benchmarks.peers import Peer, installed_peers, peer_costs
from benchmarks.processes import Failed, output_of
from benchmarks.programs import module
from benchmarks.report_pages import page_rows
from benchmarks.starts import FAST, FELT, start_rows

PAGE = Path(__file__).parent.parent / "docs" / "performance.md"
QUICK = Plan(matters=200, rounds=1, hostile=0.1)


def main() -> int:
    """Exit status 0: all was measured, whether or not the budgets hold; 1: a program failed."""
    options = _options()
    try:
        with tempfile.TemporaryDirectory() as folder:
            text = page(_measured(_plan(options), options.peers, Path(folder)))
    except Failed as failure:
        print(failure, file=sys.stderr)
        return 1
    print(text, end="")
    if options.write:
        PAGE.write_text(text, encoding="utf-8")
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a tenth of all, each program once")
    parser.add_argument("--matters", type=int, help="how many matters the cities have")
    parser.add_argument("--rounds", type=int, help="how often each program runs")
    parser.add_argument("--hostile", type=float, help="size of the hostile sets, 1 is full")
    parser.add_argument("--largest", action="store_true", help="growth to 75,000 matters too")
    help = "run other programs too, fetched into FOLDER (default: one that goes afterwards)"
    parser.add_argument("--peers", nargs="?", const="", metavar="FOLDER", help=help)
    parser.add_argument("--write", action="store_true", help="write docs/performance.md")
    return parser.parse_args()


def _plan(options: argparse.Namespace) -> Plan:
    usual = QUICK if options.quick else Plan()
    return Plan(
        options.matters or usual.matters,
        options.rounds or usual.rounds,
        options.hostile or usual.hostile,
        options.largest,
    )


def _measured(plan: Plan, tools: str | None, folder: Path) -> Measured:
    """All of it, told as it comes; `tools`: where peers are fetched to, None: they are not run."""
    others = () if tools is None else _fetched(Path(tools or folder / "peers"))
    _say(f"the made city of {plan.matters:,} matters")
    city = measured_city(plan, folder / "city")
    stages = json.loads(output_of(module("benchmarks.stages", str(city.folder))))
    passes = _told(chain(pass_rows(plan, city, folder), start_rows(FAST, plan.many_rounds)))
    felt = _told(
        chain(
            hostile_rows(plan, folder),
            start_rows(FELT, plan.many_rounds),
            picture_rows(),
            page_rows(plan, city, folder / "pages"),
        )
    )
    peers = tuple(peer_costs(others, city.folder, plan.few_rounds))
    return Measured(plan, city.costs, passes, felt, stages, peers)


def _fetched(tools: Path) -> tuple[Peer, ...]:
    """First of all, because a registry that does not answer ends the run."""
    _say(f"peers, into {tools}")
    return installed_peers(tools)


def _told(rows: Iterable[Row]) -> list[Row]:
    return list(_telling(rows))


def _telling(rows: Iterable[Row]) -> Iterator[Row]:
    for row in rows:
        outcome = f"{row.value:.2f} {row.budget.unit}" if isinstance(row, Figure) else row.why
        _say(f"{row.budget.what}: {outcome}")
        yield row


def _say(progress: str) -> None:
    print(progress, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
