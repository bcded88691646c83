"""Known and accepted findings, silenced where they stand (language.md 5)."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable, Sequence

from govchain.findings import Finding, Trouble
from govchain.model.settings import Allow

UNUSED_ALLOW = "unused-allow"


def is_silenced(finding: Finding, allows: Iterable[Allow]) -> bool:
    """A comment allows the finding's rule at its element or around it."""
    return any(is_allowed_by(finding, allow) for allow in allows)


def is_allowed_by(finding: Finding, allow: Allow) -> bool:
    """The comment allows the finding's rule at its element or around it."""
    return allow.rule == finding.rule and allow.covers(finding.place)


def unused_allows(
    allows: Sequence[Allow],
    silenced: Iterable[Finding],
    rules: Collection[str],
    enabled: Collection[str],
) -> list[Trouble]:
    """Comments that silence nothing; of rules that did not run nothing is said."""
    used = {
        index
        for finding in silenced
        for index, allow in enumerate(allows)
        if is_allowed_by(finding, allow)
    }
    return [
        _trouble(allow, rules)
        for index, allow in enumerate(allows)
        if index not in used and (allow.rule in enabled or allow.rule not in rules)
    ]


def _trouble(allow: Allow, rules: Collection[str]) -> Trouble:
    if allow.rule in rules:
        return Trouble(
            UNUSED_ALLOW,
            allow.rule,
            allow.place,
            message='this comment allows "{rule}", but nothing of that rule is found here',
            facts={"rule": allow.rule},
            remedy="remove the comment, or move it to the line where the element begins",
        )
    close = difflib.get_close_matches(allow.rule, sorted(rules), 1)
    return Trouble(
        UNUSED_ALLOW,
        allow.rule,
        allow.place,
        message='this comment allows "{rule}", which is no rule',
        facts={"rule": allow.rule, "suggestion": close[0] if close else ""},
        remedy='did you mean "{suggestion}"?' if close else "`govchain rules` lists all rules",
    )
