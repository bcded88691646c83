"""The page of figures, `docs/performance.md`: what is measured, what came out, what must be."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.budgets import Plan, Row, Unmeasured
from benchmarks.peers import PeerCost
from benchmarks.processes import Cost

Cells = tuple[str, ...]

INTRODUCTION = """\
# Performance

Made by `python -m benchmarks --write`; do not edit by hand.

Figures are CPU time (user and system) of whole processes, medians of rounds in which the programs
took turns, told as ratios to a yardstick of the same run: **bare** is `python -c pass` of the same
environment, **raw** loads the same files with PyYAML's `CSafeLoader`. Only where two processes work
at once it is the time on the clock. Memory is what the process had resident at most. **Cold** is a
run that finds nothing of earlier ones; what it leaves to later ones is in its time.

The inputs are made, the same every time. The **made city**: matters of about ten steps and eighty
lines, 60 departments, 400 data, 120 criteria, 900 links. The **busy city**: matters as long,
28 findings each, no link open, so that whoever applies carries all that is needed. A hostile set is
compared with an ordinary city of as many bytes, a row of approvals with **raw** of its file.
"""

SMALLER = """\
**Smaller than the budgets speak of**: they are for a city of 2,000 matters and hostile sets of full
size. Each row says the size it was measured at; the smaller it is, the more of it is the start.
"""

PEERS = """\
On the made city's files, in turn with their own **raw**, in this run. Each does far less: yamllint
looks at the form of the text, check-jsonschema at each file by itself, against the schema that
`govchain schema` prints; Spectral tries four rules about steps and papers on each file by itself.
None keeps anything between two runs.
"""

STAGES = """\
The made city again, inside one process, by stage. What several rules ask of a chain is worked out
for the first of them and kept, so the first family pays for the others.
"""


@dataclass(frozen=True, slots=True)
class Measured:
    """All that one run found out; without peers, where they were not run."""

    plan: Plan
    city: Mapping[str, Cost]
    passes: Sequence[Row]
    felt: Sequence[Row]
    stages: Mapping[str, float]
    peers: Sequence[PeerCost] = ()


def page(measured: Measured) -> str:
    """The page as Markdown."""
    lines = [INTRODUCTION, *_circumstances(measured)]
    rows = [_row(row) for row in measured.passes]
    lines += ["## One pass\n", *_table(("", "must", "aim", "is", "must, aim"), rows)]
    rows = [_row_without_aim(row) for row in measured.felt]
    lines += ["\n## What is felt\n", *_table(("", "must", "is", "holds"), rows)]
    if measured.peers:
        lines += [f"\n## Peers, on {measured.plan.matters:,} matters\n", PEERS]
        lines += _table(("", "× raw, cold", "× raw, again", "MB"), _peer_rows(measured))
    lines += ["\n## Where the time goes\n", STAGES]
    lines += [*_table(("stage", "ms", "share"), _stage_rows(measured.stages)), ""]
    return "\n".join(lines)


def _circumstances(measured: Measured) -> Iterator[str]:
    plan = measured.plan
    yield (
        f"{os.cpu_count()} cores, Python {platform.python_version()}; {plan.matters:,} matters, "
        f"rounds: {plan.rounds}, {plan.few_rounds} of what takes long, "
        f"{plan.many_rounds} of starts; raw took {measured.city['raw'].cpu:.2f} s.\n"
    )
    if not plan.is_full:
        yield SMALLER


def _row(row: Row) -> Cells:
    budget = row.budget
    aim = "–" if budget.aim is None else f"≤ {budget.aim:g}"
    return (budget.what, f"≤ {budget.must:g} {budget.unit}", aim, *_outcome(row))


def _row_without_aim(row: Row) -> Cells:
    return (row.budget.what, f"≤ {row.budget.must:g} {row.budget.unit}", *_outcome(row))


def _outcome(row: Row) -> Cells:
    """What it came to, and whether that holds: the must, and the aim where there is one."""
    if isinstance(row, Unmeasured):
        return "not measured", row.why
    least = "> " if row.is_least else ""
    answers = [_answer(row.holds)]
    if row.budget.aim is not None:
        answers.append(_answer(row.is_aimed))
    return f"{least}{_rounded(row.value)} {row.budget.unit}", ", ".join(answers)


def _answer(holds: bool) -> str:
    return "yes" if holds else "**no**"


def _rounded(value: float) -> str:
    """To two places where it is small, else to one."""
    return f"{value:.2f}" if value < 1 else f"{value:,.1f}"


def _peer_rows(measured: Measured) -> Iterator[Cells]:
    city = measured.city
    whole, again = (city[run].cpu / city["raw"].cpu for run in ("cold", "again"))
    yield (
        "**govchain, everything on**",
        f"{whole:.1f}",
        f"{again:.2f}",
        f"{city['cold'].memory:.0f}",
    )
    for peer in measured.peers:
        ratio = peer.cost.cpu / peer.raw.cpu
        yield peer.name, f"{ratio:.1f}", "–", f"{peer.cost.memory:.0f}"


def _stage_rows(stages: Mapping[str, float]) -> Iterator[Cells]:
    whole = sum(stages.values())
    for name, ms in stages.items():
        yield name, f"{ms:,.0f}", f"{ms / whole:.0%}"
    yield "together", f"{whole:,.0f}", ""


def _table(head: Cells, rows: Iterable[Cells]) -> Iterator[str]:
    rule = ("---", *("---:" for _ in head[1:]))
    for cells in (head, rule, *rows):
        yield f"| {' | '.join(cells)} |"
