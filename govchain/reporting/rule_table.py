"""The table of rules: what there is, how grave, by which lever, and whether it is enabled."""

from __future__ import annotations

from collections.abc import Collection

from govchain.reporting.pages import page_of
from govchain.reporting.style import Style
from govchain.reporting.terminal import drawn, table
from govchain.reporting.words import FAMILIES, LEVERS, SEVERITIES, words
from govchain.rules.discovery import all_rules


def rules_as_text(enabled: Collection[str], style: Style) -> str:
    """One line a rule, families together."""
    spoken = words(style.language)
    made = table(
        spoken.say("family"),
        spoken.say("rule"),
        spoken.say("severity"),
        spoken.say("lever"),
        spoken.say("enabled"),
        spoken.say("what it finds"),
        whole=(1,),
    )
    for rule in all_rules():
        made.add_row(
            spoken.word(FAMILIES, rule.family),
            rule.id,
            spoken.word(SEVERITIES, rule.severity),
            spoken.word(LEVERS, rule.lever),
            spoken.say("yes") if rule.id in enabled else spoken.say("no"),
            page_of(rule, style.language).title,
        )
    return drawn(made, style)


def rules_as_json(enabled: Collection[str], style: Style) -> str:
    """The same for programs."""
    from govchain.reporting.json_text import json_text

    told = [
        {
            "id": rule.id,
            "family": rule.family,
            "severity": rule.severity.value,
            "lever": rule.lever.value,
            "enabled": rule.id in enabled,
            "title": page_of(rule, style.language).title,
            "summary": page_of(rule, style.language).summary,
        }
        for rule in all_rules()
    ]
    return json_text({"schema": "govchain.rules/1", "rules": told}, depth=2)
