"""Rules are found by their files, whether all are opened or one."""

from __future__ import annotations

from govchain.rules.discovery import all_rules, modules_by_rule, rule_called


def test_a_rule_is_called_as_its_file() -> None:
    assert {rule.id: rule.module for rule in all_rules()} == modules_by_rule()
    assert [rule.id for rule in all_rules()] == list(modules_by_rule())


def test_one_rule_is_the_one_among_all() -> None:
    for rule in all_rules():
        assert rule_called(rule.id) is rule
