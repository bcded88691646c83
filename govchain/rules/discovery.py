"""Finds the rules: a new rule is a new file in a family's folder, and nothing else."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from pathlib import Path

from govchain.analysis.rule import Rule

_ROOM = Path(__file__).parent


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule, families in alphabetical order, then by id."""
    found = [rule for family in families() for rule in _rules_of(family)]
    return tuple(sorted(found, key=lambda rule: (rule.family, rule.id)))


@cache
def families() -> tuple[str, ...]:
    """The families of rules: the folders of this room."""
    return tuple(sorted(m.name for m in pkgutil.iter_modules([str(_ROOM)]) if m.ispkg))


def _rules_of(family: str) -> list[Rule]:
    names = [module.name for module in pkgutil.iter_modules([str(_ROOM / family)])]
    modules = [importlib.import_module(f"govchain.rules.{family}.{name}") for name in names]
    return [
        value for module in modules for value in vars(module).values() if isinstance(value, Rule)
    ]
