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
    found = [rule for module in modules_by_rule().values() for rule in _rules_in(module)]
    return tuple(sorted(found, key=lambda rule: (rule.family, rule.id)))


@cache
def families() -> tuple[str, ...]:
    """The families of rules: the folders of this room."""
    return tuple(sorted(m.name for m in pkgutil.iter_modules(govchain.rules.__path__) if m.ispkg))


@cache
def modules_by_rule() -> dict[str, str]:
    """The id of each rule, in the order of all, and the module that is named so.

    The modules stay unopened: who asks for one rule need not wait for all.
    """
    return {id: _module_of(family, id) for family in families() for id in _ids(family)}


def rule_called(id: str) -> Rule:
    """The rule of that id; no other is imported."""
    return next(rule for rule in _rules_in(modules_by_rule()[id]) if rule.id == id)


def _ids(family: str) -> list[str]:
    """The ids of the rules of a family: their files are called so."""
    room = [f"{folder}/{family}" for folder in govchain.rules.__path__]
    return sorted(module.name.replace("_", "-") for module in pkgutil.iter_modules(room))


def _module_of(family: str, id: str) -> str:
    return f"govchain.rules.{family}.{id.replace('-', '_')}"


def _rules_in(module: str) -> list[Rule]:
    values = vars(importlib.import_module(module)).values()
    return [value for value in values if isinstance(value, Rule)]
