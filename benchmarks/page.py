"""The page of figures, `docs/performance.md`: what is measured, what came out, what must be."""

from __future__ import annotations

import os
import platform
from collections.abc import Mapping, Sequence

from benchmarks.budgets import Budget, CityRun, Plan

Row = tuple[str, ...]

PEERS: tuple[Row, ...] = (
    ("zizmor 1.32 (Rust; the closest)", "1.28", "1.28", "243"),
    ("SpiffWorkflow 3.2, parse only", "2.0", "2.0", "25"),
    ("Spectral 6.16", "5.0", "–", "287"),
    ("bpmnlint 11.15", "7.0", "–", "107"),
    ("pm4py 2.7, soundness", "8.3", "–", "165"),
    ("dbt 1.11, parse", "8.8", "4.3", "168"),
    ("a floor: reader and link table, no rules", "0.59", "0.09", "26"),
    ("where we mean to end", "≤ 0.9", "≤ 0.1", "≤ 60"),
)
"""Measured once, each on 2,000 files of its own language, in turn with the same yardstick."""

INTRODUCTION = """\
# Performance

Made by `python -m benchmarks --write`; do not edit by hand.

Figures are CPU time (user and system) of whole processes, medians of rounds in which the programs
took turns, told as ratios to a yardstick of the same run: **bare** is `python -c pass` of the same
environment, **raw** loads the same files with PyYAML's `CSafeLoader`. The input is a made city:
matters of about ten steps and eighty lines, 60 departments, 400 data, 120 criteria, 900 links.
A hostile set is compared with an ordinary city of as many bytes.
"""

STAGES = """\
The same run inside one process, by stage. What several rules ask of a chain is worked out for the
first of them and kept, so the first family pays for the others.
"""


def page(plan: Plan, city: CityRun, budgets: Sequence[Budget], stages: Mapping[str, float]) -> str:
    """The page as Markdown."""
    machine = (
        f"{os.cpu_count()} cores, Python {platform.python_version()}; {plan.matters:,} matters, "
        f"{plan.rounds} rounds; raw took {city.raw.cpu:.2f} s."
    )
    return "\n".join(
        (
            INTRODUCTION,
            machine,
            "\n## What is felt\n",
            *_table(("", "must", "is", "holds"), [_budget_row(budget) for budget in budgets]),
            "\n## Peers and limit, at 2,000 files\n",
            *_table(
                ("", "× raw, cold", "× raw, again unchanged", "RSS MB"),
                [_our_row(plan, city), *PEERS],
            ),
            "\n## Where the time goes\n",
            STAGES,
            *_table(("stage", "ms", "share"), _stage_rows(stages)),
            "",
        )
    )


def _budget_row(budget: Budget) -> Row:
    least = "> " if budget.is_least else ""
    return (
        budget.what,
        f"≤ {budget.most:g} {budget.unit}",
        f"{least}{budget.figure:.1f} {budget.unit}",
        "yes" if budget.holds else "**no**",
    )


def _our_row(plan: Plan, city: CityRun) -> Row:
    size = "" if plan.matters == 2_000 else f", at {plan.matters:,}"
    return (
        f"**govchain, everything on{size}**",
        f"{city.cold.cpu / city.raw.cpu:.2f}",
        f"{city.again.cpu / city.raw.cpu:.2f}",
        f"{city.cold.memory:.0f}",
    )


def _stage_rows(stages: Mapping[str, float]) -> list[Row]:
    whole = sum(stages.values())
    rows = [(name, f"{ms:,.0f}", f"{ms / whole:.0%}") for name, ms in stages.items()]
    return [*rows, ("together", f"{whole:,.0f}", "")]


def _table(head: Row, rows: Sequence[Row]) -> list[str]:
    rule = ("---", *("---:" for _ in head[1:]))
    return [f"| {' | '.join(cells)} |" for cells in (head, rule, *rows)]
