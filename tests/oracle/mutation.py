"""Do random catalogues notice each clause? `python -m tests.oracle.mutation [CATALOGUES] [WHICH]`.

WHICH are modules, or lines of them as `claims:86`; without any all that is no reading of words.
Takes the clauses of the oracle out one by one (an operand of `and` or `or`, a condition of a
comprehension, an `if` that returns early) and judges the same catalogues with what is left. Prints
the clauses that nothing noticed, and how many there were: a clause that no catalogue notices is one
that the comparison with the tool does not test, unless others imply it. A mutant that crashes is
noticed, as is one that does not end; of the latter it is said.
"""

from __future__ import annotations

import ast
import importlib
import multiprocessing
import re
import resource
import signal
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from ctypes import c_int
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from io import StringIO
from multiprocessing.sharedctypes import Synchronized
from pathlib import Path
from types import CodeType, ModuleType

from .agreement import oracle_findings, oracle_metrics, oracle_pairs
from .oracle import Verdict, judge
from .strategies import DATE, Files, some_catalogues

HERE = Path(__file__).parent
AROUND_IT = (
    "__init__", "agreement", "by_hand", "coverage", "long_run", "mutation", "strategies", "test_",
)  # fmt: skip
READING = "reading"
SLOWEST = 0.12
"""Seconds of a processor: slower catalogues are left aside, so that every clause gets its turn."""
ENDLESS = 10.0
"""Seconds of a processor that a mutant has for one catalogue."""
MEMORY = 2 << 30

IMPLIED = {
    "benefit: depends_on_unknown_shares(before)": "no guard as written speaks of alternatives",
    "cases: len(options) > 1": "options that nothing tells apart count as one all the same",
    "cases: fact in facts_of(guard)": "a guard without the fact tells no options of it apart",
    "cases: chain.scenarios.satisfiable(m.guard)": "only what can hold is brought",
    "cases: chain.scenarios.satisfiable(step.guard)": "only what can hold is brought",
    "catalogue: not entry.is_single": "a fact of one option tells nothing apart",
    "catalogue: department in self.departments": "not asked of the applicant, who has declared",
    "claims: not step.is_approval_like": "what is repeated or attested is asked the same",
    "claims: bool(uses)": "what uses nothing both own alike",
    "finding: ''": "only for the type",
    "guards: guard != ALWAYS": "shortens what is written down",
    "joining: material.path != path": "the own materials come first, and by one way",
    "rules_approvals: v.calls": "a call is of no office and decides nothing",
    "oracle: one.key[0] in OF_LINKS": "what is not of one link has not its subject",
}
"""Clauses that no catalogue can notice, and why: the sentence they stand for has them."""

Mutant = tuple[str, str, CodeType]
"""Module, the clause and its line, the module without it."""


def mutants_of(module: Path) -> Iterator[Mutant]:
    """The module without one of its clauses, for each."""
    source = module.read_text(encoding="utf-8")
    count = sum(1 for node in ast.walk(ast.parse(source)) for _ in clauses_of(node))
    for wanted in range(count):
        tree = ast.parse(source)
        clauses = [(node, n) for node in ast.walk(tree) for n in clauses_of(node)]
        node, position = clauses[wanted]
        clause = take_out(node, position)
        where = f"{module.stem}:{clause.lineno}: {ast.unparse(clause).splitlines()[0]}"
        rest = ast.unparse(ast.fix_missing_locations(tree))
        yield module.stem, where, compile(rest, str(module), "exec")


def clauses_of(node: ast.AST) -> range:
    """The positions of what can be taken out of a node."""
    if isinstance(node, ast.BoolOp):
        return range(len(node.values))
    if isinstance(node, ast.comprehension):
        return range(len(node.ifs))
    if isinstance(node, ast.If) and isinstance(node.body[-1], ast.Return) and not node.orelse:
        return range(1)
    return range(0)


def take_out(node: ast.AST, position: int) -> ast.expr | ast.stmt:
    """Takes it out; what holds without it then holds."""
    if isinstance(node, ast.BoolOp):
        return node.values.pop(position)
    if isinstance(node, ast.comprehension):
        return node.ifs.pop(position)
    assert isinstance(node, ast.If)
    clause = node.test
    node.test = ast.copy_location(ast.Constant(value=False), node.test)
    return clause


def drawn(count: int) -> list[Files]:
    """Catalogues that are judged fast."""
    found: list[Files] = []
    for files in some_catalogues(count, 7):
        begun = time.process_time()
        judge(files, DATE)
        if time.process_time() - begun < SLOWEST:
            found.append(files)
    return found


class Mutated(MetaPathFinder, Loader):
    """Imports the oracle anew, one module of it without one clause."""

    def __init__(self, codes: dict[str, CodeType]) -> None:
        self.codes = {f"{__package__}.{module}": code for module, code in codes.items()}
        for module in codes:
            sys.modules.pop(f"{__package__}.{module}", None)
            vars(sys.modules[__package__]).pop(module, None)

    def find_spec(self, name: str, *_: object) -> ModuleSpec | None:
        return ModuleSpec(name, self) if name in self.codes else None

    def exec_module(self, module: ModuleType) -> None:
        code = self.codes[module.__name__]
        module.__file__ = code.co_filename  # by it the oracle finds the files of its rules
        exec(code, module.__dict__)


def what_is_compared(verdict: Verdict) -> tuple[object, ...]:
    """What the tool is held against, in values that a mutated oracle makes as well."""
    return (
        verdict.supplies,
        oracle_findings(verdict),
        oracle_metrics(verdict),
        verdict.collaborators,
        oracle_pairs(verdict),
    )


class Trial:
    """Catalogues with what the whole oracle says of them; who noticed last is asked first."""

    def __init__(self, files: list[Files], codes: dict[str, CodeType]) -> None:
        self.cases = [(held, what_is_compared(judge(held, DATE))) for held in files]
        self.order = list(range(len(files)))
        self.codes = codes

    def fate_of(self, mutant: Mutant) -> str:
        """Noticed, endless, unnoticed, or implied by other clauses."""
        asked = multiprocessing.Value(c_int, -1)
        child = multiprocessing.Process(target=self.ask, args=(mutant, asked))
        child.start()
        child.join()
        if child.exitcode == 0:
            return "implied" if re.sub(r":\d+", "", mutant[1], count=1) in IMPLIED else "unnoticed"
        if asked.value >= 0:
            self.order.insert(0, self.order.pop(asked.value))
        return "endless" if child.exitcode == -signal.SIGPROF else "noticed"

    def ask(self, mutant: Mutant, asked: Synchronized[int]) -> None:
        """Ends with status 0 where no catalogue notices; `asked`: how many did not before."""
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        sys.stderr = StringIO()  # a crash is told by the status
        module, _, code = mutant
        sys.meta_path.insert(0, Mutated({**self.codes, module: code}))
        mutated = importlib.import_module(f"{__package__}.oracle")
        for place, case in enumerate(self.order):
            asked.value = place
            files, expected = self.cases[case]
            signal.setitimer(signal.ITIMER_PROF, ENDLESS)
            if what_is_compared(mutated.judge(files, DATE)) != expected:
                sys.exit(1)


def main(arguments: Sequence[str]) -> None:
    modules = [p for p in sorted(HERE.glob("*.py")) if not p.stem.startswith(AROUND_IT)]
    codes = {path.stem: compile(path.read_text("utf-8"), str(path), "exec") for path in modules}
    trial = Trial(drawn(int(arguments[0]) if arguments else 500), codes)
    assert trial.fate_of(("oracle", "whole", codes["oracle"])) == "unnoticed"
    wanted = {*(arguments[1:] or (name for name in codes if not name.startswith(READING)))}
    mutants = [
        mutant
        for path in modules
        for mutant in mutants_of(path)
        if wanted & {mutant[0], mutant[1].split(": ")[0]}
    ]
    print(f"{len(trial.cases)} catalogues, {len(mutants)} clauses", flush=True)
    fates: Counter[str] = Counter()
    for mutant in mutants:
        fate = trial.fate_of(mutant)
        fates[fate] += 1
        if fate not in ("noticed", "implied"):
            print(f"{fate}: {mutant[1]}", flush=True)
    print(", ".join(f"{count} {fate}" for fate, count in fates.most_common()))


if __name__ == "__main__":
    main(sys.argv[1:])
