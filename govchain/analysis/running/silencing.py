"""Known and accepted findings, silenced where they stand (language.md 5)."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable, Sequence

from govchain.findings import Finding, Trouble
from govchain.model.settings import Allow

UNUSED_ALLOW = "unused-allow"


class Silencing:
    """The comments of a catalogue that allow findings."""

    def __init__(self, allows: Sequence[Allow]) -> None:
        self._allows = allows
        self._near: dict[tuple[str, str], list[Allow]] = {}
        for allow in allows:
            self._near.setdefault((allow.rule, allow.place.file), []).append(allow)

    def is_silenced(self, finding: Finding) -> bool:
        """A comment allows the finding's rule at its element or around it."""
        return bool(self.allowing(finding))

    def allowing(self, finding: Finding) -> list[Allow]:
        """The comments that allow the finding's rule at its element or around it."""
        near = self._near.get((finding.rule, finding.place.file), ())
        return [allow for allow in near if allow.covers(finding.place)]

    def all_allowing(self, findings: Iterable[Finding]) -> frozenset[Allow]:
        """The comments that allow one of the findings."""
        return frozenset(allow for finding in findings for allow in self.allowing(finding))

    def unused(
        self, used: Collection[Allow], rules: Collection[str], complete: Collection[str]
    ) -> list[Trouble]:
        """Comments that silence nothing: all but the `used` ones.

        Of rules that are not `complete`, since they did not run or a fault of ours ended them,
        nothing is said.
        """
        return [
            _trouble(allow, rules)
            for allow in self._allows
            if allow not in used and (allow.rule in complete or allow.rule not in rules)
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
