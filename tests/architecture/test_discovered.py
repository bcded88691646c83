"""What files make (rules, families, formats, views, levers) nobody lists a second time.

A list by hand of all that there is breaks with the next file, or, worse, leaves it out.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from govchain import drawing
from govchain.findings import Lever
from govchain.reporting.formats import formats_of
from govchain.rules.discovery import all_rules, families

HOME = Path(__file__).parents[2]
DISCOVERED: Mapping[str, frozenset[str]] = {
    "formats of check": frozenset(formats_of("check")),
    "formats of pictures": frozenset(drawing.formats()),
    "families": frozenset(families()),
    "levers": frozenset(lever.value for lever in Lever),
    **{
        f"rules of {family}": frozenset(rule.id for rule in all_rules() if rule.family == family)
        for family in families()
    },
}
FEWEST = 3
"""Of fewer names a list may be one by chance: more than one command knows text and json."""
THE_ORACLES_OWN = "tests/oracle/rules_"
"""What the oracle knows its files say; a test there holds it against the rules there are."""


def lists_in(source: str) -> Iterator[set[str]]:
    """The texts of each list, tuple or set that is written out."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.List | ast.Tuple | ast.Set):
            parts = (part.value for part in node.elts if isinstance(part, ast.Constant))
            yield {part for part in parts if isinstance(part, str)}


def listed_by_hand(source: str) -> set[str]:
    """What a module lists whole though files make it."""
    lists = list(lists_in(source))
    return {
        kind
        for kind, names in DISCOVERED.items()
        if len(names) >= FEWEST and any(names <= texts for texts in lists)
    }


@pytest.mark.parametrize("room", ["tests", "govchain", "tools", "benchmarks"])
def test_nobody_lists_what_files_make(room: str) -> None:
    files = sorted((HOME / room).rglob("*.py"))
    assert files
    told = {
        name: listed_by_hand(file.read_text(encoding="utf-8"))
        for file in files
        if not (name := file.relative_to(HOME).as_posix()).startswith(THE_ORACLES_OWN)
    }
    assert {name: kinds for name, kinds in told.items() if kinds} == {}


@pytest.mark.parametrize(
    "kind", [kind for kind, names in DISCOVERED.items() if len(names) >= FEWEST]
)
def test_a_list_by_hand_is_seen(kind: str) -> None:
    names = sorted(DISCOVERED[kind])
    assert kind in listed_by_hand(f"for one in {names!r}: ...")
    assert kind in listed_by_hand(f"ALL = frozenset({{*{[*names, 'more']!r}}})")
    assert listed_by_hand(f"SOME = {names[1:]!r}") == set()


def test_what_is_taken_from_there_is_not() -> None:
    assert listed_by_hand("ALL = formats_of('check')") == set()
    assert len([names for names in DISCOVERED.values() if len(names) >= FEWEST]) >= 7
