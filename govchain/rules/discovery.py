"""Finds the rules: a new rule is a new file in a family's folder, and nothing else."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

import govchain.rules
from govchain.analysis.rule import Rule


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule, families in alphabetical order, then by id."""
    found = [rule for family in families() for rule in _rules_of(family)]
    return tuple(sorted(found, key=lambda rule: (rule.family, rule.id)))


@cache
def families() -> tuple[str, ...]:
    """The families of rules: the folders of this room."""
    return tuple(sorted(m.name for m in pkgutil.iter_modules(govchain.rules.__path__) if m.ispkg))


def _rules_of(family: str) -> list[Rule]:
    room = importlib.import_module(f"govchain.rules.{family}")
    names = [module.name for module in pkgutil.iter_modules(room.__path__)]
    modules = [importlib.import_module(f"{room.__name__}.{name}") for name in names]
    return [
        value for module in modules for value in vars(module).values() if isinstance(value, Rule)
    ]
