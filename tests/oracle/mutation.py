"""Do random catalogues notice each clause? `python -m tests.oracle.mutation [CATALOGUES] [MODULE]`.

Takes the clauses of the oracle out one by one (an operand of `and` or `or`, a condition of a
comprehension, an `if` that returns early) and judges the same catalogues with what is left. Prints
the clauses that nothing noticed, and how many there were: a clause that no catalogue notices is one
that the comparison with the tool does not test.
"""

from __future__ import annotations

import ast
import importlib
import multiprocessing
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

from .oracle import judge
from .strategies import DATE, Files, some_catalogues

HERE = Path(__file__).parent
NOT_THE_ORACLE = ("test_", "strategies", "reading", "coverage", "long_run", "mutation", "agreement")
SLOWEST = 0.25
"""Seconds: slower catalogues are left aside, so that every clause gets its turn."""

Mutant = tuple[str, str, str]
"""Module, the clause and its line, the source without it."""


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
        yield module.stem, where, ast.unparse(ast.fix_missing_locations(tree))


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


def is_noticed(mutant: Mutant, files: list[Files], expected: list[str]) -> None:
    """Ends with status 0 where no catalogue notices that the clause is gone."""
    module, _, source = mutant
    with tempfile.TemporaryDirectory() as folder:
        package = Path(folder) / "mutated_oracle"
        package.mkdir()
        for file in HERE.glob("*.py"):
            text = source if file.stem == module else file.read_text(encoding="utf-8")
            (package / file.name).write_text(text, encoding="utf-8")
        sys.path.insert(0, folder)
        mutated = importlib.import_module("mutated_oracle.oracle")
        sys.exit(any(verdict_of(mutated, f) != e for f, e in zip(files, expected, strict=True)))


def verdict_of(oracle: ModuleType, files: Files) -> str:
    return repr(oracle.judge(files, DATE))


def main(arguments: list[str]) -> None:
    files = drawn(int(arguments[0]) if arguments else 500)
    expected = [verdict_of(importlib.import_module("tests.oracle.oracle"), f) for f in files]
    modules = [
        path
        for path in sorted(HERE.glob("*.py"))
        if not path.stem.startswith(NOT_THE_ORACLE)
        and (not arguments[1:] or path.stem in arguments[1:])
    ]
    mutants = [mutant for module in modules for mutant in mutants_of(module)]
    print(f"{len(files)} catalogues, {len(mutants)} clauses", flush=True)
    unnoticed = 0
    for mutant in mutants:
        child = multiprocessing.Process(target=is_noticed, args=(mutant, files, expected))
        child.start()
        child.join(120)
        if child.is_alive():
            child.kill()
        elif child.exitcode == 0:
            unnoticed += 1
            print(f"unnoticed: {mutant[1]}", flush=True)
    print(f"{len(mutants) - unnoticed} of {len(mutants)} noticed")


if __name__ == "__main__":
    main(sys.argv[1:])
