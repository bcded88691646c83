"""Where the time of a cold run goes, stage by stage: `python -m benchmarks.stages FOLDER`.

Prints a JSON object of stage -> milliseconds. Run in a process of its own, so that nothing is warm.
What several rules ask of a chain is worked out for the first of them and kept, so the family that
comes first by name pays for the others.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import date
from time import perf_counter
from typing import TYPE_CHECKING, ParamSpec, TypeVar
from unittest.mock import patch

if TYPE_CHECKING:
    from govchain.analysis.rule import Rule
    from govchain.analysis.running.judging import Analysis
    from govchain.compiler.catalogue import Catalogue

P = ParamSpec("P")
T = TypeVar("T")

DATE = date(2026, 6, 1)


class Stopwatch:
    """Time spent by stage; a stage that begins inside another counts as part of that one."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = {}
        self._is_running = False

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        if self._is_running:
            yield
            return
        self._is_running = True
        begin = perf_counter()
        try:
            yield
        finally:
            self._is_running = False
            self.spent[name] = self.spent.get(name, 0.0) + perf_counter() - begin

    def clocked(self, name: str, function: Callable[P, T]) -> Callable[P, T]:
        """The function, its time counted under the stage."""

        def timed(*arguments: P.args, **named: P.kwargs) -> T:
            with self.stage(name):
                return function(*arguments, **named)

        return timed


def stages_of(folder: str) -> dict[str, float]:
    """Milliseconds of each stage of one run over the workspace."""
    watch = Stopwatch()
    with watch.stage("start (imports)"):
        from govchain import __version__
        from govchain.pipeline import compile_reading
        from govchain.reader.reading import read_workspace
        from govchain.reader.workspace.scope import find_workspace
        from govchain.reporting.report import Report
        from govchain.rules.discovery import all_rules

        rules = all_rules()
    with watch.stage("read"):
        reading = read_workspace(find_workspace((folder,), None))
    with watch.stage("compile"):
        catalogue = compile_reading(reading, DATE)
    analysis = _analysed(rules, catalogue, watch)
    with watch.stage("report"):
        json.dumps(Report(catalogue, analysis, __version__).to_dict(), ensure_ascii=False)
    return {stage: seconds * 1000 for stage, seconds in watch.spent.items()}


def _analysed(rules: Sequence[Rule], catalogue: Catalogue, watch: Stopwatch) -> Analysis:
    """Runs the rules as the pipeline does, with a stopwatch at the doors of each stage."""
    from govchain.analysis.running import bundles
    from govchain.analysis.running.judging import run_rules
    from govchain.analysis.running.totals import Total
    from govchain.reporting.formats import foreseen

    begin, before = perf_counter(), sum(watch.spent.values())
    clocked_rules = [_clocked_rule(rule, watch) for rule in rules]
    doors = (
        (bundles.Judge, "_with_benefit", "benefits"),
        (bundles.Judge, "_ask", "what chains contribute"),
        (bundles, "relations_in", "entries"),
        (Total, "gains_of", "totals"),
    )
    with ExitStack() as doorkeepers:
        for room, door, stage in doors:
            clocked = watch.clocked(stage, getattr(room, door))
            doorkeepers.enter_context(patch.object(room, door, clocked))
        later = foreseen("analyze", "json")
        analysis = run_rules(clocked_rules, catalogue, lambda rule: True, foreseen=later)
    known = sum(watch.spent.values()) - before
    watch.spent["findings (places, ranks, the rest)"] = perf_counter() - begin - known
    return analysis


def _clocked_rule(rule: Rule, watch: Stopwatch) -> Rule:
    """The rule, its judging counted under its family."""
    stage = f"rules: {rule.family}"
    of_chain, of_catalogue = rule.judge_chain, rule.judge_catalogue
    if of_chain is not None:
        judge = of_chain
        rule = replace(rule, judge_chain=watch.clocked(stage, lambda c, all: list(judge(c, all))))
    if of_catalogue is not None:
        judge_all = of_catalogue
        rule = replace(rule, judge_catalogue=watch.clocked(stage, lambda c: list(judge_all(c))))
    return rule


if __name__ == "__main__":
    json.dump(stages_of(sys.argv[1]), sys.stdout)
