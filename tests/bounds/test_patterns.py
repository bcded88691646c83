"""No pattern goes back over what it has read: the time it takes grows as its text does.

Every pattern of the package is found in its source. For each place of it that repeats without end
a text is made that leads there, goes on for long, and then does not fit.
"""

from __future__ import annotations

import ast
import importlib
import re
import time
from collections.abc import Iterator
from pathlib import Path
from re import _compiler as compiler  # type: ignore[attr-defined]  # where patterns are taken apart
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

import pytest

import govchain
from govchain.cli.line.usage import LONGEST
from tests.cli.desk import program

PACKAGE = Path(govchain.__file__).parent
LENGTH = 10_000
"""A pattern that looks at each pair of characters takes seconds, one that does not milliseconds."""
CAP = 0.5
"""Seconds of CPU for all attacks on one place."""
LETTERS = " \t5aA-_.,:;#'\"=()[]{}%/年月日约《。\x1b\u3000"
KILLERS = ("\x00", "5", "b", "\n", "")
TAKEN_APART = {"cli/line/usage.py", "reporting/formats/list/csv.py"}
"""Files whose patterns are no words of the call: what they are tried on is short."""


class Pattern(NamedTuple):
    """A pattern as it is written, and whether it is sought anywhere in a text."""

    file: str
    text: str
    is_sought: bool


def patterns_in(path: Path) -> Iterator[Pattern]:
    """All that is handed to `re` in a file; a call whose pattern is none of its words fails."""
    file = path.relative_to(PACKAGE).as_posix()
    source = path.read_text(encoding="utf-8")
    if not re.search(r"\bre\.", source):
        return
    tree = ast.parse(source)
    names = {
        id(node.value): node.targets[0].id
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
    }
    names |= {
        id(node.body[-1].value): node.name
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and isinstance(node.body[-1], ast.Return)
    }
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Name(id="re"), attr=use), args=[first, *_]):
                text = str(first.value) if isinstance(first, ast.Constant) else ""
                if isinstance(first, ast.JoinedStr) and id(node) in names:
                    text = made_of_pieces(file, names[id(node)])
                if text:
                    uses = uses_of(names[id(node)], source) if id(node) in names else {use}
                    is_sought = not uses or bool(uses - {"match", "fullmatch"})
                    is_sought &= names.get(id(node)) != "SIGN"  # those are matched elsewhere
                    yield Pattern(file, text, is_sought)
                else:
                    assert file in TAKEN_APART, f"{file}:{node.lineno}: which patterns are these?"


def made_of_pieces(file: str, name: str) -> str:
    """The pattern of that name, or that a function of that name gives, which the file puts
    together."""
    module = importlib.import_module(f"govchain.{file.removesuffix('.py').replace('/', '.')}")
    pattern = getattr(module, name)
    made: re.Pattern[str] = pattern() if callable(pattern) else pattern
    return made.pattern


def uses_of(name: str, source: str) -> set[str]:
    """What a file does with a pattern of that name."""
    return set(re.findall(rf"\b{name}\.([a-z]+)\(", source))


PATTERNS = sorted({pattern for path in PACKAGE.rglob("*.py") for pattern in patterns_in(path)})


def attacks(pattern: str) -> Iterator[str]:
    """Texts that lead to a place that repeats, and stay there for long."""
    for lead, repeated in places(parser.parse(pattern), ""):
        one = compiler.compile(repeated)
        letters = [letter for letter in LETTERS if one.fullmatch(letter)][:4]
        for letter in letters or [sample(repeated)]:
            for killer in KILLERS:
                yield lead + letter * LENGTH + killer
                yield (lead + letter + killer) * (LENGTH // (len(lead) + 2))


def places(items: Any, lead: str) -> Iterator[tuple[str, Any]]:
    """What repeats without end, each with a text that the pattern before it takes."""
    for op, argument in items:
        match op:
            case sre.MAX_REPEAT | sre.MIN_REPEAT | sre.POSSESSIVE_REPEAT:
                if argument[1] is sre.MAXREPEAT:
                    yield lead, argument[2]
                yield from places(argument[2], lead)
            case sre.SUBPATTERN:
                yield from places(argument[-1], lead)
            case sre.ATOMIC_GROUP:
                yield from places(argument, lead)
            case sre.BRANCH:
                for branch in argument[1]:
                    yield from places(branch, lead)
            case sre.ASSERT | sre.ASSERT_NOT:
                yield from places(argument[1], lead)
        lead += sample([(op, argument)])


def sample(items: Any) -> str:
    """A text that the items take."""
    text = ""
    for op, argument in items:
        match op:
            case sre.LITERAL:
                text += chr(argument)
            case sre.NOT_LITERAL | sre.IN | sre.ANY:
                one = compiler.compile(parser.SubPattern(parser.State(), [(op, argument)]))
                text += next(filter(one.fullmatch, LETTERS), "x")
            case sre.MAX_REPEAT | sre.MIN_REPEAT | sre.POSSESSIVE_REPEAT:
                text += sample(argument[2]) * max(1, argument[0])
            case sre.SUBPATTERN:
                text += sample(argument[-1])
            case sre.ATOMIC_GROUP:
                text += sample(argument)
            case sre.BRANCH:
                text += sample(argument[1][0])
    return text


def seconds(pattern: str, *, is_sought: bool = True) -> float:
    """The longest that one attack takes, in seconds of CPU."""
    compiled, worst = re.compile(pattern, re.DOTALL), 0.0
    for text in attacks(pattern):
        begin = time.process_time()
        compiled.match(text)
        if is_sought:
            compiled.sub("", text)
        worst = max(worst, time.process_time() - begin)
        if worst > CAP:
            break
    return worst


@pytest.mark.parametrize("pattern", PATTERNS, ids=str)
def test_no_pattern_goes_back_over_what_it_has_read(pattern: Pattern) -> None:
    assert seconds(pattern.text, is_sought=pattern.is_sought) < CAP


@pytest.mark.parametrize(
    "pattern", [r"a\s*(--)?\s*\Z", r"[\"']?([\w-]+)[\"']?\s*=", r"(a.*?)\s*\Z"]
)
def test_one_that_does_is_seen(pattern: str) -> None:
    assert seconds(pattern) >= CAP


def test_all_of_them_are_tried() -> None:
    assert len(PATTERNS) > 35
    assert {"reader/text/silencing.py", "reader/values/near_numbers.py"} <= {
        known.file for known in PATTERNS
    }


def test_what_is_said_of_a_command_line_is_taken_apart_where_it_is_short(
    tmp_path: Path,
) -> None:
    wrong = "--" + "' Did you mean " * 8000
    result = program("check", wrong, folder=tmp_path, GOVCHAIN_LANG="zh")
    assert result.returncode == 2
    assert len(result.stderr) < 3 * LONGEST
